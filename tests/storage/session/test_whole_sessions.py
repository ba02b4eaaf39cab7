"""A session with everything in it is written at once, and is erased whole."""

from dataclasses import replace
from datetime import date

import pytest

from assessment.errors import NotFound
from assessment.services.context import Workspace
from assessment.services.session.results import outcome_of_session
from assessment.session.agreed_values import AgreedValue
from assessment.session.agreements import SessionAgreement
from assessment.session.notes import NoteStatus, SessionNote
from assessment.session.people import SessionPerson
from assessment.session.states import SessionState, Turn
from assessment.session.store import WholeSession
from assessment.session.voting.votes import SessionVote, ShownMark
from assessment.store import Store
from tests.support.session.drafts import MADE_AT
from tests.support.session.rows import a_running_session

PEOPLE = [SessionPerson(f"P{n}", "S9", "mentor", f"token{n}", f"phrase{n}") for n in range(6)]


def workspace(store: Store) -> Workspace:
    return Workspace(
        store=store, now=lambda: MADE_AT, new_id=str, new_token=str, new_login_token=str
    )


def whole(store: Store) -> WholeSession:
    """A session that was held elsewhere, in which six people rated one criterion."""
    a_running_session(store)
    made = store.sessions.get("S1")
    held = replace(made, id="S9", state=SessionState.ENDED, started_at=made.created_at)
    return WholeSession(
        session=held,
        people=PEOPLE,
        votes=[SessionVote(p.id, "rate", "MC-01", Turn.FIRST, "3", version=1) for p in PEOPLE],
        shown=[ShownMark("rate", "MC-01", Turn.FIRST)],
        notes=[SessionNote("N1", "S9", "rate", "MC-01", "So.", status=NoteStatus.RELEASED)],
        agreed=[AgreedValue("S9", "rate", "MC-01", "3", version=1)],
        agreements=[SessionAgreement("A1", "S9", "Ask.", due=date(2027, 1, 1), version=1)],
    )


def test_everything_of_it_is_there_afterwards(store: Store) -> None:
    given = whole(store)
    store.sessions.add(given)
    outcome = outcome_of_session(workspace(store), store.sessions.get("S9"))

    assert outcome.session == given.session
    assert outcome.people == 6
    [result] = outcome.items
    assert result.first is not None
    assert result.first["choice"].count("3") == 6
    assert [note.text for note in outcome.notes] == ["So."]
    assert outcome.agreed["rate", "MC-01"].value == "3"
    assert outcome.agreements == given.agreements


def test_a_session_alone_may_be_all_there_is(store: Store) -> None:
    store.sessions.add(WholeSession(whole(store).session))

    assert outcome_of_session(workspace(store), store.sessions.get("S9")).items == ()


def test_twice_is_refused_and_nothing_is_half_there(store: Store) -> None:
    given = whole(store)
    store.sessions.add(given)

    with pytest.raises(Exception):  # noqa: B017  (whatever the database says of a double)
        store.sessions.add(replace(given, session=replace(given.session, id="S10")))
    with pytest.raises(NotFound):
        store.sessions.get("S10")
