"""All criteria in one table. What it shows and in which order stands in the address."""

from collections.abc import Callable, Mapping

import streamlit as st

from assessment.scoring.results import CriterionResult
from assessment.scoring.rules import VOICE_GAP
from assessment.services.outcome import Outcome
from assessment.services.overview import largest_difference
from reports.wording import choices, results, voices
from ui import session
from ui.screens.result.dots import dots, legend
from ui.screens.result.links import criterion_link, link
from ui.screens.result.parts import CRITERIA
from ui.widgets.html import Markup, soft, stacked_table, text

SHOW, SORT, OF = "show", "sort", "of"  # what the address calls them
ALL = "all"


def criteria(outcome: Outcome) -> None:
    """Render the choices of what to show, and the criteria that fit."""
    t = session.words()
    show, sort, of = (session.parameter(name) or ALL for name in (SHOW, SORT, OF))
    here = {SHOW: show, SORT: sort, OF: of}
    fitting = [
        result
        for result in outcome.result.criteria.values()
        if _fits(outcome, result, show) and of in (ALL, _perspective(outcome, result))
    ]
    order = _ORDERS.get(sort)
    if order is not None:
        fitting.sort(key=order)
    number = t.plural("One criterion shown", "{n} criteria shown", len(fitting))
    st.html(_choices(outcome, here) + soft(number, is_status=True) + _table(outcome, fitting))


def _fits(outcome: Outcome, result: CriterionResult, show: str) -> bool:
    tests: Mapping[str, Callable[[], bool]] = {
        "floor": lambda: result.criterion in outcome.result.floor.open,
        "below": lambda: bool(result.gap),
        "differ": lambda: result.applies and largest_difference(result) >= VOICE_GAP,
        "minimal": lambda: result.requirement == "minimal",
        "core": lambda: result.criterion in outcome.catalogue.core,
        "no_score": lambda: result.score is None,
    }
    return tests[show]() if show in tests else True


_ORDERS: Mapping[str, Callable[[CriterionResult], tuple[float, float, str]]] = {
    "gap": lambda r: (-(r.priority.value if r.priority else 0), -(r.gap or 0), r.criterion),
    "difference": lambda r: (-largest_difference(r), 0, r.criterion),
    "score": lambda r: (r.score is None, r.score or 0, r.criterion),
}


def _choices(outcome: Outcome, here: Mapping[str, str]) -> str:
    t = session.words()
    shows = {
        ALL: t("all"),
        "floor": t("minimal and not reached"),
        "below": t("below target"),
        "differ": t("groups differ"),
        "minimal": t("minimal"),
        **({"core": t("core")} if outcome.catalogue.core else {}),
        "no_score": t("no score"),
    }
    sorts = {
        ALL: t("as in the catalogue"),
        "gap": t("the most urgent first"),
        "difference": t("the largest difference first"),
        "score": t("the lowest score first"),
    }
    lines = outcome.perspective_lines
    groups = {ALL: t("all")} | {
        line.result.id: line.title.in_language(t.language) for line in lines
    }
    return (
        _chips(t("Show"), SHOW, shows, here)
        + _chips(t("Perspective"), OF, groups, here)
        + _chips(t("Order"), SORT, sorts, here)
    )


def _chips(label: str, name: str, options: Mapping[str, str], here: Mapping[str, str]) -> str:
    """Return one choice as links, so that the address can be sent and printed."""
    items = "".join(
        f"<li>{link(words, is_here=here[name] == option, **_address(here, name, option))}</li>"
        for option, words in options.items()
    )
    return (
        f'<nav class="ms-chips" aria-label="{text(label)}">'
        f'<span class="ms-soft">{text(label)}</span><ul>{items}</ul></nav>'
    )


def _address(here: Mapping[str, str], name: str, option: str) -> dict[str, str]:
    changed = {**here, name: option}
    return {"part": CRITERIA} | {key: value for key, value in changed.items() if value != ALL}


def _perspective(outcome: Outcome, result: CriterionResult) -> str:
    return outcome.catalogue.by_id[result.criterion].perspective


def _table(outcome: Outcome, shown: list[CriterionResult]) -> str:
    if not shown:
        return ""
    t = session.words()
    header = [t("Criterion"), t("From 0 to 4"), t("All answers together"), t("Score"), t("Target")]
    if outcome.previous is not None:
        header.append(t("Last time"))
    rows = [_row(outcome, result) for result in shown]
    caption = t("All criteria, scores from 0 to 4")
    table = stacked_table(caption, [*header, t("Missing")], rows)
    return f"{legend(outcome, shown)}{table}{soft(voices.word_and_difference(t))}"


def _row(outcome: Outcome, result: CriterionResult) -> list[str]:
    t = session.words()
    requirement = choices.requirement(outcome.catalogue, result.criterion, result.requirement, t)
    name = f"{criterion_link(outcome, result.criterion)} <small>{text(requirement)}</small>"
    row: list[str] = [
        Markup(name),
        dots(outcome, result) if result.score is not None else _no_score(result),
        _word(result),
        results.figure(result.score, t),
        results.target(result, t),
    ]
    if outcome.previous is not None:
        step = outcome.movement.get(result.criterion)
        row.append(results.figure(step.then if step and step.change is not None else None, t))
    return [*row, results.gap(result.gap, t) if result.gap else results.NOTHING]


def _word(result: CriterionResult) -> str:
    """Return the word for how far all shown answers lie apart."""
    t = session.words()
    if result.spread is None:
        return results.NOTHING
    words = choices.spread_words(t)
    return t("too few answers") if result.spread.word == "too_few" else words[result.spread.word]


def _no_score(result: CriterionResult) -> str:
    t = session.words()
    return t("no score yet") if result.applies else t("does not apply")
