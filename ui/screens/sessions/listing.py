"""The sessions of a project, or those on their own, each with its state and the way to it."""

import streamlit as st

from assessment.access.acts import Act
from assessment.services.context import Workspace
from assessment.services.session import preparing
from assessment.session.group_session import GroupSession
from assessment.session.states import SessionState
from reports.session import wording
from ui import navigation, session
from ui.widgets import choose
from ui.widgets.html import plain, soft

_ALONE = ""


def chosen_project(workspace: Workspace) -> str | None:
    """Render the choice of a project; None for sessions on their own."""
    t = session.words()
    words = {project.id: project.name for project in workspace.store.projects.all()}
    if _may_stand_alone(workspace):
        words = {_ALONE: t("None: a session on its own"), **words}
    own = next((name for name in words if name), _ALONE)
    first = session.parameter(session.PROJECT) or own
    return choose.select("sessions_project", t("Of which project?"), words, first=first) or None


def _may_stand_alone(workspace: Workspace) -> bool:
    """Return whether who is at work leads sessions of the whole organisation, not of one project."""
    reach = workspace.access.reach(Act.MAKE_SESSION)
    return workspace.access.is_local or (reach is not None and reach.projects is None)


def sessions_alone(workspace: Workspace) -> None:
    """Render the sessions that somebody was invited to lead, without their projects."""
    if found := preparing.sessions_alone(workspace):
        st.header(session.words()("Sessions that you lead"), anchor=False)
        for one in found:
            _card(one)


def sessions(workspace: Workspace, project: str | None) -> None:
    """Render the sessions there are, the newest first."""
    t = session.words()
    st.header(t("Sessions"), anchor=False)
    found = preparing.sessions_of(workspace, project)
    if not found:
        st.html(soft(t("There are none yet.")))
    for one in found:
        _card(one)


def _card(one: GroupSession) -> None:
    t = session.words()
    address = session.address(session=one.id, project=one.project)
    with st.container(border=True, key=f"session_{one.id}"):
        is_over = one.state is SessionState.ENDED
        page = navigation.SESSION_REVIEW if is_over else navigation.SESSION_SCRIPT
        st.page_link(page, label=plain(one.name), query_params=address)
        st.html(soft(" · ".join(_facts(one))))
        if one.started_at is not None and not is_over:
            st.page_link(
                navigation.SESSION_REVIEW,
                label=t("Review so far"),
                icon=":material/history:",
                query_params=address,
            )


def _facts(one: GroupSession) -> list[str]:
    t = session.words()
    day = one.started_at or one.created_at
    return [
        wording.states(t)[one.state],
        wording.purposes(t)[one.purpose],
        t.plural("one minute", "{n} minutes", one.planned_minutes),
        t.date(day.astimezone().date()),
    ]
