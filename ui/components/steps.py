"""The way through one assessment: its steps, on top of every page about it."""

import streamlit as st

from assessment.errors import NotFound
from assessment.projects import Assessment
from assessment.services.workspace import Workspace
from ui import places as at
from ui import state
from ui.components.html import text


def assessment_here(workspace: Workspace) -> Assessment | None:
    """Return the assessment of the address; say so and return None if there is none."""
    wanted = state.current(state.ASSESSMENT)
    try:
        return workspace.store.assessment(wanted or "")
    except NotFound:
        nothing_here()
        return None


def nothing_here() -> None:
    """Say that the address leads to nothing that exists, and show the way home."""
    t = state.words()
    st.title(t("There is nothing here (any more)"))
    st.write(t("This project or assessment does not exist. It may have been erased."))
    st.page_link(
        at.HOME, label=t("To my projects"), query_params={state.LANGUAGE: state.language()}
    )


def heading(workspace: Workspace, assessment: Assessment, page: str) -> None:
    """Draw the name of the project and the steps of the assessment, `page` being the present one."""
    t = state.words()
    project = workspace.store.project(assessment.project)
    status = t("closed") if assessment.is_closed else t("open")
    st.html(f'<p class="ms-soft">{text(project.name)} · {text(assessment.name)} · {status}</p>')
    places = state.here(project=project.id, assessment=assessment.id)
    with st.container(horizontal=True, gap="small", key="steps"):
        for path, label in (
            (at.QUESTIONS, t("All questions")),
            (at.AUDIT, t("Answer")),
            (at.VOICES, t("Other groups")),
            (at.CHECK, t("Look back")),
            (at.RESULT, t("Result")),
            (at.AGREEMENTS, t("Agreements")),
            (at.TAKE_ALONG, t("Take it along")),
            (at.SETTINGS, t("Settings")),
        ):
            is_here = path == page
            st.page_link(
                path,
                label=f"**{label}**" if is_here else label,
                disabled=False,
                query_params=places,
            )
