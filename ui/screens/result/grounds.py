"""What lies behind the figures: how each arises, what was left out and why, and the method."""

from collections.abc import Sequence
from typing import Literal

import streamlit as st

from assessment.catalogue.model import LEVELS
from assessment.services.group_lines import GroupLine
from assessment.services.outcome import Outcome
from reports import tables
from reports.charts import bars, screen_perspectives
from reports.wording import choices, explanations, factors, method, results
from ui import navigation, session
from ui.screens.result.dots import palette, themed_picture
from ui.screens.result.figure import figure
from ui.screens.result.links import criterion_link, draw_table, linked
from ui.widgets import choose
from ui.widgets.html import bullets, details, soft, table, text

PERSPECTIVE: Literal["perspective"] = "perspective"
PHASE: Literal["phase"] = "phase"


def grounds(outcome: Outcome) -> None:
    """Render the figures per perspective or phase, what does not apply, and the method."""
    _groups(outcome)
    _factors(outcome)
    _left_out(outcome)
    _changed(outcome)
    t = session.words()
    st.header(t("From answers to scores"), anchor=False)
    st.html(
        bullets(method.steps(outcome.catalogue, t))
        + details(t("Five ways to answer"), bullets(method.states(t)))
    )
    st.page_link(navigation.METHOD, label=t("Method and privacy"), query_params=session.address())


@st.fragment
def _groups(outcome: Outcome) -> None:
    """Render the scores by perspective or by phase, as chosen."""
    t = session.words()
    kinds = {PERSPECTIVE: t("by perspective"), PHASE: t("by phase")}
    chosen = choose.segments("picture_by", t("Show"), kinds)
    lines = outcome.phase_lines if chosen == PHASE else outcome.perspective_lines
    in_words = results.picture(lines, t)
    first = t("Phase") if chosen == PHASE else t("Perspective")
    st.html(themed_picture(bars.groups(lines, t, palette()), in_words, "ms-radar"))
    _every_figure(lines, in_words)
    st.html(
        details(t("What do 0 to 4 mean?"), bullets(_levels(outcome, lines)))
        + details(t("The picture in words"), f"<p>{text(in_words)}</p>")
        + draw_table(outcome, tables.groups(outcome, lines, first, t))
        + "".join(_why(outcome, line) for line in lines)
        + soft(results.no_total(t))
    )


def _every_figure(lines: Sequence[GroupLine], in_words: str) -> None:
    """Render the picture to point at; what draws it is heavy, so it is loaded when this is opened."""
    t = session.words()
    folded = st.expander(
        t("See it with every figure"), key="every_figure", type="compact", on_change="rerun"
    )
    if folded.open:
        with folded:
            drawn = screen_perspectives.perspectives(lines, t, palette())
            figure(drawn, in_words, "perspectives")


def _levels(outcome: Outcome, lines: Sequence[GroupLine]) -> list[str]:
    scales = list(dict.fromkeys(scale for line in lines for scale in line.scales))
    t = session.words()
    return [
        f"{level} · {results.level_word(outcome.catalogue, scales, level, t)}"
        for level in range(LEVELS)
    ]


def _why(outcome: Outcome, line: GroupLine) -> str:
    t, inside = session.words(), outcome.result.criteria
    title = line.title.in_language(t.language)
    body = bullets(
        linked(outcome, sentence, inside) for sentence in explanations.group(outcome, line, t)
    )
    terms = explanations.group_terms(outcome, line)
    if terms:
        caption = t("What goes into {group}", group=title)
        rows = [
            (criterion_link(outcome, term.name), *explanations.term_figures(term, t))
            for term in terms
        ]
        body += table(caption, (t("Criterion"), t("Score"), t("Weight")), rows, figures=2)
    score = line.result.score
    if score is None:
        return details(t("{group}: why is there no figure?", group=title), body)
    question = t("{group}: how does {score} arise?", group=title, score=results.figure(score, t))
    return details(question, body)


def _factors(outcome: Outcome) -> None:
    """Render what makes a project succeed or fail, and where the gaps of this one touch it."""
    t = session.words()
    if not outcome.catalogue.factors:
        return
    st.header(factors.title(t), anchor=False)
    for kind, title in choices.factors(t).items():
        found = factors.here(outcome, kind)
        if found:
            st.html(details(title, "".join(_factor(outcome, one) for one in found)))


def _factor(outcome: Outcome, found: factors.FactorHere) -> str:
    t, about = session.words(), found.factor
    sentence = linked(outcome, factors.sentence(outcome, found, t), found.below)
    return (
        f"<p><strong>{text(about.title.in_language(t.language))}</strong><br>"
        f"{text(about.text.in_language(t.language))}<br>{sentence}</p>"
    )


def _left_out(outcome: Outcome) -> None:
    """Render what does not apply, with the reasons."""
    t = session.words()
    if outcome.left_out:
        st.header(t("What does not apply"), anchor=False)
        st.write(t("These are in no score, no coverage and not in the floor."))
        st.html(draw_table(outcome, tables.left_out(outcome, t)))


def _changed(outcome: Outcome) -> None:
    """Render what the project changed of its questionnaire, with its reasons."""
    t = session.words()
    changed = tables.changed(outcome, t)
    if changed.rows:
        st.header(t("Changed by this project"), anchor=False)
        st.html(draw_table(outcome, changed))
    if outcome.catalogue.core:
        st.html(soft(choices.core(t)))
