"""What counts in an assessment, how heavy and how high: a preset for all, then each criterion."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

import streamlit as st

from assessment.catalogue import Catalogue
from assessment.choices import Choice
from assessment.projects import Assessment
from assessment.services import projects
from assessment.services.workspace import Workspace
from reports import names as result_names
from ui import state
from ui.components.fields import Fields, seen_row
from ui.components.html import table
from ui.components.settings_preset import preset

_ALL = ""
_NO_TARGET = -1


def choices(workspace: Workspace, assessment: Assessment) -> None:
    """Draw the preset, one criterion to change, and the table of all."""
    t = state.words()
    catalogue = workspace.catalogue_of(assessment)
    present = workspace.store.choices(assessment.id)
    scope = sum(choice.in_scope for choice in present.values())
    st.write(t("{n} of {total} criteria count in this assessment.", n=scope, total=len(present)))
    if assessment.is_closed:
        st.info(
            t("This assessment is closed: its answers, questions and targets stay as they are.")
        )
    else:
        with st.expander(t("Set everything anew from a questionnaire and an ambition")):
            preset(workspace, assessment)
        name = _criterion(catalogue)
        _fields(workspace, assessment, present.get(name, Choice(name, in_scope=False)))
    with st.expander(t("All criteria with their targets")):
        _table(catalogue, present)


def _criterion(catalogue: Catalogue) -> str:
    """Draw the choice of one criterion; the address carries it."""
    t, language = state.words(), state.language()
    titles = {c.id: f"{c.id} · {c.title.in_language(language)}" for c in catalogue.criteria}
    wanted = state.current(state.CRITERION)
    here = wanted if wanted in titles else next(iter(titles))
    key = state.translated("choice_criterion")
    if st.session_state.get(key) != here:
        st.session_state[key] = here
    st.selectbox(
        t("Change one criterion (type to search)"),
        list(titles),
        format_func=titles.__getitem__,
        key=key,
        on_change=_open,
        args=(key,),
    )
    return here


def _open(key: str) -> None:
    state.go_to(state.CRITERION, st.session_state[key])


def _fields(workspace: Workspace, assessment: Assessment, choice: Choice) -> None:
    t = state.words()
    catalogue = workspace.catalogue_of(assessment)
    fields = _kept(workspace, assessment, choice)
    fields.tick("in_scope", t("Counts in this assessment"), _yes_no())
    fields.one("requirement", t("Requirement"), result_names.requirements(t))
    fields.one("target", t("Target"), _targets(catalogue, choice.criterion), _NO_TARGET)
    fields.text("reason", t("Why is it left out, or why does it differ?"))


def _kept(workspace: Workspace, assessment: Assessment, choice: Choice) -> Fields[Choice]:
    name, catalogue = choice.criterion, workspace.catalogue_of(assessment)

    def read() -> Choice:
        return workspace.store.choices(assessment.id).get(name, Choice(name, in_scope=False))

    def change(present: Choice, field: str, value: Any) -> Choice:
        if field == "requirement":
            return projects.with_requirement(catalogue, assessment, present, value)
        return replace(present, **{field: value})

    def save(changed: Choice) -> Choice:
        projects.change_choice(workspace, assessment.id, changed)
        return changed

    place = f"choice:{assessment.id}:{name}"
    return Fields(place, seen_row(place, choice), read, change, save)


def _yes_no() -> dict[bool, str]:
    t = state.words()
    return {True: t("yes"), False: t("no")}


def _targets(catalogue: Catalogue, criterion: str) -> dict[int, str]:
    t, language = state.words(), state.language()
    levels = catalogue.scale(catalogue.by_id[criterion].scale).levels
    words = {n: f"{n} · {level.label.in_language(language)}" for n, level in enumerate(levels)}
    return {_NO_TARGET: t("no target"), **words}


def _table(catalogue: Catalogue, present: Mapping[str, Choice]) -> None:
    """Draw the choices of all criteria, or of one perspective."""
    t, language = state.words(), state.language()
    titles = {
        _ALL: t("all"),
        **{p.id: p.title.in_language(language) for p in catalogue.perspectives},
    }
    perspective = st.selectbox(
        t("Perspective"),
        list(titles),
        format_func=titles.__getitem__,
        key=state.translated("choice_perspective"),
    )
    header = (t("Criterion"), t("Counts"), t("Requirement"), t("Target"), t("Reason"))
    wanted = [c.id for c in catalogue.criteria if perspective in (_ALL, c.perspective)]
    rows = _rows(catalogue, (present.get(n, Choice(n, in_scope=False)) for n in wanted))
    st.html(table(t("What counts in this assessment"), header, rows))


def _rows(catalogue: Catalogue, chosen: Iterable[Choice]) -> list[tuple[str, ...]]:
    t, language = state.words(), state.language()
    words, yes_no = result_names.requirements(t), _yes_no()
    return [
        (
            f"{c.criterion} · {catalogue.by_id[c.criterion].title.in_language(language)}",
            yes_no[c.in_scope],
            words[c.requirement],
            "–" if c.target is None else _targets(catalogue, c.criterion)[c.target],
            c.reason,
        )
        for c in chosen
    ]
