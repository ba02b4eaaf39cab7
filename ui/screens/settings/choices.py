"""What counts in an assessment, how heavy and how high: a preset for all, then each criterion."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

import streamlit as st

from assessment.assessments import Assessment
from assessment.catalogue.model import Catalogue
from assessment.choices import Choice, with_core
from assessment.errors import StaleWrite
from assessment.services import assessments
from assessment.services.context import Workspace
from reports.wording import choices
from ui import session
from ui.screens.settings.preset import preset
from ui.widgets import choose
from ui.widgets.autosave import Autosave
from ui.widgets.explain import explain
from ui.widgets.fields import fields_of
from ui.widgets.html import note, table

_ALL = ""
_NO_TARGET = -1


def questions_and_targets(workspace: Workspace, assessment: Assessment) -> None:
    """Render the preset, one criterion to change, and the table of all."""
    t = session.words()
    catalogue = workspace.catalogue_of(assessment)
    present = workspace.store.choices.get(assessment.id)
    scope = sum(choice.in_scope for choice in present.values())
    st.write(t("{n} of {total} criteria count in this assessment.", n=scope, total=len(present)))
    explain(catalogue, "minimal", "growth", "target", "level", "ambition")
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
    """Render the choice of one criterion; the address carries it."""
    t, language = session.words(), session.language()
    titles = {c.id: f"{c.id} · {c.title.in_language(language)}" for c in catalogue.criteria}
    wanted = session.parameter(session.CRITERION)
    criterion = wanted if wanted in titles else next(iter(titles))
    key = session.key_in_language("choice_criterion")
    if st.session_state.get(key) != criterion:
        st.session_state[key] = criterion
    st.selectbox(
        t("Change one criterion (type to search)"),
        list(titles),
        format_func=titles.__getitem__,
        key=key,
        on_change=_open,
        args=(key,),
    )
    return criterion


def _open(key: str) -> None:
    session.go_to(session.CRITERION, st.session_state[key])


def _fields(workspace: Workspace, assessment: Assessment, choice: Choice) -> None:
    t = session.words()
    catalogue = workspace.catalogue_of(assessment)
    is_core = choice.criterion in catalogue.core
    if is_core:
        st.html(note(choices.core(t)))
    with fields_of(_saving(workspace, assessment, choice)) as fields:
        if not is_core:
            fields.tick("in_scope", t("Counts in this assessment"), _yes_no())
            fields.one("requirement", t("Requirement"), choices.requirements(t))
        allowed = _allowed_targets(catalogue, assessment, choice)
        fields.one("target", t("Target"), allowed, _NO_TARGET)
        fields.text("reason", t("Why is it left out, or why does it differ?"))


def _saving(workspace: Workspace, assessment: Assessment, choice: Choice) -> Autosave[Choice]:
    name, catalogue = choice.criterion, workspace.catalogue_of(assessment)

    def read() -> Choice:
        return workspace.store.choices.get(assessment.id).get(name, Choice(name, in_scope=False))

    def change(present: Choice, field: str, value: Any) -> Choice:
        if field == "requirement":
            return assessments.with_requirement(catalogue, assessment, present, value)
        return replace(present, **{field: value})

    def save(changed: Choice) -> Choice:
        present = read()  # a choice has no version that would tell of another window
        if present != saving.seen.row:
            raise StaleWrite(present)
        assessments.change_choice(workspace, assessment.id, changed)
        return changed

    saving = Autosave(f"choice:{assessment.id}:{name}", choice, read, save, change)
    return saving


def _yes_no() -> dict[bool, str]:
    t = session.words()
    return {True: t("yes"), False: t("no")}


def _targets(catalogue: Catalogue, criterion: str) -> dict[int, str]:
    t, language = session.words(), session.language()
    levels = catalogue.scale(catalogue.by_id[criterion].scale).levels
    words = {n: f"{n} · {level.label.in_language(language)}" for n, level in enumerate(levels)}
    return {_NO_TARGET: t("no target"), **words}


def _allowed_targets(
    catalogue: Catalogue, assessment: Assessment, choice: Choice
) -> dict[int, str]:
    """Return the targets to choose from: all, or those that the core allows."""
    words = _targets(catalogue, choice.criterion)
    ambition = catalogue.ambition(assessment.ambition)

    def is_allowed(target: int) -> bool:
        wanted = replace(choice, target=None if target == _NO_TARGET else target)
        return with_core(catalogue, ambition, wanted).target == wanted.target

    return {target: word for target, word in words.items() if is_allowed(target)}


def _table(catalogue: Catalogue, present: Mapping[str, Choice]) -> None:
    """Render the choices of all criteria, or of one perspective."""
    t, language = session.words(), session.language()
    titles = {
        _ALL: t("all"),
        **{p.id: p.title.in_language(language) for p in catalogue.perspectives},
    }
    perspective = choose.select("choice_perspective", t("Perspective"), titles)
    header = (t("Criterion"), t("Counts"), t("Requirement"), t("Target"), t("Reason"))
    wanted = [c.id for c in catalogue.criteria if perspective in (_ALL, c.perspective)]
    rows = _rows(catalogue, (present.get(n, Choice(n, in_scope=False)) for n in wanted))
    st.html(table(t("What counts in this assessment"), header, rows))


def _rows(catalogue: Catalogue, chosen: Iterable[Choice]) -> list[tuple[str, ...]]:
    t, language = session.words(), session.language()
    yes_no = _yes_no()
    return [
        (
            f"{c.criterion} · {catalogue.by_id[c.criterion].title.in_language(language)}",
            yes_no[c.in_scope],
            choices.requirement(catalogue, c.criterion, c.requirement, t),
            "–" if c.target is None else _targets(catalogue, c.criterion)[c.target],
            c.reason,
        )
        for c in chosen
    ]
