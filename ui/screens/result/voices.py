"""Where voices differ: who answered, what to talk about first, how far answers lie apart."""

import streamlit as st

from assessment.scoring.results import CriterionResult
from assessment.services.context import Workspace
from assessment.services.invitations import invitations_of
from assessment.services.outcome import Outcome
from reports.wording import participation, voices
from ui import session
from ui.screens.result import all_criteria, row, voice_chart
from ui.widgets.html import bullets, details, text


def where_voices_differ(workspace: Workspace, outcome: Outcome) -> None:
    """Render who else answered and where groups differ, as far as that may be shown."""
    t = session.words()
    lines = invitations_of(workspace, outcome.assessment)
    if not set(outcome.participation) - {outcome.catalogue.own_role.id} and not lines:
        return
    st.header(t("Where groups differ"), anchor=False)
    took_part = participation.lines(lines, outcome.catalogue, t)
    st.html(
        f"<p>{text(voices.participation(outcome, t))}</p>{bullets(took_part) if took_part else ''}"
    )
    if not outcome.assessment.is_closed:
        st.write(voices.shown_later(t))
        return
    if voices.others_shown(outcome):
        voice_chart.picture(outcome)
        _talk_first(outcome)
        _gaps(outcome)
        title = t("How far answers lie apart, and what people wrote, per criterion")
        st.html(details(title, all_criteria.spreads(outcome)))
    _not_shown(outcome)


def _talk_first(outcome: Outcome) -> None:
    t = session.words()
    st.subheader(t("Talk about this first"), anchor=False)
    if not outcome.result.discuss_first:
        st.write(t("No groups differ clearly. There is nothing you have to talk about first."))
    for name in outcome.result.discuss_first:
        with st.container(key=f"row:talk:{name}", gap="xxsmall"):
            row.question_link(outcome, name)
            st.html(_talk(outcome, outcome.result.criteria[name]))


def _talk(outcome: Outcome, result: CriterionResult) -> str:
    t = session.words()
    sentences = [voices.means(outcome, result, t)]
    gap = voices.largest_gap(outcome, result.criterion)
    if gap is not None:
        sentences.append(voices.difference(outcome, gap, t))
    sentences.append(voices.together_sentence(result, t))
    lines = "".join(f'<p class="ms-facts">{text(line)}</p>' for line in sentences)
    prompts = outcome.catalogue.by_id[result.criterion].prompts
    if not prompts:
        return lines
    questions = bullets(prompt.in_language(t.language) for prompt in prompts)
    return lines + details(t("Questions that open the talk"), questions)


def _gaps(outcome: Outcome) -> None:
    """Render every pair of voices that lie a level or more apart, the largest difference first."""
    gaps = outcome.result.voice_gaps
    if not gaps:
        return
    t = session.words()
    st.subheader(t("A level or more apart"), anchor=False)
    sentences = [voices.gap_sentence(outcome, gap, t) for gap in gaps]
    few = row.number_at_once(sentences)
    more = sentences[few:]
    folded = details(t("{n} more", n=len(more)), bullets(more)) if more else ""
    st.html(bullets(sentences[:few]) + folded)


def _not_shown(outcome: Outcome) -> None:
    t = session.words()
    hidden = voices.not_shown(outcome, t)
    if not hidden:
        return
    st.subheader(t("What is not shown"), anchor=False)
    st.write(voices.why_not_shown(outcome, t))
    st.html(details(voices.number_not_shown(outcome, t), bullets(hidden)))
