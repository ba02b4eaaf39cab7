"""The form that makes a new agreement from a gap."""

import streamlit as st

from assessment.agreements import Agreement
from assessment.services import agreements
from assessment.services.context import Workspace
from assessment.services.outcome import Outcome
from reports.wording import choices
from ui import session
from ui.widgets import choose
from ui.widgets.html import alert, note, plain
from ui.widgets.refusal import attempt, last_refusal
from ui.widgets.save_line import FieldState, form_line

_NEW = "new_agreement"
_CRITERION = "agreement_criterion"


def form(workspace: Workspace, outcome: Outcome) -> None:
    """Render the choice of a gap, its suggested steps, and the fields of a new agreement."""
    t = session.words()
    gaps = outcome.gaps
    taken = {agreement.criterion for agreement in outcome.agreed_now}
    ordered = dict.fromkeys([*(gap.criterion for gap in gaps), *outcome.result.criteria])
    if not gaps:
        st.html(
            note(
                t(
                    "Nothing is below its target yet: answer some questions first, or choose a target under Settings."
                )
            )
        )
    bands = choices.bands(t)
    priority = {g.criterion: bands[g.priority.band] for g in gaps if g.priority and g.priority.band}

    def label(criterion: str) -> str:
        title = outcome.catalogue.by_id[criterion].title.in_language(t.language)
        below = ""
        if criterion in priority:
            below = f" · {t('below target, priority {band}', band=priority[criterion])}"
        return f"{title}{below}{' ✓' if criterion in taken else ''}"

    st.subheader(t("New agreement"), anchor=False)
    criterion = choose.select_or_none(
        _CRITERION,
        t("About which criterion? The most urgent comes first"),
        {criterion: label(criterion) for criterion in ordered},
        first=session.parameter(session.CRITERION),
        placeholder=t("Choose a criterion"),
        # one more agreement starts with an empty choice
        key=f"{_CRITERION}:{len(outcome.agreed_now)}",
    )
    if criterion is not None:
        _suggestions(outcome, criterion)
        _fields(workspace, outcome, criterion)


def _suggestions(outcome: Outcome, criterion: str) -> None:
    t = session.words()
    for number, step in enumerate(outcome.catalogue.by_id[criterion].next_steps):
        words = step.in_language(t.language)
        with st.container(horizontal=True, vertical_alignment="center"):
            st.button(
                t("Take over"),
                key=f"take:{criterion}:{number}",
                help=plain(words),
                on_click=st.session_state.update,
                args=({f"new_text:{criterion}": words},),
            )
            st.write(plain(words))


def _fields(workspace: Workspace, outcome: Outcome, criterion: str) -> None:
    t = session.words()
    st.text_area(t("What will be done?"), key=f"new_text:{criterion}", height=80)
    with st.container(horizontal=True):
        st.text_input(t("By whom? A role, no name"), key=f"new_owner:{criterion}")
        st.date_input(t("When?"), value=None, format="DD-MM-YYYY", key=f"new_due:{criterion}")
    due = st.session_state[f"new_due:{criterion}"]
    st.html(
        form_line(
            _form(outcome, criterion),
            [
                *(
                    FieldState(
                        name,
                        f"new_{name}:{criterion}",
                        "",
                        st.session_state[f"new_{name}:{criterion}"],
                    )
                    for name in ("text", "owner")
                ),
                FieldState("due", f"new_due:{criterion}", "", str(due or "")),
            ],
        )
    )
    st.button(
        t("Agree on this"),
        type="primary",
        key="agree",
        on_click=_make,
        args=(workspace, outcome, criterion),
    )
    if reason := last_refusal(_NEW):
        st.html(alert(f"{t('Not saved.')} {reason}"))


def _form(outcome: Outcome, criterion: str) -> str:
    """Return the name of a form: each agreement that is made has one of its own."""
    return f"agreement:{outcome.assessment.id}:{criterion}:{len(outcome.agreed_now)}"


def _make(workspace: Workspace, outcome: Outcome, criterion: str) -> None:
    typed = st.session_state
    agreement = Agreement(
        id="",
        project=outcome.assessment.project,
        assessment=outcome.assessment.id,
        criterion=criterion,
        text=typed.get(f"new_text:{criterion}", ""),
        owner=typed.get(f"new_owner:{criterion}", ""),
        due=typed.get(f"new_due:{criterion}"),
    )

    def make() -> None:
        agreements.save_agreement(workspace, agreement)
        session.made(_form(outcome, criterion))
        session.remember(_CRITERION, None)
        for name in ("new_text", "new_owner", "new_due"):
            typed.pop(f"{name}:{criterion}", None)
        if session.parameter(session.CRITERION):
            del st.query_params[session.CRITERION]

    attempt(make, _NEW)
