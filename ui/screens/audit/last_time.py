"""What was answered last time, beside this year's question."""

from dataclasses import replace

import streamlit as st

from assessment.answers import Answer, AnswerState
from assessment.services.context import Workspace
from assessment.services.self_audit import LastTime, last_time, taken_over
from reports.wording import choices
from ui import session
from ui.screens.audit.answer_fields import ANSWER, AnswerFields
from ui.widgets.html import text


def show_last_time(workspace: Workspace, fields: AnswerFields) -> None:
    """Render the level, note and evidence of last time, and the button that takes them over."""
    last = last_time(workspace, fields.audit, fields.criterion.id)
    if last is None:
        return
    t = session.words()
    lines = [
        f"<strong>{text(t('Last time ({name}):', name=last.name))}</strong> {text(_choice(last))}"
    ]
    lines += [text(words) for words in (last.answer.comment, last.answer.evidence) if words]
    with st.container(border=True, key="last_time"):
        st.html("".join(f'<p class="ms-text">{line}</p>' for line in lines))
        present = fields.saving.mine(ANSWER)
        if fields.audit.assessment.is_closed or taken_over(present, last) == present:
            return
        st.button(
            t("Take over what is still empty here"),
            key="take_over_last_time",
            on_click=lambda: fields.replace_by(taken_over(fields.saving.mine(ANSWER), last)),
        )


def take_back(fields: AnswerFields) -> None:
    """Render the button that makes an answered question open again; its notes stay."""
    answer = fields.saving.mine(ANSWER)
    if answer.is_answered and not fields.audit.assessment.is_closed:
        st.button(
            session.words()("Take my answer back"),
            key="take_back",
            type="tertiary",
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
