"""Export a project as a file, or erase it for good."""

import streamlit as st

from assessment.projects import Project
from assessment.services import projects
from assessment.services.context import Workspace
from exchange import project_file
from exchange.file_names import file_name
from exchange.organisation import calendar_file
from ui import navigation, session
from ui.widgets.download import Offer, offer
from ui.widgets.html import plain


def export_and_erase(workspace: Workspace, project: Project) -> None:
    """Render the export and the erasure."""
    t = session.words()
    st.write(
        t(
            "The export holds everything your organisation wrote, with the criteria. Of other "
            "groups it holds only what may be shown. A backup of the whole database: python "
            "cli.py backup FILE"
        )
    )
    offer(
        Offer(
            "export",
            file_name(project.name, ending="json"),
            "application/json",
            lambda: project_file.export_project(workspace, project.id),
        )
    )
    _calendar(workspace, project)
    _erase(workspace, project)


def _calendar(workspace: Workspace, project: Project) -> None:
    t = session.words()
    st.write(
        t(
            "The days of this project for your calendar: ends of invitations, agreements, and when to look "
            "again. Read the file anew after a change; nothing of a result is in it."
        )
    )
    offer(
        Offer(
            "calendar",
            file_name(project.name, ending="ics"),
            calendar_file.MEDIA_TYPE,
            lambda: calendar_file.calendar_file(workspace, project.id, t),
        )
    )


def _erase(workspace: Workspace, project: Project) -> None:
    t = session.words()
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
            st.switch_page(navigation.HOME, query_params=session.home_address())
