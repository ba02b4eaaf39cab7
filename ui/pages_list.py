"""The pages and their addresses, in one place."""

from typing import Any

import streamlit as st

from ui import state

HOME = "pages/home.py"
PROJECT = "pages/project.py"
SETTINGS = "pages/settings.py"
QUESTIONS = "pages/questions.py"
AUDIT = "pages/audit.py"
CHECK = "pages/check.py"
RESULT = "pages/result.py"
AGREEMENTS = "pages/agreements.py"
CRITERIA = "pages/criteria.py"
METHOD = "pages/method.py"


def pages() -> list[Any]:
    """Return the pages under their titles in the person's language."""
    t = state.words()
    titles = {
        HOME: t("Home"),
        PROJECT: t("New project"),
        SETTINGS: t("Settings"),
        QUESTIONS: t("All questions"),
        AUDIT: t("Self-audit"),
        CHECK: t("Before you close"),
        RESULT: t("Result"),
        AGREEMENTS: t("Agreements"),
        CRITERIA: t("Criteria"),
        METHOD: t("Method and privacy"),
    }
    return [
        st.Page(path, title=f"{title} · Mentorspiegel", url_path=_address(path), default=path == HOME)
        for path, title in titles.items()
    ]


def _address(path: str) -> str:
    return path.removeprefix("pages/").removesuffix(".py")
