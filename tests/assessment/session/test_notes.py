"""Notes to the group."""

from dataclasses import fields, replace
from datetime import timedelta

import pytest

from assessment.errors import InvalidInput
from assessment.session.notes import NoteKind, SessionNote, checked_note, why_no_note
from assessment.session.states import SessionPhase, SessionState, Turn
from tests.support.builders import NOW
from tests.support.session.room import a_script, a_session, a_step

NOTE = SessionNote("N1", "S1", "missing", "", "Tijd voor de mentor")
PROPOSAL = replace(NOTE, kind=NoteKind.PROPOSAL)
RUNNING = a_session(
    script=a_script(a_step("missing"), a_step("rate")),
    state=SessionState.RUNNING,
    step="missing",
    phase=SessionPhase.VOTING,
    started_at=NOW,
)


def test_a_note_does_not_know_who_wrote_it_or_when() -> None:
    names = {field.name for field in fields(SessionNote)}

    assert not names & {"person", "role", "time", "written_at", "created_at", "number"}


@pytest.mark.parametrize("text", ["🌱 " * 500, "مرحبا بالجميع", "x" * 2_000])
def test_emoji_other_directions_and_two_thousand_signs_are_kept(text: str) -> None:
    assert checked_note(replace(NOTE, text=f" {text} ")).text == text.strip()


@pytest.mark.parametrize("text", ["", " \n", "x" * 2_001, "\0"])
def test_no_words_too_many_and_impossible_ones_are_refused(text: str) -> None:
    with pytest.raises(InvalidInput):
        checked_note(replace(NOTE, text=text))


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({}, None),
        ({"state": SessionState.ENDED}, "ended"),
        ({"started_at": NOW - timedelta(hours=4)}, "ended"),
        ({"state": SessionState.PAUSED}, "paused"),
        ({"state": SessionState.LOBBY}, "state"),
        ({"step": "rate"}, "moved_on"),
        ({"phase": SessionPhase.CLOSED}, "closed"),
        ({"turn": Turn.SECOND}, "closed"),
    ],
)
def test_a_proposal_is_taken_while_its_step_collects(
    changes: dict[str, object], reason: str | None
) -> None:
    assert why_no_note(replace(RUNNING, **changes), PROPOSAL, NOW) == reason


def test_a_note_to_the_group_is_taken_in_every_phase_but_a_word_comes_from_a_vote() -> None:
    talking = replace(RUNNING, phase=SessionPhase.TALKING)

    assert why_no_note(talking, NOTE, NOW) is None
    assert why_no_note(RUNNING, replace(NOTE, kind=NoteKind.WORD), NOW) == "closed"
    rating = replace(RUNNING, step="rate")
    assert why_no_note(rating, replace(PROPOSAL, step="rate"), NOW) == "closed"
