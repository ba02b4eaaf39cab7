"""Agreements: two or three gaps become actions with a role and a date."""

from assessment.agreements import Action, checked_action
from assessment.assessments import Assessment
from assessment.errors import NotFound
from assessment.scoring.results import CriterionResult, Result
from assessment.scoring.scores import DECIMALS
from assessment.services.context import Workspace

SUGGESTED = 3  # more agreements than this are seldom kept
STRONG = 3  # from this score a criterion without a gap is a strength


def by_priority(result: Result) -> list[CriterionResult]:
    """Return the criteria with a gap: highest priority first, then largest gap, then id."""
    found = [c for c in result.criteria.values() if c.priority is not None and c.priority.band]
    return sorted(found, key=lambda c: (-_value(c), -_rounded(c.gap), c.criterion))


def _value(result: CriterionResult) -> float:
    return _rounded(result.priority.value) if result.priority else 0


def strengths(result: Result) -> list[CriterionResult]:
    """Return the criteria with a score of at least STRONG and no gap, highest score first."""
    found = [c for c in result.criteria.values() if _rounded(c.score) >= STRONG and not c.gap]
    return sorted(found, key=lambda c: (-_rounded(c.score), c.criterion))


def _rounded(value: float | None) -> float:
    return round(value or 0, DECIMALS)


def save_action(workspace: Workspace, action: Action) -> Action:
    """Keep a new (version 0, no id) or changed action. Raises InvalidInput, StaleWrite, NotFound."""
    fresh = action if action.id else Action(**{**vars(action), "id": workspace.new_id()})
    return workspace.store.save_action(checked_action(fresh))


def stored_action(workspace: Workspace, action: Action) -> Action:
    """Return an action as it is stored now. Raises NotFound when it was removed."""
    stored = {a.id: a for a in workspace.store.actions(action.project)}
    if action.id not in stored:
        raise NotFound("agreement", action.id)
    return stored[action.id]


def actions_of(workspace: Workspace, assessment: Assessment) -> list[Action]:
    """Return the actions that were made in one assessment."""
    return [a for a in workspace.store.actions(assessment.project) if a.assessment == assessment.id]


def carried_over(workspace: Workspace, assessment: Assessment) -> list[Action]:
    """Return what was agreed before: all of the previous assessment, and what is open since longer."""
    if assessment.previous is None:
        return []
    started = {a.id: a.started_at for a in workspace.store.assessments(assessment.project)}
    earlier = [
        action
        for action in workspace.store.actions(assessment.project)
        if action.assessment != assessment.id
        and started[action.assessment] <= assessment.started_at
    ]
    return [a for a in earlier if a.assessment == assessment.previous or not a.is_settled]


def still_open(workspace: Workspace, project_id: str) -> list[Action]:
    """Return what was agreed in a project and is not settled: it goes along to the next assessment."""
    return [action for action in workspace.store.actions(project_id) if not action.is_settled]
