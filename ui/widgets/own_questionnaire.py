"""Decisions into a questionnaire of the project's own: which one, a preview, what is taken over."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import streamlit as st

from assessment.catalogue.model import Catalogue
from assessment.project_profiles import EntryChange, ProfileEntry, ProjectProfile
from assessment.services.context import Workspace
from reports.wording import choices
from ui import session
from ui.widgets import choose
from ui.widgets.html import soft, stacked_table
from ui.widgets.refusal import attempt
from ui.widgets.save_line import FieldState, form_line

_NEW = ""


@dataclass(frozen=True)
class DecisionSource:
    """Where decisions come from, and what is done with them."""

    id: str  # of the session or assessment
    name: str  # of the questionnaire, unless another one is typed
    project: str
    catalogue: Catalogue
    changes: Callable[[ProjectProfile], list[EntryChange]]
    take_over: Callable[[ProjectProfile, Sequence[EntryChange]], object]
    nothing: str  # what is said when nothing would change
    base: str | None = None  # the profile that a new one stands on, unless another is chosen


def own_questionnaire(workspace: Workspace, source: DecisionSource) -> None:
    """Render what would change in a questionnaire, and the choice of what is taken over."""
    t, catalogue = session.words(), source.catalogue
    with st.expander(t("Into a questionnaire of the project's own")):
        _taken_over(workspace, source)
        wanted = _chosen(workspace, source)
        changes = source.changes(wanted)
        possible = [change for change in changes if not change.is_core]
        if not possible:
            st.html(soft(source.nothing))
            return
        st.html(_preview(catalogue, changes))
        chosen = choose.several(
            f"profile:{source.id}:{wanted.id}",
            t("Which criteria?"),
            {c.criterion: choices.criterion_title(catalogue, c.criterion, t) for c in possible},
        )
        taken = [change for change in possible if change.criterion in chosen]
        st.button(
            t("Take over into this questionnaire"),
            key="take_profile",
            type="primary",
            disabled=not taken,
            on_click=attempt,
            args=(lambda: _take(source, wanted, taken),),
        )


def _taken_over(workspace: Workspace, source: DecisionSource) -> None:
    """Render which questionnaires hold what was decided already, and how much of it."""
    t = session.words()
    for found in _present(workspace, source).values():
        untouched = replace(found, id="", entries=())
        decided = [change for change in source.changes(untouched) if not change.is_core]
        left = [change for change in source.changes(found) if not change.is_core]
        name, taken = found.name, len(decided) - len(left)
        if taken > 0 and not left:
            told = t("Taken over already: questionnaire {name} holds all of it.", name=name)
        elif taken > 0:
            told = t(
                "Taken over in part: questionnaire {name} holds {n} of {total}.",
                name=name,
                n=taken,
                total=len(decided),
            )
        else:
            continue
        st.html(soft(f"{told} {t('The next assessment can begin with it.')}"))


def _present(workspace: Workspace, source: DecisionSource) -> dict[str, ProjectProfile]:
    return {
        found.id: found
        for found in workspace.store.project_profiles.all(source.project)
        if found.catalogue == source.catalogue.id
    }


def _chosen(workspace: Workspace, source: DecisionSource) -> ProjectProfile:
    """Render the choice of a questionnaire, or the name and the ground of a new one."""
    t = session.words()
    present = _present(workspace, source)
    words = {name: found.name for name, found in present.items()} | {_NEW: t("A new one")}
    name = choose.select(f"profile_of:{source.project}", t("Which questionnaire?"), words)
    if name in present:
        return present[name]
    bases = {
        base.id: base.title.in_language(t.language) for base in source.catalogue.audit_profiles
    }
    base = choose.select(f"profile_base:{source.id}", t("All else as in"), bases, first=source.base)
    key = f"profile_name:{source.id}"
    typed = st.text_input(t("Name of the questionnaire"), value=source.name, key=key)
    st.html(form_line(f"profile:{source.id}", [FieldState("name", key, source.name, typed)]))
    return ProjectProfile(
        id="", project=source.project, name=typed, catalogue=source.catalogue.id, base=base
    )


def _preview(catalogue: Catalogue, changes: Sequence[EntryChange]) -> str:
    t = session.words()
    rows = [
        (
            choices.criterion_title(catalogue, change.criterion, t),
            _entry(change.before),
            t("stays: it is core") if change.is_core else _entry(change.after),
            change.after.reason,
        )
        for change in changes
    ]
    header = (t("Criterion"), t("Now"), t("Becomes"), t("Why"))
    return stacked_table(t("What changes"), header, rows)


def _entry(entry: ProfileEntry) -> str:
    t = session.words()
    if not entry.in_scope:
        return t("not asked")
    return t("asked, {requirement}", requirement=choices.requirements(t)[entry.requirement])


def _take(source: DecisionSource, wanted: ProjectProfile, taken: Sequence[EntryChange]) -> None:
    source.take_over(wanted, taken)
    session.made(f"profile:{source.id}")
