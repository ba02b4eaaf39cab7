"""What reports and exports are made of."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from assessment.assessments import Assessment
from assessment.projects import Project
from assessment.services.context import Workspace
from assessment.services.outcome import Outcome, outcome_of


class Form(StrEnum):
    """What a document is for."""

    REPORT = "report"  # to read
    GUIDE = "guide"  # to lead a talk by
    HANDOUTS = "handouts"  # for who takes part in a workshop


@dataclass(frozen=True)
class Material:
    """An outcome with its project, and how it is wanted."""

    outcome: Outcome
    project: Project
    language: str
    made_at: datetime
    short: bool = False  # of a report
    form: Form = Form.REPORT

    @classmethod
    def of(
        cls,
        workspace: Workspace,
        assessment: Assessment,
        language: str,
        made_at: datetime,
        *,
        short: bool = False,
        form: Form = Form.REPORT,
    ) -> "Material":
        """Read what a report or export of one assessment is made of. Raises NotFound."""
        outcome = outcome_of(workspace, assessment)
        project = workspace.store.projects.get(assessment.project)
        return cls(outcome, project, language, made_at, short, form)

    @property
    def quotes(self) -> dict[str, dict[str, tuple[str, ...]]]:
        """The comments of voices that are shown; of the others nothing, whatever was given."""
        quoted = {
            name: {role: tuple(texts[role]) for role in texts if self._is_quoted(name, role)}
            for name, texts in self.outcome.comments.items()
        }
        return {name: texts for name, texts in quoted.items() if texts}

    def _is_quoted(self, criterion: str, role: str) -> bool:
        outcome = self.outcome
        if role in outcome.catalogue.organisation_roles:
            return True
        return outcome.assessment.is_closed and outcome.result.may_quote(criterion, role)
