"""The form for a new project, and the choices with which an assessment starts."""

from collections.abc import Mapping, Sequence
from itertools import zip_longest

import streamlit as st

from assessment.assessments import Assessment
from assessment.catalogue.effort import profile_effort
from assessment.catalogue.model import Ambition, Catalogue, Profile
from assessment.errors import InvalidInput
from assessment.projects import Project
from assessment.services import assessments, projects
from assessment.services.context import Workspace
from locales import LANGUAGES
from reports.wording import choices
from reports.wording.next_assessment import new_name
from ui import navigation, session
from ui.catalogue_choice import chosen_catalogue
from ui.widgets import choose
from ui.widgets.explain import explain
from ui.widgets.html import field_error
from ui.widgets.save_line import FieldState, form_line

_FORM = "new_project"
_NAME = "project_name"  # the key of the field


def form(workspace: Workspace) -> None:
    """Render the form of a new project; what was typed stays when it cannot be saved."""
    t = session.words()
    with st.container(key="submits-project"):  # Enter in a field presses the button
        name = st.text_input(t("Name of the project"), key=_NAME)
        below_name = st.empty()
        catalogue = chosen_catalogue(workspace, "start_catalogue")
        draft = _context(workspace, catalogue, name)
        preset = start_choices(workspace, catalogue)
        st.html(form_line(_FORM, _fields(draft)))
        if st.button(t("Make the project"), type="primary", key="make_project"):
            try:
                _make(workspace, draft, catalogue, preset)
            except InvalidInput as error:
                below_name.html(field_error(_NAME, refusal_of_form(error)))


def _fields(draft: Project) -> list[FieldState]:
    texts = {"name": draft.name, "group": draft.target_group, "region": draft.region}
    numbers = {"size": draft.size, "year": draft.start_year}
    shown = texts | {name: "" if n is None else str(n) for name, n in numbers.items()}
    return [FieldState(name, f"project_{name}", "", value) for name, value in shown.items()]


def _titled(
    name: str,
    label: str,
    parts: Mapping[str, Profile] | Mapping[str, Ambition],
    notes: Sequence[str] = (),
) -> str:
    """Render a choice between things that have a title and a description; `notes` go below each."""
    language = session.language()
    titles = {part.id: part.title.in_language(language) for part in parts.values()}
    described = [part.description.in_language(language) for part in parts.values()]
    captions = [
        f"{words} ({note})" if note else words
        for words, note in zip_longest(described, notes, fillvalue="")
    ]
    return choose.radio(name, label, titles, captions=captions)


def _context(workspace: Workspace, catalogue: Catalogue, name: str) -> Project:
    t = session.words()
    with st.expander(t("About the project (may wait)")):
        kinds, ages, stages = choices.kinds(t), choices.minors(t), choices.stages(t)
        kind = choose.select_or_none("project_kind", t("Kind of project"), kinds)
        group = st.text_input(t("For whom"), key="project_group")
        age = choose.select_or_none("project_minors", t("Is it for people under eighteen?"), ages)
        stage = choose.select_or_none("project_stage", t("How far is the programme?"), stages)
        label = choices.size_label(catalogue, t)
        size = st.number_input(label, 0, 1_000_000, None, key="project_size")
        region = st.text_input(t("Place or region"), key="project_region")
        year = st.number_input(
            t("Running since"),
            min_value=1900,
            max_value=workspace.now().year + 5,
            value=None,
            key="project_year",
        )
        languages = st.pills(
            t("Languages of those you invite"),
            list(LANGUAGES),
            selection_mode="multi",
            default=["nl"],
            format_func=LANGUAGES.__getitem__,
            key="project_languages",
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


def start_choices(workspace: Workspace, catalogue: Catalogue) -> tuple[Profile, Ambition]:
    """Render the choice of a profile and an ambition of a catalogue."""
    t = session.words()
    # another catalogue has a choice of its own
    own = "" if catalogue.id == workspace.catalogue.id else f":{catalogue.id}"
    profiles = {profile.id: profile for profile in catalogue.audit_profiles}
    efforts = [
        choices.effort(profile_effort(catalogue, p, catalogue.own_role.id, t.language), t)
        for p in profiles.values()
    ]
    profile = _titled(f"start_profile{own}", t("Which questions?"), profiles, efforts)
    return profiles[profile], chosen_ambition(catalogue, f"start_ambition{own}")


def chosen_ambition(catalogue: Catalogue, name: str) -> Ambition:
    """Render the choice of an ambition."""
    t = session.words()
    ambitions = {ambition.id: ambition for ambition in catalogue.ambitions}
    chosen = _titled(name, t("How high do you aim?"), ambitions)
    st.caption(t("You can change this for every criterion later, under Settings."))
    explain(catalogue, "ambition", "level", "minimal", "growth", "target")
    return ambitions[chosen]


def _make(
    workspace: Workspace,
    draft: Project,
    catalogue: Catalogue,
    preset: tuple[Profile, Ambition],
) -> None:
    t, (profile, ambition) = session.words(), preset
    project = projects.create_project(workspace, draft)
    started = assessments.start_assessment(
        workspace,
        project.id,
        name=new_name(workspace.now(), (), t),
        profile=profile.id,
        ambition=ambition.id,
        catalogue_id=catalogue.id,
    )
    session.made(_FORM)
    open_questions(started)


def refusal_of_form(error: InvalidInput) -> str:
    """Return in the language of the screen why a form cannot be saved."""
    t = session.words()
    return {
        "missing": t("Give the project a name first."),
        "too_long": t("One of the texts is too long: at most 200 characters are kept."),
        "characters": t("One of the texts holds characters that cannot be kept. Remove them."),
    }.get(error.rule, str(error))


def open_questions(assessment: Assessment) -> None:
    """Go to the questions of an assessment that was just started."""
    st.switch_page(
        navigation.QUESTIONS,
        query_params=session.address(project=assessment.project, assessment=assessment.id),
    )
