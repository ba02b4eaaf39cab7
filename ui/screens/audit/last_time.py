"""What was answered last time: marked beside its choice, the rest folded below the choices."""

from dataclasses import replace

import streamlit as st

from assessment.answers import Answer, AnswerState
from assessment.services.self_audit import LastTime, taken_over
from reports.wording import choices
from ui import session
from ui.screens.audit.answer_fields import ANSWER, AnswerFields, option
from ui.widgets.html import plain, text


def option_of_last_time(last: LastTime | None) -> str:
    """Return the option that was chosen last time; empty without one, or on another scale."""
    if last is None or (last.answer.level is not None and not last.is_comparable):
        return ""
    return option(last.answer) or ""


def show_last_time(fields: AnswerFields, last: LastTime | None) -> None:
    """Render in one line what was chosen last time; note, evidence and taking over are folded."""
    if last is None:
        return
    t = session.words()
    present = fields.saving.mine(ANSWER)
    with st.expander(plain(f"{t('Last time ({name}):', name=last.name)} {_choice(last)}")):
        st.html(_written(last))
        if fields.audit.assessment.is_closed or taken_over(present, last) == present:
            return
        st.button(
            t("Take over what is still empty here"),
            key="take_over_last_time",
            on_click=lambda: fields.replace_by(taken_over(fields.saving.mine(ANSWER), last)),
        )


def _written(last: LastTime) -> str:
    """Return the note and the evidence of last time, each with its label."""
    t, answer = session.words(), last.answer
    parts = (
        (t("What you noted"), answer.comment),
        (t("What you can point at"), answer.evidence),
    )
    return (
        "".join(
            f'<p><strong>{text(label)}</strong></p><p class="ms-text">{text(words)}</p>'
            for label, words in parts
            if words
        )
        or f'<p class="ms-soft">{text(t("Nothing was noted."))}</p>'
    )


def take_back(fields: AnswerFields) -> None:
    """Render the button that makes an answered question open again; its notes stay."""
    answer = fields.saving.mine(ANSWER)
    if answer.is_answered and not fields.audit.assessment.is_closed:
        st.button(
            session.words()("Take my answer back"),
            key="take_back",
            on_click=lambda: fields.replace_by(_open(fields.saving.mine(ANSWER))),
        )


def _open(answer: Answer) -> Answer:
    return replace(answer, state=None, level=None, reason=None, reason_text="")


def _choice(last: LastTime) -> str:
    """Return in words what was chosen last time."""
    t, answer = session.words(), last.answer
    if answer.level is None:
        words = {
            None: t("not answered"),
            AnswerState.NOT_APPLICABLE: t("Does not apply to us"),
            AnswerState.UNKNOWN: t("I don't know"),
            AnswerState.DECLINED: t("I'd rather not say"),
        }[answer.state]
        reason = choices.reasons(t)[answer.reason] if answer.reason else ""
        return " · ".join(part for part in (words, reason, answer.reason_text) if part)
    scale = last.catalogue.by_id[answer.criterion].scale
    label = last.catalogue.scale(scale).levels[answer.level].label.in_language(t.language)
    other = "" if last.is_comparable else f" ({t('on another scale than now')})"
    return f"{answer.level} · {label}{other}"
