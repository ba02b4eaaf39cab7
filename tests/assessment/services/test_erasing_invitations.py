"""Invitations that are thrown away whole, as long as nothing was shown; and storms on open links."""

import pytest

from assessment.assessments import Assessment
from assessment.errors import InvitationClosed, NotFound, TooOften
from assessment.services import assessments, invitations, pairs, responding
from assessment.services.context import Workspace
from tests.support.builders import an_answer
from tests.support.invitations import invite, open_link, own, session


def test_a_role_that_was_never_shown_is_erased_whole_and_never_one_voice_of_it(
    workspace: Workspace, assessment: Assessment
) -> None:
    """An open link that one person filled can be emptied; a critic invited alone stays heard."""
    stormed = invite(workspace, assessment, personal=1, open_link=True)
    critic = invite(workspace, assessment, personal=1)
    tokens = [own(workspace, issued.links[0].token) for issued in (stormed, critic)]
    for token in tokens:
        responding.write(workspace, session(workspace, token), an_answer("MC-41", 3))

    invitations.erase_group(workspace, stormed.invitation.id)

    assert workspace.store.answers.participation(assessment.id) == {}
    assert [responding.find(workspace, token) for token in tokens] == [None, None]
    assert responding.find(workspace, stormed.open_token or "") is None
    with pytest.raises(NotFound):
        invitations.erase_group(workspace, stormed.invitation.id)


def test_the_invitations_of_pairs_are_erased_together(
    with_pairs: Workspace, assessment_of_pairs: Assessment
) -> None:
    pairs.make_pairs(with_pairs, assessment_of_pairs.id, 2, None)
    other = invitations.open_invitation(
        with_pairs, assessment_of_pairs.id, "mentee", "short", 5, None, personal=1
    )
    first, *_ = with_pairs.store.invitations.all(assessment_of_pairs.id)

    invitations.erase_group(with_pairs, first.id)

    left = with_pairs.store.invitations.all(assessment_of_pairs.id)
    assert [invitation.id for invitation in left] == [other.invitation.id]


def test_what_was_shown_is_not_erased(workspace: Workspace, assessment: Assessment) -> None:
    issued = invite(workspace, assessment, personal=5)
    for link in issued.links:
        mentee = session(workspace, own(workspace, link.token))
        responding.write(workspace, mentee, an_answer("MC-41", 3))
    assessments.close_assessment(workspace, assessment.id)
    assessments.reopen_assessment(workspace, assessment.id)

    with pytest.raises(InvitationClosed):
        invitations.erase_group(workspace, issued.invitation.id)

    assert workspace.store.answers.participation(assessment.id) == {"mentee": 5}


def test_more_people_at_once_than_a_room_holds_are_a_storm_that_is_noted(
    workspace: Workspace, assessment: Assessment
) -> None:
    issued = invite(workspace, assessment, open_link=True, max_respondents=100)
    link = open_link(workspace, issued.open_token or "")
    for _ in range(20):
        responding.begin_open_link(workspace, link)
    [line] = invitations.invitations_of(workspace, assessment)
    assert line.invitation.stormed_at is None

    with pytest.raises(TooOften):
        responding.begin_open_link(workspace, link)

    [line] = invitations.invitations_of(workspace, assessment)
    assert line.invitation.stormed_at == workspace.now()
    assert len(workspace.store.respondents.all(assessment.id)) == 21  # with the coordinator
