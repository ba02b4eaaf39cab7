"""A coordinator does the whole audit, with a change of language, a reload and a restart in between."""

from playwright.sync_api import expect

from tests.support.web.browser import Tab, make_project
from tests.support.web.server import Server

NOTE = "Staat op het <i>formulier</i>"


def test_from_first_start_to_an_agreement(tab: Tab, server: Server) -> None:
    make_project(tab)
    answer_in_two_languages_through_a_restart(tab, server)
    for _ in range(3):
        tab.press("Next open question")
        tab.choose("1 · ")
        tab.shows("Saved")
    close_and_agree(tab)
    tab.open("/?lang=nl")
    tab.shows("Er loopt één afspraak")


def answer_in_two_languages_through_a_restart(tab: Tab, server: Server) -> None:
    tab.press("Start")
    tab.choose("2 · ")
    tab.shows("Opgeslagen")
    tab.write("Wat wil je toelichten?", NOTE)
    tab.shows("Opgeslagen")

    tab.switch_language("English")
    tab.shows("Saved")
    assert (tab.chosen[:1], note(tab)) == ("2", NOTE)

    tab.reload()
    assert (tab.chosen[:1], note(tab)) == ("2", NOTE)

    server.kill()
    server.start()
    tab.reload()
    assert (tab.chosen[:1], note(tab)) == ("2", NOTE)


def note(tab: Tab) -> str:
    return tab.page.get_by_label("What do you want to explain?").input_value()


def close_and_agree(tab: Tab) -> None:
    tab.follow("Look back")
    tab.shows("Not answered yet (16)")
    tab.press("Close the assessment…")
    expect(tab.main.locator(".ms-note")).to_be_focused()  # what a button makes come up is read out
    tab.press("Yes, close it")
    expect(tab.main.get_by_role("heading", name="Closed. Now:")).to_be_focused()
    tab.follow("See the outcome")
    tab.shows("minimal criteria")

    tab.follow("Agreements")
    tab.page.get_by_label("About which criterion?").click()
    tab.page.get_by_role("option").first.click()
    tab.wait()
    tab.press("Take over")
    tab.write("By whom? A role, no name", "coordinator")
    tab.press("Agree on this")
    tab.shows("How far is it?")


def test_the_example_is_one_click_away_and_one_click_gone(tab: Tab) -> None:
    tab.open("/?lang=nl")
    tab.press("Laat me het voorbeeldproject zien")
    tab.shows("Voorbeeldproject")
    tab.follow("Uitkomst")
    tab.shows("minimale criteria")
    one_criterion_has_an_address_and_prints_its_name(tab)
    tab.open("/?lang=nl")
    tab.press("Verwijder het voorbeeld")
    tab.shows("Kijk eerlijk naar je project")


def one_criterion_has_an_address_and_prints_its_name(tab: Tab) -> None:
    name = tab.main.locator(".ms-list a").first
    title = name.inner_text()
    tab.page.emulate_media(media="print")
    expect(name).to_be_visible()
    tab.page.emulate_media(media="screen")
    name.click()
    tab.wait()
    expect(tab.main.locator("h1")).to_have_text(title)
    tab.reload()
    expect(tab.main.locator("h1")).to_have_text(title)
    tab.page.go_back()
    tab.shows("minimale criteria")


def test_an_address_that_leads_nowhere_shows_the_way_home(tab: Tab) -> None:
    for page in ("audit", "questions", "closing", "result", "agreements", "settings"):
        tab.go(f"/{page}?lang=nl&assessment=weg&project=weg")
        tab.shows("Hier is niets (meer)")
    tab.follow("Naar mijn projecten")
    tab.shows("Kijk eerlijk naar je project")
