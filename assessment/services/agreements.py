"""Agreements: save them, and find those that go along to the next assessment."""

from collections.abc import Iterable
from dataclasses import replace

from assessment.access.acts import Act
from assessment.agreements import Agreement, checked_agreement
from assessment.assessments import Assessment
from assessment.errors import NotFound
from assessment.services.context import Workspace, requires

SUGGESTED = 3  # agreements in one assessment; more are seldom kept


@requires(Act.AGREE)
def save_agreement(workspace: Workspace, agreement: Agreement) -> Agreement:
    """Save a changed agreement, or a new one (without id, version 0).

    Raises InvalidInput, StaleWrite, NotFound.
    """
    fresh = agreement if agreement.id else replace(agreement, id=workspace.new_id())
    return workspace.store.agreements.save(checked_agreement(fresh))


@requires(Act.AGREE)
def erase_agreement(workspace: Workspace, agreement_id: str) -> None:
    """Erase an agreement for good. Erasing twice is no error."""
    workspace.store.agreements.erase(agreement_id)


@requires(Act.SEE_OUTCOME)
def stored_agreement(workspace: Workspace, agreement: Agreement) -> Agreement:
    """Return an agreement as it is stored now. Raises NotFound when it was removed."""
    stored = {a.id: a for a in workspace.store.agreements.all(agreement.project)}
    if agreement.id not in stored:
        raise NotFound("agreement", agreement.id)
    return stored[agreement.id]


@requires(Act.SEE_OUTCOME)
def agreements_of(workspace: Workspace, assessment: Assessment) -> list[Agreement]:
    """Return the agreements that were made in one assessment."""
    return [
        a
        for a in workspace.store.agreements.all(assessment.project)
        if a.assessment == assessment.id
    ]


@requires(Act.SEE_OUTCOME)
def carried_over(workspace: Workspace, assessment: Assessment) -> list[Agreement]:
    """Return the agreements of the previous assessment, and what is still open of earlier ones."""
    if assessment.previous is None:
        return []
    store, project = workspace.store, assessment.project
    return earlier_agreements(
        assessment, store.assessments.all(project), store.agreements.all(project)
    )


def earlier_agreements(
    assessment: Assessment, assessments: Iterable[Assessment], agreements: Iterable[Agreement]
) -> list[Agreement]:
    """Return what `carried_over` returns, from all assessments and agreements of the project."""
    started = {a.id: a.started_at for a in assessments}
    earlier = [
        agreement
        for agreement in agreements
        if agreement.assessment != assessment.id
        and started[agreement.assessment] <= assessment.started_at
    ]
    return [a for a in earlier if a.assessment == assessment.previous or not a.is_settled]


@requires(Act.SEE_OUTCOME)
def still_open(workspace: Workspace, project_id: str) -> list[Agreement]:
    """Return the agreements of a project that are not settled: they go along when it goes on."""
    return [
        agreement
        for agreement in workspace.store.agreements.all(project_id)
        if not agreement.is_settled
    ]
