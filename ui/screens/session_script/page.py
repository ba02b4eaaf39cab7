"""Preparing a session: its script against the time there is, papers, keys, and letting people in."""

from functools import partial

import streamlit as st

from assessment.access.acts import Act
from assessment.services.session.preparing import erase_session
from assessment.session.states import SessionState
from ui import navigation, session
from ui.screens.session_script import keys, opening, papers, plan
from ui.screens.session_script.current import current_session, heading
from ui.store import workspace
from ui.widgets.confirm import Confirmation, confirmed

t = session.words()
space = workspace()
one = current_session(space)

if one is not None:
    heading(space, one, navigation.SESSION_SCRIPT)
    st.header(t("The script"), anchor=False)
    plan.plan(space, one)
    st.header(t("On paper"), anchor=False)
    papers.papers(space, one)
    if one.state is not SessionState.ENDED:
        st.header(t("The keys"), anchor=False)
        keys.keys(space, one)
        st.header(t("Begin"), anchor=False)
        opening.opening(space, one)
    else:
        opening.over(one)
    if space.access.may(Act.MAKE_SESSION, one.project):
        confirmed(
            f"erase_session:{one.id}",
            Confirmation(
                t("Erase this session…"),
                t("Everything that was said in it goes, for everybody. This cannot be undone."),
                t("Yes, erase it"),
            ),
            partial(erase_session, space, one.id),
        )
