"""What is saved is never lost, and what is not saved never pretends to be."""

from playwright.sync_api import expect

from tests.browser.conftest import NewPerson
from tests.browser.test_whole_audit import make_project
from tests.support.browser import Person
from tests.support.server import Server


def first_question(person: Person) -> str:
    make_project(person)
    person.presses("Start")
    return person.page.url.removeprefix(person.address)


def test_a_second_tab_never_overwrites_silently(new_person: NewPerson) -> None:
    one, two = new_person(), new_person()
    place = first_question(one)
    two.opens(place)
    one.chooses("1 · ")
    one.sees("Opgeslagen")

    two.chooses("3 · ")

    two.sees("in een ander venster gewijzigd")
    two.presses("Houd wat hier staat")
    two.sees("Opgeslagen")
    one.reloads()
    assert one.chosen.startswith("3 · ")


def test_the_other_tab_s_answer_can_be_taken_over(new_person: NewPerson) -> None:
    one, two = new_person(), new_person()
    place = first_question(one)
    two.opens(place)
    one.chooses("1 · ")
    one.sees("Opgeslagen")
    two.chooses("3 · ")

    two.presses("Neem het andere over")

    two.sees("Opgeslagen")
    assert two.chosen.startswith("1 · ")


def test_a_kill_while_saving_loses_nothing_and_pretends_nothing(
    person: Person, server: Server
) -> None:
    first_question(person)
    person.chooses("1 · ")
    person.sees("Opgeslagen")
    person.main.get_by_text("4 · ").first.click()
    server.kill()
    server.start()
    person.waits_for_the_server()

    if person.main.get_by_text("Nog niet opgeslagen").count():
        person.presses("Sla op wat hier staat")
    person.sees("Opgeslagen")
    shown = person.chosen
    person.reloads()

    assert person.chosen == shown
    assert shown[0] in "14"


def test_fields_are_closed_while_the_server_is_gone(person: Person, server: Server) -> None:
    first_question(person)
    server.kill()
    expect(person.main.locator("input[type=radio]").first).to_be_disabled(timeout=20_000)


def test_markup_and_a_very_long_text_stay_text(person: Person) -> None:
    first_question(person)
    long = "<img src=x onerror=document.title='hacked'>" + "é" * 99_900
    person.writes("Wat wil je toelichten?", long)
    person.sees("Opgeslagen")
    person.writes(
        "Waar zou je naar kunnen wijzen?",
        "[link](javascript:alert(1)) <script>document.title='hacked'</script>",
    )
    person.sees("Opgeslagen")
    person.reloads()
    assert person.page.get_by_label("Wat wil je toelichten?").input_value() == long
    assert "hacked" not in person.page.title()


def test_a_text_that_is_too_long_stays_on_the_screen_and_is_not_called_saved(
    person: Person,
) -> None:
    first_question(person)
    person.writes("Wat wil je toelichten?", "x" * 100_001)
    person.sees("Nog niet opgeslagen")
    assert len(person.page.get_by_label("Wat wil je toelichten?").input_value()) == 100_001
