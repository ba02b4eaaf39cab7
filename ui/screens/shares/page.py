"""What a project shares: who has what until when, what was read, and sending something more."""

import streamlit as st

from assessment.access.acts import Act
from assessment.errors import NotFound
from assessment.projects import Project
from assessment.services.context import Workspace
from ui import assessment_header, layout, navigation, session
from ui.screens.shares.send import send
from ui.screens.shares.sent import sent
from ui.store import workspace
from ui.widgets import choose
from ui.widgets.refusal import show_last_refusal


def current_project(space: Workspace) -> Project | None:
    """Return the project of the address, or one that is chosen; None while there is none."""
    t, wanted = session.words(), session.parameter(session.PROJECT)
    try:
        if wanted:
            project = space.store.projects.get(wanted)
            _header(space, project)
            return project
    except NotFound:
        assessment_header.not_found()
        return None
    found = {p.id: p for p in space.opened_for(Act.SHARE).store.projects.all()}
    st.title(t("What we share"), anchor=False)
    session.name_tab(t("What we share"))
    if not found:
        st.write(t("There is no project yet. Begin one first, and close an assessment."))
        return None
    names = {name: project.name for name, project in found.items()}
    return found[choose.select("share_project", t("Which project?"), names)]


def _header(space: Workspace, project: Project) -> None:
    """Render the header of the assessment of the address, or else of the newest one."""
    t, chosen = session.words(), session.parameter(session.ASSESSMENT)
    session.name_tab(t("What we share"), project.name)
    newest = next(iter(space.store.assessments.all(project.id)), None)
    shown = space.store.assessments.get(chosen) if chosen else newest
    if shown is not None:
        assessment_header.heading(space, shown, navigation.SHARES)
    st.title(t("What we share"), anchor=False)


t = session.words()
space = workspace()
layout.stop_unless(space.access.may(Act.SHARE, session.parameter(session.PROJECT)))
project = current_project(space)
if project is not None:
    show_last_refusal()
    sent(space, project)
    send(space, project)
