"""The list of all questions with filters, and what was agreed last time."""

import streamlit as st

from assessment.answers import Answer
from assessment.assessments import Assessment
from assessment.catalogue.model import Criterion
from assessment.services import agreements
from assessment.services.context import Workspace
from assessment.services.self_audit import Audit
from ui import navigation, session
from ui.screens.audit import overview

_ALL, _OPEN, _DONE, _MARKED = "all", "open", "done", "marked"


def earlier_agreements(workspace: Workspace, assessment: Assessment) -> None:
    """Open with what was agreed last time, where there is something."""
    carried = agreements.carried_over(workspace, assessment)
    if carried:
        t = session.words()
        st.info(
            t.plural(
                "Last time one agreement was made. What happened to it?",
                "Last time {n} agreements were made. What happened to them?",
                len(carried),
            )
        )
        st.page_link(
            navigation.AGREEMENTS,
            label=t("Look at the agreements first"),
            query_params=session.here(),
        )


def questions(audit: Audit, answers: dict[str, Answer]) -> None:
    """Render the questions, grouped, each a link to its place in the self-audit."""
    t, language = session.words(), session.language()
    group, status, search = _filters()
    found = [c for c in audit.criteria if _fits(c, answers.get(c.id), status, search)]
    st.html(
        f'<p class="ms-soft" role="status">{t.plural("One question shown", "{n} questions shown", len(found))}</p>'
    )
    parts = audit.catalogue.phases if group == "phase" else audit.catalogue.perspectives
    for part in parts:
        inside = [c for c in found if (c.phase if group == "phase" else c.perspective) == part.id]
        if inside:
            st.header(part.title.in_language(language), anchor=False)
            st.caption(part.question.in_language(language))
        for criterion in inside:
            st.page_link(
                navigation.AUDIT,
                label=f"{overview.sign(answers.get(criterion.id))} {criterion.title.in_language(language)}",
                query_params=session.here(criterion=criterion.id),
            )


def _filters() -> tuple[str, str, str]:
    t = session.words()
    groups = {"perspective": t("by perspective"), "phase": t("by phase")}
    statuses = {_ALL: t("all"), _OPEN: t("open"), _DONE: t("done"), _MARKED: t("for the talk")}
    with st.container(horizontal=True):
        group = _choice("order", t("Order"), groups)
        status = _choice("status", t("Show"), statuses)
    search = st.text_input(t("Search in the questions"), key="search")
    return group, status, search.strip().lower()


def _choice(name: str, label: str, words: dict[str, str]) -> str:
    chosen = st.segmented_control(
        label,
        list(words),
        default=session.kept(name, next(iter(words))),
        required=True,
        format_func=words.__getitem__,
        key=session.translated(name),
    )
    return str(session.keep(name, chosen or next(iter(words))))


def _fits(criterion: Criterion, answer: Answer | None, status: str, search: str) -> bool:
    language = session.language()
    words = f"{criterion.id} {criterion.title.in_language(language)} {criterion.question.in_language(language)}"
    answered = answer is not None and answer.is_answered
    by_status = {
        _ALL: True,
        _OPEN: not answered,
        _DONE: answered,
        _MARKED: answer is not None and answer.marked,
    }
    return by_status[status] and search in words.lower()
