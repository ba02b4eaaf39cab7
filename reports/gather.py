"""Fetch what a report or export of one assessment is made of."""

from datetime import datetime

from assessment.assessments import Assessment
from assessment.services import agreements
from assessment.services.context import Workspace
from assessment.services.outcome import comments, outcome_of
from reports.material import Material


def material(
    workspace: Workspace,
    assessment: Assessment,
    language: str,
    made_at: datetime,
    *,
    short: bool = False,
) -> Material:
    """Return an assessment with its project, agreements and the comments that may be shown."""
    own = agreements.agreements_of(workspace, assessment)
    return Material(
        outcome=outcome_of(workspace, assessment.id),
        project=workspace.store.projects.get(assessment.project),
        agreements=[*own, *agreements.carried_over(workspace, assessment)],
        language=language,
        made_at=made_at,
        short=short,
        comments=comments(workspace, assessment),
    )
