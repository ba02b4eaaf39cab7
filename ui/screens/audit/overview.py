"""Where I am in the self-audit: progress per perspective, and a way to any question."""

from collections.abc import Mapping

import streamlit as st

from assessment.answers import Answer
from assessment.catalogue.model import Criterion
from assessment.services.self_audit import Audit, progress
from ui import session
from ui.widgets.html import bar, bullets, soft

DONE, OPEN, MARKED = "✓", "○", "⚑"


def sign(answer: Answer | None) -> str:
    """Return the signs for done or open, and for marked."""
    if answer is None:
        return OPEN
    return (DONE if answer.is_answered else OPEN) + (f" {MARKED}" if answer.marked else "")


def overview(audit: Audit, answers: Mapping[str, Answer], criterion: str) -> None:
    """Render in the sidebar how far one is, and the list of all questions."""
    t = session.words()
    whole = progress(audit.criteria, answers)
    label = t("{done} of {total} questions answered", done=whole.done, total=whole.total)
    with st.sidebar:
        st.html(bar(whole.done / max(whole.total, 1), label))
        _jump_list(audit, answers, criterion, whole.done)
        lines = [
            f"{perspective.title.in_language(t.language)}: "
            + _counted([c for c in audit.criteria if c.perspective == perspective.id], answers)
            for perspective in audit.catalogue.perspectives
        ]
        signs = f"{DONE} {t('done')} · {OPEN} {t('open')} · {MARKED} {t('for the talk')}"
        st.html(bullets(lines) + soft(signs))


def _jump_list(audit: Audit, answers: Mapping[str, Answer], criterion: str, answered: int) -> None:
    t = session.words()
    titles = {
        c.id: f"{sign(answers.get(c.id))} {c.title.in_language(t.language)}" for c in audit.criteria
    }
    # labels change with language and progress; a key of its own makes the browser show that
    key = f"jump:{criterion}:{t.language}:{answered}"
    st.selectbox(
        t("Go to a question (type to search)"),
        list(titles),
        index=list(titles).index(criterion),
        format_func=titles.__getitem__,
        key=key,
        on_change=_jump,
        args=(key,),
    )


def _jump(key: str) -> None:
    session.go_to(session.CRITERION, st.session_state[key])


def _counted(criteria: list[Criterion], answers: Mapping[str, Answer]) -> str:
    t = session.words()
    part = progress(criteria, answers)
    marked = f" · {MARKED} {part.marked}" if part.marked else ""
    return t("{done} of {total}", done=part.done, total=part.total) + marked
