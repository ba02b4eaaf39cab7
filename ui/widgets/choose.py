"""Choices that survive a change of language, and a visit to another page.

Options are ids and are shown in words. Each language has a widget of its own, and what was chosen is
remembered beside them under the name of the choice.
"""

from collections.abc import Mapping, Sequence
from typing import TypeVar

import streamlit as st

from ui import session
from ui.widgets.html import plain

Option = TypeVar("Option")


def select(
    name: str, label: str, words: Mapping[Option, str], *, first: Option | None = None
) -> Option:
    """Render a list to choose one from, at the start `first` or else its first option."""
    options = list(words)
    chosen = st.selectbox(
        label,
        options,
        index=_index(name, options, first) or 0,
        format_func=words.__getitem__,
        key=session.key_in_language(name),
    )
    return session.remember(name, chosen)


def select_or_none(
    name: str,
    label: str,
    words: Mapping[Option, str],
    *,
    first: Option | None = None,
    placeholder: str = "",
    key: str = "",
) -> Option | None:
    """Render a list from which nothing has to be chosen, at the start `first` or nothing.

    Another `key` draws a new list, which shows what is remembered.
    """
    options = list(words)
    chosen = st.selectbox(
        label,
        options,
        index=_index(name, options, first),
        format_func=words.__getitem__,
        placeholder=placeholder or session.words()("Choose"),
        key=session.key_in_language(key or name),
    )
    return session.remember(name, chosen)


def several(name: str, label: str, words: Mapping[Option, str]) -> list[Option]:
    """Render a choice of several, at first all of them."""
    return st.multiselect(
        label,
        list(words),
        default=list(words),
        format_func=words.__getitem__,
        placeholder=session.words()("Choose"),
        key=session.key_in_language(f"{name}:{len(words)}"),
    )


def radio(
    name: str, label: str, words: Mapping[Option, str], *, captions: Sequence[str] | None = None
) -> Option:
    """Render options below each other, at the start the first one is chosen.

    Their words may be those of others: they are shown as they were written.
    """
    options = list(words)
    chosen = st.radio(
        label,
        options,
        index=_index(name, options) or 0,
        format_func=lambda option: plain(words[option]),
        captions=None if captions is None else [plain(words) for words in captions],
        key=session.key_in_language(name),
    )
    return session.remember(name, chosen)


def segments(name: str, label: str, words: Mapping[Option, str]) -> Option:
    """Render a few options beside each other, at the start the first one is chosen."""
    options = list(words)
    chosen = st.segmented_control(
        label,
        options,
        default=options[_index(name, options) or 0],
        required=True,
        format_func=lambda option: plain(words[option]),
        key=session.key_in_language(name),
    )
    return session.remember(name, chosen)


def _index(name: str, options: Sequence[Option], first: Option | None = None) -> int | None:
    """Return the place of what was chosen before, or else of `first`, among the options."""
    for option in (session.remembered(name, None), first):
        if option in options:
            return options.index(option)
    return None
