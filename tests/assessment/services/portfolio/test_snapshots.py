"""Groups in a share: only those that the result itself shows."""

from collections.abc import Iterable
from math import sqrt
from typing import Any

import pytest

from assessment.answers import Answer, AnswerState
from assessment.assessments import Assessment
from assessment.portfolio.snapshot import Openness
from assessment.services import assessments, outcome
from assessment.services.context import Workspace
from assessment.services.portfolio.snapshots import Wish, snapshot_of
from tests.support.builders import an_invitation, an_invited_respondent


def group(
    workspace: Workspace,
    assessment: Assessment,
    role: str,
    levels: Iterable[int],
    **fields: Any,
) -> None:
    name = f"I-{role}"
    people = [
        an_invited_respondent(f"{role}-{n}", assessment=assessment.id, role=role, invitation=name)
        for n, _ in enumerate(levels)
    ]
    invitation = an_invitation(name, assessment=assessment.id, role=role, profile="short", **fields)
    workspace.store.invitations.add([invitation], [], people, threshold=5)
    criterion = next(
        c
        for c in workspace.catalogue.criteria
        if c.id in workspace.store.choices.get(assessment.id)
        and workspace.store.choices.get(assessment.id)[c.id].in_scope
        and workspace.catalogue.is_asked(c, role)
    )
    for person, level in zip(people, levels, strict=True):
        workspace.store.answers.save(person.id, Answer(criterion.id, AnswerState.LEVEL, level))


@pytest.mark.parametrize(("asked", "of"), [(8, 8), (5, 5), (4, None)])
@pytest.mark.parametrize(("levels", "shown"), [((1, 2, 2, 3, 4), True), ((1, 2, 2, 3), False)])
def test_a_group_is_in_a_share_from_five(
    workspace: Workspace,
    assessment: Assessment,
    levels: tuple[int, ...],
    shown: bool,
    asked: int,
    of: int | None,
) -> None:
    group(workspace, assessment, "mentee", levels)
    closed = assessments.close_assessment(workspace, assessment.id)
    project = workspace.store.projects.get(closed.project)

    sent = snapshot_of(
        outcome.outcome_of(workspace, closed),
        project,
        Wish(closed.id, Openness.VOICES),
        {"mentee": asked},
    )

    assert sent.assessment.voices == (5 if shown else 0)
    assert bool(sent.group_levels) == shown
    for found in sent.group_levels:
        mean = sum(levels) / 5
        deviation = sqrt(sum((level - mean) ** 2 for level in levels) / 4)
        assert (found.role, found.n, found.of) == ("mentee", 5, of)
        assert (found.mean, found.sd) == (pytest.approx(mean), pytest.approx(deviation))
