"""The way through one assessment: its steps, on top of every page about it."""

import streamlit as st

from assessment.assessments import Assessment
from assessment.errors import NotFound
from assessment.services.context import Workspace
from ui import navigation, session
from ui.widgets.html import text


def assessment_here(workspace: Workspace) -> Assessment | None:
    """Return the assessment of the address; say so and return None if there is none."""
    wanted = session.current(session.ASSESSMENT)
    try:
        return workspace.store.assessments.get(wanted or "")
    except NotFound:
        nothing_here()
        return None


def nothing_here() -> None:
    """Return that the address leads to nothing that exists, and show the way home."""
    t = session.words()
    st.title(t("There is nothing here (any more)"))
    st.write(t("This project or assessment does not exist. It may have been erased."))
    st.page_link(
        navigation.HOME,
        label=t("To my projects"),
        query_params={session.LANGUAGE: session.language()},
    )


def heading(workspace: Workspace, assessment: Assessment, page: str) -> None:
    """Render the name of the project and the steps of the assessment, `page` being the present one."""
    t = session.words()
    project = workspace.store.projects.get(assessment.project)
    status = t("closed") if assessment.is_closed else t("open")
    st.html(f'<p class="ms-soft">{text(project.name)} · {text(assessment.name)} · {status}</p>')
    places = session.here(project=project.id, assessment=assessment.id)
    with st.container(horizontal=True, gap="small", key="steps"):
        for path, label in (
            (navigation.QUESTIONS, t("All questions")),
            (navigation.AUDIT, t("Answer")),
            (navigation.INVITATIONS, t("Other groups")),
            (navigation.CLOSING, t("Look back")),
            (navigation.RESULT, t("Result")),
            (navigation.AGREEMENTS, t("Agreements")),
            (navigation.EXPORT, t("Take it along")),
            (navigation.SETTINGS, t("Settings")),
        ):
            is_here = path == page
            st.page_link(
                path,
                label=f"**{label}**" if is_here else label,
                disabled=False,
                query_params=places,
            )
