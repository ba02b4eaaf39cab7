"""The next assessment of a project: what goes along from the last one, and what has changed since."""

from collections.abc import Iterable

import streamlit as st

from assessment.assessments import Assessment, is_soon
from assessment.catalogue.model import Ambition, Catalogue, Profile
from assessment.choices import in_scope
from assessment.errors import InvalidInput
from assessment.project_profiles import ProjectProfile
from assessment.projects import Project
from assessment.services import agreements, assessments
from assessment.services.assessments import proposed_preset
from assessment.services.context import Workspace
from assessment.services.project_profiles import profiles_for
from reports.wording import next_assessment as wording
from ui import navigation, session
from ui.catalogue_choice import chosen_catalogue
from ui.screens.start.new_project import (
    chosen_ambition,
    open_questions,
    refusal_of_form,
    start_choices,
)
from ui.widgets import choose
from ui.widgets.html import bullets, details, field_error, plain, text
from ui.widgets.renewal import what_changed
from ui.widgets.save_line import FieldState, form_line

_NAME = "assessment_name"  # the key of the field


def next_assessment(workspace: Workspace, project: Project) -> None:
    """Render the form that starts the next assessment of a project."""
    t = session.words()
    earlier = workspace.store.assessments.all(project.id)
    _heading(project, t("Next assessment") if earlier else t("First assessment"))
    if earlier:
        catalogue = workspace.catalogue_for(project.id)
        _goes_along(workspace, earlier[0], catalogue)
    else:
        catalogue = chosen_catalogue(workspace, "start_catalogue")
    same = bool(earlier) and st.checkbox(
        t("The same questions and targets as last time"), value=True, key="same_choices"
    )
    profile, ambition = (
        proposed_preset(catalogue, earlier[0]) if same else _choices(workspace, project, catalogue)
    )
    with st.container(key="submits-assessment"):  # Enter in the field presses the button
        proposed = _proposed_name(workspace, earlier)
        name = st.text_input(t("Name of the assessment"), value=proposed, key=_NAME)
        below_name = st.empty()
        form = f"assessment:{project.id}:{len(earlier)}"
        st.html(form_line(form, [FieldState("name", _NAME, proposed, name)]))
        if not st.button(t("Start the assessment"), type="primary", key="start_assessment"):
            return
    try:
        started = assessments.start_assessment(
            workspace,
            project.id,
            name=name,
            profile=profile if isinstance(profile, ProjectProfile) else profile.id,
            ambition=ambition.id,
            catalogue_id=catalogue.id,
        )
    except InvalidInput as error:
        below_name.html(field_error(_NAME, refusal_of_form(error)))
        return
    if same:
        assessments.continue_choices(workspace, started)
    session.made(form)
    open_questions(started)


def _choices(
    workspace: Workspace, project: Project, catalogue: Catalogue
) -> tuple[Profile | ProjectProfile, Ambition]:
    """Render the choice of questions, of the project's own where it has any, and of an ambition."""
    t = session.words()
    found = {one.id: one for one in profiles_for(workspace, project.id, catalogue)}
    if found:
        words = {"": t("One of the catalogue")} | {name: one.name for name, one in found.items()}
        own = found.get(choose.select("own_profile", t("Which questionnaire?"), words))
        if own is not None:
            return own, chosen_ambition(catalogue, "start_ambition")
    return start_choices(workspace, catalogue)


def _heading(project: Project, title: str) -> None:
    session.name_tab(title, project.name)
    st.title(title, anchor=False)
    st.html(f"<p>{text(project.name)}</p>")


def _proposed_name(workspace: Workspace, earlier: Iterable[Assessment]) -> str:
    taken = {assessment.name for assessment in earlier}
    return wording.new_name(workspace.now(), taken, session.words())


def _goes_along(workspace: Workspace, earlier: Assessment, catalogue: Catalogue) -> None:
    """Render what comes from the last assessment: whether it is closed, agreements, criteria."""
    t = session.words()
    if not earlier.is_closed:
        st.info(wording.still_open(plain(earlier.name), t))
        address = session.address(project=earlier.project, assessment=earlier.id)
        st.page_link(
            navigation.CLOSING, label=t("Look back before you close"), query_params=address
        )
    if is_soon(earlier, workspace.now()):
        st.warning(wording.newcomer(t))
    open_ones = agreements.still_open(workspace, earlier.project)
    if open_ones:
        title = t.plural(
            "One agreement that is not done goes along",
            "{n} agreements that are not done go along",
            len(open_ones),
        )
        st.html(details(title, bullets(agreement.text for agreement in open_ones)))
    asked = in_scope(workspace.store.choices.get(earlier.id).values())
    what_changed(workspace.catalogue_of(earlier), catalogue, asked)
