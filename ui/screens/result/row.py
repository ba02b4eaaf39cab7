"""One criterion of a result: its figures, how they arise, and where to go from here."""

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

import streamlit as st

from assessment.catalogue.model import TOP_LEVEL
from assessment.scoring.results import CriterionResult
from assessment.services.outcome import Outcome
from reports import tables
from reports.wording import choices, explanations, results
from ui import navigation, session
from ui.widgets.html import bullets, details, plain, table, text

T = TypeVar("T")

_SHOWN_AT_ONCE = 6
_NOT_WORTH_HIDING = 2


def draw_table(content: tables.Table) -> str:
    """Return a table of a report as HTML."""
    return table(content.caption, content.header, content.rows, figures=content.figures)


def number_at_once(items: Sequence[T]) -> int:
    """Return how many items to show before one opens the others."""
    return _SHOWN_AT_ONCE if len(items) > _SHOWN_AT_ONCE + _NOT_WORTH_HIDING else len(items)


def few_then_more(items: Sequence[T], draw: Callable[[T], None]) -> None:
    """Render the first few items, and the others where one can open them."""
    few = number_at_once(items)
    for item in items[:few]:
        draw(item)
    if items[few:]:
        with st.expander(session.words()("{n} more", n=len(items) - few)):
            for item in items[few:]:
                draw(item)


def question_link(outcome: Outcome, criterion: str, after: str = "") -> None:
    """Render the title of a criterion as the link to its question."""
    title = choices.criterion_title(outcome.catalogue, criterion, session.words())
    st.page_link(
        navigation.AUDIT,
        label=plain(f"{title}{after}"),
        query_params=session.address(criterion=criterion),
    )


def figures(result: CriterionResult) -> str:
    """Return score, target, gap and priority of a criterion as HTML."""
    return track(result) + facts(results.gap_line(result, session.words()), result)


def track(result: CriterionResult) -> str:
    """Return a small line from 0 to 4 with score and target, for the eye only."""
    score, target = ((value or 0) / TOP_LEVEL * 100 for value in (result.score, result.target))
    mark = "" if result.target is None else f'<i style="left:{target:.0f}%"></i>'
    filled = f'<span style="width:{score:.0f}%"></span>'
    return f'<div class="ms-track" aria-hidden="true">{filled}{mark}</div>'


def facts(parts: Iterable[str], result: CriterionResult) -> str:
    """Return facts about a criterion in one line, its priority last, as HTML."""
    t = session.words()
    line = " · ".join(f'<span class="ms-soft">{text(part)}</span>' for part in parts)
    band = result.priority.band if result.priority else None
    if band is None:
        return f'<p class="ms-facts">{line}</p>'
    word = t("priority {band}", band=choices.bands(t)[band])
    return (
        f'<p class="ms-facts">{line} <span class="ms-band ms-band-{band}">{text(word)}</span></p>'
    )


def why(outcome: Outcome, result: CriterionResult) -> str:
    """Return how the figures of a criterion arise, to be opened."""
    t = session.words()
    question = t("How does this figure arise?")
    if result.score is not None:
        question = t("How does {score} arise?", score=results.figure(result.score, t))
    return details(question, bullets(explanations.criterion(outcome, result.criterion, t)))
