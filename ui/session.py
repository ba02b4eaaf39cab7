"""Who, where and which language: all names in the address, and what a tab remembers.

The address carries everything that must survive a reload. Answers are never kept here.
"""

from functools import lru_cache
from typing import Any, TypeVar

import streamlit as st

from locales import LANGUAGES, Translator, translator
from settings import Settings

LANGUAGE = "lang"
PROJECT = "project"
ASSESSMENT = "assessment"
CRITERION = "criterion"
PART = "part"

Parameters = dict[str, str]
Value = TypeVar("Value")


@lru_cache
def settings() -> Settings:
    """Return the settings of this process."""
    return Settings()


def language() -> str:
    """Return the language of this tab, from the address or the settings."""
    chosen = st.query_params.get(LANGUAGE, "")
    if chosen in LANGUAGES:
        return chosen
    return settings().language if settings().language in LANGUAGES else next(iter(LANGUAGES))


def words() -> Translator:
    """Return the translator into the language of this tab."""
    return translator(language())


def parameter(name: str) -> str | None:
    """Return what the address says, such as which criterion; None if it does not."""
    return st.query_params.get(name) or None


def go_to(name: str, value: str) -> None:
    """Change what the address says."""
    st.query_params[name] = value


def address(**changes: str | None) -> Parameters:
    """Return the parameters of a link: language, project and assessment of this tab, with changes."""
    present = {name: st.query_params.get(name) for name in (PROJECT, ASSESSMENT)}
    parameters = {LANGUAGE: language(), **present, **changes}
    return {name: value for name, value in parameters.items() if value}


def home_address() -> Parameters:
    """Return the parameters of a link that leads away from every project."""
    return {LANGUAGE: language()}


def key_in_language(name: str) -> str:
    """Return the key of a widget whose options are shown in words.

    The browser knows an option by its words, so each language needs a widget of its own: with one
    key for both, the choice would vanish from the screen when the language changes.
    """
    return f"{name}:{language()}"


def remembered(name: str, otherwise: Any) -> Any:
    """Return what `remember` was given in this tab; a widget forgets when it leaves the screen."""
    return st.session_state.get(f"kept:{name}", otherwise)


def remember(name: str, value: Value) -> Value:
    """Remember a value as long as the tab is open, and return it."""
    st.session_state[f"kept:{name}"] = value
    return value
