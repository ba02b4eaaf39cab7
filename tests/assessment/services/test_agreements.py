"""Agreements: saved once, checked, and carried to the next assessment."""

from dataclasses import replace

import pytest

from assessment.agreements import AgreementStatus
from assessment.assessments import Assessment
from assessment.errors import InvalidInput, NotFound
from assessment.services import agreements, assessments
from assessment.services.context import Workspace
from tests.support.builders import Clock
from tests.support.workspace import agree


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"text": " "}, "text"),
        ({"text": "x" * 10_001}, "text"),
        ({"outcome": "x" * 10_001}, "outcome"),
        ({"owner": "x" * 201}, "owner"),
    ],
)
def test_an_agreement_that_cannot_be_kept_is_refused(
    workspace: Workspace, assessment: Assessment, fields: dict[str, object], field: str
) -> None:
    with pytest.raises(InvalidInput) as caught:
        agree(workspace, assessment, **fields)
    assert caught.value.field == field


def test_what_was_agreed_is_carried_to_the_next_assessment(
    workspace: Workspace, assessment: Assessment, clock: Clock
) -> None:
    assert agreements.carried_over(workspace, assessment) == []
    done = agree(workspace, assessment, text="klaar", status=AgreementStatus.DONE)
    opened = agree(workspace, assessment, text="nog bezig")
    clock.forward(days=300)
    second = assessments.start_assessment(
        workspace, assessment.project, name="2", profile="short", ambition="floor"
    )
    clock.forward(days=300)
    third = assessments.start_assessment(
        workspace, assessment.project, name="3", profile="short", ambition="floor"
    )
    assert agreements.carried_over(workspace, second) == [done, opened]
    assert agreements.carried_over(workspace, third) == [opened]


def test_an_agreement_is_read_as_it_is_stored_until_it_is_gone(
    workspace: Workspace, assessment: Assessment
) -> None:
    first = agree(workspace, assessment)
    second = agreements.save_agreement(workspace, replace(first, text="anders"))
    assert agreements.stored_agreement(workspace, first) == second

    workspace.store.agreements.erase(first.id)
    with pytest.raises(NotFound):
        agreements.stored_agreement(workspace, first)


def test_an_agreement_is_erased_for_good_and_twice_is_no_error(
    workspace: Workspace, assessment: Assessment
) -> None:
    first, second = agree(workspace, assessment), agree(workspace, assessment)
    for _ in range(2):
        agreements.erase_agreement(workspace, first.id)

    assert agreements.agreements_of(workspace, assessment) == [second]


def test_what_is_settled_is_not_open_any_more(workspace: Workspace, assessment: Assessment) -> None:
    agree(workspace, assessment, status=AgreementStatus.DROPPED)
    opened = agree(workspace, assessment)

    assert agreements.still_open(workspace, assessment.project) == [opened]
    assert len(agreements.agreements_of(workspace, assessment)) == 2
