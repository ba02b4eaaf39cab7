"""Set every choice anew from a profile and an ambition, after showing what that changes."""

import streamlit as st

from assessment.assessments import Assessment
from assessment.catalogue.effort import profile_effort
from assessment.catalogue.model import Catalogue, Profile
from assessment.choices import Choice
from assessment.services import assessments
from assessment.services.context import Workspace
from reports.wording import choices
from ui import session
from ui.widgets import choose
from ui.widgets.html import alert, details, table
from ui.widgets.refusal import attempt, last_refusal

_PRESET = "preset"


def preset(workspace: Workspace, assessment: Assessment) -> None:
    """Render the choice of profile and ambition, what it would change, and the button that does it."""
    t, language = session.words(), session.language()
    catalogue = workspace.catalogue_of(assessment)
    own = catalogue.own_role.id

    def effort(profile: Profile) -> str:
        return choices.effort(profile_effort(catalogue, profile, own, language), t)

    profile = choose.select(
        f"preset_profile:{assessment.id}",
        t("Which questions?"),
        {p.id: f"{p.title.in_language(language)}: {effort(p)}" for p in catalogue.audit_profiles},
        first=assessment.profile,
    )
    ambition = choose.select(
        f"preset_ambition:{assessment.id}",
        t("How high do you aim?"),
        {a.id: a.title.in_language(language) for a in catalogue.ambitions},
        first=assessment.ambition,
    )
    _changes(workspace, assessment, profile, ambition)
    st.button(
        t("Replace my choices"),
        key="apply_preset",
        on_click=attempt,
        args=(
            lambda: assessments.apply_preset(workspace, assessment, profile, ambition),
            _PRESET,
        ),
    )
    if reason := last_refusal(_PRESET):
        st.html(alert(reason))


def _changes(workspace: Workspace, assessment: Assessment, profile: str, ambition: str) -> None:
    """Render what would change: how many criteria, and each with its present and new choice."""
    t, language = session.words(), session.language()
    catalogue = workspace.catalogue_of(assessment)
    changes = assessments.preset_changes(workspace, assessment, profile, ambition)
    if not changes:
        st.write(t("This is what you have now: no criterion changes."))
        return
    st.warning(
        t.plural("This changes one criterion.", "This changes {n} criteria.", len(changes))
        + " "
        + t(
            "This replaces what you chose per criterion: what counts, how heavy and how high. Answers and reasons stay."
        )
    )
    rows = [
        (
            f"{now.criterion} · {catalogue.by_id[now.criterion].title.in_language(language)}",
            _in_words(catalogue, now),
            _in_words(catalogue, then),
        )
        for now, then in changes
    ]
    title = t("What would change")
    header = (t("Criterion"), t("Now"), t("After replacing"))
    st.html(details(title, table(title, header, rows)))


def _in_words(catalogue: Catalogue, choice: Choice) -> str:
    t = session.words()
    target = t("no target") if choice.target is None else t("target {target}", target=choice.target)
    requirement = choices.requirement(catalogue, choice.criterion, choice.requirement, t)
    counts = t("counts") if choice.in_scope else t("does not count")
    return f"{counts} · {requirement} · {target}"
