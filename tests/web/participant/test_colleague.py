"""Who speaks for the organisation beside its own voice: not anonymous, and told so."""

import pytest

from assessment.assessments import Assessment
from assessment.services.context import Workspace
from assessment.services.invitations import open_invitation
from tests.support.invitations import own
from tests.support.web.phone import Phone
from tests.support.web.respondents import only_answer
from tests.web.conftest import NewPhone


@pytest.fixture
def facilitator(workspace: Workspace, assessment: Assessment) -> str:
    """The own address of a facilitator, who speaks for the organisation."""
    issued = open_invitation(workspace, assessment.id, "facilitator", "few", 1, None, personal=1)
    return f"/a/{own(workspace, issued.links[0].token)}"


def test_who_speaks_for_the_organisation_is_told_so_and_says_what_shows_it(
    new_phone: NewPhone, workspace: Workspace, facilitator: str
) -> None:
    phone = new_phone("en").opens(f"{facilitator}/about")
    assert "this is not anonymous" in phone.page.text
    assert "what the process facilitator says" in phone.page.text

    phone.sends(f"{facilitator}/begin")
    assert "What can you point at?" in phone.page.text
    question = phone.address
    phone.answers(go="back", choice="2", comment="my words", evidence="my report")

    stored = only_answer(workspace, facilitator)
    assert (stored.level, stored.comment, stored.evidence) == (2, "my words", "my report")
    shown = phone.opens(question).page
    assert (shown.fields["comment"], shown.fields["evidence"]) == ("my words", "my report")
    assert "beside the other answers" in phone.sends(f"{facilitator}/finish").page.text


def test_on_two_devices_no_word_of_a_colleague_is_lost(
    new_phone: NewPhone, workspace: Workspace, facilitator: str
) -> None:
    phone = new_phone("en").sends(f"{facilitator}/begin", language="en")
    question, fields = phone.address, phone.page.fields
    phone.sends(question, **{**fields, "choice": "2", "evidence": "there", "go": "next"})

    phone.sends(question, **{**fields, "choice": "3", "evidence": "here", "go": "next"})
    assert phone.status == 409
    assert "there" in phone.page.text
    assert phone.page.fields["evidence"] == "here"
    phone.sends(question, **phone.page.fields, go="next")
    assert only_answer(workspace, facilitator).evidence == "here"

    phone.sends(question, **{**fields, "version": "2", "evidence": "x" * 2001, "go": "next"})
    assert phone.status == 422


def test_an_anonymous_page_does_not_ask_what_shows_it(begun: Phone) -> None:
    assert "evidence" not in begun.page.fields
