"""The list of projects: a page of it, and what closed assessments have to say in short."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from assessment.access.acts import Act
from assessment.agreements import Agreement
from assessment.assessments import Assessment
from assessment.choices import Choice
from assessment.errors import MentorspiegelError, StorageError
from assessment.project_list import (
    BrokenLine,
    ListedAnswers,
    ListedAssessment,
    ListedProject,
    ProjectLine,
)
from assessment.scoring.counts import CountTable
from assessment.scoring.reader import score_table
from assessment.services.context import Workspace, requires
from assessment.services.outcome import Outcome
from assessment.store import CountRow

ON_A_PAGE = 20
_LONGEST = 200  # characters of what went wrong

T = TypeVar("T")


@dataclass(frozen=True)
class ProjectLines:
    """A page of the list of projects: number `start` and on, out of `total` that were looked for."""

    lines: tuple[ProjectLine, ...]
    broken: tuple[BrokenLine, ...]  # of this page, before the others
    start: int
    total: int
    has_example: bool  # somewhere among all projects


@requires(Act.SEE_PROJECTS)
def project_lines(workspace: Workspace, *, search: str = "", start: int = 0) -> ProjectLines:
    """Return the projects whose name holds `search`, the last changed first, ON_A_PAGE at a time.

    Which page a project is on follows from changes of the project and its assessments; an answer moves
    it on its page alone.
    """
    page = workspace.store.projects.page(search.strip(), start, ON_A_PAGE)
    lines: list[ProjectLine] = []
    broken: list[BrokenLine] = []
    for listed in page.projects:
        made = made_or_fault(lambda listed=listed: _line(workspace, listed))  # type: ignore[misc]
        if isinstance(made, Fault):
            broken.append(BrokenLine(listed.project, made.words))
        else:
            lines.append(made)
    lines.sort(key=lambda line: line.last_change, reverse=True)
    return ProjectLines(tuple(lines), tuple(broken), start, page.total, page.has_example)


@dataclass(frozen=True)
class Fault:
    """What went wrong where something could not be made."""

    words: str


def made_or_fault(make: Callable[[], T]) -> T | Fault:
    """Return what was made, or what went wrong: one broken project takes no other one with it.

    It was checked before it was stored, so whatever is wrong now is unexpected, and may be anything.
    """
    try:
        return make()
    except StorageError:
        raise  # then nothing can be read at all
    except Exception as error:  # noqa: BLE001
        return Fault(
            str(error) if isinstance(error, MentorspiegelError) else repr(error)[:_LONGEST]
        )


def _line(workspace: Workspace, listed: ListedProject) -> ProjectLine:
    own = [_own_answers(workspace, part) for part in listed.assessments]
    changes = [part.changed_at for part in own if part is not None]
    newest = listed.assessments[0] if listed.assessments else None
    assessments = [part.assessment for part in listed.assessments]
    return ProjectLine(
        project=listed.project,
        last_change=max([listed.changed_at, *changes]),
        newest=newest.assessment if newest else None,
        answered=own[0].number if own and own[0] else 0,
        asked=newest.asked if newest else 0,
        earlier=tuple(assessments[1:]),
        agreements=tuple(sorted((a for a in listed.agreements if not a.is_settled), key=_due)),
        agreed=sum(a.assessment == assessments[0].id for a in listed.agreements),
    )


def _own_answers(workspace: Workspace, listed: ListedAssessment) -> ListedAnswers | None:
    """Return what the organisation itself answered; when others did is nobody's business."""
    return listed.answered.get(workspace.catalogue_of(listed.assessment).own_role.id)


def _due(agreement: Agreement) -> date:
    return agreement.due or date.max


@requires(Act.SEE_PROJECTS)
def figures_of(
    workspace: Workspace, assessments: Sequence[Assessment]
) -> dict[str, Outcome | Fault]:
    """Return the outcomes of closed assessments by id, with their figures alone, or what is wrong.

    Answers, comments, agreements and movement are left out: a list shows one finding of each.
    """
    store, ids = workspace.store, [assessment.id for assessment in assessments]
    choices = store.choices.of(ids)
    rows = store.answers.counts(ids)
    return {
        assessment.id: made_or_fault(
            lambda assessment=assessment: _figures(  # type: ignore[misc]
                workspace, assessment, choices[assessment.id], rows
            )
        )
        for assessment in assessments
    }


def _figures(
    workspace: Workspace,
    assessment: Assessment,
    choices: Mapping[str, Choice],
    rows: Iterable[CountRow],
) -> Outcome:
    catalogue, threshold = workspace.catalogue_of(assessment), workspace.threshold_of(assessment)
    table = CountTable.empty([assessment.id], catalogue.by_id, catalogue.role_ids)
    counted = table.with_rows(row for row in rows if row[0] == assessment.id)
    result = score_table(counted, catalogue, choices, threshold=threshold)[assessment.id]
    return Outcome(
        assessment=assessment,
        catalogue=catalogue,
        choices=choices,
        answers={},
        result=result,
        participation={},
        threshold=threshold,
    )
