"""A form that comes back: what it would change, one decision per conflict, and taking it over."""

import streamlit as st

from assessment.assessments import Assessment
from assessment.errors import (
    AssessmentClosed,
    InvitationClosed,
    NotFound,
    SheetError,
    StaleWrite,
)
from assessment.services.context import Workspace
from exchange.forms import service, wording
from exchange.forms.import_plan import Decision, Plan, Step
from exchange.spreadsheets.archive import MAX_BYTES
from reports.wording import choices
from ui import session
from ui.widgets import choose
from ui.widgets.html import bullets, details, table

MOST_PROBLEMS = 20
_OUTCOME = "form_outcome"  # of the last import: "stale", "closed" or how many answers
_TURN = "form_turn"  # raised by an import, so that the field for files is empty again


def read_form(workspace: Workspace, assessment: Assessment) -> None:
    """Render the field for the file, and what its form would change."""
    t = session.words()
    turn = st.session_state.setdefault(_TURN, 0)
    given = st.file_uploader(
        t("A form that was filled in (.xlsx or .ods)"),
        type=["xlsx", "ods"],
        max_upload_size=MAX_BYTES // 1_000_000,
        key=f"form_file:{assessment.id}:{turn}",
    )
    if given is None:
        return
    try:
        form = service.read(given.getvalue(), given.name)
        plan = service.prepare(workspace, assessment, form, given.name)
    except SheetError as error:
        _refusal(error)
    except InvitationClosed:
        st.error(t("What others answered was shown already, so nothing of others can be added."))
    else:
        _preview(workspace, plan)


def outcome() -> None:
    """Render once what the last import came to."""
    t, result = session.words(), st.session_state.pop(_OUTCOME, "")
    if result == "stale":
        st.error(
            t("An answer was changed meanwhile, so nothing was written. Look at the changes again.")
        )
    elif result == "closed":
        st.error(t("This assessment was closed meanwhile, so nothing was written."))
    elif result:
        st.success(
            t.plural("One answer was taken over.", "{n} answers were taken over.", int(result))
        )


def _refusal(error: SheetError) -> None:
    t = session.words()
    st.error(t("This file was not read, and nothing of it was taken over."))
    problems = [wording.problem(problem, t) for problem in error.problems[:MOST_PROBLEMS]]
    more = len(error.problems) - len(problems)
    if more:
        problems.append(t.plural("and one more", "and {n} more", more))
    st.html(bullets(problems))


def _preview(workspace: Workspace, plan: Plan) -> None:
    t = session.words()
    catalogue = plan.target.catalogue
    if plan.notes:
        notes = [wording.note(catalogue, note, t) for note in plan.notes]
        st.html(details(t("Worth knowing about this form"), bullets(notes), opened=True))
    if not plan.steps:
        st.info(t("This form changes nothing: everything in it stands here already."))
        return
    st.write(
        t.plural("This form changes one answer.", "This form changes {n} answers.", len(plan.steps))
    )
    if plan.target.is_anonymous:
        st.write(
            t("It is from an anonymous respondent, so the answers are counted and not shown here.")
        )
    else:
        _changes(plan)
    decisions = {step.criterion: _decision(plan, step) for step in plan.open}
    st.button(
        t("Take over"),
        key="take_over",
        type="primary",
        on_click=_take_over,
        args=(workspace, plan, decisions),  # with the versions that the person has seen
    )


def _changes(plan: Plan) -> None:
    t = session.words()
    catalogue, words = plan.target.catalogue, wording.changes(t)
    rows = [
        (
            f"{step.criterion} · {choices.criterion_title(catalogue, step.criterion, t)}",
            *wording.sides(catalogue, step, t),
            words[step.change],
        )
        for step in plan.steps
        if not step.is_open
    ]
    if rows:
        title = t("What changes")
        header = (t("Criterion"), t("Now"), t("In the form"), t("Kind of change"))
        st.html(details(title, table(title, header, rows), opened=True))


def _decision(plan: Plan, step: Step) -> Decision:
    """Render one line that needs a decision; at the start nothing would be overwritten."""
    t = session.words()
    catalogue, words = plan.target.catalogue, wording.decisions(t)
    title = f"{step.criterion} · {choices.criterion_title(catalogue, step.criterion, t)}"
    name = f"decide:{plan.target.respondent.id}:{step.criterion}:{step.stored.version}"
    with st.container(border=True):
        caption = f"{title}: {wording.changes(t)[step.change]}"
        sides = wording.sides(catalogue, step, t)
        st.html(table(caption, (t("Now"), t("In the form")), [sides]))
        question = t("What should happen with {criterion}?", criterion=step.criterion)
        return choose.radio(name, question, words)


def _take_over(workspace: Workspace, plan: Plan, decisions: dict[str, Decision]) -> None:
    try:
        written = service.take_over(workspace, plan, decisions)
    except StaleWrite:
        st.session_state[_OUTCOME] = "stale"
    except (AssessmentClosed, InvitationClosed, NotFound):
        st.session_state[_OUTCOME] = "closed"
    else:
        st.session_state[_OUTCOME] = str(len(written))
        st.session_state[_TURN] += 1
