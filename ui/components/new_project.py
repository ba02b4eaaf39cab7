"""The forms for a new project and for its next assessment."""

import streamlit as st

from assessment.catalogue import Ambition, Profile
from assessment.errors import InvalidInput
from assessment.projects import Assessment, Kind, Minors, Project, Stage
from assessment.services import projects
from assessment.services.workspace import Workspace
from locales import LANGUAGES
from ui import pages_list as at
from ui import state
from ui.components import names
from ui.components.html import text

def form(workspace: Workspace) -> None:
    """Draw the form of a new project; what was typed stays when something is not right."""
    t = state.words()
    with st.form("project", border=False):
        draft = _context(workspace)
        profile, ambition = _start_choices(workspace)
        if st.form_submit_button(t("Make the project"), type="primary", key="make_project"):
            _make(workspace, draft, profile, ambition)


def _context(workspace: Workspace) -> Project:
    t = state.words()
    name = st.text_input(t("Name of the project"), key="project_name")
    with st.expander(t("About the project (may wait)")):
        kinds, ages, stages = names.kinds(t), names.minors(t), names.stages(t)
        kind: Kind | None = st.selectbox(
            t("Kind of mentoring"), list(kinds), index=None, format_func=kinds.__getitem__, key="project_kind"
        )
        group = st.text_input(t("For whom"), key="project_group")
        age: Minors | None = st.selectbox(
            t("Are mentees under eighteen?"), list(ages), index=None, format_func=ages.__getitem__, key="project_minors"
        )
        stage: Stage | None = st.selectbox(
            t("How far is the programme?"), list(stages), index=None, format_func=stages.__getitem__, key="project_stage"
        )
        size = st.number_input(t("Pairs in a year"), min_value=0, max_value=1_000_000, value=None, key="project_size")
        region = st.text_input(t("Place or region"), key="project_region")
        year = st.number_input(t("Running since"), min_value=1900, max_value=workspace.now().year + 5, value=None, key="project_year")
        languages = st.multiselect(
            t("Languages for mentors and mentees"), list(LANGUAGES), default=["nl"], format_func=LANGUAGES.__getitem__, key="project_languages"
        )
    return Project(
        id="",
        name=name,
        created_at=workspace.now(),
        kind=kind,
        target_group=group,
        minors=age,
        stage=stage,
        size=size,
        region=region,
        start_year=year,
        languages=tuple(languages),
    )


def _start_choices(workspace: Workspace) -> tuple[Profile, Ambition]:
    t, language = state.words(), state.language()
    catalogue = workspace.catalogue
    profiles = {p.id: p for p in catalogue.profiles}
    ambitions = {a.id: a for a in catalogue.ambitions}
    order = sorted(profiles, key=lambda name: profiles[name].criteria == "all")
    profile = st.radio(
        t("Which questions?"),
        order,
        format_func=lambda name: profiles[name].title.in_language(language),
        captions=[profiles[name].description.in_language(language) for name in order],
        key="start_profile",
    )
    ambition = st.radio(
        t("How high do you aim?"),
        list(ambitions),
        format_func=lambda name: ambitions[name].title.in_language(language),
        captions=[a.description.in_language(language) for a in ambitions.values()],
        key="start_ambition",
    )
    st.caption(t("You can change this for every criterion later, under Settings."))
    return profiles[profile], ambitions[ambition]


def _make(workspace: Workspace, draft: Project, profile: Profile, ambition: Ambition) -> None:
    t = state.words()
    try:
        project = projects.create_project(workspace, draft)
    except InvalidInput as error:
        st.error(_said(error))
        return
    started = projects.start_assessment(
        workspace,
        project.id,
        name=t("Assessment {year}", year=workspace.now().year),
        profile=profile.id,
        ambition=ambition.id,
    )
    _open(started)


def _said(error: InvalidInput) -> str:
    t = state.words()
    return {
        "missing": t("Give the project a name first."),
        "too_long": t("One of the texts is too long: at most 200 characters are kept."),
        "characters": t("One of the texts holds characters that cannot be kept. Remove them."),
    }.get(error.rule, str(error))


def _open(assessment: Assessment) -> None:
    st.switch_page(
        at.QUESTIONS, query_params=state.here(project=assessment.project, assessment=assessment.id)
    )


def next_assessment(workspace: Workspace, project: Project) -> None:
    """Draw the form that starts the next assessment of a project."""
    t = state.words()
    earlier = workspace.store.assessments(project.id)
    st.title(t("Next assessment") if earlier else t("First assessment"), anchor=False)
    st.html(f"<p>{text(project.name)}</p>")
    same = bool(earlier) and st.checkbox(
        t("The same questions and targets as last time"), value=True, key="same_choices"
    )
    with st.form("assessment", border=False):
        name = st.text_input(
            t("Name of the assessment"), value=t("Assessment {year}", year=workspace.now().year), key="assessment_name"
        )
        profile, ambition = _continued(workspace, earlier[0]) if same else _start_choices(workspace)
        if not st.form_submit_button(t("Start the assessment"), type="primary", key="start_assessment"):
            return
    try:
        started = projects.start_assessment(
            workspace, project.id, name=name, profile=profile.id, ambition=ambition.id
        )
    except InvalidInput as error:
        st.error(_said(error))
        return
    if same:
        projects.continue_choices(workspace, started)
    _open(started)


def _continued(workspace: Workspace, earlier: Assessment) -> tuple[Profile, Ambition]:
    """Return profile and ambition of the earlier assessment, or the first that there are."""
    catalogue = workspace.catalogue
    profile = catalogue.profile(earlier.profile) or catalogue.profiles[0]
    return profile, catalogue.ambition(earlier.ambition) or catalogue.ambitions[0]

