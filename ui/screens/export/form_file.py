"""Questions to fill in elsewhere: as a spreadsheet, or on paper."""

import streamlit as st

from assessment.assessments import Assessment
from assessment.services.context import Workspace
from exchange.file_names import file_name
from locales import LANGUAGES, translator
from reports.wording import choices
from ui import session
from ui.widgets import choose
from ui.widgets.download import Offer, offer

MOST = 50  # forms in one go
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def form(workspace: Workspace, assessment: Assessment) -> None:
    """Render the choice of whose questions, how many and in which language, and the file."""
    t = session.words()
    role = _role(workspace, assessment, "form", is_paper=False)
    language = choose.select(
        "form_language", t("In which language?"), LANGUAGES, first=session.language()
    )
    number = 1
    if not workspace.catalogue_of(assessment).role(role).asked_everything:
        number = int(
            st.number_input(
                t("For how many people? Each gets a file."), 1, MOST, 1, key="form_number"
            )
        )
    is_one = number == 1
    offered = Offer(
        "form",
        _file_name(workspace, assessment, role, language, "xlsx" if is_one else "zip"),
        _XLSX if is_one else "application/zip",
        lambda: _forms(workspace, assessment, role, language, number),
    )
    offer(offered)


def _forms(
    workspace: Workspace, assessment: Assessment, role: str, language: str, number: int
) -> bytes:
    from exchange.forms.files import forms

    return forms(workspace, assessment, role, language, number)


def paper(workspace: Workspace, assessment: Assessment) -> None:
    """Render the choice of whose questions and in which language, and the empty questionnaire."""
    t = session.words()
    role = _role(workspace, assessment, "paper", is_paper=True)
    language = choose.select(
        "paper_language", t("In which language?"), LANGUAGES, first=session.language()
    )
    catalogue = workspace.catalogue_of(assessment)
    chosen = workspace.store.choices.get(assessment.id)
    asked = [
        c
        for c in catalogue.criteria
        if c.id in chosen and chosen[c.id].in_scope and catalogue.is_asked(c, role)
    ]

    def make() -> bytes:
        from reports.paper_questionnaire import questionnaire

        return questionnaire(catalogue, asked, role, language)

    name = _file_name(workspace, assessment, role, language, "pdf")
    offer(Offer("paper", name, "application/pdf", make))


def _file_name(
    workspace: Workspace, assessment: Assessment, role: str, language: str, ending: str
) -> str:
    """Return a name that says whose questions they are, in the language that they are in."""
    t = translator(language)
    project = workspace.store.projects.get(assessment.project)
    title = workspace.catalogue_of(assessment).role(role).title.in_language(language)
    return file_name(project.name, assessment.name, t("questions"), title, ending=ending)


def _role(workspace: Workspace, assessment: Assessment, name: str, *, is_paper: bool) -> str:
    """Render the choice of a role; a form only for those who can still answer."""
    t = session.words()
    catalogue = workspace.catalogue_of(assessment)
    is_final = assessment.published_at is not None and not is_paper
    roles = [role for role in catalogue.roles if role.organisation or not is_final]
    words = {role.id: choices.voice(catalogue, role.id, 2, t) for role in roles}
    return choose.select(f"{name}_role", t("Whose questions?"), words)
