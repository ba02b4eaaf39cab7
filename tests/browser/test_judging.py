"""Judging on a phone, with and without a script: no barrier on any page, and it is kept."""

import pytest
from playwright.sync_api import Page, expect

from assessment.judging.judgements import MISSING
from tests.support.session.judges import invite_judges
from tests.support.web.browser import SCHEMES, NewContext, violations
from tests.support.web.page_checks import too_wide
from tests.support.web.server import Invitations

TO_THE_END = "scrollTo(0, document.body.scrollHeight)"  # where the buttons cover nothing
NARROW = {"width": 320, "height": 700}


def barriers(page: Page) -> list[str]:
    """Return what is wrong with the page that is open, in light and dark."""
    found = list(too_wide(page))
    for scheme in SCHEMES:
        page.emulate_media(color_scheme=scheme)
        page.evaluate(TO_THE_END)
        found += violations(page)
    return found


def test_somebody_judges_at_home_on_a_narrow_phone(
    new_context: NewContext, invitations: Invitations
) -> None:
    made = invite_judges(invitations.workspace, invitations.assessment, profile="few")
    page = new_context(viewport=NARROW).new_page()
    page.goto(f"/a/{made.links[0].token}")
    wrong = barriers(page)
    page.get_by_role("button", name="Start").click()
    page.get_by_role("link", name="Naar de eerste kaart").click()
    page.get_by_role("radio", name="Ja, dit hoort erbij").check()
    page.get_by_role("radio", name="Het moet: een minimum").check()
    page.get_by_role("button", name="Volgende").click()
    expect(page.get_by_text("Kaart 1: opgeslagen")).to_be_visible()
    wrong += barriers(page)
    page.goto(page.url.partition("/q/")[0] + "/missing")
    page.get_by_label("Je eigen woorden").fill("Tijd.")
    wrong += barriers(page)
    page.get_by_role("button", name="Volgende").click()
    wrong += barriers(page)
    kept = invitations.workspace.store.judgements.all(made.links[0].respondent)

    assert wrong == []
    assert {(one.choice, one.need, one.note) for one in kept.values()} == {
        ("applies", "minimal", ""),
        ("", "", "Tijd."),
    }
    assert MISSING in kept


@pytest.mark.parametrize("scheme", SCHEMES)
def test_a_card_needs_no_script(
    new_context: NewContext, invitations: Invitations, scheme: str
) -> None:
    made = invite_judges(invitations.workspace, invitations.assessment, profile="few")
    page = new_context(java_script_enabled=False, color_scheme=scheme).new_page()
    page.goto(f"/a/{made.links[0].token}")
    page.get_by_role("button", name="Start").click()
    page.get_by_role("link", name="Naar de eerste kaart").click()
    page.get_by_role("radio", name="Nee, dit hoort er niet bij").check()
    page.get_by_role("button", name="Stoppen en later verder").click()

    expect(page.get_by_text("1 van de 5 kaarten ingevuld")).to_be_visible()
