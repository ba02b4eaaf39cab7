"""The pages and their addresses, in one place."""

from typing import Any

import streamlit as st

from ui import state

HOME = "screens/home.py"
PROJECT = "screens/project.py"
SETTINGS = "screens/settings.py"
QUESTIONS = "screens/questions.py"
AUDIT = "screens/audit.py"
VOICES = "screens/voices.py"
CHECK = "screens/check.py"
RESULT = "screens/result.py"
AGREEMENTS = "screens/agreements.py"
TAKE_ALONG = "screens/take_along.py"
CRITERIA = "screens/criteria.py"
TALK = "screens/talk.py"
METHOD = "screens/method.py"


def pages() -> list[Any]:
    """Return the pages under their titles in the person's language."""
    t = state.words()
    titles = {
        HOME: t("Home"),
        PROJECT: t("New project"),
        SETTINGS: t("Settings"),
        QUESTIONS: t("All questions"),
        AUDIT: t("Self-audit"),
        VOICES: t("Other groups"),
        CHECK: t("Before you close"),
        RESULT: t("Result"),
        AGREEMENTS: t("Agreements"),
        TAKE_ALONG: t("Take it along"),
        CRITERIA: t("Criteria"),
        TALK: t("To talk about"),
        METHOD: t("Method and privacy"),
    }
    return [
        st.Page(
            path, title=f"{title} · Mentorspiegel", url_path=_address(path), default=path == HOME
        )
        for path, title in titles.items()
    ]


def _address(path: str) -> str:
    return path.removeprefix("screens/").removesuffix(".py")
