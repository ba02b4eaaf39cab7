"""Sessions straight in a store, on each kind of database."""

from dataclasses import replace
from typing import Any

from assessment.project_profiles import ProfileEntry, ProjectProfile
from assessment.session.agreed_values import AgreedValue
from assessment.session.agreements import SessionAgreement
from assessment.session.control.log import entry_of
from assessment.session.control.orders import first_items, marks_of, step_of
from assessment.session.group_session import GroupSession
from assessment.session.notes import NoteKind, SessionNote
from assessment.session.people import SessionPerson
from assessment.session.states import Command, SessionKey, SessionPhase, SessionState, Turn
from assessment.session.voting.hands import HandCount
from assessment.session.voting.votes import SessionVote
from assessment.store import Store
from tests.support.builders import NOW, SNAPSHOT_HASH
from tests.support.session.room import a_script, a_session, a_step

SCRIPT = a_script(
    a_step("rate", items=("MC-01",)),
    a_step("thesis", items=("TH-01",)),
    a_step("missing"),
    a_step("tables", items=("MC-01",)),
)


def a_running_session(store: Store, **fields: Any) -> GroupSession:
    """Save a session whose first step may be voted on; its snapshot is there."""
    store.snapshots.add(SNAPSHOT_HASH, "{}")
    usual = {
        "script": SCRIPT,
        "catalogue_hash": SNAPSHOT_HASH,
        "state": SessionState.RUNNING,
        "opened_at": NOW,
        "started_at": NOW,
        "step": "rate",
        "item": "MC-01",
        "phase": SessionPhase.VOTING,
        "open_items": ("MC-01",),
    }
    return store.sessions.save(a_session(**{**usual, **fields}))


def a_person(id: str = "R1", **fields: Any) -> SessionPerson:  # noqa: A002 (the field's own name)
    usual = SessionPerson(id, "S1", "mentor", token_hash=f"token {id}", phrase_hash=f"words {id}")
    return replace(usual, **fields)


def a_vote(person: str = "R1", choice: str = "3", **fields: Any) -> SessionVote:
    return replace(SessionVote(person, "rate", "MC-01", Turn.FIRST, choice), **fields)


def moved(store: Store, command: Command, **fields: Any) -> GroupSession:
    """Change the session by a command, as it is stored now."""
    present = store.sessions.get("S1")
    entry = entry_of(present, SessionKey.CONTROL, command)
    return store.sessions.move(replace(present, **fields), entry)


def closed(store: Store) -> GroupSession:
    """Close the vote."""
    return moved(store, Command.CLOSE, phase=SessionPhase.CLOSED)


def shown(store: Store) -> GroupSession:
    """Close the vote and show it."""
    present = closed(store)
    phase = SessionPhase.SHOWN if present.turn is Turn.FIRST else SessionPhase.SHOWN_AGAIN
    marks = marks_of(step_of(present), present.open_items, present.turn)
    entry = entry_of(present, SessionKey.CONTROL, Command.SHOW)
    return store.sessions.move(replace(present, phase=phase), entry, marks)


def voting_again(store: Store) -> GroupSession:
    """Open the second vote."""
    again = {"phase": SessionPhase.VOTING_AGAIN, "turn": Turn.SECOND}
    return moved(store, Command.VOTE_AGAIN, **again)


def voting_on(store: Store, step: str, **fields: Any) -> GroupSession:
    """Put another step on the table, with its first vote open."""
    wanted = step_of(a_session(script=SCRIPT, step=step))
    item = "" if wanted.is_whole else wanted.on_the_table[0]
    usual = {
        "step": step,
        "item": item,
        "phase": SessionPhase.VOTING,
        "turn": Turn.FIRST,
        "open_items": first_items(a_session(item=item), wanted),
        "by_table": step == "tables",
    }
    return moved(store, Command.NEXT, **{**usual, **fields})


def fill_session(store: Store, words: str) -> None:
    """Put a row in every table of a session of project P1, with these words where there are any."""
    a_running_session(store, project="P1", name=words)
    for number in range(5):
        store.session_people.join(a_person(f"R{number}"))
        store.session_votes.save(a_vote(f"R{number}"))
    hands = HandCount("rate", "MC-01", Turn.FIRST, "choice", "mentee", "2", 6)
    store.session_hands.set(closed(store), [hands])
    shown(store)
    store.session_notes.add(SessionNote("N1", "S1", "rate", "MC-01", words, NoteKind.NOTE))
    store.agreed_values.save(AgreedValue("S1", "rate", "MC-01", "3", reason=words))
    store.session_agreements.save(SessionAgreement("G1", "S1", words))
    entries = (ProfileEntry("MC-01", reason=words),)
    store.project_profiles.save(ProjectProfile("F1", "P1", words, "m", "full", entries))
