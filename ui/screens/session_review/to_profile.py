"""What was judged as a questionnaire of the project's own: by choice, with a preview."""

from collections.abc import Sequence

import streamlit as st

from assessment.project_profiles import ProfileEntry, ProjectProfile
from assessment.services.context import Workspace
from assessment.services.session.taking_over import (
    EntryChange,
    profile_changes,
    take_over_profile,
)
from reports.session.material import SessionMaterial
from reports.wording import choices
from ui import session
from ui.screens.session_review.to_answers import chosen_of
from ui.widgets import choose
from ui.widgets.html import soft, stacked_table
from ui.widgets.refusal import attempt
from ui.widgets.save_line import FieldState, form_line

_NEW = ""


def profile(workspace: Workspace, material: SessionMaterial) -> None:
    """Render what would change in a questionnaire, and the choice of what is taken over."""
    t = session.words()
    with st.expander(t("Into a questionnaire of the project's own")):
        wanted = _chosen(workspace, material)
        changes = profile_changes(workspace, material.session, wanted)
        possible = [change for change in changes if not change.is_core]
        if not possible:
            st.html(
                soft(
                    t(
                        "Nothing would change: nothing outside the core was agreed to be minimal, or not "
                        "to apply."
                    )
                )
            )
            return
        st.html(_preview(material, changes))
        chosen = chosen_of(
            f"profile:{material.session.id}:{wanted.id}",
            t("Which criteria?"),
            {
                c.criterion: choices.criterion_title(material.catalogue, c.criterion, t)
                for c in possible
            },
        )
        taken = [change for change in possible if change.criterion in chosen]
        st.button(
            t("Take over into this questionnaire"),
            key="take_profile",
            type="primary",
            disabled=not taken,
            on_click=attempt,
            args=(lambda: _take(workspace, material, wanted, taken),),
        )


def _chosen(workspace: Workspace, material: SessionMaterial) -> ProjectProfile:
    """Render the choice of a questionnaire, or the name and the ground of a new one."""
    t, one = session.words(), material.session
    present = {
        found.id: found
        for found in workspace.store.project_profiles.all(one.project or "")
        if found.catalogue == one.catalogue
    }
    words = {name: found.name for name, found in present.items()} | {_NEW: t("A new one")}
    name = choose.select(f"profile_of:{one.project}", t("Which questionnaire?"), words)
    if name in present:
        return present[name]
    bases = {
        base.id: base.title.in_language(t.language) for base in material.catalogue.audit_profiles
    }
    base = choose.select(f"profile_base:{one.id}", t("All else as in"), bases)
    key = f"profile_name:{one.id}"
    typed = st.text_input(t("Name of the questionnaire"), value=one.name, key=key)
    st.html(form_line(f"profile:{one.id}", [FieldState("name", key, one.name, typed)]))
    return ProjectProfile(
        id="", project=one.project or "", name=typed, catalogue=one.catalogue, base=base
    )


def _preview(material: SessionMaterial, changes: Sequence[EntryChange]) -> str:
    t = session.words()
    rows = [
        (
            choices.criterion_title(material.catalogue, change.criterion, t),
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


def _take(
    workspace: Workspace,
    material: SessionMaterial,
    wanted: ProjectProfile,
    taken: Sequence[EntryChange],
) -> None:
    take_over_profile(workspace, material.session, wanted, taken)
    session.made(f"profile:{material.session.id}")
