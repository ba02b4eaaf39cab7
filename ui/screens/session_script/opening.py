"""Letting people in, and the way to the control page, which leads from then on."""

import streamlit as st

from assessment.services.context import Workspace
from assessment.services.session.preparing import open_lobby
from assessment.session.group_session import GroupSession
from assessment.session.states import SessionState
from ui import navigation, session
from ui.screens.session_script.keys import remembered
from ui.widgets.html import soft
from ui.widgets.refusal import attempt


def opening(workspace: Workspace, one: GroupSession) -> None:
    """Render what begins the session, as far as it is."""
    t = session.words()
    if one.state is SessionState.DRAFT and one.control_hash is None:
        st.html(soft(t("Make the keys first. Then you can let people in.")))
        return
    if one.state is SessionState.DRAFT:
        st.write(
            t(
                "From now on people can join with the poster. The session itself begins on the control "
                "page, which works on a phone too."
            )
        )
        st.button(
            t("Let people in"),
            key="let_in",
            type="primary",
            on_click=attempt,
            args=(lambda: open_lobby(workspace, one),),
        )
        return
    _to_control(one)


def _to_control(one: GroupSession) -> None:
    t, where = session.words(), remembered(one)
    if where is None:
        st.write(t("People can join. Lead the session with your control key."))
        return
    st.write(t("People can join. The control page leads from here on."))
    with st.container(horizontal=True):
        st.link_button(t("To the control page"), where.control, type="primary")
        st.link_button(t("Open the screen for the room"), where.screen)


def over(one: GroupSession) -> None:
    """Render that the session has ended, and the way to its review."""
    t = session.words()
    st.write(t("This session has ended."))
    st.page_link(
        navigation.SESSION_REVIEW,
        label=t("Review a session"),
        query_params=session.address(session=one.id, project=one.project),
    )
