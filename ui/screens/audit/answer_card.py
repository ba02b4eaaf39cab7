"""One criterion to answer: choose, note, mark. Everything is saved at once.

The choice and the notes are two fragments, so that a tap runs as little as can be. Neither reads the
answer: the page hands over what is stored, and every write brings it back as it was stored.
"""

from dataclasses import replace
from functools import lru_cache

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from assessment.answers import Answer, AnswerState, Reason
from assessment.catalogue.model import Edition
from assessment.services.self_audit import LastTime
from locales import Translator
from reports.wording import choices
from ui.screens.audit.answer_fields import (
    ANSWER,
    CHOICE,
    NOTES,
    AnswerFields,
    option,
    with_choice,
)
from ui.screens.audit.last_time import option_of_last_time, show_last_time
from ui.widgets.html import plain, spoken

KEPT = 500  # criteria in memory


def answer_card(
    fields: AnswerFields, last: LastTime | None, choice: DeltaGenerator, notes: DeltaGenerator
) -> None:
    """Render the answer to one criterion; below it what was answered last time, and the notes.

    Both places stand in the page itself: a tap copies all that a fragment stands in.
    """
    with choice:
        _choice_part(fields, last)
    with notes:
        show_last_time(fields, last)
        _notes_part(fields)


@st.fragment
def _choice_part(fields: AnswerFields, last: LastTime | None) -> None:
    fields.follow_page()
    answer = fields.saving.mine(ANSWER)
    choice = _choice(fields, answer, last)
    reason, reason_text = answer.reason, answer.reason_text
    if choice == AnswerState.NOT_APPLICABLE:
        reason = _reason(fields, answer)
        reason_text = _reason_text(fields, answer)
    fields.note(CHOICE, with_choice(answer, choice, reason, reason_text))


@st.fragment
def _notes_part(fields: AnswerFields) -> None:
    fields.follow_page()
    t, answer = fields.t, fields.saving.mine(ANSWER)
    common = fields.common(NOTES)
    comment = st.text_area(
        t("What do you want to explain?"),
        value=answer.comment,
        key=fields.key("comment"),
        placeholder=t("For yourself, your team or next year"),
        height=96,
        **common,
    )
    evidence = st.text_input(
        t("What could you point at? A document, a habit or a link"),
        value=answer.evidence,
        key=fields.key("evidence"),
        **common,
    )
    marked = st.checkbox(
        t("Mark this one for the talk"), value=answer.marked, key=fields.key("marked"), **common
    )
    fields.note(NOTES, replace(answer, comment=comment, evidence=evidence, marked=marked))


def _choice(fields: AnswerFields, answer: Answer, last: LastTime | None) -> str | None:
    """Render the levels with what each looks like, and the ways not to choose one."""
    t, criterion = fields.t, fields.criterion.id
    edition, role = fields.audit.catalogue.edition, fields.audit.respondent.role
    question, names, looks = _shown(edition, criterion, role, t.language)
    titles = {str(number): f"{number} · {name}" for number, name in enumerate(names)}
    captions = list(looks)
    for state, (title, caption) in _without_level(answer, t).items():
        titles[str(state)] = title
        captions.append(caption)
    before = option_of_last_time(last)
    if before in titles:
        titles[before] += f" · {t('last time')}"
    options, present = list(titles), option(answer)
    chosen: str | None = st.radio(
        question,  # it stands above as the heading
        options,
        index=options.index(present) if present else None,
        format_func=titles.__getitem__,
        captions=captions,
        label_visibility="collapsed",
        key=fields.key("choice"),
        **fields.common(CHOICE),
    )
    return chosen


@lru_cache(maxsize=KEPT)  # made ready for Markdown on every tap otherwise
def _shown(
    edition: Edition, name: str, role: str, language: str
) -> tuple[str, tuple[str, ...], tuple[str, ...]]:
    """Return the question as it is read out, the names of the levels, and what each looks like."""
    catalogue = edition.catalogue
    criterion = catalogue.by_id[name]
    levels = catalogue.scale(criterion.scale).levels
    return (
        spoken(criterion.question_for(role).in_language(language)),
        tuple(plain(level.label.in_language(language)) for level in levels),
        tuple(map(plain, catalogue.levels_to_choose(criterion, role, language))),
    )


def _without_level(answer: Answer, t: Translator) -> dict[AnswerState, tuple[str, str]]:
    """Return the ways to answer without a level, each with its title and caption."""
    ways = {
        AnswerState.NOT_APPLICABLE: (
            t("Does not apply to us"),
            t("It stays out of every score. Say why below."),
        ),
        AnswerState.UNKNOWN: (
            t("I don't know"),
            t("Worth knowing too: it shows what to find out."),
        ),
    }
    if answer.state is AnswerState.DECLINED:  # came in with a form; nobody is offered it here
        ways[AnswerState.DECLINED] = (t("I'd rather not say"), "")
    return ways


def _reason(fields: AnswerFields, answer: Answer) -> Reason | None:
    t = fields.t
    words = choices.reasons(t)
    options = list(words)
    reason: Reason | None = st.selectbox(
        t("Why does it not apply?"),
        options,
        index=options.index(answer.reason) if answer.reason else None,
        format_func=words.__getitem__,
        placeholder=t("Choose a reason"),
        key=fields.key("reason"),
        **fields.common(CHOICE),
    )
    return reason


def _reason_text(fields: AnswerFields, answer: Answer) -> str:
    label = fields.t("In your own words")
    reason_text: str = st.text_input(
        label, value=answer.reason_text, key=fields.key("reason_text"), **fields.common(CHOICE)
    )
    return reason_text
