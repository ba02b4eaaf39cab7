"""Who, where and which language: all names in the address, and what a tab remembers.

The address carries everything that must survive a reload. Answers are never kept here.
"""

from datetime import datetime, timedelta, timezone
from functools import lru_cache
from typing import Any, TypeVar

import streamlit as st

from locales import LANGUAGES, Translator, translator
from locales.browser_language import best_language
from settings import Settings

PROGRAM = "Mentorspiegel"
LANGUAGE = "lang"
PROJECT = "project"
ASSESSMENT = "assessment"
CRITERION = "criterion"
PART = "part"
ORGANISATION = "organisation"
PORTFOLIO = "portfolio"
SHARE = "share"
INVITATION = "invitation"  # to a portfolio
LOGIN = "login"  # the same name stands in .streamlit/config.toml
SESSION = "session"

_MADE = "forms_made"

Parameters = dict[str, str]
Value = TypeVar("Value")


@lru_cache
def settings() -> Settings:
    """Return the settings of this process."""
    return Settings()


def language() -> str:
    """Return the language of this tab: from the address, the settings, or else the browser."""
    for chosen in (st.query_params.get(LANGUAGE, ""), settings().language):
        if chosen in LANGUAGES:
            return chosen
    asked = st.context.headers.get("Accept-Language") or st.context.locale or ""
    return best_language(asked, tuple(LANGUAGES))


def words() -> Translator:
    """Return the translator into the language of this tab."""
    return translator(language())


def login() -> str:
    """Return the id of the login as the gate handed it over, empty if there is none."""
    return str(st.user.get(LOGIN) or "")


def name_tab(*parts: str) -> None:
    """Set the title of the browser tab: what is on the screen, and of which project."""
    st.set_page_config(page_title=" · ".join((*parts, PROGRAM)))


def parameter(name: str) -> str | None:
    """Return what the address says, such as which criterion; None if it does not.

    No address of ours holds signs that nobody sees: what has some says nothing.
    """
    value = st.query_params.get(name, "")
    return value if value and value.isprintable() else None


def go_to(name: str, value: str) -> None:
    """Change what the address says."""
    st.query_params[name] = value


def address(**changes: str | None) -> Parameters:
    """Return the parameters of a link: language, project and assessment of this tab, with changes."""
    present = {name: st.query_params.get(name) for name in (ORGANISATION, PROJECT, ASSESSMENT)}
    parameters = {LANGUAGE: language(), **present, **changes}
    return {name: value for name, value in parameters.items() if value}


def home_address() -> Parameters:
    """Return the parameters of a link that leads away from every project."""
    organisation = parameter(ORGANISATION)
    return {LANGUAGE: language(), **({ORGANISATION: organisation} if organisation else {})}


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


def time_of_day(moment: datetime) -> str:
    """Return hours and minutes where the browser is, such as 14:03."""
    minutes = st.context.timezone_offset
    zone = None if minutes is None else timezone(-timedelta(minutes=minutes))
    return f"{moment.astimezone(zone):%H:%M}"


def made(form: str) -> None:
    """Remember that what a form was filled in for is made: its texts may leave the device."""
    st.session_state.setdefault(_MADE, []).append(form)


def forms_made() -> list[str]:
    """Return the forms of this tab that did what they were filled in for."""
    return list(st.session_state.get(_MADE, ()))
