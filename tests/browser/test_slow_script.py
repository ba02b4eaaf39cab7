"""A phone on a slow line: the page is there before its script is."""

from playwright.sync_api import Route, expect

from tests.support.web.browser import NewContext, begin, option, state
from tests.support.web.server import Invitations


def test_a_choice_made_before_the_script_runs_is_saved_when_it_does(
    new_context: NewContext, invitations: Invitations
) -> None:
    address = invitations.mentee()
    context = new_context()
    page = begin(context, address)
    held: list[Route] = []
    context.route("**/*.js", lambda route: held.append(route))
    page.reload(wait_until="commit")
    option(page, 3).click()
    assert invitations.answers(address) == []

    held[0].continue_()

    expect(state(page)).to_have_text("Opgeslagen")
    assert [a.level for a in invitations.answers(address)] == [3]
