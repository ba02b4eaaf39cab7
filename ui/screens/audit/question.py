"""The question that is open in the self-audit: which it is, and the ways to the others."""

from collections.abc import Mapping

import streamlit as st

from assessment.answers import Answer
from assessment.catalogue.model import Criterion
from assessment.services import self_audit
from assessment.services.self_audit import Audit
from ui import navigation, session
from ui.widgets import criterion_text
from ui.widgets.html import plain, soft


def open_question(audit: Audit, answers: Mapping[str, Answer]) -> Criterion | None:
    """Return the criterion of the address, or else the next open one; None if none is in scope."""
    in_scope = {criterion.id: criterion for criterion in audit.criteria}
    wanted = session.parameter(session.CRITERION)
    if wanted not in in_scope:
        wanted = self_audit.next_open(audit, answers, None) or next(iter(in_scope), None)
    return in_scope[wanted] if wanted else None


def short_title(audit: Audit, criterion: Criterion | None) -> str:
    """Return the number of a question in words; empty if there is none."""
    number = audit.criteria.index(criterion) + 1 if criterion else 0
    return session.words()("Question {n}", n=number) if number else ""


def heading(audit: Audit, criterion: Criterion) -> None:
    """Render where a criterion stands among the others, and its title."""
    t = session.words()
    number = audit.criteria.index(criterion) + 1
    facts = (
        t("Question {n} of {total}", n=number, total=len(audit.criteria)),
        *criterion_text.perspective_and_phase(criterion, audit.catalogue, t),
        criterion_text.requirement(audit.choices[criterion.id].requirement, t),
    )
    st.html(soft(" · ".join(facts)))
    st.title(plain(criterion.title.in_language(t.language)), anchor=False)


def ways(audit: Audit, answers: Mapping[str, Answer], criterion: Criterion) -> None:
    """Render the buttons to the questions around one and to the next open one."""
    t = session.words()
    before, after = self_audit.neighbours(audit, criterion.id)
    following = self_audit.next_open(audit, answers, criterion.id)
    with st.container(horizontal=True, key="way"):
        _way("back", t("Back"), before, "Alt+Up")
        _way("next", t("Next"), after, "Alt+Down")
        is_other = following != criterion.id
        _way("next_open", t("Next open question"), following if is_other else None, "Alt+O")
    if after is None:
        st.page_link(
            navigation.CLOSING,
            label=t("Last question. Look back before you close"),
            query_params=session.address(),
        )


def _way(name: str, label: str, target: str | None, shortcut: str) -> None:
    st.button(
        label,
        key=f"way_{name}",
        type="primary" if name == "next" else "secondary",
        disabled=target is None,
        shortcut=shortcut,
        on_click=session.go_to,
        args=(session.CRITERION, target),
    )
