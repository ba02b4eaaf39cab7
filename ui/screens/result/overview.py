"""The overview: one screen with what to talk about, where it hurts, what stands, and where to go."""

from collections.abc import Sequence

import streamlit as st

from assessment.scoring.results import CriterionResult
from assessment.services.outcome import Outcome
from assessment.services.overview import Overview, overview_of
from reports.charts import bars
from reports.wording import overview as words
from reports.wording import results
from ui import navigation, session
from ui.screens.result import top
from ui.screens.result.dots import dots, legend, palette, themed_picture
from ui.screens.result.links import criterion_link, link
from ui.screens.result.parts import CRITERIA, MOVEMENT
from ui.widgets.explain import explanation
from ui.widgets.html import bar, text


def overview(outcome: Outcome) -> None:
    """Render the first sentence, the three lists beside the small radar, and what to do next."""
    known = overview_of(outcome)
    first = words.first_sentence(outcome, known, session.words(), to_you=True)
    st.html(f'<h1 class="ms-first">{text(first)}</h1>')
    top.so_far(outcome)
    st.html(
        f"{legend(outcome, _shown(outcome, known))}"
        f'<div class="ms-overview"><div>{_lists(outcome, known)}</div>'
        f"<div>{_beside(outcome)}</div></div>"
    )
    _ways(outcome)


def _lists(outcome: Outcome, known: Overview) -> str:
    t = session.words()
    named = {"talk_first": known.talk_first, "hurts": known.hurts, "stands": known.stands}
    parts = [
        f"<h2>{text(words.titles(t)[name])}</h2>{_list(outcome, known, name, criteria)}"
        for name, criteria in named.items()
    ]
    return "".join(parts)


def _shown(outcome: Outcome, known: Overview) -> list[CriterionResult]:
    names = (*known.talk_first, *known.hurts, *known.stands)
    return [outcome.result.criteria[name] for name in names]


def _list(outcome: Outcome, known: Overview, name: str, criteria: Sequence[str]) -> str:
    if not criteria:
        return f'<p class="ms-soft">{text(words.no_list(name, known, session.words()))}</p>'
    items = "".join(_item(outcome, name, criterion) for criterion in criteria)
    return f'<ul class="ms-list">{items}</ul>'


def _item(outcome: Outcome, name: str, criterion: str) -> str:
    result, t = outcome.result.criteria[criterion], session.words()
    more = {
        "talk_first": words.difference(result, t),
        "hurts": words.next_step(outcome, criterion, t),
    }.get(name, "")
    soft = f'<span class="ms-soft">{text(more)}</span>' if more else ""
    return (
        f"<li><span>{criterion_link(outcome, criterion)}{soft}</span>{dots(outcome, result)}</li>"
    )


def _beside(outcome: Outcome) -> str:
    """Return the small picture, the floor and the movement."""
    t, lines = session.words(), outcome.perspective_lines
    parts: list[str] = [
        themed_picture(bars.groups(lines, t, palette()), results.picture(lines, t), "ms-radar")
    ]
    floor = outcome.result.floor
    if floor.of:
        met = t("{met} of {of} minimal criteria reach their target", met=floor.met, of=floor.of)
        parts.append(bar(floor.met / floor.of, met))
    if floor.open:
        lacking = t("See which do not reach it yet")
        parts.append(f"<p>{link(lacking, part=CRITERIA, show='floor')}</p>")
    moved = words.movement_in_short(outcome, t)
    if moved:
        parts.append(f"<p>{link(moved, part=MOVEMENT)}</p>")
    parts.append(explanation(outcome.catalogue, "level", "target", "minimal"))
    return "".join(parts)


def _ways(outcome: Outcome) -> None:
    t = session.words()
    taken = t("Take it along")
    if outcome.assessment.is_closed:
        taken = t("Take along a report or a conversation guide")
    with st.container(horizontal=True, key="result_ways"):
        for page, label, icon in (
            (navigation.AGREEMENTS, t("Make agreements"), ":material/handshake:"),
            (navigation.EXPORT, taken, ":material/download:"),
            (navigation.FEEDBACK, t("Tell those who answered"), ":material/campaign:"),
        ):
            st.page_link(page, label=label, icon=icon, query_params=session.address())
