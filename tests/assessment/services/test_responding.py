"""The respondent's side: find, answer, stop, come back, erase."""

import pytest

from assessment.answers import Answer, AnswerState, Reason
from assessment.assessments import Assessment
from assessment.errors import (
    InvalidInput,
    InvitationClosed,
    InvitationFull,
    NotFound,
    StaleWrite,
    TooOften,
)
from assessment.respondents import is_token
from assessment.services import assessments, invitations, responding
from assessment.services.context import Workspace
from tests.support.builders import NOW, Clock, an_answer
from tests.support.invitations import invite, open_link, own, session

UNKNOWN = "x" * 32


@pytest.fixture
def token(workspace: Workspace, assessment: Assessment) -> str:
    """The own token of a mentee who has just begun."""
    issued = invite(workspace, assessment, profile="full", personal=1)
    return own(workspace, issued.links[0].token)


@pytest.fixture
def open_token(workspace: Workspace, assessment: Assessment) -> str:
    """The token of an open link for two mentors."""
    issued = invite(workspace, assessment, role="mentor", max_respondents=2, open_link=True)
    return str(issued.open_token)


def test_a_session_has_what_the_role_is_asked_in_the_scope_of_the_assessment(
    workspace: Workspace, assessment: Assessment, token: str
) -> None:
    found = session(workspace, token)

    names = [criterion.id for criterion in found.criteria]
    short = workspace.catalogue.profile("short")
    assert set(names) <= set(short.criteria)
    assert names == sorted(names, key=list(workspace.catalogue.by_id).index)
    assert all(workspace.catalogue.is_asked(c, "mentee") for c in found.criteria)
    assert (found.project_name, found.assessment.id) == ("Maatjes", assessment.id)
    assert (found.takes_answers, found.why_not, found.pair) == (True, None, None)


@pytest.mark.parametrize("text", ["", "x", UNKNOWN + "x", "é" * 32, "x" * 31 + "\n", UNKNOWN])
def test_what_is_no_token_opens_nothing(workspace: Workspace, text: str) -> None:
    assert responding.find(workspace, text) is None


def test_unknown_tokens_share_one_rate_limit(
    workspace: Workspace, token: str, clock: Clock
) -> None:
    for _ in range(responding.MOST_UNKNOWN):
        responding.count_unknown(workspace)

    with pytest.raises(TooOften):
        responding.count_unknown(workspace)
    assert session(workspace, token).takes_answers
    clock.forward(minutes=1)
    responding.count_unknown(workspace)


def test_looking_at_an_open_link_adds_no_respondent(workspace: Workspace, open_token: str) -> None:
    found = open_link(workspace, open_token)
    again = open_link(workspace, open_token)

    assert (found.places_left, again.places_left) == (2, 2)
    assert found.takes_answers
    assert found.criteria


def test_who_begins_gets_a_token_of_their_own(workspace: Workspace, open_token: str) -> None:
    tokens = [
        responding.begin_open_link(workspace, open_link(workspace, open_token), "nl")
        for _ in range(2)
    ]

    assert all(is_token(token) for token in tokens)
    assert len({session(workspace, token).respondent.id for token in tokens}) == 2
    assert session(workspace, tokens[0]).respondent.started_at == NOW
    assert session(workspace, tokens[0]).respondent.language == "nl"
    assert open_link(workspace, open_token).places_left == 0
    with pytest.raises(InvitationFull):
        responding.begin_open_link(workspace, open_link(workspace, open_token))


def test_nobody_begins_in_a_closed_assessment(
    workspace: Workspace, assessment: Assessment, open_token: str
) -> None:
    found = open_link(workspace, open_token)
    assessments.close_assessment(workspace, assessment.id)

    assert not open_link(workspace, open_token).takes_answers
    with pytest.raises(InvitationClosed):
        responding.begin_open_link(workspace, found)


def test_an_answer_is_kept_and_changed(workspace: Workspace, token: str) -> None:
    mentee = session(workspace, token)

    first = responding.write(workspace, mentee, an_answer("MC-41", 1, comment="nog niet"))
    second = responding.write(workspace, mentee, an_answer("MC-41", 3, version=first.version))

    assert responding.answers(workspace, mentee) == {"MC-41": second}
    assert session(workspace, token).respondent.started_at == NOW


def test_two_devices_overwrite_nothing(workspace: Workspace, token: str) -> None:
    mentee = session(workspace, token)
    first = responding.write(workspace, mentee, an_answer("MC-41", 1))

    with pytest.raises(StaleWrite) as stale:
        responding.write(workspace, mentee, an_answer("MC-41", 4))

    assert stale.value.current == first


def test_a_respondent_gives_a_state_a_level_and_a_comment(workspace: Workspace, token: str) -> None:
    said = Answer(
        "MC-41",
        AnswerState.NOT_APPLICABLE,
        level=2,
        reason=Reason.OTHER,
        reason_text="omdat",
        comment="zo is het",
        evidence="hier",
        marked=True,
    )

    kept = responding.write(workspace, session(workspace, token), said)

    assert kept == Answer("MC-41", AnswerState.NOT_APPLICABLE, comment="zo is het", version=1)


@pytest.mark.parametrize(
    "answer",
    [
        an_answer("MC-41", 5),
        an_answer("MC-41", comment="x" * 2001),
        an_answer("MC-41", comment="\0"),
    ],
)
def test_what_cannot_be_said_is_refused(workspace: Workspace, token: str, answer: Answer) -> None:
    with pytest.raises(InvalidInput):
        responding.write(workspace, session(workspace, token), answer)


def test_of_several_each_is_saved_or_says_why_not(workspace: Workspace, token: str) -> None:
    mentee = session(workspace, token)
    here, there = (criterion.id for criterion in mentee.criteria[:2])
    first = responding.write(workspace, mentee, an_answer(here, 1))

    stale, refused, saved = responding.write_each(
        workspace, mentee, [an_answer(here, 4), an_answer(here, 5, version=1), an_answer(there, 2)]
    )

    assert isinstance(stale, StaleWrite)
    assert isinstance(refused, InvalidInput)
    assert responding.answers(workspace, mentee) == {here: first, there: saved}


def test_of_several_none_is_saved_when_one_is_not_asked(workspace: Workspace, token: str) -> None:
    mentee = session(workspace, token)
    both = [an_answer(mentee.criteria[0].id), an_answer("MC-99")]
    with pytest.raises(NotFound):
        responding.write_each(workspace, mentee, both)

    assert responding.answers(workspace, mentee) == {}


@pytest.mark.parametrize("criterion", ["MC-01", "MC-05", "MC-99", ""])
def test_what_is_not_asked_is_not_answered(
    workspace: Workspace, token: str, criterion: str
) -> None:
    with pytest.raises(NotFound):
        responding.write(workspace, session(workspace, token), an_answer(criterion))


def test_a_flood_of_answers_is_stopped(workspace: Workspace, token: str) -> None:
    mentee, version = session(workspace, token), 0
    for number in range(responding.MOST_ANSWERS):
        answer = an_answer("MC-41", number % 5, version=version)
        version = responding.write(workspace, mentee, answer).version

    with pytest.raises(TooOften):
        responding.write(workspace, mentee, an_answer("MC-41", version=version))


def test_after_closing_nothing_changes(
    workspace: Workspace, assessment: Assessment, token: str
) -> None:
    mentee = session(workspace, token)
    responding.write(workspace, mentee, an_answer("MC-41"))
    assessments.close_assessment(workspace, assessment.id)
    mentee = session(workspace, token)

    assert mentee.why_not == "closed"
    for change in (
        lambda: responding.write(workspace, mentee, an_answer("MC-41", 4, version=1)),
        lambda: responding.begin_session(workspace, mentee, "nl"),
        lambda: responding.finish(workspace, mentee),
        lambda: responding.erase(workspace, mentee),
    ):
        with pytest.raises(InvitationClosed):
            change()
    assert responding.answers(workspace, mentee)["MC-41"].level == 2


def test_beginning_and_finishing_are_noted_once_begun(
    workspace: Workspace, token: str, clock: Clock
) -> None:
    responding.begin_session(workspace, session(workspace, token), "en")
    later = clock.forward(minutes=4)
    responding.finish(workspace, session(workspace, token))
    responding.begin_session(workspace, session(workspace, token), "nl")

    respondent = session(workspace, token).respondent
    assert (respondent.started_at, respondent.finished_at, respondent.language) == (
        NOW,
        later,
        "nl",
    )


def test_the_language_is_kept(workspace: Workspace, token: str) -> None:
    responding.set_language(workspace, session(workspace, token), "en")

    assert session(workspace, token).respondent.language == "en"
    with pytest.raises(InvalidInput):
        responding.set_language(workspace, session(workspace, token), "e" * 30)


def test_my_answers_can_be_erased_and_given_anew(workspace: Workspace, token: str) -> None:
    responding.write(workspace, session(workspace, token), an_answer("MC-41", comment="weg"))
    responding.finish(workspace, session(workspace, token))

    responding.erase(workspace, session(workspace, token))

    assert responding.answers(workspace, session(workspace, token)) == {}
    assert session(workspace, token).respondent.finished_at is None
    assert responding.write(workspace, session(workspace, token), an_answer("MC-41")).version == 1


@pytest.mark.parametrize(("role", "kept"), [("facilitator", "mijn verslag"), ("mentee", "")])
def test_only_who_speaks_for_the_organisation_says_what_shows_it(
    workspace: Workspace, assessment: Assessment, role: str, kept: str
) -> None:
    issued = invitations.open_invitation(
        workspace, assessment.id, role, "full", 1, None, personal=1
    )
    found = session(workspace, own(workspace, issued.links[0].token))
    said = Answer("MC-41", AnswerState.LEVEL, 2, comment="woorden", evidence="mijn verslag")

    saved = responding.write(workspace, found, said)

    assert found.is_anonymous == (kept == "")
    assert (saved.comment, saved.evidence) == ("woorden", kept)


def test_the_own_voice_is_invited_by_nobody(workspace: Workspace, assessment: Assessment) -> None:
    with pytest.raises(NotFound):
        invitations.open_invitation(workspace, assessment.id, "coordinator", "full", 1, None)
