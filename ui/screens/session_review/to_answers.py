"""Agreed values as the organisation's own answers in an open assessment: by choice, with a preview."""

from collections.abc import Sequence

import streamlit as st

from assessment.answers import Answer
from assessment.assessments import Assessment
from assessment.errors import NotFound
from assessment.services.context import Workspace
from assessment.services.session.taking_over import (
    AnswerChange,
    answer_changes,
    answers_taken_over,
    assessment_to_answer,
    take_over_answers,
)
from locales import Translator
from reports.session.material import SessionMaterial
from reports.wording import choices
from reports.wording.results import NOTHING
from ui import navigation, session
from ui.widgets import choose
from ui.widgets.html import bullets, plain, soft, stacked_table
from ui.widgets.refusal import attempt


def answers(workspace: Workspace, material: SessionMaterial) -> None:
    """Render what would change in the assessment that is open, and the choice of what is taken over."""
    t = session.words()
    with st.expander(t("Into the answers of the organisation")):
        try:
            assessment = assessment_to_answer(workspace, material.session)
        except NotFound:
            st.html(soft(t("This project has no assessment yet.")))
            return
        told = evidence(material, t)
        _taken_over(
            material, assessment, answers_taken_over(workspace, material.session, assessment, told)
        )
        if assessment.is_closed:
            st.html(soft(t("The newest assessment is closed, so its answers do not change.")))
            return
        changes = answer_changes(workspace, material.session, assessment, told)
        if not changes:
            st.html(soft(t("Nothing would change: no other levels were agreed.")))
            return
        st.write(t("In assessment {name} these answers would change:", name=plain(assessment.name)))
        st.html(_preview(material, changes))
        chosen = choose.several(
            f"answers:{material.session.id}",
            t("Which ones?"),
            {
                change.criterion: choices.criterion_title(material.catalogue, change.criterion, t)
                for change in changes
            },
        )
        wanted = [change for change in changes if change.criterion in chosen]
        st.button(
            t("Take over these answers"),
            key="take_answers",
            type="primary",
            disabled=not wanted,
            on_click=attempt,
            args=(lambda: take_over_answers(workspace, assessment, wanted),),
        )


def _taken_over(material: SessionMaterial, assessment: Assessment, criteria: Sequence[str]) -> None:
    """Render what was taken over already, and where it is."""
    if not criteria:
        return
    t = session.words()
    told = t("Taken over already, among the answers of assessment {name}:", name=assessment.name)
    st.html(
        soft(told)
        + bullets(choices.criterion_title(material.catalogue, one, t) for one in criteria)
    )
    address = session.address(project=assessment.project, assessment=assessment.id)
    st.page_link(navigation.QUESTIONS, label=t("To these answers"), query_params=address)


def evidence(material: SessionMaterial, t: Translator) -> str:
    """Return what an answer that is taken over points at."""
    return t.plural(
        "Agreed in a session of one person.",
        "Agreed in a session of {n} people.",
        material.outcome.people,
    )


def _preview(material: SessionMaterial, changes: Sequence[AnswerChange]) -> str:
    t = session.words()
    rows = [
        (
            choices.criterion_title(material.catalogue, change.criterion, t),
            _level(change.before),
            _level(change.after),
            change.after.evidence,
        )
        for change in changes
    ]
    header = (t("Criterion"), t("Now"), t("Becomes"), t("With as evidence"))
    return stacked_table(t("What changes"), header, rows)


def _level(answer: Answer) -> str:
    if answer.level is not None:
        return str(answer.level)
    if answer.state is None:
        return NOTHING
    return {
        "not_applicable": session.words()("Does not apply"),
        "unknown": session.words()("I don't know"),
    }.get(answer.state, session.words()("I'd rather not say"))
