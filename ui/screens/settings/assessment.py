"""An assessment: its name, its catalogue, whether it is open."""

import streamlit as st

from assessment.assessments import Assessment
from assessment.services import assessments
from assessment.services.context import Workspace
from ui import navigation, session
from ui.screens.closing import others
from ui.widgets.autosave import Autosave
from ui.widgets.fields import fields_of


def name_and_state(workspace: Workspace, assessment: Assessment) -> None:
    """Render the name, the catalogue version, and closing or reopening."""
    t = session.words()
    saving = Autosave(
        f"assessment:{assessment.id}",
        assessment,
        read=lambda: workspace.store.assessments.get(assessment.id),
        save=lambda changed: assessments.rename_assessment(workspace, changed, changed.name),
    )
    with fields_of(saving) as fields:
        fields.text("name", t("Name of the assessment"))
    st.caption(
        t(
            "Catalogue {id}, version {version}, content {hash}",
            id=assessment.catalogue,
            version=assessment.catalogue_version,
            hash=assessment.catalogue_hash[:12],
        )
    )
    if assessment.is_closed:
        _reopen(workspace, assessment)
    else:
        st.write(t("This assessment is open. You close it under Look back."))
        st.page_link(
            navigation.CLOSING,
            label=t("Look back"),
            query_params=session.address(project=assessment.project, assessment=assessment.id),
        )


def _reopen(workspace: Workspace, assessment: Assessment) -> None:
    t = session.words()
    asked = f"reopen:{assessment.id}"
    if not st.session_state.get(asked):
        st.write(
            t("This assessment is closed: its answers, questions and targets stay as they are.")
        )
        st.button(
            t("Reopen…"), key="ask_reopen", on_click=st.session_state.update, args=({asked: True},)
        )
        return
    st.warning(
        t(
            "When you reopen it, answers can change, and what others answered is hidden again "
            "until you close it. Comparisons with this assessment change along."
        )
    )
    others.before_reopening(workspace, assessment)
    with st.container(horizontal=True):
        if st.button(t("Yes, reopen"), key="reopen"):
            assessments.reopen_assessment(workspace, assessment.id)
            st.session_state[asked] = False
            st.rerun()
        st.button(
            t("No, leave it closed"),
            key="keep_closed",
            on_click=st.session_state.update,
            args=({asked: False},),
        )
