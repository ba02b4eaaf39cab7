"""What counts in an assessment, how heavy and how high: a preset for all, then each criterion."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import streamlit as st

from assessment.catalogue import TOP_LEVEL, Catalogue
from assessment.choices import Choice
from assessment.errors import AssessmentClosed, InvalidInput, StorageError
from assessment.projects import Assessment
from assessment.services import projects
from assessment.services.workspace import Workspace
from reports import names as result_names
from ui import state
from ui.components.html import table, text

_NO_TARGET = -1
_TROUBLE = "choice_trouble"


def choices(workspace: Workspace, assessment: Assessment) -> None:
    """Draw the preset, one criterion to change, and the table of all."""
    t = state.words()
    catalogue = workspace.catalogue_of(assessment)
    present = workspace.store.choices(assessment.id)
    scope = sum(choice.in_scope for choice in present.values())
    st.write(t("{n} of {total} criteria count in this assessment.", n=scope, total=len(present)))
    if not assessment.is_closed:
        with st.expander(t("Set everything anew from a profile and an ambition")):
            _preset(workspace, assessment, catalogue)
        _one(workspace, assessment, catalogue, present)
    with st.expander(t("All criteria with their targets")):
        st.html(_table(catalogue, present))


def _preset(workspace: Workspace, assessment: Assessment, catalogue: Catalogue) -> None:
    t, language = state.words(), state.language()
    profile = _pick(
        "preset_profile",
        t("Which questions?"),
        {p.id: p.title.in_language(language) for p in catalogue.profiles},
        assessment.profile,
    )
    ambition = _pick(
        "preset_ambition",
        t("How high do you aim?"),
        {a.id: a.title.in_language(language) for a in catalogue.ambitions},
        assessment.ambition,
    )
    st.warning(
        t(
            "This replaces what you chose per criterion: what counts, how heavy and how high. Answers and reasons stay."
        )
    )
    if st.button(t("Replace my choices"), key="apply_preset"):
        projects.apply_preset(workspace, assessment, profile, ambition)
        st.rerun()


def _pick(name: str, label: str, words: Mapping[str, str], present: str) -> str:
    options = list(words)
    before = state.kept(name, present)
    chosen = st.selectbox(
        label,
        options,
        index=options.index(before) if before in options else 0,
        format_func=words.__getitem__,
        key=state.translated(name),
    )
    return str(state.keep(name, chosen))


def _one(
    workspace: Workspace,
    assessment: Assessment,
    catalogue: Catalogue,
    present: Mapping[str, Choice],
) -> None:
    t, language = state.words(), state.language()
    titles = {c.id: f"{c.id} · {c.title.in_language(language)}" for c in catalogue.criteria}
    wanted = state.current(state.CRITERION)
    first = wanted if wanted in titles else next(iter(titles))
    name = _pick("choice_criterion", t("Change one criterion (type to search)"), titles, first)
    choice = present.get(name, Choice(name, in_scope=False))
    _fields(workspace, assessment, catalogue, choice)
    if trouble := st.session_state.get(_TROUBLE):
        st.html(f'<p class="ms-unsaved" role="alert">⚠ {t("Not saved.")} {text(trouble)}</p>')


def _fields(
    workspace: Workspace, assessment: Assessment, catalogue: Catalogue, choice: Choice
) -> None:
    t = state.words()

    def field(name: str, *, in_words: bool = False) -> dict[str, Any]:
        # what is stored is part of the key: the field always starts from it
        place = f"choice:{choice.criterion}:{name}:{choice.in_scope}:{choice.requirement}:{choice.target}"
        key = state.translated(place) if in_words else place
        return {
            "key": key,
            "on_change": _write,
            "args": (workspace, assessment, catalogue, choice, name, key),
        }

    st.checkbox(t("Counts in this assessment"), value=choice.in_scope, **field("in_scope"))
    requirements = result_names.requirements(t)
    st.radio(
        t("Requirement"),
        list(requirements),
        index=list(requirements).index(choice.requirement),
        format_func=requirements.__getitem__,
        horizontal=True,
        **field("requirement", in_words=True),
    )
    targets = _targets(catalogue, choice.criterion)
    options = list(targets)
    st.selectbox(
        t("Target"),
        options,
        index=options.index(_NO_TARGET if choice.target is None else choice.target),
        format_func=targets.__getitem__,
        **field("target", in_words=True),
    )
    st.text_input(
        t("Why is it left out, or why does it differ?"), value=choice.reason, **field("reason")
    )


def _targets(catalogue: Catalogue, criterion: str) -> dict[int, str]:
    t, language = state.words(), state.language()
    levels = catalogue.scale(catalogue.by_id[criterion].scale).levels
    words = {n: f"{n} · {levels[n].label.in_language(language)}" for n in range(TOP_LEVEL + 1)}
    return {_NO_TARGET: t("no target"), **words}


def _write(
    workspace: Workspace,
    assessment: Assessment,
    catalogue: Catalogue,
    choice: Choice,
    name: str,
    key: str,
) -> None:
    t = state.words()
    value = st.session_state[key]
    st.session_state[_TROUBLE] = ""
    if name == "requirement":
        changed = projects.with_requirement(catalogue, assessment, choice, value)
    else:
        changes: dict[str, Any] = {
            name: None if value == _NO_TARGET and name == "target" else value
        }
        changed = replace(choice, **changes)
    try:
        projects.change_choice(workspace, assessment.id, changed)
    except InvalidInput:
        st.session_state[_TROUBLE] = t(
            "This text cannot be kept: shorten it, or remove unusual characters."
        )
    except (AssessmentClosed, StorageError) as error:
        st.session_state[_TROUBLE] = str(error)


def _table(catalogue: Catalogue, present: Mapping[str, Choice]) -> str:
    t, language = state.words(), state.language()
    words = result_names.requirements(t)
    rows = [
        (
            f"{c.id} · {c.title.in_language(language)}",
            t("yes") if choice.in_scope else t("no"),
            words[choice.requirement],
            "–" if choice.target is None else str(choice.target),
            choice.reason,
        )
        for c in catalogue.criteria
        if (choice := present.get(c.id, Choice(c.id, in_scope=False)))
    ]
    header = (t("Criterion"), t("Counts"), t("Requirement"), t("Target"), t("Reason"))
    return table(t("What counts in this assessment"), header, rows)
