"""An assessment: its name, its catalogue, whether it is open."""

from dataclasses import replace
from typing import Any

import streamlit as st

from assessment.assessments import Assessment
from assessment.services import assessments
from assessment.services.context import Workspace
from ui import navigation, session
from ui.screens.closing import others
from ui.widgets.fields import Fields, seen_row


def assessment(workspace: Workspace, present: Assessment) -> None:
    """Render the name, the catalogue version, and closing or reopening."""
    t = session.words()
    _fields(workspace, present).text("name", t("Name of the assessment"))
    st.caption(
        t(
            "Catalogue {id}, version {version}, content {hash}",
            id=present.catalogue,
            version=present.catalogue_version,
            hash=present.catalogue_hash[:12],
        )
    )
    if present.is_closed:
        _reopen(workspace, present)
    else:
        st.write(t("This assessment is open. You close it under Look back."))
        st.page_link(navigation.CLOSING, label=t("Look back"), query_params=_here(present))


def _here(present: Assessment) -> session.Parameters:
    return session.here(project=present.project, assessment=present.id)


def _fields(workspace: Workspace, present: Assessment) -> Fields[Assessment]:
    def change(known: Assessment, name: str, value: Any) -> Assessment:
        return replace(known, **{name: value})

    place = f"assessment:{present.id}"
    return Fields(
        place,
        seen_row(place, present),
        read=lambda: workspace.store.assessments.get(present.id),
        change=change,
        save=lambda changed: assessments.rename_assessment(workspace, changed, changed.name),
    )


def _reopen(workspace: Workspace, present: Assessment) -> None:
    t = session.words()
    asked = f"reopen:{present.id}"
    if not st.session_state.get(asked):
        st.write(
            t("This assessment is closed: its answers, questions and targets stay as they are.")
        )
        st.button(t("Reopen…"), key="ask_reopen", on_click=_set, args=(asked, True))
        return
    st.warning(
        t(
            "When you reopen it, answers can change, and what others answered is hidden again "
            "until you close it. Comparisons with this assessment change along."
        )
    )
    others.before_reopening(workspace, present)
    with st.container(horizontal=True):
        if st.button(t("Yes, reopen"), key="reopen"):
            assessments.reopen_assessment(workspace, present.id)
            _set(asked, value=False)
            st.rerun()
        st.button(t("No, leave it closed"), key="keep_closed", on_click=_set, args=(asked, False))


def _set(name: str, value: object) -> None:
    st.session_state[name] = value
