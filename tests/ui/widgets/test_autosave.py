"""Saved at once and never overwritten: what one tab knows of a row, beside another window."""

from collections.abc import Callable
from dataclasses import dataclass, replace

import pytest
import streamlit as st

from assessment.errors import DatabaseUnavailable, InvalidInput, NotFound, StaleWrite
from ui.widgets.autosave import Autosave, is_same


@dataclass(frozen=True)
class Note:
    text: str = ""
    place: str = ""
    version: int = 0


class Database:
    """One row, as a store keeps it: of two writers of one version only the first succeeds."""

    def __init__(self) -> None:
        self.row: Note | None = Note("then", "Gent")
        self.trouble: Exception | None = None

    def read(self) -> Note:
        if self.row is None:
            raise NotFound("note", "N1")
        return self.row

    def save(self, changed: Note) -> Note:
        present = self.read()
        if self.trouble:
            raise self.trouble
        if len(changed.text) > 10:
            raise InvalidInput("text", "too_long", "too long")
        if changed.version != present.version:
            raise StaleWrite(present)
        self.row = replace(changed, text=changed.text.strip(), version=present.version + 1)
        return self.row

    def elsewhere(self, **changes: str) -> None:
        """Let another window write."""
        self.row = replace(self.read(), version=self.read().version + 1, **changes)


OpenTab = Callable[[], Autosave[Note]]


@pytest.fixture
def database() -> Database:
    return Database()


@pytest.fixture
def run_page(database: Database, monkeypatch: pytest.MonkeyPatch) -> OpenTab:
    """Runs the page in the one tab of the test, as after every change of a field."""
    monkeypatch.setattr(st, "session_state", {})
    return lambda: Autosave(
        "note", database.read(), database.read, database.save, refusal=lambda error: str(error)
    )


def test_a_part_is_saved_at_once(run_page: OpenTab, database: Database) -> None:
    saving = run_page()

    saving.keep("text", "now")

    assert database.row == Note("now", "Gent", version=1)
    assert saving.seen.row == database.row
    assert saving.seen.saved_at is not None
    assert (saving.seen.saved, saving.mine("text")) == ("text", "now")


def test_saved_fields_are_not_drawn_anew(run_page: OpenTab) -> None:
    saving = run_page()

    saving.keep("text", "now ")

    assert (saving.seen.epochs["text"], saving.seen.epochs["place"]) == (0, 0)
    assert saving.seen.saved == "text"


def test_what_is_stored_otherwise_than_typed_is_drawn_anew_and_not_called_saved(
    run_page: OpenTab,
) -> None:
    saving = replace(run_page(), change=lambda row, part, value: row)  # an empty name, for one

    saving.keep("text", "")

    assert (saving.seen.saved, saving.seen.epochs["text"]) == ("", 1)
    assert saving.mine("text") == "then"


def test_another_part_that_changed_elsewhere_starts_anew(
    run_page: OpenTab, database: Database
) -> None:
    saving = run_page()
    database.elsewhere(place="Brugge")

    saving.keep("text", "now")

    assert (database.read().text, database.read().place) == ("now", "Brugge")
    assert (saving.seen.epochs["text"], saving.seen.epochs["place"]) == (0, 1)


def test_a_part_that_changed_elsewhere_starts_anew_on_the_next_run(
    run_page: OpenTab, database: Database
) -> None:
    run_page()
    database.elsewhere(text="theirs")

    saving = run_page()

    assert (saving.mine("text"), saving.seen.epochs["text"]) == ("theirs", 1)
    assert not saving.is_conflict("text")


def in_conflict(run_page: OpenTab, database: Database) -> Autosave[Note]:
    saving = run_page()
    database.elsewhere(text="theirs")
    saving.keep("text", "mine")
    return saving


def test_two_windows_on_one_part_are_a_conflict_and_nothing_is_overwritten(
    run_page: OpenTab, database: Database
) -> None:
    saving = in_conflict(run_page, database)

    assert database.read().text == "theirs"
    assert saving.is_conflict("text")
    assert (saving.mine("text"), saving.theirs("text")) == ("mine", "theirs")
    assert (saving.seen.saved, saving.seen.epochs["text"]) == ("", 0)  # mine stays on the screen


def test_mine_can_be_kept(run_page: OpenTab, database: Database) -> None:
    in_conflict(run_page, database)
    saving = run_page()

    saving.write("text", saving.mine("text"))

    assert database.read().text == "mine"
    assert not saving.is_conflict("text")


def test_mine_is_not_kept_over_a_third_value(run_page: OpenTab, database: Database) -> None:
    saving = in_conflict(run_page, database)
    database.elsewhere(text="third")

    saving.write("text", "mine")

    assert database.read().text == "third"
    assert (saving.mine("text"), saving.theirs("text")) == ("mine", "third")


def test_a_conflict_stays_one_until_somebody_chose(run_page: OpenTab, database: Database) -> None:
    saving = in_conflict(run_page, database)

    saving.keep("text", "mine too")

    assert database.read().text == "theirs"
    assert saving.is_conflict("text")
    assert saving.mine("text") == "mine too"


def test_who_types_what_the_other_window_wrote_ends_the_conflict(
    run_page: OpenTab, database: Database
) -> None:
    saving = in_conflict(run_page, database)

    saving.keep("text", "theirs")

    assert not saving.is_conflict("text")
    assert (database.read().text, saving.seen.saved) == ("theirs", "text")


def test_theirs_can_be_taken_over(run_page: OpenTab, database: Database) -> None:
    saving = in_conflict(run_page, database)

    saving.start_anew("text")

    assert (saving.mine("text"), saving.seen.epochs["text"]) == ("theirs", 1)
    assert not saving.is_conflict("text")


def test_the_same_value_from_two_windows_is_no_conflict(
    run_page: OpenTab, database: Database
) -> None:
    saving = run_page()
    database.elsewhere(text="same")

    saving.keep("text", "same")

    assert (saving.seen.saved, saving.is_conflict("text")) == ("text", False)


@pytest.mark.parametrize(
    ("trouble", "said"),
    [(None, "too long"), (DatabaseUnavailable("the disk is full"), "the disk is full")],
)
def test_what_cannot_be_saved_stays_with_the_reason(
    run_page: OpenTab, database: Database, trouble: Exception | None, said: str
) -> None:
    saving = run_page()
    database.trouble = trouble

    saving.keep("text", "x" * 11)

    assert (saving.mine("text"), saving.theirs("text")) == ("x" * 11, "then")
    assert saving.seen.saved_at is None
    assert saving.seen.unsaved["text"].trouble == said
    assert (saving.is_conflict("text"), saving.seen.saved) == (False, "")


def test_what_could_not_be_saved_is_still_there_on_the_next_run(
    run_page: OpenTab, database: Database
) -> None:
    run_page().keep("text", "x" * 11)
    run_page().keep("place", "Brugge")

    assert run_page().mine("text") == "x" * 11
    assert database.read() == Note("then", "Brugge", version=1)


def test_what_another_window_wrote_over_something_unsaved_is_not_overwritten(
    run_page: OpenTab, database: Database
) -> None:
    run_page().keep("text", "x" * 11)
    database.elsewhere(text="theirs")

    saving = run_page()

    assert saving.is_conflict("text")
    assert (saving.mine("text"), saving.theirs("text")) == ("x" * 11, "theirs")
    assert saving.seen.epochs["text"] == 0


def test_what_was_typed_after_the_row_was_removed_is_not_lost(
    run_page: OpenTab, database: Database
) -> None:
    saving = run_page()
    database.row = None

    saving.keep("text", "mine")
    saving.keep("place", "Brugge")

    assert saving.seen.is_removed
    assert (saving.mine("text"), saving.mine("place")) == ("mine", "Brugge")


def test_a_new_tab_starts_from_what_is_stored(
    run_page: OpenTab, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    run_page().keep("text", "x" * 11)
    monkeypatch.setattr(st, "session_state", {})

    assert run_page().mine("text") == "then"


def test_spaces_around_a_text_make_no_difference() -> None:
    assert is_same(" Gent ", "Gent")
    assert is_same(None, None)
    assert not is_same("Gent", "gent")
    assert not is_same(0, None)
