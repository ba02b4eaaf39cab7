"""Set every choice anew from a profile and an ambition, after showing what that changes."""

from collections.abc import Mapping

import streamlit as st

from assessment.assessments import Assessment
from assessment.choices import Choice
from assessment.errors import AssessmentClosed, StaleWrite
from assessment.services import assessments
from assessment.services.context import Workspace
from reports.wording import choices
from ui import session
from ui.widgets.html import details, table, text


def preset(workspace: Workspace, assessment: Assessment) -> None:
    """Render the choice of profile and ambition, what it would change, and the button that does it."""
    t, language = session.words(), session.language()
    catalogue = workspace.catalogue_of(assessment)
    profile = _pick(
        f"preset_profile:{assessment.id}",
        t("Which questions?"),
        {p.id: p.title.in_language(language) for p in catalogue.audit_profiles},
        assessment.profile,
    )
    ambition = _pick(
        f"preset_ambition:{assessment.id}",
        t("How high do you aim?"),
        {a.id: a.title.in_language(language) for a in catalogue.ambitions},
        assessment.ambition,
    )
    _changes(workspace, assessment, profile, ambition)
    st.button(
        t("Replace my choices"),
        key="apply_preset",
        on_click=_apply,
        args=(workspace, assessment, profile, ambition),
    )
    if st.session_state.pop("preset_stale", None):
        said = t("This was changed in another window. Nothing was overwritten.")
        st.html(f'<p class="ms-unsaved" role="alert">⚠ {text(said)}</p>')


def _pick(name: str, label: str, words: Mapping[str, str], present: str) -> str:
    options = list(words)
    before = session.kept(name, present)
    chosen = st.selectbox(
        label,
        options,
        index=options.index(before) if before in options else 0,
        format_func=words.__getitem__,
        key=session.translated(name),
    )
    return str(session.keep(name, chosen))


def _changes(workspace: Workspace, assessment: Assessment, profile: str, ambition: str) -> None:
    """Return what would change: how many criteria, and each with its present and new choice."""
    t, language = session.words(), session.language()
    catalogue = workspace.catalogue_of(assessment)
    found = assessments.preset_changes(workspace, assessment, profile, ambition)
    if not found:
        st.write(t("This is what you have now: no criterion changes."))
        return
    st.warning(
        t.plural("This changes one criterion.", "This changes {n} criteria.", len(found))
        + " "
        + t(
            "This replaces what you chose per criterion: what counts, how heavy and how high. Answers and reasons stay."
        )
    )
    rows = [
        (
            f"{now.criterion} · {catalogue.by_id[now.criterion].title.in_language(language)}",
            _in_words(now),
            _in_words(then),
        )
        for now, then in found
    ]
    title = t("What would change")
    header = (t("Criterion"), t("Now"), t("After replacing"))
    st.html(details(title, table(title, header, rows)))


def _in_words(choice: Choice) -> str:
    t = session.words()
    target = t("no target") if choice.target is None else t("target {target}", target=choice.target)
    counts = t("counts") if choice.in_scope else t("does not count")
    return f"{counts} · {choices.requirements(t)[choice.requirement]} · {target}"


def _apply(workspace: Workspace, assessment: Assessment, profile: str, ambition: str) -> None:
    try:
        assessments.apply_preset(workspace, assessment, profile, ambition)
    except (StaleWrite, AssessmentClosed):
        st.session_state["preset_stale"] = True
