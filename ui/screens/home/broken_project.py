"""A project that cannot be shown: what is wrong with it, and the two ways out."""

import streamlit as st

from assessment.project_list import BrokenLine
from assessment.services import projects
from assessment.services.context import Workspace
from exchange import project_file
from exchange.file_names import file_name
from ui import session
from ui.widgets.confirm import Confirmation, confirmed
from ui.widgets.download import Offer, offer
from ui.widgets.html import note, plain, soft, text


def broken_project(workspace: Workspace, line: BrokenLine) -> None:
    """Render what is wrong with a project, its export and its erasure; all others go on."""
    t, project = session.words(), line.project
    with st.container(border=True, key=f"project_{project.id}"):
        st.markdown(f"**{plain(project.name)}**")
        st.html(
            note(t("This project cannot be shown. All others can."))
            + soft(t("What went wrong: {what}", what=line.fault))
            + f"<p>{text(t('Take it along as a file, ask for help with it, or erase it.'))}</p>"
        )
        offer(
            Offer(
                f"broken:{project.id}",
                file_name(project.name, ending="json"),
                "application/json",
                lambda: project_file.export_project(workspace, project.id),
            )
        )
        confirmed(
            f"erase_broken:{project.id}",
            Confirmation(
                t("Erase this project…"),
                t("This erases all assessments, answers and agreements of the project, for good."),
                t("Yes, erase it for good"),
            ),
            lambda: projects.erase_project(workspace, project.id),
        )
