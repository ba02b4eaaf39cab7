"""The header of every page about an assessment: its project, and the steps through it."""

import streamlit as st

from assessment.assessments import Assessment
from assessment.errors import NotFound
from assessment.services.context import Workspace
from ui import navigation, session
from ui.widgets.html import soft


def current_assessment(workspace: Workspace) -> Assessment | None:
    """Return the assessment of the address; None, after saying so, if there is none."""
    try:
        return workspace.store.assessments.get(session.parameter(session.ASSESSMENT) or "")
    except NotFound:
        not_found()
        return None


def not_found() -> None:
    """Render that the address leads to nothing that exists, and the way home."""
    t = session.words()
    session.name_tab(t("There is nothing here (any more)"))
    st.title(t("There is nothing here (any more)"), anchor=False)
    st.write(t("This project or assessment does not exist. It may have been erased."))
    st.page_link(navigation.HOME, label=t("To my projects"), query_params=session.home_address())


def heading(workspace: Workspace, assessment: Assessment, page: str, title: str = "") -> None:
    """Render the name of the project and the steps of the assessment, `page` marked as current.

    The browser tab is named after `title`, or else after the page, and after the project.
    """
    t = session.words()
    project = workspace.store.projects.get(assessment.project)
    session.name_tab(title or navigation.titles()[page], project.name)
    status = t("closed") if assessment.is_closed else t("open")
    st.html(soft(f"{project.name} · {assessment.name} · {status}"))
    address = session.address(project=project.id, assessment=assessment.id)
    links = navigation.Links(page, address, "content")
    steps = {
        navigation.QUESTIONS: t("All questions"),
        navigation.AUDIT: t("Answer"),
        navigation.INVITATIONS: t("Other groups"),
        navigation.CLOSING: t("Look back"),
        navigation.RESULT: t("Outcome"),
        navigation.AGREEMENTS: t("Agreements"),
        navigation.EXPORT: t("Take it along"),
        navigation.SHARES: t("Share"),
        navigation.SETTINGS: t("Settings"),
    }
    with st.container(horizontal=True, gap="small", key="steps"):
        for path, label in steps.items():
            if navigation.may_open(workspace.access, path, project.id):
                links.show(path, label)
