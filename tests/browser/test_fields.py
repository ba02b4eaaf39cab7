"""Fields in a real browser: nothing that is typed gets lost, and links lead back."""

from playwright.sync_api import expect

from tests.browser.conftest import NewPerson
from tests.browser.test_whole_audit import make_project
from tests.support.browser import Person


def settings(person: Person) -> str:
    make_project(person)
    person.follows("Instellingen")
    return person.page.url.removeprefix(person.address)


def test_what_is_typed_while_the_field_before_is_being_saved_is_not_lost(person: Person) -> None:
    settings(person)
    name = person.page.get_by_label("Naam van het project", exact=True)
    name.fill("Maatjes Oost")
    name.press("Tab")
    person.page.keyboard.type("jongeren van 12 tot 18 jaar", delay=60)
    person.waits()
    expect(person.page.get_by_label("Voor wie")).to_have_value("jongeren van 12 tot 18 jaar")
    expect(person.page.get_by_label("Voor wie")).to_be_focused()


def test_typing_goes_on_in_an_agreement_while_the_field_before_is_saved(person: Person) -> None:
    person.opens("/?lang=nl")
    person.presses("Laat me het voorbeeldproject zien")
    person.follows("Afspraken")
    words = person.page.get_by_label("Wat gaan jullie doen?").first
    words.fill("Elke maand bellen")
    words.press("Tab")
    person.page.keyboard.press("Control+A")
    person.page.keyboard.type("coördinator en mentoren samen", delay=60)
    person.waits()
    owner = person.page.get_by_label("Door wie? Een rol, geen naam").first
    expect(owner).to_have_value("coördinator en mentoren samen")
    expect(owner).to_be_focused()
    owner.blur()
    person.reloads()
    expect(person.page.get_by_label("Wat gaan jullie doen?").first).to_have_value(
        "Elke maand bellen"
    )
    expect(owner).to_have_value("coördinator en mentoren samen")


def test_two_windows_on_one_field_and_on_different_fields(new_person: NewPerson) -> None:
    one, two = new_person(), new_person()
    place = settings(one)
    two.opens(place)
    one.writes("Plaats of regio", "Gent")
    two.writes("Voor wie", "mbo")
    expect(two.page.get_by_label("Plaats of regio")).to_have_value("Gent")

    one.writes("Voor wie", "hbo")
    one.speaks("English")
    one.presses("Keep what I chose")
    one.reloads()

    expect(one.page.get_by_label("Place or region")).to_have_value("Gent")
    expect(one.page.get_by_label("For whom")).to_have_value("hbo")


def test_an_opened_criterion_survives_a_reload_and_leads_back_to_the_list(person: Person) -> None:
    person.opens("/criteria?lang=nl")
    person.follows("MC-19")
    assert "criterion=MC-19" in person.page.url
    person.reloads()
    person.presses("Terug naar de lijst")
    person.sees("70 criteria getoond")


def test_the_export_is_a_file(person: Person) -> None:
    settings(person)
    with person.page.expect_download() as download:
        person.page.get_by_role("button", name="Download de export").click()
    assert download.value.suggested_filename == "mentorspiegel-project.json"


def test_a_file_that_is_given_reaches_the_program(person: Person) -> None:
    settings(person)
    assessment = person.page.url.partition("?")[2]
    person.opens(f"/take_along?{assessment}")
    given = {"name": "form.xlsx", "mimeType": "application/zip", "buffer": b"no spreadsheet"}
    person.page.locator("input[type=file]").set_input_files(given)  # type: ignore[arg-type]
    person.sees("is niet ingelezen")
