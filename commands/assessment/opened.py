"""Open the database at one assessment of a project."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import wraps
from pathlib import Path
from typing import Any

import click

from assessment.assessments import Assessment
from assessment.errors import InvalidInput, NotFound
from assessment.services import projects
from assessment.services.context import Workspace
from assessment.services.invitations import InvitationLine, invitations_of
from commands.common import Failure, assessment_option, data_option, settings
from commands.database import check_present, open_workspace
from commands.lookup import assessment_of, project_of
from settings import Settings


@dataclass(frozen=True)
class Opened:
    """The assessment that a command works on, in its workspace."""

    given: Settings
    workspace: Workspace
    assessment: Assessment

    def line(self, invitation: str) -> InvitationLine:
        """Return one invitation of the assessment. Raises NotFound."""
        for line in invitations_of(self.workspace, self.assessment):
            if line.invitation.id == invitation:
                return line
        raise NotFound("invitation", invitation)

    def respondent(self, line: InvitationLine, number: int) -> str:
        """Return the respondent whose link has a number in an invitation. Raises Failure."""
        for respondent in self.workspace.store.respondents.all(self.assessment.id):
            if (respondent.invitation, respondent.number) == (line.invitation.id, number):
                return respondent.id
        raise Failure(f"There is no link number {number} in this invitation.")

    def name_contact(self, contact: str | None) -> None:
        """Save whom people can turn to, when that is given.

        Raises Failure when nobody is named and links are to be made.
        """
        if contact is not None:
            project = self.workspace.store.projects.get(self.assessment.project)
            projects.change_project(self.workspace, replace(project, contact=contact))
        try:
            projects.checked_contact(self.workspace, self.assessment.id)
        except InvalidInput as error:
            raise Failure(f"{error} Give it with --contact.") from error


@contextmanager
def opened(project: str, assessment: str | None, data: Path | None) -> Iterator[Opened]:
    """Open the database at an assessment of a project. Raises Failure."""
    given = settings(data=data)
    check_present(given)
    with open_workspace(given) as workspace:
        found = project_of(workspace.store, project)
        yield Opened(given, workspace, assessment_of(workspace.store, found, assessment))


def of_assessment(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add PROJECT, `--assessment` and `--data`; the command gets what they open first."""

    @wraps(command)
    def run(project: str, assessment: str | None, data: Path | None, **options: Any) -> Any:
        with opened(project, assessment, data) as at:
            return command(at, **options)

    return click.argument("project")(assessment_option(data_option(run)))


def of_invitation(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add PROJECT and INVITATION with `--assessment` and `--data`; the command gets both first."""

    @wraps(command)
    def run(at: Opened, invitation: str, **options: Any) -> Any:
        return command(at, at.line(invitation), **options)

    return of_assessment(click.argument("invitation")(run))


contact_option = click.option(
    "--contact", help="Whom people can turn to: a function and how to reach it, no name."
)
