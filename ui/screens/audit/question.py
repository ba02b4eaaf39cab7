"""The question that is open in the self-audit: which it is, and the ways to the others."""

import html
import json
from collections.abc import Mapping

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from assessment.answers import Answer
from assessment.catalogue.model import LEVELS, Criterion
from assessment.services import self_audit
from assessment.services.self_audit import Audit, progress
from ui import navigation, session
from ui.widgets import criterion_text
from ui.widgets.html import bullets, plain, script, soft, text

_KEYS = "keys_on"


def open_question(audit: Audit, answers: Mapping[str, Answer]) -> Criterion | None:
    """Return the criterion of the address, or else the next open one; None if none is in scope."""
    in_scope = {criterion.id: criterion for criterion in audit.criteria}
    wanted = session.parameter(session.CRITERION)
    if wanted not in in_scope:
        wanted = self_audit.next_open(audit, answers, None) or next(iter(in_scope), None)
    return in_scope[wanted] if wanted else None


def short_title(audit: Audit, criterion: Criterion | None) -> str:
    """Return the number of a question in words; empty if there is none."""
    number = audit.criteria.index(criterion) + 1 if criterion else 0
    return session.words()("Question {n}", n=number) if number else ""


def heading(audit: Audit, criterion: Criterion) -> None:
    """Render where a criterion stands among the others, its title, and the question as the heading."""
    t = session.words()
    number = audit.criteria.index(criterion) + 1
    facts = (
        t("Question {n} of {total}", n=number, total=len(audit.criteria)),
        *criterion_text.perspective_and_phase(criterion, audit.catalogue, t),
        criterion_text.requirement(criterion, audit.choices[criterion.id].requirement, t),
    )
    title = criterion.title.in_language(t.language)
    question = criterion.question_for(audit.respondent.role).in_language(t.language)
    with st.container(key="question"):
        st.html(f'{soft(" · ".join(facts))}<p class="ms-topic">{text(title)}</p>')
        st.title(plain(question), anchor=False)
        st.html(soft(t("Choose the highest level that is wholly true.")))


def bar() -> tuple[DeltaGenerator, DeltaGenerator]:
    """Render the bar that stays in sight; return where the line of what is saved and the ways go."""
    with st.container(key="bar"):
        return st.empty(), st.container(horizontal=True, horizontal_alignment="right", key="way")


def ways(audit: Audit, answers: Mapping[str, Answer], criterion: Criterion) -> None:
    """Render the buttons to the questions around one, and on when nothing is left."""
    t = session.words()
    before, after = self_audit.neighbours(audit, criterion.id)
    whole = progress(audit.criteria, answers)
    open_ones = whole.total - whole.done
    is_last = after is None or open_ones == 0
    if before is not None:
        _way("back", t("Back"), before)
    if after is not None:
        _way("next", t("Next"), after, is_primary=not is_last)
    if is_last:
        label = t.plural(
            "Look back: one question is still open",
            "Look back: {n} questions are still open",
            open_ones,
        )
        label = label if open_ones else t("Everything answered: look back")
        if st.button(label, key="way_on", type="primary"):
            st.switch_page(navigation.CLOSING, query_params=session.address())


def next_open(audit: Audit, answers: Mapping[str, Answer], criterion: Criterion) -> None:
    """Render the way to the next question that is open, when there is another one."""
    following = self_audit.next_open(audit, answers, criterion.id)
    if following not in (None, criterion.id):
        _way("next_open", session.words()("Next open question"), following)


def _way(name: str, label: str, target: str | None, *, is_primary: bool = False) -> None:
    st.button(
        label,
        key=f"way_{name}",
        type="primary" if is_primary else "secondary",
        on_click=session.go_to,
        args=(session.CRITERION, target),
    )


def keys(criterion: Criterion, choice: str) -> None:
    """Render what each key does, the way to switch them off, and what the script of them needs.

    `choice` is the key of the field in which a level is chosen.
    """
    t = session.words()
    st.html(script("question.js"), unsafe_allow_javascript=True)
    with st.expander(t("Keys that save time")):
        is_on = session.remember(
            _KEYS,
            st.checkbox(
                t("Keys without Alt choose and move"),
                value=session.remembered(_KEYS, otherwise=True),
                key=_KEYS,
            ),
        )
        st.html(bullets(_explained()))
    options = [*(str(level) for level in range(LEVELS)), "n", "w"] if is_on else []
    carried = {"question": criterion.id, "choice": choice, "keys": options, "moves": is_on}
    st.html(f'<span hidden data-here="{html.escape(json.dumps(carried))}"></span>')


def _explained() -> tuple[str, ...]:
    t = session.words()
    return (
        t("0 to 4: choose this level"),
        t("n: does not apply to us; w: I don't know"),
        t("Arrow right and left: next and previous question"),
        t(
            "Alt with arrow down and up: the same, also while you type; Alt with O: next open question"
        ),
        t("While you type in a field, keys without Alt are letters, as always."),
    )
