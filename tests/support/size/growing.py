"""A store in which there can be more and more of everything."""

from dataclasses import replace

from assessment.assessments import Assessment
from assessment.respondents import Respondent
from assessment.services import assessments, projects
from assessment.services.context import Workspace
from assessment.services.invitations import open_invitation
from assessment.services.pairs import make_pairs
from assessment.store import RespondentAnswer
from tests.support.builders import a_project, an_agreement, an_answer
from tests.support.database import add_respondents

CRITERION = "MC-01"


class Growing:
    """A project with an open assessment and the closed one before it, and others beside it."""

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace
        self.project = projects.create_project(workspace, a_project(id="", name="Maatjes")).id
        self.closed = self._begun("2026").id
        self._answered(self.closed, 6)
        assessments.close_assessment(workspace, self.closed)
        self.open = self._begun("2027").id

    def _begun(self, name: str, project: str = "") -> Assessment:
        return assessments.start_assessment(
            self.workspace, project or self.project, name=name, profile="short", ambition="floor"
        )

    def grow(self, number: int) -> None:
        """Add so many projects, earlier assessments, respondents, invitations, pairs, agreements."""
        space = self.workspace
        self._answered(self.closed, number)
        make_pairs(space, self.open, number, None)
        for step in range(number):
            other = projects.create_project(space, a_project(id="", name=f"Ander {step}"))
            begun = self._begun("1", other.id)
            assessments.close_assessment(space, begun.id)
            earlier = replace(
                space.store.assessments.get(begun.id), id=space.new_id(), project=self.project
            )
            space.store.assessments.add(replace(earlier, version=0), [], [])
            for where in (self.open, self.closed):
                agreement = an_agreement(space.new_id(), project=self.project, assessment=where)
                space.store.agreements.save(agreement)
            open_invitation(space, self.open, "mentee", "short", 5, None, personal=5)
        self._answered(self.open, number)

    def _answered(self, assessment: str, number: int) -> None:
        people = [
            Respondent(self.workspace.new_id(), assessment, role)
            for role in ("mentor", "mentee")
            for _ in range(number)
        ]
        add_respondents(self.workspace.store, people)  # type: ignore[arg-type]
        given = [RespondentAnswer(who, an_answer(CRITERION, comment="zo is het")) for who in people]
        self.workspace.store.answers.add(given)
