"""The two ways to begin: a project of one's own, and the example."""

from typing import Literal

import streamlit as st

from assessment.access.acts import Act
from assessment.errors import FileProblems
from assessment.services.context import Workspace
from exchange import example_project
from ui import navigation, session


def buttons(workspace: Workspace, *, can_have_example: bool, is_first_visit: bool) -> None:
    """Render the ways to begin, on a first visit the example before all else."""
    t = session.words()
    if not workspace.access.may(Act.CREATE_PROJECT):
        return
    with st.container(horizontal=True):
        if can_have_example:
            label, icon = t("Show me the example project"), ":material/visibility:"
            if st.button(label, icon=icon, key="add_example", type=_kind(leads=is_first_visit)):
                _add_example(workspace)
        kind = _kind(leads=is_first_visit and not can_have_example)
        if st.button(t("New project"), icon=":material/add:", key="new_project", type=kind):
            st.switch_page(navigation.START, query_params=session.home_address())


def _kind(*, leads: bool) -> Literal["primary", "secondary"]:
    return "primary" if leads else "secondary"


def _add_example(workspace: Workspace) -> None:
    t = session.words()
    try:
        example_project.add_example(workspace, session.settings().criteria, session.language())
    except FileProblems as error:
        st.error(t("The example files cannot be used."))
        st.code(str(error), language=None)
    else:
        st.rerun()
