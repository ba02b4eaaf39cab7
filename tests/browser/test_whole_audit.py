"""A coordinator does the whole audit, with a change of language, a reload and a restart in between."""

from tests.support.browser import Person
from tests.support.server import Server

NAME = "Maatjes <b>West</b> & co"
NOTE = "Staat op het <i>formulier</i>"


def make_project(person: Person) -> None:
    person.opens("/?lang=nl")
    person.presses("Nieuw project")
    person.writes("Naam van het project", NAME)
    person.presses("Maak het project")
    person.sees(NAME)


def test_from_first_start_to_an_agreement(person: Person, server: Server) -> None:
    make_project(person)
    answer_in_two_languages_through_a_restart(person, server)
    for _ in range(3):
        person.presses("Next open question")
        person.chooses("1 · ")
        person.sees("Saved")
    close_and_agree(person)
    person.opens("/?lang=nl")
    person.sees("4 van 20 vragen beantwoord")


def answer_in_two_languages_through_a_restart(person: Person, server: Server) -> None:
    person.presses("Start")
    person.chooses("2 · ")
    person.sees("Opgeslagen")
    person.writes("Wat wil je toelichten?", NOTE)
    person.sees("Opgeslagen")

    person.speaks("English")
    person.sees("Saved")
    assert (person.chosen[:1], note(person)) == ("2", NOTE)

    person.reloads()
    assert (person.chosen[:1], note(person)) == ("2", NOTE)

    server.kill()
    server.start()
    person.reloads()
    assert (person.chosen[:1], note(person)) == ("2", NOTE)


def note(person: Person) -> str:
    return person.page.get_by_label("What do you want to explain?").input_value()


def close_and_agree(person: Person) -> None:
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
