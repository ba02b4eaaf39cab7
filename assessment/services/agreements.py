"""Agreements: two or three gaps become agreements with a role and a date."""

from dataclasses import replace

from assessment.agreements import Agreement, checked_agreement
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


def save_agreement(workspace: Workspace, agreement: Agreement) -> Agreement:
    """Save a new (version 0, no id) or changed agreement. Raises InvalidInput, StaleWrite, NotFound."""
    fresh = agreement if agreement.id else replace(agreement, id=workspace.new_id())
    return workspace.store.agreements.save(checked_agreement(fresh))


def stored_agreement(workspace: Workspace, agreement: Agreement) -> Agreement:
    """Return an agreement as it is stored now. Raises NotFound when it was removed."""
    stored = {a.id: a for a in workspace.store.agreements.all(agreement.project)}
    if agreement.id not in stored:
        raise NotFound("agreement", agreement.id)
    return stored[agreement.id]


def agreements_of(workspace: Workspace, assessment: Assessment) -> list[Agreement]:
    """Return the agreements that were made in one assessment."""
    return [
        a
        for a in workspace.store.agreements.all(assessment.project)
        if a.assessment == assessment.id
    ]


def carried_over(workspace: Workspace, assessment: Assessment) -> list[Agreement]:
    """Return what was agreed before: all of the previous assessment, and what is open since longer."""
    if assessment.previous is None:
        return []
    started = {a.id: a.started_at for a in workspace.store.assessments.all(assessment.project)}
    earlier = [
        agreement
        for agreement in workspace.store.agreements.all(assessment.project)
        if agreement.assessment != assessment.id
        and started[agreement.assessment] <= assessment.started_at
    ]
    return [a for a in earlier if a.assessment == assessment.previous or not a.is_settled]


def still_open(workspace: Workspace, project_id: str) -> list[Agreement]:
    """Return what was agreed in a project and is not settled: it goes along to the next assessment."""
    return [
        agreement
        for agreement in workspace.store.agreements.all(project_id)
        if not agreement.is_settled
    ]
