"""The short code of a letter: it opens what the letter opens, by the same rules, and is hard to guess."""

import pytest

from assessment.assessments import Assessment
from assessment.codes import code_of
from assessment.errors import LinkUsed, NotFound, TooOften
from assessment.invitations import IssuedLink
from assessment.respondents import token_hash
from assessment.services import invitations, responding
from assessment.services.context import Workspace
from assessment.services.responding import OpenLink
from tests.support.builders import Clock
from tests.support.invitations import invite, own, personal_link, session


@pytest.fixture
def link(workspace: Workspace, assessment: Assessment) -> IssuedLink:
    """The personal link of a mentee."""
    return invite(workspace, assessment, profile="full", personal=1).links[0]


def test_a_new_open_link_has_a_new_code_and_without_link_there_is_none(
    workspace: Workspace, assessment: Assessment
) -> None:
    issued = invitations.open_invitation(
        workspace, assessment.id, "mentee", "full", 10, None, open_link=True
    )
    old = code_of(str(issued.open_token))
    assert isinstance(responding.find(workspace, old), OpenLink)

    new = code_of(invitations.reissue_open(workspace, issued.invitation.id))
    assert responding.find(workspace, old) is None
    assert isinstance(responding.find(workspace, new), OpenLink)

    invitations.revoke_open(workspace, issued.invitation.id)
    assert responding.find(workspace, new) is None


def test_a_code_opens_what_its_letter_opens_and_begins_once(
    workspace: Workspace, link: IssuedLink, clock: Clock
) -> None:
    code = code_of(link.token)
    assert personal_link(workspace, code.lower()) == personal_link(workspace, link.token)

    token = responding.begin_personal_link(workspace, code, "nl")

    respondent = session(workspace, token).respondent
    assert respondent.personal_link_hash == token_hash(link.token)
    assert personal_link(workspace, code).is_used
    assert personal_link(workspace, link.token).is_used
    clock.forward(minutes=2)
    for printed in (code, link.token):
        with pytest.raises(LinkUsed):
            responding.begin_personal_link(workspace, printed, "nl")


def test_a_second_tap_begins_again_with_a_code_too(workspace: Workspace, link: IssuedLink) -> None:
    code = code_of(link.token)
    first = responding.begin_personal_link(workspace, code, "nl")
    second = responding.begin_personal_link(workspace, code, "nl")

    assert responding.find(workspace, first) is None
    assert session(workspace, second).respondent.personal_link_hash == token_hash(link.token)


def test_a_letter_that_is_replaced_or_revoked_has_no_code_any_more(
    workspace: Workspace, link: IssuedLink
) -> None:
    new = invitations.reissue(workspace, link.respondent)
    assert responding.find(workspace, code_of(link.token)) is None
    assert personal_link(workspace, code_of(new.token)).respondent == link.respondent

    invitations.revoke(workspace, link.respondent)
    assert responding.find(workspace, code_of(new.token)) is None


def test_the_code_of_an_own_token_opens_nothing(workspace: Workspace, link: IssuedLink) -> None:
    assert responding.find(workspace, code_of(own(workspace, link.token))) is None


def test_what_is_neither_token_nor_code_begins_nothing(workspace: Workspace) -> None:
    with pytest.raises(NotFound):
        responding.begin_personal_link(workspace, "neither", "nl")


def test_after_many_wrong_codes_none_is_looked_up_until_the_next_minute(
    workspace: Workspace, link: IssuedLink, clock: Clock
) -> None:
    code = code_of(link.token)
    for _ in range(responding.MOST_WRONG_CODES):
        responding.count_unknown(workspace, "222-222-222")

    with pytest.raises(TooOften):
        responding.find(workspace, code)
    assert personal_link(workspace, link.token)  # who scans the letter goes on
    clock.forward(minutes=1)
    assert personal_link(workspace, code)
