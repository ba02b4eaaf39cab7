"""One criterion, one page: what each group said, why it matters, and what helps."""

from collections.abc import Iterator

import streamlit as st

from assessment.catalogue.model import LEVELS
from assessment.scoring.results import CriterionResult, Voice
from assessment.services.outcome import Outcome
from reports.wording import choices, explanations, results, rubrics, voices
from ui import navigation, session
from ui.screens.result.dots import dots, legend
from ui.widgets import criterion_text
from ui.widgets.html import bullets, details, plain, soft, table, text
from ui.widgets.level_bars import level_bar


def criterion_page(outcome: Outcome, criterion: str) -> None:
    """Render everything that the outcome says about one criterion."""
    t, result = session.words(), outcome.result.criteria[criterion]
    known = outcome.catalogue.by_id[criterion]
    st.title(plain(known.title.in_language(t.language)), anchor=False)
    st.html(soft(criterion_text.facts(known, outcome.catalogue, t.language)))
    st.html(_figures(outcome, result))
    _ways(criterion)
    if result.voices:
        st.header(t("What each group said"), anchor=False)
        st.html("".join(_said(outcome, result)))
    _own(outcome, criterion)
    _for_the_talk(outcome, criterion)


def _figures(outcome: Outcome, result: CriterionResult) -> str:
    t = session.words()
    parts = (
        results.gap_line(outcome.catalogue, result, t) if result.applies else [t("does not apply")]
    )
    parts += _last_time(outcome, result)
    facts = "".join(f"<li>{text(part)}</li>" for part in parts)
    drawn = f"{legend(outcome, [result])}{dots(outcome, result)}"
    why = bullets(explanations.criterion(outcome, result.criterion, t)) + _wordings(outcome, result)
    shown = drawn if result.score is not None else ""
    return f'<div class="ms-large">{shown}</div><ul class="ms-facts">{facts}</ul>' + details(
        t("How does this figure arise?"), why
    )


def _wordings(outcome: Outcome, result: CriterionResult) -> str:
    """Return the levels side by side, in the words that each group on this criterion read."""
    t = session.words()
    shown = [role for role, voice in result.voices.items() if voice.levels is not None]
    levels = rubrics.compared(outcome.catalogue, result.criterion, shown, t)
    return table(rubrics.caption(t), levels.header, levels.rows) if levels else ""


def _last_time(outcome: Outcome, result: CriterionResult) -> Iterator[str]:
    t, step = session.words(), outcome.movement.get(result.criterion)
    if step is None:
        return
    if step.reason is not None:
        reason = choices.not_comparable(t)[step.reason]
        yield t("not comparable with last time: {reason}", reason=reason)
    else:
        yield t("last time {score}", score=results.figure(step.then, t))


def _ways(criterion: str) -> None:
    t, address = session.words(), session.address(criterion=criterion)
    with st.container(horizontal=True, key="criterion_ways"):
        for page, label, icon in (
            (navigation.AGREEMENTS, t("Make an agreement"), ":material/handshake:"),
            (navigation.AUDIT, t("To the question"), ":material/edit_note:"),
        ):
            st.page_link(page, label=label, icon=icon, query_params=address)


def _said(outcome: Outcome, result: CriterionResult) -> Iterator[str]:
    """Return how often each level was given per group, in bars, words and a table, and comments."""
    t = session.words()
    shown = list(result.voices.values())
    yield from (_voice(outcome, voice) for voice in shown)
    for sentence in (
        voices.together_sentence(result, t) if len(shown) > 1 else "",
        voices.two_truths(outcome, result, t),
        voices.in_need(outcome, result, t),
    ):
        if sentence:
            yield f"<p>{text(sentence)}</p>"
    yield details(t("How often each level was given"), _table(outcome, shown))
    if wordings := _wordings(outcome, result):
        yield details(rubrics.caption(t), wordings)
    for role, lines in outcome.comments.get(result.criterion, {}).items():
        group = choices.group(outcome.catalogue, role, t)
        quotes = "".join(f'<li class="ms-text">{text(line)}</li>' for line in lines)
        who = t("What {voices} wrote, in no order:", voices=group)
        yield f'<p class="ms-voice">{text(who)}</p><ul class="ms-quotes">{quotes}</ul>'


def _voice(outcome: Outcome, voice: Voice) -> str:
    t = session.words()
    if voice.spread is None:  # nobody of this voice gave a level
        return ""
    who = choices.voice(outcome.catalogue, voice.role, voice.n, t)
    sentence = voices.spread_sentence(voice.levels, voice.spread, t)
    return level_bar(f"{who}: {sentence}", voice.levels)


def _table(outcome: Outcome, shown: list[Voice]) -> str:
    t = session.words()
    header = (t("Group"), *map(str, range(LEVELS)), t("Mean"))
    rows = [
        (
            choices.voice(outcome.catalogue, voice.role, voice.n, t),
            *map(str, voice.levels),
            results.figure(voice.mean, t),
        )
        for voice in shown
    ]
    caption = t("How often each level was given, per group with its mean")
    return table(caption, header, rows, figures=LEVELS + 1)


def _own(outcome: Outcome, criterion: str) -> None:
    """Render what the organisation itself wrote with its answer."""
    t, answer = session.words(), outcome.answers.get(criterion)
    if answer is None:
        return
    parts = (
        (t("Why it does not apply"), answer.reason_text),
        (t("What you noted"), answer.comment),
        (t("What you can point at"), answer.evidence),
    )
    written = [(title, words) for title, words in parts if words.strip()]
    if written:
        st.header(t("Your own note and evidence"), anchor=False)
        st.html(
            "".join(
                f'<p class="ms-voice"><strong>{text(title)}</strong></p>'
                f'<p class="ms-text">{text(words)}</p>'
                for title, words in written
            )
        )


def _for_the_talk(outcome: Outcome, criterion: str) -> None:
    t, known = session.words(), outcome.catalogue.by_id[criterion]
    for title, texts in (
        (t("Questions that open the talk"), known.prompts),
        (t("Next steps"), known.next_steps),
    ):
        if texts:
            st.header(title, anchor=False)
            st.html(bullets(words.in_language(t.language) for words in texts))
    without = known.model_copy(update={"prompts": ()})
    st.html(criterion_text.background(without, outcome.catalogue, t.language))
