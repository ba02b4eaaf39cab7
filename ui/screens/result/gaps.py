"""The floor, the gaps by priority and the strengths of a result."""

from collections.abc import Mapping
from dataclasses import dataclass

import streamlit as st

from assessment.catalogue.model import Text
from assessment.scoring.results import CriterionResult
from assessment.scoring.rules import HIGH_LEVEL
from assessment.services.outcome import Outcome
from reports.wording import choices, explanations, results
from ui import navigation, session
from ui.screens.result import row
from ui.widgets import choose
from ui.widgets.html import bar, bullets, details, soft

_ALL = "all"


@dataclass(frozen=True)
class GapFilters:
    """Which criteria below their target to show."""

    perspective: str
    phase: str
    requirement: str


def floor(outcome: Outcome) -> None:
    """Render how many minimal criteria reach their target, and which do not."""
    t, minimum = session.words(), outcome.result.floor
    st.header(t("The floor"), anchor=False)
    sentence = results.floor(outcome, t)
    if not minimum.of:
        st.write(sentence)
        return
    st.html(bar(minimum.met / minimum.of, sentence))
    rule = t(
        "Every project has to meet the minimal criteria. One reaches its target when its score "
        "is at least as high. Without an answer, or without a target, it does not."
    )
    with st.container(key="open:floor", gap="xxsmall"):
        if minimum.open:
            st.html(f"<p>{t('These do not reach it yet:')}</p>")
        row.few_then_more(minimum.open, lambda name: _open_one(outcome, name))
    st.html(details(t("How does this figure arise?"), bullets([rule])))


def _open_one(outcome: Outcome, name: str) -> None:
    t, result = session.words(), outcome.result.criteria[name]
    score = t("no score yet") if result.score is None else results.figure(result.score, t)
    row.question_link(outcome, name, f" · {score}")


@st.fragment
def gaps(outcome: Outcome) -> None:
    """Render what is below its target, highest priority first, with filters."""
    t = session.words()
    st.header(t("What is still missing, the most urgent first"), anchor=False)
    below = outcome.gaps
    if not below:
        st.write(t("Nothing that has a score is below its target."))
        return
    st.caption(
        t(
            "What is still missing is how far a score is below its target. On a minimal "
            "criterion it counts double."
        )
    )
    filters = _filters(outcome)
    fitting = [result for result in below if _fits(outcome, result, filters)]
    counted = t.plural(
        "One criterion below target shown", "{n} criteria below target shown", len(fitting)
    )
    st.html(soft(counted, is_status=True))
    row.few_then_more(fitting, lambda result: _gap(outcome, result))


def _filters(outcome: Outcome) -> GapFilters:
    t, catalogue = session.words(), outcome.catalogue
    perspectives = {part.id: part.title for part in catalogue.perspectives}
    phases = {part.id: part.title for part in catalogue.phases}
    requirements = {_ALL: t("all requirements"), **choices.requirements(t)}
    with st.container(horizontal=True):
        return GapFilters(
            choose.select(
                "gap_perspective",
                t("Perspective"),
                _options(t("all perspectives"), perspectives),
            ),
            choose.select("gap_phase", t("Phase"), _options(t("all phases"), phases)),
            choose.select("gap_requirement", t("Requirement"), requirements),
        )


def _options(everything: str, titles: Mapping[str, Text]) -> dict[str, str]:
    language = session.language()
    return {_ALL: everything} | {
        name: title.in_language(language) for name, title in titles.items()
    }


def _fits(outcome: Outcome, result: CriterionResult, filters: GapFilters) -> bool:
    criterion = outcome.catalogue.by_id[result.criterion]
    return (
        filters.perspective in (_ALL, criterion.perspective)
        and filters.phase in (_ALL, criterion.phase)
        and filters.requirement in (_ALL, result.requirement)
    )


def _gap(outcome: Outcome, result: CriterionResult) -> None:
    t = session.words()
    with st.container(key=f"row:{result.criterion}", gap="xxsmall"):
        row.question_link(outcome, result.criterion)
        st.html(row.figures(result))
        with st.container(horizontal=True, vertical_alignment="top"):
            st.html(row.why(outcome, result), width="stretch")
            st.page_link(
                navigation.AGREEMENTS,
                label=t("Make an agreement"),
                icon=":material/handshake:",
                query_params=session.address(criterion=result.criterion),
            )


def strengths(outcome: Outcome) -> None:
    """Render what is strong: a score of at least 3 and no gap."""
    t = session.words()
    st.header(t("Strengths"), anchor=False)
    strong = outcome.strengths
    if not strong:
        st.write(
            t(
                "Nothing has a score of {level} or more yet without being below its target.",
                level=HIGH_LEVEL,
            )
        )
        return
    st.caption(t("A score of {level} or more, and not below target.", level=HIGH_LEVEL))
    parts = [_strength(outcome, result) for result in strong]
    few = row.number_at_once(strong)
    more = details(t("{n} more", n=len(parts) - few), "".join(parts[few:])) if parts[few:] else ""
    st.html("".join(parts[:few]) + more)


def _strength(outcome: Outcome, result: CriterionResult) -> str:
    t = session.words()
    title = choices.criterion_title(outcome.catalogue, result.criterion, t)
    figures = row.figures(result)
    body = figures + bullets(explanations.criterion(outcome, result.criterion, t))
    return details(f"{title} · {results.figure(result.score, t)}", body)
