"""The pages and their addresses, in one place."""

from typing import Any

import streamlit as st

from ui import session

HOME = "screens/home/page.py"
START = "screens/start/page.py"
SETTINGS = "screens/settings/page.py"
QUESTIONS = "screens/questions/page.py"
AUDIT = "screens/audit/page.py"
INVITATIONS = "screens/invitations/page.py"
CLOSING = "screens/closing/page.py"
RESULT = "screens/result/page.py"
FEEDBACK = "screens/feedback/page.py"
AGREEMENTS = "screens/agreements/page.py"
EXPORT = "screens/export/page.py"
CRITERIA = "screens/criteria/page.py"
CONVERSATION = "screens/conversation/page.py"
METHOD = "screens/method/page.py"


def pages() -> list[Any]:
    """Return the pages with their titles in the language of this tab."""
    t = session.words()
    titles = {
        HOME: t("Home"),
        START: t("New project"),
        SETTINGS: t("Settings"),
        QUESTIONS: t("All questions"),
        AUDIT: t("Self-audit"),
        INVITATIONS: t("Other groups"),
        CLOSING: t("Look back"),
        RESULT: t("Outcome"),
        FEEDBACK: t("Tell those who answered"),
        AGREEMENTS: t("Agreements"),
        EXPORT: t("Take it along"),
        CRITERIA: t("Criteria"),
        CONVERSATION: t("To talk about"),
        METHOD: t("Method and privacy"),
    }
    return [
        st.Page(
            path, title=f"{title} · Mentorspiegel", url_path=_address(path), default=path == HOME
        )
        for path, title in titles.items()
    ]


def _address(path: str) -> str:
    return path.removeprefix("screens/").removesuffix("/page.py")
