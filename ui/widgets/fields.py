"""Fields that are each kept as soon as they are left.

The database is the truth. A field whose stored value changes elsewhere starts anew from it; all
other fields stay untouched, so that nobody loses focus or what is being typed.
"""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

import streamlit as st

from assessment.errors import (
    AssessmentClosed,
    InvalidInput,
    InvitationClosed,
    LinkUsed,
    MentorspiegelError,
    NotFound,
    StaleWrite,
    StorageError,
)
from ui import session
from ui.widgets.html import text

Row = TypeVar("Row")

_LONGEST_SHOWN = 20_000  # characters of what could not be kept


@dataclass
class Seen(Generic[Row]):
    """What one browser tab knows about a row. It is no storage: the database is."""

    row: Row  # as this tab last saw or wrote it
    renewed: Counter[str] = field(default_factory=Counter)  # how often a field started anew
    troubles: dict[str, str] = field(default_factory=dict)  # why a field is not kept
    conflicts: dict[str, Any] = field(default_factory=dict)  # chosen here, changed elsewhere too
    removed: dict[str, Any] = field(default_factory=dict)  # typed after the row was removed
    written: str = ""  # the field that was last kept

    def take_over(self, row: Row, *, but: str = "") -> None:
        """Know the row as it is stored now; fields that differ start anew from it."""
        for name, value in vars(row).items():
            is_mine = name == but or name in self.troubles
            if not is_mine and value != getattr(self.row, name):
                self.renewed[name] += 1
        self.row = row

    def start_anew(self, name: str) -> None:
        """Let a field show what is stored, and forget what went wrong with it."""
        self.forget(name)
        self.renewed[name] += 1

    def forget(self, name: str) -> None:
        """Forget what went wrong with a field."""
        self.troubles.pop(name, None)
        self.conflicts.pop(name, None)


@dataclass(frozen=True)
class Fields(Generic[Row]):
    """The fields of one row, and how that row is read, changed and kept."""

    place: str  # the first part of every key
    seen: Seen[Row]
    read: Callable[[], Row]
    change: Callable[[Row, str, Any], Row]
    save: Callable[[Row], Row]

    def text(self, name: str, label: str) -> None:
        """Render a field for a text."""
        shown = st.text_input(label, value=getattr(self.seen.row, name), **self._common(name))
        self._note(name, shown, str)

    def area(self, name: str, label: str, height: int = 80) -> None:
        """Render a field for a text of several lines."""
        present = getattr(self.seen.row, name)
        shown = st.text_area(label, value=present, height=height, **self._common(name))
        self._note(name, shown, str)

    def day(self, name: str, label: str) -> None:
        """Render a field for a date that may be missing."""
        present = getattr(self.seen.row, name)
        shown = st.date_input(label, value=present, format="DD-MM-YYYY", **self._common(name))
        self._note(name, shown, lambda value: f"{value:%d-%m-%Y}" if value else "")

    def number(self, name: str, label: str, lowest: int, highest: int) -> None:
        """Render a field for a number that may be missing."""
        present = getattr(self.seen.row, name)
        shown = st.number_input(label, lowest, highest, present, **self._common(name))
        self._note(name, shown, lambda value: "" if value is None else str(value))

    def tick(self, name: str, label: str, words: Mapping[bool, str]) -> None:
        """Render a field for yes or no."""
        shown = st.checkbox(label, value=getattr(self.seen.row, name), **self._common(name))
        self._note(name, shown, words.__getitem__)

    def one(self, name: str, label: str, words: Mapping[Any, str], missing: object = None) -> None:
        """Render a choice of one; `missing` is the option that stands for none."""
        options, present = list(words), getattr(self.seen.row, name)
        present = missing if present is None else present
        shown = st.selectbox(
            label,
            options,
            index=options.index(present) if present in options else None,
            format_func=words.__getitem__,
            placeholder=session.words()("Choose"),
            **self._common(name, in_words=True, missing=missing),
        )
        self._note(name, None if shown == missing else shown, _word(words, missing))

    def several(self, name: str, label: str, words: Mapping[str, str]) -> None:
        """Render a choice of several."""
        present = [option for option in getattr(self.seen.row, name) if option in words]
        shown = st.pills(
            label,
            list(words),
            selection_mode="multi",
            default=present,
            format_func=words.__getitem__,
            **self._common(name),
        )
        self._note(name, tuple(shown), lambda chosen: ", ".join(words[o] for o in chosen))

    def keep(self, name: str, value: Any, *, renew: bool = False) -> None:
        """Save one field; remember why when that cannot be. `renew`: it shows something else."""
        seen = self.seen
        seen.forget(name)
        seen.written = ""
        try:
            present = self.read()
            if getattr(present, name) not in (getattr(seen.row, name), value):
                raise StaleWrite(present)
            saved = self.save(self.change(present, name, value))
        except StaleWrite:
            seen.conflicts[name] = value
        except NotFound as error:
            seen.removed[name] = value
            seen.troubles[name] = str(error)
        except (InvalidInput, StorageError, AssessmentClosed, InvitationClosed) as error:
            seen.troubles[name] = refusal(error)
        else:
            is_as_chosen = _plain(getattr(saved, name)) == _plain(value)
            seen.take_over(saved, but=name)
            seen.written = name if is_as_chosen else ""
            seen.renewed[name] += renew or not is_as_chosen

    def _common(
        self, name: str, *, in_words: bool = False, missing: object = None
    ) -> dict[str, Any]:
        key = f"{self.place}:{name}:{self.seen.renewed[name]}"
        key = session.translated(key) if in_words else key
        return {
            "key": key,
            "on_change": self._take,
            "args": (name, key, missing),
        }

    def _take(self, name: str, key: str, missing: object) -> None:
        value = st.session_state[key]
        if isinstance(value, list):
            value = tuple(value)
        self.keep(name, None if value == missing else value)

    def _note(self, name: str, shown: Any, say: Callable[[Any], str]) -> None:
        """Return below a field whether what it shows is what the database holds."""
        t, seen = session.words(), self.seen
        place = st.empty()  # always there: what follows must not move while someone types in it
        if name in seen.conflicts:
            with place.container():
                self._conflict(name, seen.conflicts[name], say)
        elif _plain(shown) != _plain(getattr(seen.row, name)):
            with place.container():
                self._unsaved(name, shown)
        elif seen.written == name:
            place.html(f'<p class="ms-saved" role="status">✓ {t("Saved")}</p>')

    def _unsaved(self, name: str, shown: Any) -> None:
        t = session.words()
        lost = t("The connection was lost before this reached the database.")
        reason = self.seen.troubles.get(name, lost)
        st.html(f'<p class="ms-unsaved" role="alert">⚠ {t("Not saved yet.")} {text(reason)}</p>')
        place = f"{self.place}:{name}"
        with st.container(horizontal=True):
            st.button(
                t("Save what stands here"),
                key=f"again:{place}",
                on_click=self.keep,
                args=(name, shown),
            )
            st.button(
                t("Back to what was saved"),
                key=f"back:{place}",
                on_click=self.seen.start_anew,
                args=(name,),
            )

    def _conflict(self, name: str, mine: Any, say: Callable[[Any], str]) -> None:
        t = session.words()
        theirs = getattr(self.seen.row, name)
        lines = "".join(
            f'<p class="ms-text"><strong>{word}:</strong> {text(_in_words(value, say))}</p>'
            for word, value in ((t("There"), theirs), (t("You chose"), mine))
        )
        said = t("This was changed in another window. Nothing was overwritten.")
        st.html(f'<p class="ms-unsaved" role="alert">⚠ {said}</p>{lines}')
        place = f"{self.place}:{name}"
        with st.container(horizontal=True):
            st.button(
                t("Keep what I chose"),
                key=f"mine:{place}",
                on_click=self.keep,
                args=(name, mine),
                kwargs={"renew": True},
            )
            st.button(
                t("Take over the other"),
                key=f"theirs:{place}",
                on_click=self.seen.start_anew,
                args=(name,),
            )


def seen_row(place: str, stored: Row) -> Seen[Row]:
    """Return what this tab knows about a row, in step with what is stored."""
    seen: Seen[Row] | None = st.session_state.get(f"seen:{place}")
    if seen is None:
        seen = Seen(stored)
        st.session_state[f"seen:{place}"] = seen
    elif seen.row != stored:
        seen.take_over(stored)
    return seen


def _word(words: Mapping[Any, str], missing: object) -> Callable[[Any], str]:
    return lambda value: words.get(missing if value is None else value, "")


def _in_words(value: Any, say: Callable[[Any], str]) -> str:
    return say(value)[:_LONGEST_SHOWN] or "–"


def _plain(value: Any) -> Any:
    """Return a value as it is kept: texts without the spaces around them, none as empty."""
    return value.strip() if isinstance(value, str) else value


def refusal(error: MentorspiegelError) -> str:
    """Return in the language of the screen why something could not be kept."""
    t = session.words()
    if isinstance(error, AssessmentClosed):
        return t("This assessment was closed meanwhile. Reopen it under Settings to go on.")
    if isinstance(error, StaleWrite):
        return t("This was changed in another window. Nothing was overwritten.")
    if isinstance(error, InvitationClosed):
        return t("Others cannot answer in this assessment any more.")
    if isinstance(error, LinkUsed):
        return t(
            "Somebody has begun with this letter. A new one would open their answers. Revoke it if "
            "need be, and add a link."
        )
    if not isinstance(error, InvalidInput):
        return str(error)
    return {
        ("name", "missing"): t("Give the project a name first."),
        ("text", "missing"): t("Fill in what you will do."),
        (error.field, "too_long"): t("This text is too long to keep. Shorten it."),
        ("seats", "range"): t("An invitation is for 1 to 200 people."),
        ("personal", "range"): t("There are more personal links than people. Make fewer."),
        ("until", "past"): t("That day has passed. Choose a later one."),
        ("profile", "empty"): t("These questions are not for this group. Choose others."),
        (error.field, "characters"): t(
            "This text holds characters that cannot be kept. Remove them."
        ),
    }.get((error.field, error.rule), str(error))
