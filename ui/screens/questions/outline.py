"""The list of all questions with filters, and what was agreed last time."""

from collections.abc import Mapping
from dataclasses import dataclass

import streamlit as st

from assessment.answers import Answer
from assessment.assessments import Assessment
from assessment.catalogue.model import Criterion
from assessment.services import agreements
from assessment.services.context import Workspace
from assessment.services.self_audit import Audit
from ui import navigation, session
from ui.screens.audit.overview import sign
from ui.widgets import choose
from ui.widgets.html import plain, soft

_ALL, _OPEN, _DONE, _MARKED = "all", "open", "done", "marked"


@dataclass(frozen=True)
class Filters:
    """Which questions to show, and how they are grouped."""

    group: str
    status: str
    search: str


def earlier_agreements(workspace: Workspace, assessment: Assessment) -> None:
    """Render how much was agreed last time, when anything was."""
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
            query_params=session.address(),
        )


def questions(audit: Audit, answers: Mapping[str, Answer]) -> None:
    """Render the filters and the questions, each a link to its page in the self-audit."""
    t, language = session.words(), session.language()
    filters = _filters()
    by_phase = filters.group == "phase"
    fitting = [c for c in audit.criteria if _fits(c, answers.get(c.id), filters)]
    shown = t.plural("One question shown", "{n} questions shown", len(fitting))
    st.html(soft(shown, is_status=True))
    for part in audit.catalogue.phases if by_phase else audit.catalogue.perspectives:
        inside = [c for c in fitting if (c.phase if by_phase else c.perspective) == part.id]
        if inside:
            st.header(plain(part.title.in_language(language)), anchor=False)
            st.caption(plain(part.question.in_language(language)))
        for criterion in inside:
            st.page_link(
                navigation.AUDIT,
                label=f"{sign(answers.get(criterion.id))} {plain(criterion.title.in_language(language))}",
                query_params=session.address(criterion=criterion.id),
            )


def _filters() -> Filters:
    t = session.words()
    groups = {"perspective": t("by perspective"), "phase": t("by phase")}
    statuses = {_ALL: t("all"), _OPEN: t("open"), _DONE: t("done"), _MARKED: t("for the talk")}
    with st.container(horizontal=True):
        group = choose.segments("order", t("Order"), groups)
        status = choose.segments("status", t("Show"), statuses)
    search = st.text_input(t("Search in the questions"), key="search")
    return Filters(group, status, search.strip().lower())


def _fits(criterion: Criterion, answer: Answer | None, filters: Filters) -> bool:
    language = session.language()
    words = f"{criterion.id} {criterion.title.in_language(language)} {criterion.question.in_language(language)}"
    is_done = answer is not None and answer.is_answered
    by_status = {
        _ALL: True,
        _OPEN: not is_done,
        _DONE: is_done,
        _MARKED: answer is not None and answer.marked,
    }
    return by_status[filters.status] and filters.search in words.lower()
