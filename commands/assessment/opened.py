"""Open the database at one assessment of a project."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from assessment.assessments import Assessment
from assessment.errors import NotFound
from assessment.services.context import Workspace
from assessment.services.invitations import InvitationLine, invitations_of
from commands.common import Failure, settings
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


@contextmanager
def opened(project: str, assessment: str | None, data: Path | None) -> Iterator[Opened]:
    """Open the database at an assessment of a project. Raises Failure."""
    given = settings(data=data)
    check_present(given)
    with open_workspace(given) as workspace:
        found = project_of(workspace.store, project)
        yield Opened(given, workspace, assessment_of(workspace.store, found, assessment))
