"""An assessment: its name, its catalogue, whether it is open."""

import streamlit as st

from assessment.errors import InvalidInput, StaleWrite
from assessment.projects import Assessment
from assessment.services import projects
from assessment.services.workspace import Workspace
from ui import state
from ui.components.html import text

_TROUBLE = "assessment_trouble"


def assessment(workspace: Workspace, present: Assessment) -> None:
    """Draw the name, the catalogue version, and closing or reopening."""
    t = state.words()
    key = f"assessment_name:{present.id}:{present.version}"
    st.text_input(
        t("Name of the assessment"),
        value=present.name,
        key=key,
        on_change=_rename,
        args=(workspace, present, key),
    )
    if trouble := st.session_state.get(_TROUBLE):
        st.html(f'<p class="ms-unsaved" role="alert">⚠ {t("Not saved.")} {text(trouble)}</p>')
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


def _rename(workspace: Workspace, present: Assessment, key: str) -> None:
    t = state.words()
    st.session_state[_TROUBLE] = ""
    try:
        projects.rename_assessment(workspace, present, st.session_state[key])
    except InvalidInput:
        st.session_state[_TROUBLE] = t("This text is too long: at most 200 characters are kept.")
    except StaleWrite:
        st.session_state[_TROUBLE] = t(
            "It was changed in another window; you now see what stands there."
        )


def _reopen(workspace: Workspace, present: Assessment) -> None:
    t = state.words()
    asked = f"reopen:{present.id}"
    if not st.session_state.get(asked):
        st.write(
            t("This assessment is closed: its answers, questions and targets stay as they are.")
        )
        st.button(t("Reopen…"), key="ask_reopen", on_click=_set, args=(asked, True))
        return
    st.warning(
        t(
            "When you reopen it, answers can change, and other voices are hidden again until you close it. "
            "Comparisons with this assessment change along."
        )
    )
    with st.container(horizontal=True):
        if st.button(t("Yes, reopen"), key="reopen"):
            projects.reopen_assessment(workspace, present.id)
            _set(asked, value=False)
            st.rerun()
        st.button(t("No, leave it closed"), key="keep_closed", on_click=_set, args=(asked, False))


def _set(name: str, value: object) -> None:
    st.session_state[name] = value
