"""Fields of a row that are each saved as soon as they are left."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import streamlit as st

from ui import session
from ui.widgets.autosave import Autosave, Notice, is_same, show_conflict, show_unsaved
from ui.widgets.html import saved


@dataclass(frozen=True)
class Fields:
    """The fields of one row, and how it is saved."""

    saving: Autosave[Any]

    def text(self, name: str, label: str) -> None:
        """Render a field for a text."""
        shown = st.text_input(label, value=self.saving.mine(name), **self._common(name))
        self._note(name, shown, str)

    def area(self, name: str, label: str, height: int = 80) -> None:
        """Render a field for a text of several lines, `height` in pixels."""
        value = self.saving.mine(name)
        shown = st.text_area(label, value=value, height=height, **self._common(name))
        self._note(name, shown, str)

    def day(self, name: str, label: str) -> None:
        """Render a field for a date that may be missing."""
        value = self.saving.mine(name)
        shown = st.date_input(label, value=value, format="DD-MM-YYYY", **self._common(name))
        self._note(name, shown, lambda day: f"{day:%d-%m-%Y}" if day else "")

    def number(self, name: str, label: str, lowest: int, highest: int) -> None:
        """Render a field for a number that may be missing."""
        value = self.saving.mine(name)
        shown = st.number_input(label, lowest, highest, value, **self._common(name))
        self._note(name, shown, lambda number: "" if number is None else str(number))

    def tick(self, name: str, label: str, words: Mapping[bool, str]) -> None:
        """Render a field for yes or no."""
        shown = st.checkbox(label, value=self.saving.mine(name), **self._common(name))
        self._note(name, shown, words.__getitem__)

    def one(self, name: str, label: str, words: Mapping[Any, str], missing: object = None) -> None:
        """Render a choice of one; `missing` is the option that stands for none."""
        options, value = list(words), self.saving.mine(name)
        value = missing if value is None else value
        shown = st.selectbox(
            label,
            options,
            index=options.index(value) if value in options else None,
            format_func=words.__getitem__,
            placeholder=session.words()("Choose"),
            **self._common(name, is_in_words=True, missing=missing),
        )
        in_words = {None if option == missing else option: word for option, word in words.items()}
        self._note(name, None if shown == missing else shown, lambda one: in_words.get(one, ""))

    def several(self, name: str, label: str, words: Mapping[str, str]) -> None:
        """Render a choice of several."""
        shown = st.pills(
            label,
            list(words),
            selection_mode="multi",
            default=[option for option in self.saving.mine(name) if option in words],
            format_func=words.__getitem__,
            **self._common(name),
        )
        self._note(name, tuple(shown), lambda chosen: ", ".join(words[one] for one in chosen))

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

    def _note(self, name: str, shown: Any, in_words: Callable[[Any], str]) -> None:
        """Render below a field whether what it shows is what the database holds."""
        saving, t = self.saving, session.words()
        below = st.empty()  # always there: what follows must not move while someone types in it
        notice = Notice(
            part=name,
            key=lambda button: f"{button}:{saving.name}:{name}",
            write=lambda: saving.write(name, shown),
            in_words=in_words,
            changed=t("This was changed in another window. Nothing was overwritten."),
            here=t("You chose"),
            keep_here=t("Keep what I chose"),
        )
        if saving.is_conflict(name):
            with below.container():
                show_conflict(saving, notice)
        elif not is_same(shown, saving.theirs(name)):
            with below.container():
                show_unsaved(saving, notice)
        elif saving.seen.saved == name:
            below.html(saved(t("Saved")))
