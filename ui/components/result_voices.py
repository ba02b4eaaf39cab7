"""Where voices differ: who answered, what to talk about first, how far answers lie apart."""

from collections.abc import Sequence

import streamlit as st

from assessment.results import CriterionResult, Voice
from assessment.services.outcome import Outcome
from reports import names, voices
from ui import state
from ui.components import result_row
from ui.components.html import bullets, details, text


def where_voices_differ(outcome: Outcome) -> None:
    """Draw the part about other voices, as far as they may be shown."""
    t = state.words()
    own = outcome.catalogue.organisation_roles
    if not set(outcome.participation) - own:
        return
    st.header(t("Where voices differ"), anchor=False)
    st.html(f"<p>{text(voices.participation(outcome, t))}</p>")
    if not outcome.assessment.is_closed:
        st.write(voices.shown_later(t))
        return
    if voices.others_shown(outcome):
        _talk_first(outcome)
        _other_differences(outcome)
        st.html(details(t("How far answers lie apart, per criterion"), _spreads(outcome)))
    _not_shown(outcome)


def _talk_first(outcome: Outcome) -> None:
    t = state.words()
    st.subheader(t("Talk about this first"), anchor=False)
    if not outcome.result.discuss_first:
        st.write(t("No voices part clearly. There is nothing that has to be talked about first."))
    for name in outcome.result.discuss_first:
        with st.container(key=f"row:talk:{name}", gap="xxsmall"):
            result_row.question_link(outcome, name)
            st.html(_talk(outcome, outcome.result.criteria[name]))


def _talk(outcome: Outcome, result: CriterionResult) -> str:
    t = state.words()
    said = [voices.means(outcome, result, t)]
    gap = voices.largest_gap(outcome, result.criterion)
    if gap is not None:
        said.append(voices.difference(outcome, gap, t))
    said.append(voices.together_sentence(result, t))
    lines = "".join(f'<p class="ms-facts">{text(line)}</p>' for line in said)
    prompts = outcome.catalogue.by_id[result.criterion].prompts
    if not prompts:
        return lines
    questions = bullets(prompt.in_language(t.language) for prompt in prompts)
    return lines + details(t("Questions that open the talk"), questions)


def _other_differences(outcome: Outcome) -> None:
    t, shown = state.words(), outcome.result.discuss_first
    others = dict.fromkeys(
        g.criterion for g in outcome.result.voice_gaps if g.criterion not in shown
    )
    if not others:
        return
    lines = [
        f"{names.criterion_title(outcome.catalogue, name, t)}: "
        f"{voices.means(outcome, outcome.result.criteria[name], t)}"
        for name in others
    ]
    st.html(details(t("Other large differences"), bullets(lines)))


def _spreads(outcome: Outcome) -> str:
    return "".join(
        _spread(outcome, result)
        for result in outcome.result.criteria.values()
        if any(voice.shown for voice in voices.others(outcome, result))
    )


def _spread(outcome: Outcome, result: CriterionResult) -> str:
    t = state.words()
    title = names.criterion_title(outcome.catalogue, result.criterion, t)
    spoken = "".join(_voice(outcome, v) for v in result.voices.values())
    together = voices.together_sentence(result, t)
    return f"<p><strong>{text(title)}</strong></p>{spoken}<p class='ms-soft'>{text(together)}</p>"


def _voice(outcome: Outcome, voice: Voice) -> str:
    t = state.words()
    if voice.levels is None or voice.spread is None:  # nobody of this voice gave a level
        return ""
    who = names.voice(outcome.catalogue, voice.role, voice.n, t)
    said = voices.spread_sentence(voice.levels, voice.spread, t)
    bar = _stack(voice.levels) if voice.spread.n > 1 else ""
    return f'<p class="ms-voice">{text(f"{who}: {said}")}</p>{bar}'


def _stack(levels: Sequence[int]) -> str:
    """Return a bar with a part per level, as wide as it was given often; the sentence says it."""
    parts = "".join(
        f'<span class="ms-level-{level}" style="flex:{number}">{level}</span>'
        for level, number in enumerate(levels)
        if number
    )
    return f'<div class="ms-levels" aria-hidden="true">{parts}</div>'


def _not_shown(outcome: Outcome) -> None:
    t = state.words()
    found = voices.not_shown(outcome, t)
    if not found:
        return
    st.subheader(t("What is not shown"), anchor=False)
    st.write(voices.why_not_shown(outcome, t))
    st.html(details(voices.number_not_shown(outcome, t), bullets(found)))
