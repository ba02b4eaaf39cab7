"""The pages and their addresses, in one place."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

import streamlit as st

from assessment.access.acts import Act
from assessment.access.memberships import Access
from ui import session

HOME = "screens/home/page.py"
START = "screens/start/page.py"
SETTINGS = "screens/settings/page.py"
QUESTIONS = "screens/questions/page.py"
AUDIT = "screens/audit/page.py"
INVITATIONS = "screens/invitations/page.py"
CLOSING = "screens/closing/page.py"
RESULT = "screens/result/page.py"
JUDGING = "screens/judging/page.py"
FEEDBACK = "screens/feedback/page.py"
AGREEMENTS = "screens/agreements/page.py"
EXPORT = "screens/export/page.py"
SESSIONS = "screens/sessions/page.py"
SESSION_SCRIPT = "screens/session_script/page.py"
SESSION_REVIEW = "screens/session_review/page.py"
CRITERIA = "screens/criteria/page.py"
CONVERSATION = "screens/conversation/page.py"
GUIDE = "screens/guide/page.py"
METHOD = "screens/method/page.py"
PEOPLE = "screens/people/page.py"
LOG = "screens/log/page.py"
SERVER = "screens/server/page.py"
SHARES = "screens/shares/page.py"
PORTFOLIO = "screens/portfolio/page.py"


# what somebody must be allowed to, to open a page; who may see a project may open the others
NEEDS: Mapping[str, Act] = {
    START: Act.RUN_ASSESSMENT,
    SETTINGS: Act.CHANGE_PROJECT,
    AUDIT: Act.ANSWER,
    INVITATIONS: Act.INVITE,
    CLOSING: Act.RUN_ASSESSMENT,
    FEEDBACK: Act.INVITE,
    SHARES: Act.SHARE,
    PORTFOLIO: Act.READ_PORTFOLIO,
    SESSIONS: Act.LEAD_SESSION,
    SESSION_SCRIPT: Act.LEAD_SESSION,
    SESSION_REVIEW: Act.SEE_SESSION,
    PEOPLE: Act.MANAGE_MEMBERS,
    LOG: Act.READ_LOG,
    SERVER: Act.MANAGE_SERVER,
}
OF_EVERYBODY = frozenset({CRITERIA, CONVERSATION, GUIDE, METHOD})


def may_open(access: Access, path: str, project: str | None = None) -> bool:
    """Return whether somebody may open a page, about a project."""
    return path in OF_EVERYBODY or access.may(NEEDS.get(path, Act.SEE_PROJECTS), project)


def titles() -> dict[str, str]:
    """Return the title of every page in the language of this tab."""
    t = session.words()
    return {
        HOME: t("My projects"),
        START: t("New project"),
        SETTINGS: t("Settings"),
        QUESTIONS: t("All questions"),
        AUDIT: t("Self-audit"),
        INVITATIONS: t("Other groups"),
        CLOSING: t("Look back"),
        RESULT: t("Outcome"),
        JUDGING: t("What was judged"),
        FEEDBACK: t("Tell those who answered"),
        AGREEMENTS: t("Agreements"),
        EXPORT: t("Take it along"),
        SESSIONS: t("Group sessions"),
        SESSION_SCRIPT: t("Prepare a session"),
        SESSION_REVIEW: t("Review a session"),
        CRITERIA: t("Criteria"),
        CONVERSATION: t("To talk about"),
        GUIDE: t("Guide"),
        METHOD: t("Method and privacy"),
        PEOPLE: t("People"),
        LOG: t("Who did what"),
        SERVER: t("Server"),
        SHARES: t("What we share"),
        PORTFOLIO: t("Portfolio"),
    }


def pages() -> list[Any]:
    """Return the pages with their titles in the language of this tab."""
    return [
        st.Page(path, title=title, url_path=_address(path), default=path == HOME)
        for path, title in titles().items()
    ]


@dataclass(frozen=True)
class Links:
    """A list of links to pages, of which the one to the `present` page is marked as current."""

    present: str
    address: session.Parameters
    width: Literal["content", "stretch"] = "stretch"

    def show(self, path: str, label: str, icon: str | None = None) -> None:
        """Render one link."""
        state = "current" if path == self.present else "other"
        with st.container(key=f"{state}-{_address(path)}-{self.width}", width=self.width):
            st.page_link(path, label=label, icon=icon, query_params=self.address)


def path_of(page: Any) -> str:
    """Return which of our pages a page of Streamlit is."""
    return next((path for path in titles() if _address(path) == page.url_path), HOME)


def _address(path: str) -> str:
    return path.removeprefix("screens/").removesuffix("/page.py")
