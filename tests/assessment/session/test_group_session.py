"""A session as a whole: when it ends itself, and what it may be."""

from dataclasses import replace
from datetime import timedelta

import pytest

from assessment.errors import InvalidInput
from assessment.session.group_session import checked_session
from assessment.session.states import SessionPhase, SessionState
from tests.support.builders import NOW
from tests.support.session.room import a_session


def test_a_forgotten_session_ends_itself_two_hours_after_its_planned_end() -> None:
    running = a_session(state=SessionState.RUNNING, started_at=NOW, extra_minutes=10)
    end = NOW + timedelta(minutes=70)

    assert running.planned_end == end
    assert not running.is_forgotten(end + timedelta(hours=2, seconds=-1))
    assert running.is_forgotten(end + timedelta(hours=2))
    assert a_session(state=SessionState.LOBBY, opened_at=NOW).is_forgotten(NOW + timedelta(hours=3))


def test_a_draft_and_an_ended_session_are_never_forgotten() -> None:
    for session in (a_session(), a_session(started_at=NOW).ended(NOW)):
        assert session.ends_itself_at is None
        assert not session.is_forgotten(NOW + timedelta(days=9))


def test_votes_are_taken_only_while_it_runs_and_a_vote_is_open() -> None:
    session = a_session(state=SessionState.RUNNING, phase=SessionPhase.VOTING)

    assert session.takes_votes
    assert not replace(session, state=SessionState.PAUSED).takes_votes
    assert not replace(session, phase=SessionPhase.CLOSED).takes_votes


def test_the_report_stays_for_thirty_days() -> None:
    ended = a_session(state=SessionState.RUNNING, started_at=NOW).ended(NOW)

    assert not a_session().shows_report(NOW)
    assert a_session(state=SessionState.LOBBY).shows_report(NOW)
    assert ended.shows_report(NOW + timedelta(days=29))
    assert not ended.shows_report(NOW + timedelta(days=30))


def test_it_names_the_criteria_it_is_about_once() -> None:
    assert a_session().criteria == ("MC-01", "own")
    assert a_session().present_step is None


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("name", "  "),
        ("planned_minutes", 0),
        ("people_expected", 1_001),
        ("roles", ()),
        ("roles", ("mentor", "mentor")),
        ("language", "nederlands"),
    ],
)
def test_a_session_that_cannot_be_is_refused(field: str, value: object) -> None:
    with pytest.raises(InvalidInput) as caught:
        checked_session(a_session(**{field: value}))

    assert caught.value.field == field
    assert checked_session(a_session(name=" Samen ")).name == "Samen"
