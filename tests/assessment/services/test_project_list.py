"""The list of projects: what each line says, a page at a time, and one finding of what is closed."""

from datetime import date

import pytest
from sqlalchemy import event

from assessment.agreements import AgreementStatus
from assessment.answers import Answer, AnswerState
from assessment.assessments import Assessment
from assessment.errors import DatabaseUnavailable
from assessment.respondents import Respondent
from assessment.services import assessments, projects
from assessment.services.context import Workspace
from assessment.services.project_list import (
    ON_A_PAGE,
    made_or_fault,
    project_lines,
)
from assessment.services.self_audit import open_audit, write_answer
from storage import SqlStore
from tests.support.broken import break_catalogue, break_snapshot, nobody_is_asked_everything
from tests.support.builders import Clock, a_project, an_agreement, an_answer
from tests.support.database import add_respondents


def test_a_line_shows_progress_and_what_moved_last_comes_first(
    workspace: Workspace, assessment: Assessment, clock: Clock
) -> None:
    clock.forward(days=1)
    other = projects.create_project(workspace, a_project(id="", name="Ander"))
    clock.forward(days=1)
    audit = open_audit(workspace, assessment.id)
    for criterion in ("MC-01", "MC-02"):  # the second is not in the short profile
        write_answer(workspace, audit, Answer(criterion, AnswerState.LEVEL, 3))

    first, second = project_lines(workspace).lines

    assert [first.project.id, second.project.id] == [assessment.project, other.id]
    assert [(line.answered, line.asked) for line in (first, second)] == [(1, 20), (0, 0)]
    assert (first.last_change, second.newest) == (clock.now, None)


def test_what_others_answer_is_no_progress_and_no_change(
    workspace: Workspace, assessment: Assessment, clock: Clock
) -> None:
    mentee = Respondent("S1", assessment.id, "mentee")
    add_respondents(workspace.store, [mentee])  # type: ignore[arg-type]
    before = project_lines(workspace).lines
    clock.forward(hours=1)

    workspace.store.answers.save(mentee.id, an_answer("MC-01"))

    assert project_lines(workspace).lines == before


def test_a_line_has_the_open_agreements_the_first_due_first(
    workspace: Workspace, assessment: Assessment, clock: Clock
) -> None:
    of_it = {"project": assessment.project, "assessment": assessment.id}
    some = (
        an_agreement("X1", **of_it),
        an_agreement("X2", due=date(2027, 1, 1), **of_it),
        an_agreement("X3", due=date(2026, 12, 1), **of_it),
        an_agreement("X4", status=AgreementStatus.DONE, **of_it),
    )
    for agreement in some:
        workspace.store.agreements.save(agreement)
    clock.forward(days=1)
    following = assessments.start_assessment(
        workspace, assessment.project, name="2027", profile="short", ambition="floor"
    )
    workspace.store.agreements.save(an_agreement("X5", **{**of_it, "assessment": following.id}))

    [line] = project_lines(workspace).lines

    assert [a.id for a in line.agreements] == ["X3", "X2", "X1", "X5"]
    assert (line.newest, line.agreed) == (following, 1)


def test_many_projects_come_a_page_at_a_time_in_four_statements(
    workspace: Workspace, sqlite_store: SqlStore, clock: Clock
) -> None:
    for number in range(ON_A_PAGE + 2):
        made = projects.create_project(workspace, a_project(id="", name=f"Project {number}"))
        assessments.start_assessment(
            workspace, made.id, name="2026", profile="short", ambition="floor"
        )
        clock.forward(minutes=1)
    asked: list[str] = []
    event.listen(sqlite_store.engine, "before_cursor_execute", lambda *args: asked.append(args[2]))

    first = project_lines(workspace)

    assert [words.partition(" ")[0] for words in asked] == ["BEGIN", *["SELECT"] * 4]
    assert [line.project.name for line in first.lines][::19] == ["Project 21", "Project 2"]
    assert (len(first.lines), first.total) == (ON_A_PAGE, ON_A_PAGE + 2)
    second = project_lines(workspace, start=ON_A_PAGE)
    assert [line.project.name for line in second.lines] == ["Project 1", "Project 0"]
    assert project_lines(workspace, search=" project 21 ").total == 1


@pytest.mark.parametrize("snapshot", ["{}", "no json", ""])
def test_one_broken_project_takes_no_other_one_with_it(
    workspace: Workspace, assessment: Assessment, snapshot: str
) -> None:
    whole = projects.create_project(workspace, a_project(id="", name="Heel"))
    break_snapshot(workspace, assessment, snapshot)

    found = project_lines(workspace)

    assert [line.project.id for line in found.lines] == [whole.id]
    [broken] = found.broken
    assert (broken.project.id, found.total) == (assessment.project, 2)
    assert broken.fault


def test_a_catalogue_without_own_voice_is_named_as_such(
    workspace: Workspace, assessment: Assessment
) -> None:
    break_catalogue(workspace, assessment, nobody_is_asked_everything)

    [broken] = project_lines(workspace).broken

    assert "asked everything" in broken.fault


def test_a_database_that_does_not_answer_is_no_fault_of_a_project(workspace: Workspace) -> None:
    def gone() -> None:
        raise DatabaseUnavailable("the disk is full")

    with pytest.raises(DatabaseUnavailable):
        made_or_fault(gone)
    assert made_or_fault(lambda: 5) == 5
