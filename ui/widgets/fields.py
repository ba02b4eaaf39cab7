"""Fields of a row that are each saved while somebody types, with one line that says whether they are."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import streamlit as st

from ui import session
from ui.widgets.autosave import (
    Autosave,
    Notice,
    changed_elsewhere,
    is_same,
    never_arrived,
    saved_words,
    show_conflict,
    show_unsaved,
)
from ui.widgets.save_line import FieldState, not_saved, nothing_yet, save_line, saved

InWords = Callable[[Any], str]


@contextmanager
def fields_of(saving: Autosave[Any]) -> Iterator["Fields"]:
    """Render the fields of a row, and below them whether they are saved."""
    fields = Fields(saving)
    with st.container(key=f"fields:{saving.name}"):
        yield fields
        status = saved(saved_words(saving))
        if saving.seen.saved_at is None and not any(state.stored for state in fields.states):
            status = nothing_yet(session.words()("Whatever you type is saved at once."))
        if fields.troubles:
            status = not_saved(session.words()("Not saved: {reason}", reason=fields.troubles[0]))
        with st.container(key=f"line:{saving.name}"):
            st.html(save_line(status, fields.states))


@dataclass(frozen=True)
class Fields:
    """The fields of one row, and how it is saved."""

    saving: Autosave[Any]
    states: list[FieldState] = field(default_factory=list)
    troubles: list[str] = field(default_factory=list)  # why something is not saved

    def text(self, name: str, label: str) -> None:
        """Render a field for a text."""
        common = self._common(name)
        shown = st.text_input(label, value=self.saving.mine(name), **common)
        self._note(name, common["key"], shown, str)

    def area(self, name: str, label: str, height: int = 80) -> None:
        """Render a field for a text of several lines, `height` in pixels."""
        common, value = self._common(name), self.saving.mine(name)
        shown = st.text_area(label, value=value, height=height, **common)
        self._note(name, common["key"], shown, str)

    def day(self, name: str, label: str) -> None:
        """Render a field for a date that may be missing."""
        common, value = self._common(name), self.saving.mine(name)
        shown = st.date_input(label, value=value, format="DD-MM-YYYY", **common)
        in_words: InWords = lambda day: f"{day:%d-%m-%Y}" if day else ""  # noqa: E731
        self._note(name, common["key"], shown, in_words, lambda day: str(day or ""))

    def number(self, name: str, label: str, lowest: int, highest: int) -> None:
        """Render a field for a number that may be missing."""
        common = self._common(name)
        shown = st.number_input(label, lowest, highest, self.saving.mine(name), **common)
        self._note(name, common["key"], shown, lambda n: "" if n is None else str(n))

    def tick(self, name: str, label: str, words: Mapping[bool, str]) -> None:
        """Render a field for yes or no."""
        common = self._common(name)
        shown = st.checkbox(label, value=self.saving.mine(name), **common)
        self._note(name, common["key"], shown, words.__getitem__, lambda yes: str(int(yes)))

    def one(self, name: str, label: str, words: Mapping[Any, str], missing: object = None) -> None:
        """Render a choice of one; `missing` is the option that stands for none."""
        options, value = list(words), self.saving.mine(name)
        value = missing if value is None else value
        common = self._common(name, is_in_words=True, missing=missing)
        shown = st.selectbox(
            label,
            options,
            index=options.index(value) if value in options else None,
            format_func=words.__getitem__,
            placeholder=session.words()("Choose"),
            **common,
        )
        in_words = {None if option == missing else option: word for option, word in words.items()}
        value = None if shown == missing else shown
        self._note(name, common["key"], value, lambda one: in_words.get(one, ""))

    def several(self, name: str, label: str, words: Mapping[str, str]) -> None:
        """Render a choice of several."""
        options, common = list(words), self._common(name)
        shown = st.pills(
            label,
            options,
            selection_mode="multi",
            default=[option for option in self.saving.mine(name) if option in words],
            format_func=words.__getitem__,
            **common,
        )
        self._note(
            name,
            common["key"],
            tuple(shown),
            lambda chosen: ", ".join(words[one] for one in chosen),
            lambda chosen: ",".join(str(n) for n, one in enumerate(options) if one in chosen),
        )

    def _common(
        self, name: str, *, is_in_words: bool = False, missing: object = None
    ) -> dict[str, Any]:
        key = f"{self.saving.name}:{name}:{self.saving.seen.epochs[name]}"
        if is_in_words:
            key = session.key_in_language(key)
        return {"key": key, "on_change": self._keep, "args": (name, key, missing)}

    def _keep(self, name: str, key: str, missing: object) -> None:
        value = st.session_state[key]
        if isinstance(value, list):
            value = tuple(value)
        self.saving.keep(name, None if value == missing else value)

    def _note(
        self, name: str, key: str, shown: Any, in_words: InWords, on_screen: InWords | None = None
    ) -> None:
        """Note what a field shows and what is stored; render below it when it is not saved.

        `on_screen` says what the browser can read of a value in the field, when that is not in words.
        """
        saving, as_read = self.saving, on_screen or in_words
        stored = as_read(saving.theirs(name))
        state = FieldState(f"{saving.name}:{name}", key, stored, as_read(shown))
        self.states.append(state)
        below = st.empty()  # always there: what follows must not move while someone types in it
        if saving.is_conflict(name):
            self.troubles.append(changed_elsewhere())
            with below.container():
                show_conflict(saving, self._notice(name, shown, in_words, state))
        elif not is_same(shown, saving.theirs(name)):
            unsaved = saving.seen.unsaved.get(name)
            self.troubles.append(unsaved.trouble if unsaved else never_arrived())
            with below.container():
                show_unsaved(saving, self._notice(name, shown, in_words, state))

    def _notice(self, name: str, shown: Any, in_words: InWords, state: FieldState) -> Notice:
        saving, t = self.saving, session.words()
        return Notice(
            part=name,
            key=lambda button: f"{button}:{saving.name}:{name}",
            write=lambda: saving.write(name, shown),
            in_words=in_words,
            changed=changed_elsewhere(),
            here=t("You chose"),
            keep_here=t("Keep what I chose"),
            fields=(state,),
        )
