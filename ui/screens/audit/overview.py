"""Where I am in the self-audit: progress per perspective, and a way to any question."""

import streamlit as st

from assessment.answers import Answer
from assessment.catalogue.model import Criterion
from assessment.services.self_audit import Audit, progress
from ui import session
from ui.widgets.html import bar, text

DONE, OPEN, MARKED = "✓", "○", "⚑"


def sign(answer: Answer | None) -> str:
    """Return the signs for done or open, and for marked."""
    if answer is None:
        return OPEN
    return (DONE if answer.is_answered else OPEN) + (f" {MARKED}" if answer.marked else "")


def overview(audit: Audit, answers: dict[str, Answer], here: str) -> None:
    """Render the overview in the sidebar."""
    t, language = session.words(), session.language()
    criteria = audit.criteria
    with st.sidebar:
        whole = progress(criteria, answers)
        st.html(
            bar(
                whole.done / max(whole.total, 1),
                t("{done} of {total} questions answered", done=whole.done, total=whole.total),
            )
        )
        titles = {
            c.id: f"{sign(answers.get(c.id))} {c.title.in_language(language)}" for c in criteria
        }
        options = list(titles)
        # labels change with language and progress; a key of its own makes the browser show that
        key = f"jump:{here}:{language}:{whole.done}"
        st.selectbox(
            t("Go to a question (type to search)"),
            options,
            index=options.index(here),
            format_func=titles.__getitem__,
            key=key,
            on_change=_jump,
            args=(key,),
        )
        lines = "".join(
            f"<li>{text(p.title.in_language(language))}: {_counted([c for c in criteria if c.perspective == p.id], answers)}</li>"
            for p in audit.catalogue.perspectives
        )
        st.html(
            f"<ul>{lines}</ul><p class='ms-soft'>{DONE} {t('done')} · {OPEN} {t('open')} · {MARKED} {t('for the talk')}</p>"
        )


def _jump(key: str) -> None:
    session.go_to(session.CRITERION, st.session_state[key])


def _counted(criteria: list[Criterion], answers: dict[str, Answer]) -> str:
    t = session.words()
    found = progress(criteria, answers)
    marked = f" · {MARKED} {found.marked}" if found.marked else ""
    return t("{done} of {total}", done=found.done, total=found.total) + marked
