"""Feedback: only what the outcome shows, only after closing, only to who answered."""

from dataclasses import replace

import pytest

from assessment.agreements import Agreement, AgreementStatus
from assessment.assessments import Assessment
from assessment.services import assessments, invitations, responding
from assessment.services.agreements import save_agreement
from assessment.services.context import Workspace
from assessment.services.feedback import (
    GroupCount,
    feedback,
    feedback_for,
    feedback_of,
    set_gives_feedback,
)
from assessment.services.responding import RespondentSession
from tests.support.builders import an_agreement, an_answer
from tests.support.invitations import own, session
from tests.support.outcomes import an_outcome


def test_what_stands_reached_its_target_and_no_group_sees_it_a_level_lower() -> None:
    outcome = an_outcome(
        {
            "C-1": {"coordinator": "4", "mentee": "44444"},
            "C-2": {"coordinator": "4", "mentee": "33333"},  # mentees see it a level lower
            "C-3": {"coordinator": "4"},  # of others nothing is shown
            "C-4": {"coordinator": "1", "mentee": "11111"},  # below its target
            "C-5": {"coordinator": "3", "mentee": "3333"},  # too few
            "C-6": {"coordinator": "0", "mentee": "44444"},  # far apart
        }
    )
    told = feedback_of(outcome)

    assert told.goes_well == ("C-1",)
    assert told.talk_about == ("C-2", "C-6", "C-4")
    assert told.groups == (GroupCount("mentee", 5),)
    assert told.threshold == 5
    assert told.said == {
        "C-1": {"mentee": 4.0},
        "C-2": {"mentee": 3.0},
        "C-6": {"mentee": 4.0},
        "C-4": {"mentee": 1.0},
    }


def test_without_a_target_nothing_is_said_to_stand() -> None:
    outcome = an_outcome({"C-1": {"coordinator": "4", "mentee": "44444"}}, target=None)
    assert feedback_of(outcome).goes_well == ()


def test_each_list_holds_three_at_most() -> None:
    good = {f"C-{n}": {"coordinator": "4", "mentee": "44444"} for n in range(1, 6)}
    bad = {f"C-{n}": {"coordinator": "0", "mentee": "00000"} for n in range(6, 10)}
    told = feedback_of(an_outcome({**good, **bad}))
    assert (len(told.goes_well), len(told.talk_about)) == (3, 3)
    assert feedback(an_outcome(good), ["C-2"] * 4, ["C-1"]).goes_well == ("C-2",) * 3


def test_a_group_that_is_not_shown_is_not_named() -> None:
    told = feedback_of(
        an_outcome(
            {"C-1": {"coordinator": "3", "mentee": "33333", "mentor": "000", "partner": "0"}}
        )
    )
    assert [group.role for group in told.groups] == ["mentee"]
    assert [set(said) for said in told.said.values()] == [{"mentee"}]


def test_agreements_are_told_in_words_without_who_does_them() -> None:
    outcome = replace(
        an_outcome({"C-1": {"coordinator": "3"}}),
        agreements=[
            an_agreement("X1", owner="de coördinator"),
            an_agreement("X2", text="Vervallen", status=AgreementStatus.DROPPED),
            an_agreement("X3", text="Van vorige keer", assessment="A0"),
        ],
    )
    assert feedback_of(outcome).agreements == ("Schrijf het plan op",)


@pytest.mark.parametrize("hidden", ["0000", "4444", "0044", "4-?x", "33"])
def test_whatever_a_hidden_group_says_the_feedback_is_the_same(hidden: str) -> None:
    def told(mentors: str) -> object:
        voices = {"coordinator": "2", "mentee": "43434"}
        return feedback_of(an_outcome({"C-1": {**voices, "mentor": mentors}, "C-2": voices}))

    assert told(hidden) == told("1111"[: len(hidden)])


@pytest.fixture
def mentees(workspace: Workspace, assessment: Assessment) -> list[RespondentSession]:
    """Six mentees: five answered, of whom the last took it back, and one only began."""
    issued = invitations.open_invitation(
        workspace, assessment.id, "mentee", "short", 7, None, personal=7
    )
    sessions = []
    for number, link in enumerate(issued.links):
        mentee = session(workspace, own(workspace, link.token))
        if number < 6:
            responding.write(workspace, mentee, an_answer("MC-41", 3))
        sessions.append(mentee)
    responding.erase(workspace, sessions[5])
    return sessions


def again(workspace: Workspace, session: RespondentSession) -> RespondentSession:
    """Return a session as the database has it now."""
    return replace(session, assessment=workspace.store.assessments.get(session.assessment.id))


def test_feedback_is_for_who_answered_after_closing_when_the_organisation_chooses_so(
    workspace: Workspace, assessment: Assessment, mentees: list[RespondentSession]
) -> None:
    def told() -> list[bool]:
        return [feedback_for(workspace, again(workspace, one)) is not None for one in mentees]

    assert not any(told())
    set_gives_feedback(
        workspace, workspace.store.assessments.get(assessment.id), gives_feedback=True
    )
    assert not any(told())  # before closing nothing, whatever the switch says

    closed = assessments.close_assessment(workspace, assessment.id)
    assert told() == [True] * 5 + [False] * 2

    off = set_gives_feedback(workspace, closed, gives_feedback=False)
    assert not any(told())

    set_gives_feedback(workspace, off, gives_feedback=True)
    assessments.reopen_assessment(workspace, assessment.id)
    assert not any(told())
    assessments.close_assessment(workspace, assessment.id)
    assert not any(told())  # it may say something else now: it is chosen anew


def test_an_agreement_made_later_comes_along(
    workspace: Workspace, assessment: Assessment, mentees: list[RespondentSession]
) -> None:
    closed = assessments.close_assessment(workspace, assessment.id)
    set_gives_feedback(workspace, closed, gives_feedback=True)
    save_agreement(
        workspace, Agreement("", assessment.project, assessment.id, "MC-41", "Elke week bellen")
    )

    told = feedback_for(workspace, again(workspace, mentees[0]))

    assert told is not None
    assert told.agreements == ("Elke week bellen",)
