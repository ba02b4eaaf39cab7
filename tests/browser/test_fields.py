"""Fields in a real browser: nothing that is typed gets lost, and links lead back."""

import re

import pytest
from playwright.sync_api import expect

from tests.support.web.browser import NewBrowser, Tab, make_project
from tests.support.web.server import Invitations
from tests.support.web.text_fields import drafts


@pytest.fixture
def settings(invitations: Invitations) -> str:
    """The address of the settings of a project."""
    return f"/settings{invitations.query}"


def test_what_is_typed_while_the_field_before_is_being_saved_is_not_lost(
    tab: Tab, settings: str
) -> None:
    tab.open(settings)
    name = tab.page.get_by_label("Naam van het project", exact=True)
    name.fill("Maatjes Oost")
    name.press("Tab")
    tab.page.keyboard.type("jongeren van 12 tot 18 jaar", delay=60)
    tab.wait()
    expect(tab.page.get_by_label("Voor wie")).to_have_value("jongeren van 12 tot 18 jaar")
    expect(tab.page.get_by_label("Voor wie")).to_be_focused()


def test_typing_goes_on_in_an_agreement_while_the_field_before_is_saved(tab: Tab) -> None:
    tab.open("/?lang=nl")
    tab.press("Laat me het voorbeeldproject zien")
    tab.follow("Afspraken")
    words = tab.page.get_by_label("Wat gaan jullie doen?").first
    words.fill("Elke maand bellen")
    words.press("Tab")
    tab.page.keyboard.press("Control+A")
    tab.page.keyboard.type("coördinator en mentoren samen", delay=60)
    tab.wait()
    owner = tab.page.get_by_label("Door wie? Een rol, geen naam").first
    expect(owner).to_have_value("coördinator en mentoren samen")
    expect(owner).to_be_focused()
    owner.blur()
    tab.wait()
    tab.reload()
    expect(tab.page.get_by_label("Wat gaan jullie doen?").first).to_have_value("Elke maand bellen")
    expect(owner).to_have_value("coördinator en mentoren samen")


def test_two_windows_on_one_field_and_on_different_fields(
    new_browser: NewBrowser, settings: str
) -> None:
    one, two = new_browser(), new_browser()
    one.open(settings)
    two.open(settings)
    one.write("Plaats of regio", "Gent")
    two.write("Voor wie", "mbo")
    expect(two.page.get_by_label("Plaats of regio")).to_have_value("Gent")

    one.write("Voor wie", "hbo")
    one.switch_language("English")
    one.press("Keep what I chose")
    one.reload()

    expect(one.page.get_by_label("Place or region")).to_have_value("Gent")
    expect(one.page.get_by_label("For whom")).to_have_value("hbo")


def test_an_opened_criterion_survives_a_reload_and_leads_back_to_the_list(tab: Tab) -> None:
    tab.open("/criteria?lang=nl")
    tab.follow("MC-19")
    assert tab.address_with("criterion=MC-19")
    tab.reload()
    tab.press("Terug naar de lijst")
    tab.shows("75 criteria getoond")


def test_the_export_is_a_file(tab: Tab) -> None:
    make_project(tab)
    tab.follow("Instellingen")
    with tab.page.expect_download() as download:
        tab.page.get_by_role("button", name=re.compile(r"Downloaden · .*\.json")).click()
    assert download.value.suggested_filename == "Maatjes b West b & co.json"


def test_a_file_that_is_given_reaches_the_program(tab: Tab, invitations: Invitations) -> None:
    tab.open(f"/export{invitations.query}")
    given = {"name": "form.xlsx", "mimeType": "application/zip", "buffer": b"no spreadsheet"}
    tab.page.locator("input[type=file]").set_input_files(given)  # type: ignore[arg-type]
    tab.shows("is niet ingelezen")


def test_a_form_forgets_what_was_typed_once_it_did_what_it_is_for(tab: Tab) -> None:
    tab.open("/start?lang=nl")
    tab.page.get_by_label("Naam van het project").click()
    tab.page.keyboard.type("Maatjes Zuid")
    tab.shows("blijft op dit apparaat")
    tab.reload()
    assert drafts(tab.page) == ["Maatjes Zuid"]
    expect(tab.page.get_by_label("Naam van het project")).to_have_value("Maatjes Zuid")
    tab.press("Maak het project")
    tab.shows("Maatjes Zuid")
    assert drafts(tab.page) == []
