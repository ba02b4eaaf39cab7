"""Who, where and which language: all names in the session and in the address.

The address carries everything that must survive a reload. Answers are never kept here.
"""

from functools import lru_cache
from typing import Any

import streamlit as st

from locales import LANGUAGES, Translator, translator
from settings import Settings

LANGUAGE = "lang"
PROJECT = "project"
ASSESSMENT = "assessment"
CRITERION = "criterion"

Parameters = dict[str, str]


@lru_cache
def settings() -> Settings:
    """Return the settings of this process."""
    return Settings()


def language() -> str:
    """Return the language of this person, from the address or the settings."""
    chosen = st.query_params.get(LANGUAGE, "")
    if chosen in LANGUAGES:
        return chosen
    return settings().language if settings().language in LANGUAGES else next(iter(LANGUAGES))


def words() -> Translator:
    """Return the translator of this person."""
    return translator(language())


def current(name: str) -> str | None:
    """Return a place in the address, such as the criterion; None if it is not there."""
    return st.query_params.get(name) or None


def go_to(name: str, value: str) -> None:
    """Change a place in the address."""
    st.query_params[name] = value


def here(**places: str | None) -> Parameters:
    """Return the address parameters for a link: language and place, with changes."""
    kept = {name: st.query_params.get(name) for name in (PROJECT, ASSESSMENT)}
    merged = {LANGUAGE: language(), **kept, **places}
    return {name: value for name, value in merged.items() if value}


def translated(name: str) -> str:
    """Return the key of a widget whose options are shown in words.

    The browser knows an option by its words, so each language needs a widget of its own: with one
    key for both, the choice would vanish from the screen when the language changes.
    """
    return f"{name}:{language()}"


def kept(name: str, otherwise: Any) -> Any:
    """Return what was chosen in a translated widget before, in whichever language."""
    return st.session_state.get(f"kept:{name}", otherwise)


def keep(name: str, value: Any) -> Any:
    """Remember and return what is chosen in a translated widget."""
    st.session_state[f"kept:{name}"] = value
    return value
