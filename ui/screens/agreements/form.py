"""The form that makes a new agreement from a gap."""

from datetime import date

import streamlit as st

from assessment.agreements import Agreement
from assessment.errors import InvalidInput, StorageError
from assessment.services import agreements
from assessment.services.context import Workspace
from assessment.services.outcome import Outcome
from reports.wording import choices
from ui import session
from ui.widgets.fields import refusal
from ui.widgets.html import plain, text

_TROUBLE = "agreement_trouble"
_CHOSEN = "agreement_criterion"


def form(workspace: Workspace, outcome: Outcome) -> None:
    """Render the choice of a gap, its suggested steps, and the fields of a new agreement."""
    t, language = session.words(), session.language()
    gaps = outcome.gaps
    taken = {agreement.criterion for agreement in outcome.agreed_now}
    ordered = [g.criterion for g in gaps] + [
        n for n in outcome.result.criteria if n not in {g.criterion for g in gaps}
    ]
    if not gaps:
        st.html(
            f'<p class="ms-note">{t("Nothing is below its target yet: answer some questions first, or choose a target under Settings.")}</p>'
        )
    bands = choices.bands(t)
    priority = {g.criterion: bands[g.priority.band] for g in gaps if g.priority and g.priority.band}

    def label(name: str) -> str:
        title = outcome.catalogue.by_id[name].title.in_language(language)
        known = (
            f" · {t('below target, priority {band}', band=priority[name])}"
            if name in priority
            else ""
        )
        return f"{title}{known}{' ✓' if name in taken else ''}"

    st.subheader(t("New agreement"), anchor=False)
    chosen = session.kept(_CHOSEN, session.current(session.CRITERION))
    criterion = st.selectbox(
        t("About which criterion? The most urgent comes first"),
        ordered,
        index=ordered.index(chosen) if chosen in ordered else None,
        format_func=label,
        placeholder=t("Choose a criterion"),
        # one more agreement starts with an empty choice
        key=session.translated(f"{_CHOSEN}:{len(outcome.agreed_now)}"),
    )
    session.keep(_CHOSEN, criterion)
    if criterion is not None:
        _suggestions(outcome, criterion)
        _fields(workspace, outcome, criterion)


def _suggestions(outcome: Outcome, criterion: str) -> None:
    t, language = session.words(), session.language()
    for number, step in enumerate(outcome.catalogue.by_id[criterion].next_steps):
        words = step.in_language(language)
        with st.container(horizontal=True, vertical_alignment="center"):
            st.button(
                t("Take over"),
                key=f"take:{criterion}:{number}",
                help=plain(words),
                on_click=_fill,
                args=(f"new_text:{criterion}", words),
            )
            st.write(plain(words))


def _fields(workspace: Workspace, outcome: Outcome, criterion: str) -> None:
    t = session.words()
    st.text_area(t("What will be done?"), key=f"new_text:{criterion}", height=80)
    with st.container(horizontal=True):
        st.text_input(t("By whom? A role, no name"), key=f"new_owner:{criterion}")
        st.date_input(t("When?"), value=None, format="DD-MM-YYYY", key=f"new_due:{criterion}")
    st.button(
        t("Agree on this"),
        type="primary",
        key="agree",
        on_click=_make,
        args=(workspace, outcome, criterion),
    )
    if said := st.session_state.pop(_TROUBLE, ""):
        st.html(f'<p class="ms-unsaved" role="alert">⚠ {t("Not saved.")} {text(said)}</p>')


def _make(workspace: Workspace, outcome: Outcome, criterion: str) -> None:
    due: date | None = st.session_state.get(f"new_due:{criterion}")
    agreement = Agreement(
        id="",
        project=outcome.assessment.project,
        assessment=outcome.assessment.id,
        criterion=criterion,
        text=st.session_state.get(f"new_text:{criterion}", ""),
        owner=st.session_state.get(f"new_owner:{criterion}", ""),
        due=due,
    )
    try:
        agreements.save_agreement(workspace, agreement)
    except (InvalidInput, StorageError) as error:
        st.session_state[_TROUBLE] = refusal(error)
        return
    session.keep(_CHOSEN, None)
    for name in ("new_text", "new_owner", "new_due"):
        st.session_state.pop(f"{name}:{criterion}", None)
    if session.current(session.CRITERION):
        del st.query_params[session.CRITERION]


def _fill(name: str, words: str) -> None:
    st.session_state[name] = words
