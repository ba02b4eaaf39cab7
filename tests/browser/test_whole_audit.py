"""A coordinator does the whole audit, with a change of language, a reload and a restart in between."""

from tests.browser.person import Person
from tests.browser.server import Server

NAME = "Maatjes <b>West</b> & co"


def make_project(person: Person) -> None:
    person.opens("/?lang=nl")
    person.presses("Nieuw project")
    person.writes("Naam van het project", NAME)
    person.presses("Maak het project")
    person.sees(NAME)


def test_from_first_start_to_an_agreement(person: Person, server: Server) -> None:
    make_project(person)
    person.presses("Start")
    person.chooses("2 · ")
    person.sees("Opgeslagen")
    person.writes("Wat wil je noteren?", "Staat op het <i>formulier</i>")
    person.sees("Opgeslagen")

    person.speaks("English")
    person.sees("Saved")
    assert person.chosen.startswith("2 · ")
    assert person.page.get_by_label("What do you want to note?").input_value() == "Staat op het <i>formulier</i>"

    person.reloads()
    assert person.chosen.startswith("2 · ")

    server.kill()
    server.start()
    person.reloads()
    assert person.chosen.startswith("2 · ")
    assert person.page.get_by_label("What do you want to note?").input_value() == "Staat op het <i>formulier</i>"

    for _ in range(3):
        person.presses("Next open question Alt + O")
        person.chooses("1 · ")
        person.sees("Saved")

    person.follows("Look back")
    person.sees("Not answered yet (16)")
    person.presses("Close the assessment")
    person.sees("minimal criteria")

    person.follows("Agreements")
    person.page.get_by_label("About which criterion?").click()
    person.page.get_by_role("option").first.click()
    person.waits()
    person.presses("Take over")
    person.writes("By whom? A role, no name", "coordinator")
    person.presses("Agree on this")
    person.sees("How far is it?")

    person.opens("/?lang=nl")
    person.sees("4 van 20 vragen beantwoord")


def test_the_example_is_one_click_away_and_one_click_gone(person: Person) -> None:
    person.opens("/?lang=nl")
    person.presses("Laat me het voorbeeldproject zien")
    person.sees("Voorbeeldproject")
    person.follows("Resultaat")
    person.sees("minimale criteria")
    person.opens("/?lang=nl")
    person.presses("Verwijder het voorbeeld")
    person.sees("Je hebt nog geen project")


def test_an_address_that_leads_nowhere_shows_the_way_home(person: Person) -> None:
    for page in ("audit", "questions", "check", "result", "agreements", "settings"):
        person.opens(f"/{page}?lang=nl&assessment=weg&project=weg")
        person.sees("Hier is niets (meer)")
    person.follows("Naar mijn projecten")
    person.sees("Kijk eerlijk naar je mentorproject")
