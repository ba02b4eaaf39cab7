"""The session of the address, and what stands above every page about one."""

import streamlit as st

from assessment.errors import NotFound
from assessment.services.context import Workspace
from assessment.services.session.entering import session_now
from assessment.services.session.preparing import project_name
from assessment.session.group_session import GroupSession
from reports.session import wording
from ui import navigation, session
from ui.widgets.html import plain, soft
from ui.widgets.refusal import show_last_refusal


def current_session(workspace: Workspace) -> GroupSession | None:
    """Return the session of the address; None, after saying so, if there is none."""
    t = session.words()
    try:
        return session_now(workspace, session.parameter(session.SESSION) or "")
    except NotFound:
        session.name_tab(t("There is nothing here (any more)"))
        st.title(t("There is nothing here (any more)"), anchor=False)
        st.write(t("This session does not exist. It may have been erased."))
        st.page_link(
            navigation.SESSIONS, label=t("To the sessions"), query_params=session.home_address()
        )
        return None


def heading(workspace: Workspace, one: GroupSession, page: str) -> None:
    """Render project, state and the way between the pages of a session, then its name."""
    t = session.words()
    session.name_tab(navigation.titles()[page], one.name)
    parts = [wording.states(t)[one.state]]
    if project := project_name(workspace, one):
        parts.insert(0, project)
    st.html(soft(" · ".join(parts)))
    address = session.address(session=one.id, project=one.project)
    links = navigation.Links(page, address, "content")
    with st.container(horizontal=True, gap="small", key="steps"):
        links.show(navigation.SESSIONS, t("All sessions"))
        links.show(navigation.SESSION_SCRIPT, t("Prepare"))
        links.show(navigation.SESSION_REVIEW, t("Review"))
    st.title(plain(one.name), anchor=False)
    show_last_refusal()
