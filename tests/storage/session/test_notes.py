"""Notes to the group."""

from dataclasses import replace

import pytest

from assessment.errors import NotFound, SessionRefused, StaleWrite
from assessment.session.notes import NoteKind, NoteStatus, SessionNote
from assessment.store import Store
from storage.session import notes
from tests.support.session.rows import a_running_session, voting_on

NOTE = SessionNote("N1", "S1", "rate", "MC-01", "Wat een vraag 🌱")


def test_a_note_is_kept_and_released(store: Store) -> None:
    a_running_session(store)
    store.session_notes.add(NOTE)
    kept = store.session_notes.all("S1")
    before = store.sessions.pulse("S1")

    (saved,) = store.session_notes.save([replace(kept[0], status=NoteStatus.RELEASED)])

    assert kept == [replace(NOTE, version=1)]
    assert store.session_notes.all("S1") == [saved]
    after = store.sessions.pulse("S1")
    assert (after.v, after.version) == (before.v + 1, before.version)


def test_a_note_is_changed_once_and_all_or_nothing(store: Store) -> None:
    a_running_session(store)
    for name in ("N1", "N2"):
        store.session_notes.add(replace(NOTE, id=name))
    first, second = store.session_notes.all("S1")
    released = store.session_notes.save([replace(first, status=NoteStatus.RELEASED)])

    assert store.session_notes.save([replace(first, status=NoteStatus.RELEASED)]) == released
    with pytest.raises(StaleWrite):
        store.session_notes.save([replace(second, text="x"), replace(first, text="anders")])
    with pytest.raises(NotFound):
        store.session_notes.save([replace(first, id="N3")])

    assert store.session_notes.all("S1") == [*released, second]


def test_a_note_too_late_or_one_too_many_is_refused(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    a_running_session(store)
    with pytest.raises(SessionRefused, match="closed"):
        store.session_notes.add(replace(NOTE, kind=NoteKind.PROPOSAL))
    monkeypatch.setattr(notes, "MAX_NOTES", 1)
    store.session_notes.add(NOTE)

    with pytest.raises(SessionRefused, match="full"):
        store.session_notes.add(replace(NOTE, id="N2"))

    voting_on(store, "missing")
    with pytest.raises(SessionRefused, match="moved_on"):
        store.session_notes.add(replace(NOTE, id="N3"))
