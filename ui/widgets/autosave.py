"""Save what somebody changes at once, and never overwrite what another window wrote.

The database is the truth. A row has parts, and each part is saved, compared and drawn anew on its
own: every field of a project, or an answer as a whole. A part that changes elsewhere starts anew
from what is stored, unless something stands there that is not saved; all other parts stay untouched,
so that nobody loses focus or what is being typed.
"""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import cached_property
from typing import Any, Generic, TypeVar

import streamlit as st

from assessment.errors import MentorspiegelError, NotFound, StaleWrite
from runtime import now
from ui import session
from ui.widgets.html import alert, text
from ui.widgets.refusal import REFUSALS, refusal
from ui.widgets.save_line import FieldState, again

Row = TypeVar("Row")

_LONGEST_SHOWN = 20_000  # characters of a value in a conflict


@dataclass(frozen=True)
class Unsaved:
    """A value that was chosen here and could not be saved."""

    mine: Any
    trouble: str = ""  # why; empty when another window wrote the same part meanwhile


@dataclass
class Seen(Generic[Row]):
    """What one browser tab knows about a row. It is no storage: the database is."""

    row: Row  # as this tab last read or wrote it; in a conflict it is what the other window wrote
    unsaved: dict[str, Unsaved] = field(default_factory=dict)  # by part
    epochs: Counter[str] = field(default_factory=Counter)  # how often a part was drawn anew
    saved: str = ""  # the part that was last saved
    saved_at: datetime | None = None  # when this tab last saved a part
    is_removed: bool = False  # something was chosen here after the row was removed elsewhere


def with_value(row: Any, part: str, value: Any) -> Any:
    """Return a row with another value in one field."""
    return replace(row, **{part: value})


@dataclass(frozen=True)
class Autosave(Generic[Row]):
    """How a row is read, changed and saved, part by part.

    `save` returns the row as it is stored, and raises StaleWrite when it is not the one that was
    changed. Making this brings what the tab knows in step with the `stored` row.
    """

    name: str  # of the row in this tab
    stored: Row
    read: Callable[[], Row]
    save: Callable[[Row], Row]
    change: Callable[[Row, str, Any], Row] = with_value
    parts: Callable[[Row], Mapping[str, Any]] = vars
    refusal: Callable[[MentorspiegelError], str] = refusal

    def __post_init__(self) -> None:
        """Let every part that changed elsewhere start anew."""
        self._take_over(self.stored)

    @cached_property
    def seen(self) -> Seen[Row]:
        """What this tab knows about the row."""
        seen: Seen[Row] = st.session_state.setdefault(f"seen:{self.name}", Seen(self.stored))
        return seen

    def theirs(self, part: str) -> Any:
        """Return the value that is stored, as far as this tab knows."""
        return self.parts(self.seen.row)[part]

    def mine(self, part: str) -> Any:
        """Return the value to show: what stands here unsaved, or else what is stored."""
        unsaved = self.seen.unsaved.get(part)
        return self.theirs(part) if unsaved is None else unsaved.mine

    def is_conflict(self, part: str) -> bool:
        """Return whether this window and another one chose different values."""
        unsaved = self.seen.unsaved.get(part)
        return unsaved is not None and not unsaved.trouble

    def keep(self, part: str, value: Any) -> None:
        """Save one part that was changed; in a conflict only remember it, until somebody chose."""
        if self.is_conflict(part) and not is_same(value, self.theirs(part)):
            self.seen.unsaved[part] = Unsaved(value)
        else:
            self.write(part, value)

    def write(self, part: str, value: Any) -> None:
        """Save one part; remember the value, and why, when that cannot be."""
        seen = self.seen
        seen.unsaved.pop(part, None)
        seen.saved = ""
        try:
            row = self._save(part, value)
        except StaleWrite:
            seen.unsaved[part] = Unsaved(value)
        except REFUSALS as error:
            seen.unsaved[part] = Unsaved(value, self.refusal(error))
            seen.is_removed = isinstance(error, NotFound)
        else:
            self._take_over(row, but=part)
            seen.saved_at = now()
            if is_same(self.theirs(part), value):
                seen.saved = part
            else:  # it was stored otherwise than it was typed
                self.draw_anew(part)

    def start_anew(self, part: str) -> None:
        """Let a part show what is stored, and forget what could not be saved."""
        self.seen.unsaved.pop(part, None)
        self.draw_anew(part)

    def draw_anew(self, part: str) -> None:
        """Let a part be drawn by new widgets, which show what is unsaved or else what is stored."""
        self.seen.epochs[part] += 1

    def _save(self, part: str, value: Any) -> Row:
        """Save a part of the row as it was seen, or as it is now if only other parts differ."""
        before = self.theirs(part)
        try:
            return self.save(self.change(self.seen.row, part, value))
        except StaleWrite:
            self._take_over(self.read(), but=part)
            if self.theirs(part) not in (before, value):
                raise
            return self.save(self.change(self.seen.row, part, value))

    def _take_over(self, row: Row, *, but: str = "") -> None:
        """Know the row as it is stored now; other parts than `but` that differ start anew."""
        seen, before = self.seen, self.parts(self.seen.row)
        for part, value in self.parts(row).items():
            if part == but or value == before[part]:
                continue
            if part in seen.unsaved:
                seen.unsaved[part] = Unsaved(seen.unsaved[part].mine)  # now two windows chose
            else:
                self.draw_anew(part)
        seen.row = row


def is_same(one: Any, other: Any) -> bool:
    """Return whether two values are stored alike: texts without the spaces around them."""
    return bool(_stripped(one) == _stripped(other))


def _stripped(value: Any) -> Any:
    return value.strip() if isinstance(value, str) else value


@dataclass(frozen=True)
class Notice:
    """What stands below a part that is not saved: its words, its buttons and what they do."""

    part: str
    key: Callable[[str], str]  # of the button "again", "back", "mine" or "theirs"
    write: Callable[[], None]  # saves what stands on the screen
    in_words: Callable[[Any], str]
    changed: str  # that another window wrote it too
    here: str  # the name of the value on this screen
    keep_here: str  # the label of the button that keeps it
    fields: Sequence[FieldState]  # that the part is made of


def never_arrived() -> str:
    """Return why a field shows what was neither saved nor refused."""
    return session.words()("The connection was lost before this reached the database.")


def changed_elsewhere() -> str:
    """Return why a part is not saved that another window wrote, too."""
    return session.words()("This was changed in another window. Nothing was overwritten.")


def saved_words(saving: Autosave[Any]) -> str:
    """Return that everything is saved, and when, if this tab did."""
    t, moment = session.words(), saving.seen.saved_at
    return t("Saved at {time}", time=session.time_of_day(moment)) if moment else t("Saved")


def show_unsaved(saving: Autosave[Any], notice: Notice) -> None:
    """Render that a part is not saved and why, and the two ways out."""
    t = session.words()
    unsaved = saving.seen.unsaved.get(notice.part)
    reason = unsaved.trouble if unsaved else never_arrived()
    # what never arrived, the browser may send again by itself
    sign = "" if unsaved else again(notice.key("again"), notice.fields)
    st.html(alert(f"{t('Not saved yet.')} {reason}") + sign)
    with st.container(horizontal=True):
        st.button(t("Save what stands here"), key=notice.key("again"), on_click=notice.write)
        _back(saving, notice, t("Back to what was saved"), "back")


def show_conflict(saving: Autosave[Any], notice: Notice) -> None:
    """Render what this window and another one chose, and ask which to keep."""
    t = session.words()
    sides = ((t("There"), saving.theirs(notice.part)), (notice.here, saving.mine(notice.part)))
    lines = "".join(
        f'<p class="ms-text"><strong>{name}:</strong> '
        f"{text(notice.in_words(value)[:_LONGEST_SHOWN] or '–')}</p>"
        for name, value in sides
    )
    st.html(alert(notice.changed) + lines)
    with st.container(horizontal=True):
        st.button(notice.keep_here, key=notice.key("mine"), on_click=notice.write)
        _back(saving, notice, t("Take over the other"), "theirs")


def _back(saving: Autosave[Any], notice: Notice, label: str, button: str) -> None:
    key = notice.key(button)
    st.button(label, key=key, on_click=saving.start_anew, args=(notice.part,))
