"""Take a project along as a file, or erase it for good."""

import streamlit as st

from assessment.projects import Project
from assessment.services import bundle, projects
from assessment.services.workspace import Workspace
from ui import places as at
from ui import state
from ui.components.html import plain


def leaving(workspace: Workspace, project: Project) -> None:
    """Draw the export and the erasure."""
    t = state.words()
    st.write(
        t(
            "The export holds everything your organisation wrote, with the criteria. Of other "
            "groups it holds only what may be shown. A backup of the whole database: python "
            "cli.py backup FILE"
        )
    )
    st.download_button(
        t("Download the export"),
        lambda: bundle.export_project(workspace, project.id),
        file_name="mentorspiegel-project.json",
        mime="application/json",
        key="download_export",
        on_click="ignore",
    )
    with st.expander(t("Erase this project")):
        st.write(t("This erases all assessments, answers and agreements of the project, for good."))
        typed = st.text_input(
            t("Type the name of the project to erase it: {name}", name=plain(project.name)),
            key=f"erase_name:{project.id}",
        )
        # a page shows several spaces as one
        is_same = typed.split() == project.name.split()
        if st.button(t("Erase for good"), key="erase", disabled=not is_same):
            projects.erase_project(workspace, project.id)
            st.switch_page(at.HOME, query_params={state.LANGUAGE: state.language()})
