"""Whom people can turn to: asked before the first letter can be made."""

import streamlit as st

from assessment.assessments import Assessment
from assessment.projects import Project
from assessment.services import projects
from assessment.services.context import Workspace
from ui import session
from ui.screens.settings.project import saving_project
from ui.widgets.fields import fields_of
from ui.widgets.html import details, table


def contact(workspace: Workspace, assessment: Assessment) -> bool:
    """Render whom respondents can turn to; return whether somebody is named."""
    t, project = session.words(), workspace.store.projects.get(assessment.project)
    if not projects.needs_contact(workspace, assessment):
        with st.expander(t("Whom can people turn to?")):
            contact_field(workspace, project)
            _numbers(workspace, assessment)
        return True
    with st.container(border=True, key="contact"):
        st.header(t("First: whom can people turn to?"), anchor=False)
        st.write(
            t(
                "Questions about safety can touch somebody. Name a place to turn to. It stands in "
                "every letter and beside every question. After that you can invite."
            )
        )
        contact_field(workspace, project)
        _numbers(workspace, assessment)
    return not projects.needs_contact(workspace, assessment)


def _numbers(workspace: Workspace, assessment: Assessment) -> None:
    """Render which numbers participants see beside that, and which nobody checked yet."""
    t, language = session.words(), session.language()
    numbers = workspace.numbers_to_call(assessment.catalogue)
    if not numbers:
        st.write(t("This catalogue has no numbers to call. Participants see 112 alone."))
        return
    rows = [
        (
            n.country.in_language(language),
            n.name.in_language(language),
            n.number,
            t.date(n.checked) if n.checked else t("not yet"),
            n.source,
        )
        for n in numbers
    ]
    header = (t("Country"), t("Name"), t("Number"), t("Checked on"), t("Source"))
    title = t("Numbers that participants can call")
    st.html(details(title, table(title, header, rows)))
    if any(n.checked is None for n in numbers):
        st.caption(
            t(
                "Not all of these numbers were checked. Look each one up at its source before you "
                "invite, and note the day in help.yaml."
            )
        )


def contact_field(workspace: Workspace, project: Project) -> None:
    """Render the field, which is saved while somebody types."""
    t = session.words()
    with fields_of(saving_project(workspace, project)) as fields:
        fields.text("contact", t("A function with a telephone number or an address"))
    st.caption(
        t(
            "Such as: the confidential adviser, 010 123 45 67. Write no name of a "
            "person, unless that person agrees."
        )
    )
