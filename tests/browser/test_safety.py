"""Who does not feel safe is shown whom to turn to, with the script of the page too."""

from playwright.sync_api import expect

from tests.support.invitations import QUESTIONS
from tests.support.web.browser import NewContext, begin, option, press
from tests.support.web.server import Invitations


def test_an_answer_of_fear_shows_whom_to_turn_to_at_once_and_on_the_next_page(
    new_context: NewContext, invitations: Invitations
) -> None:
    page = begin(new_context(), invitations.mentee())
    care = page.get_by_text("Je hoeft hier niet alleen mee te blijven.").filter(visible=True)
    for level in (3, 3, 3, 3):
        option(page, level).click()
        press(page, "Volgende")
    expect(page.get_by_text(f"Vraag {QUESTIONS} van {QUESTIONS}")).to_be_visible()
    expect(care).to_have_count(0)

    option(page, 0).click()
    expect(care).to_have_count(1)
    option(page, 1).click()
    expect(care).to_have_count(0)
    option(page, 0).click()
    press(page, "Volgende")
    expect(care).to_have_count(1)

    page.get_by_role("link", name="Hier lees je bij wie je terechtkunt.").click()
    expect(page.get_by_role("heading", name="Voelt iets niet veilig?")).to_be_visible()
    expect(page.get_by_role("link", name="0800-0432")).to_be_visible()
