"""One criterion to answer: choose, note, mark. Everything is written at once and read back.

The choice and the notes are two fragments, so that a tap runs as little as can be.
"""

from dataclasses import replace
from typing import Any

import streamlit as st

from assessment.answers import Answer, AnswerState, Reason
from assessment.catalogue.model import LEVELS, Criterion
from assessment.services.context import Workspace
from assessment.services.self_audit import Audit
from reports.wording import choices
from ui.screens.audit import answer_saving
from ui.screens.audit.answer_state import CHOICE, NOTES, CardState, card_state, stored_answer
from ui.widgets.html import plain

_OTHER_STATES = (AnswerState.NOT_APPLICABLE, AnswerState.UNKNOWN)


def answer_card(workspace: Workspace, audit: Audit, criterion: Criterion) -> None:
    """Render one criterion with its answer and notes."""
    _choice_part(workspace, audit, criterion)
    _notes_part(workspace, audit, criterion)


@st.fragment
def _choice_part(workspace: Workspace, audit: Audit, criterion: Criterion) -> None:
    stored = stored_answer(workspace, audit, criterion.id)
    card = card_state(audit, criterion.id, stored)
    present = card.mine or stored
    common = _common(workspace, audit, card, CHOICE)
    choice = _choice(audit, criterion, present, card, common)
    reason, reason_text = present.reason, present.reason_text
    if choice == AnswerState.NOT_APPLICABLE:
        reason, reason_text = _reason(present, card, common)
    notes = (present.comment, present.evidence)
    shown = _answer(present, choice, reason, (reason_text, *notes), present.marked)
    answer_saving.word(workspace, audit, card, stored, shown)


@st.fragment
def _notes_part(workspace: Workspace, audit: Audit, criterion: Criterion) -> None:
    stored = stored_answer(workspace, audit, criterion.id)
    card = card_state(audit, criterion.id, stored)
    t, present = card.words, card.mine or stored
    common = _common(workspace, audit, card, NOTES)
    comment = st.text_area(
        t("What do you want to explain?"),
        value=present.comment,
        key=card.key("comment"),
        placeholder=t("For yourself, your team or next year"),
        height=96,
        **common,
    )
    evidence = st.text_input(
        t("What could you point at? A document, a habit or a link"),
        value=present.evidence,
        key=card.key("evidence"),
        **common,
    )
    marked = st.checkbox(
        t("Mark this one for the talk"), value=present.marked, key=card.key("marked"), **common
    )
    shown = replace(present, comment=comment, evidence=evidence, marked=marked)
    answer_saving.word(workspace, audit, card, stored, shown, part=NOTES)


def _common(workspace: Workspace, audit: Audit, card: CardState, part: str) -> dict[str, Any]:
    return {
        "on_change": _write,
        "args": (workspace, audit, card, part),
        "disabled": audit.assessment.is_closed,
    }


def _choice(
    audit: Audit, criterion: Criterion, stored: Answer, card: CardState, common: dict[str, Any]
) -> str | None:
    """Render the levels with what each looks like, and the ways not to choose one."""
    t, language = card.words, card.language
    labels = audit.catalogue.scale(criterion.scale).levels
    titles = {
        str(n): f"{n} · {plain(level.label.in_language(language))}"
        for n, level in enumerate(labels)
    }
    captions = [plain(part.in_language(language)) for part in audit.catalogue.rubric(criterion)]
    others = [*_OTHER_STATES, *({stored.state} - {AnswerState.LEVEL, None, *_OTHER_STATES})]
    words = {
        AnswerState.NOT_APPLICABLE: (
            t("Does not apply to us"),
            t("It stays out of every score. Say why below."),
        ),
        AnswerState.UNKNOWN: (
            t("I don't know"),
            t("Worth knowing too: it shows what to find out."),
        ),
        AnswerState.DECLINED: (t("I'd rather not say"), ""),
    }
    for other in others:
        titles[str(other)] = words[other][0]  # type: ignore[index]
        captions.append(words[other][1])  # type: ignore[index]
    question = criterion.question_for(audit.respondent.role).in_language(language)
    options = list(titles)
    present = _option(stored)
    chosen = st.radio(
        f"**{plain(question)}**",
        options,
        index=options.index(present) if present else None,
        format_func=titles.__getitem__,
        captions=captions,
        key=card.key("choice"),
        **common,
    )
    return chosen if isinstance(chosen, str) else None


def _reason(stored: Answer, card: CardState, common: dict[str, Any]) -> tuple[Reason | None, str]:
    t = card.words
    words = choices.reasons(t)
    options = list(words)
    reason = st.selectbox(
        t("Why does it not apply?"),
        options,
        index=options.index(stored.reason) if stored.reason else None,
        format_func=words.__getitem__,
        placeholder=t("Choose a reason"),
        key=card.key("reason"),
        **common,
    )
    reason_text = st.text_input(
        t("In your own words"), value=stored.reason_text, key=card.key("reason_text"), **common
    )
    return reason, reason_text


def _option(answer: Answer) -> str | None:
    if answer.state is AnswerState.LEVEL:
        return str(answer.level)
    return str(answer.state) if answer.state else None


def _answer(
    base: Answer,
    choice: str | None,
    reason: Reason | None,
    texts: tuple[str, str, str],
    marked: bool,
) -> Answer:
    """Return the answer that a set of field values stands for."""
    is_level = choice in [str(level) for level in range(LEVELS)]
    is_left_out = choice == AnswerState.NOT_APPLICABLE
    return replace(
        base,
        state=(AnswerState.LEVEL if is_level else AnswerState(choice)) if choice else None,
        level=int(choice) if is_level and choice else None,
        reason=reason if is_left_out else None,
        reason_text=texts[0] if is_left_out else "",
        comment=texts[1],
        evidence=texts[2],
        marked=marked,
    )


def _from_fields(card: CardState) -> Answer:
    """Return what stands in the fields right now, also before the page has run again."""
    base = card.base
    return _answer(
        base,
        card.value("choice", _option(base)),
        card.value("reason", base.reason),
        (
            card.value("reason_text", base.reason_text),
            card.value("comment", base.comment),
            card.value("evidence", base.evidence),
        ),
        card.value("marked", base.marked),
    )


def _write(workspace: Workspace, audit: Audit, card: CardState, part: str) -> None:
    """Save what stands in the fields; remember why when that fails."""
    answer_saving.keep(workspace, audit, card, _from_fields(card), part)
