"""The list of projects, a page of it; one that is broken takes no other one with it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from assessment.access.acts import Act
from assessment.agreements import Agreement
from assessment.errors import MentorspiegelError, StorageError
from assessment.project_list import (
    BrokenLine,
    ListedAnswers,
    ListedAssessment,
    ListedProject,
    ProjectLine,
)
from assessment.services.context import Workspace, requires

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
