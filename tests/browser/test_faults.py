"""What is saved is never lost, and what is not saved never pretends to be."""

import pytest
from playwright.sync_api import expect

from tests.support.web.browser import NewBrowser, Tab
from tests.support.web.server import Invitations, Server


@pytest.fixture
def question(invitations: Invitations) -> str:
    """The address of the first question of an assessment that has begun."""
    return f"/audit{invitations.query}&criterion=MC-01"


def test_a_second_tab_never_overwrites_silently(new_browser: NewBrowser, question: str) -> None:
    one, two = new_browser(), new_browser()
    one.open(question)
    two.open(question)
    one.choose("1 · ")
    one.shows("Opgeslagen")

    two.choose("3 · ")

    two.shows("in een ander venster gewijzigd")
    two.press("Houd wat hier staat")
    two.shows("Opgeslagen")
    one.reload()
    assert one.chosen.startswith("3 · ")


def test_the_other_tab_s_answer_can_be_taken_over(new_browser: NewBrowser, question: str) -> None:
    one, two = new_browser(), new_browser()
    one.open(question)
    two.open(question)
    one.choose("1 · ")
    one.shows("Opgeslagen")
    two.choose("3 · ")

    two.press("Neem het andere over")

    two.shows("Opgeslagen")
    assert two.chosen.startswith("1 · ")


def test_a_kill_while_saving_loses_nothing_and_pretends_nothing(
    tab: Tab, server: Server, question: str
) -> None:
    tab.open(question)
    tab.choose("1 · ")
    tab.shows("Opgeslagen")
    tab.main.get_by_text("4 · ").first.click()
    server.kill()
    server.start()
    tab.wait_for_the_server()

    if tab.main.get_by_text("Nog niet opgeslagen").count():
        tab.press("Sla op wat hier staat")
    tab.shows("Opgeslagen")
    shown = tab.chosen
    tab.reload()

    assert tab.chosen == shown
    assert shown[0] in "14"


def test_fields_are_closed_while_the_server_is_gone(
    tab: Tab, server: Server, question: str
) -> None:
    tab.open(question)
    server.kill()
    expect(tab.main.locator("input[type=radio]").first).to_be_disabled(timeout=20_000)


def test_markup_and_a_very_long_text_stay_text(tab: Tab, question: str) -> None:
    tab.open(question)
    long = "<img src=x onerror=document.title='hacked'>" + "é" * 99_900
    tab.write("Wat wil je toelichten?", long)
    tab.shows("Opgeslagen")
    tab.write(
        "Waar zou je naar kunnen wijzen?",
        "[link](javascript:alert(1)) <script>document.title='hacked'</script>",
    )
    tab.shows("Opgeslagen")
    tab.reload()
    assert tab.page.get_by_label("Wat wil je toelichten?").input_value() == long
    assert "hacked" not in tab.page.title()


def test_a_text_that_is_too_long_stays_on_the_screen_and_is_not_called_saved(
    tab: Tab, question: str
) -> None:
    tab.open(question)
    tab.write("Wat wil je toelichten?", "x" * 100_001)
    tab.shows("Nog niet opgeslagen")
    assert len(tab.page.get_by_label("Wat wil je toelichten?").input_value()) == 100_001
