"""Judging at home: apart from answers, under one's own token, as long as the invitation is open."""

from dataclasses import replace

import pytest

from assessment.answers import Answer, AnswerState
from assessment.assessments import Assessment
from assessment.errors import InvitationClosed, LinkUsed, NotFound, StaleWrite
from assessment.judging.judgements import MISSING, Judgement
from assessment.services import invitations, responding
from assessment.services.context import Workspace
from assessment.services.judging.giving import judge, judgement_of, judgements_of
from tests.support.invitations import invite, own, session
from tests.support.session.judges import a_judge, invite_judges

CARD = Judgement("MC-05", "applies", "minimal", "Dit moet.")


def test_a_judgement_is_kept_apart_from_answers(
    workspace: Workspace, assessment: Assessment
) -> None:
    judging = a_judge(workspace, assessment)
    saved = judge(workspace, judging, CARD)
    judge(workspace, judging, Judgement(MISSING, note="Tijd."))

    assert saved == replace(CARD, version=1)
    assert judgement_of(workspace, judging, "MC-05") == saved
    assert judgements_of(workspace, judging).keys() == {"MC-05", MISSING}
    assert workspace.store.answers.all(judging.respondent.id) == {}
    assert workspace.store.answers.participation(assessment.id) == {}


def test_whoever_judges_gives_no_answers_and_the_other_way_round(
    workspace: Workspace, assessment: Assessment
) -> None:
    judging = a_judge(workspace, assessment)
    letter = invite(workspace, assessment, role="mentor", personal=1).links[0]
    rating = session(workspace, own(workspace, letter.token))
    card = rating.criteria[0].id

    with pytest.raises(NotFound):
        responding.write(workspace, judging, Answer("MC-05", AnswerState.LEVEL, 2))
    with pytest.raises(NotFound):
        judge(workspace, rating, Judgement(card, "applies"))
    with pytest.raises(NotFound):
        workspace.store.judgements.save(
            rating.respondent.id,
            Judgement(card, "applies"),
            most=9,
            holder=str(rating.respondent.token_hash),
        )
    with pytest.raises(NotFound):
        judge(workspace, judging, Judgement("MC-99", "applies"))


def test_two_devices_never_overwrite_each_other_silently(
    workspace: Workspace, assessment: Assessment
) -> None:
    judging = a_judge(workspace, assessment)
    saved = judge(workspace, judging, CARD)

    with pytest.raises(StaleWrite) as stale:
        judge(workspace, judging, replace(CARD, choice="partly"))
    assert stale.value.current == saved
    assert judge(workspace, judging, CARD) == saved
    assert judge(workspace, judging, replace(saved, need="desirable")).version == 2


def test_an_invitation_that_was_closed_takes_no_judgement(
    workspace: Workspace, assessment: Assessment
) -> None:
    judging = a_judge(workspace, assessment)
    invitations.close_invitation(workspace, judging.invitation.id)

    with pytest.raises(InvitationClosed):
        judge(workspace, judging, CARD)


def test_erasing_takes_the_judgements_too(workspace: Workspace, assessment: Assessment) -> None:
    judging = a_judge(workspace, assessment)
    judge(workspace, judging, CARD)
    responding.erase(workspace, judging)

    assert judgements_of(workspace, judging) == {}
    assert workspace.store.respondents.get(judging.respondent.id).started_at is None


def test_erasing_the_group_that_judges_leaves_the_group_that_rates(
    workspace: Workspace, assessment: Assessment
) -> None:
    rating = invite(workspace, assessment, role="mentee", personal=1).invitation
    judging = a_judge(workspace, assessment)
    judge(workspace, judging, CARD)
    invitations.erase_group(workspace, judging.invitation.id)

    assert [one.id for one in workspace.store.invitations.all(assessment.id)] == [rating.id]
    assert workspace.store.judgements.all(judging.respondent.id) == {}


def test_a_letter_begins_no_second_time_once_something_was_judged(
    workspace: Workspace, assessment: Assessment
) -> None:
    letter = invite_judges(workspace, assessment).links[0].token
    judging = session(workspace, own(workspace, letter))
    own(workspace, letter)  # a second tap
    with pytest.raises(NotFound):
        judge(workspace, judging, CARD)  # the first token is dead
    letter = invite_judges(workspace, assessment).links[0].token
    judge(workspace, session(workspace, own(workspace, letter)), CARD)

    with pytest.raises(LinkUsed):
        own(workspace, letter)


def test_somebody_of_the_organisation_judges_without_a_name_too(
    workspace: Workspace, assessment: Assessment
) -> None:
    assert a_judge(workspace, assessment, "facilitator").is_anonymous
