"""What a report is made of: read once, and what of it may be quoted."""

from collections import Counter
from dataclasses import replace
from typing import Any

import pytest

from assessment.agreements import AgreementStatus
from assessment.answers import Answer, AnswerState
from assessment.assessments import Assessment
from assessment.services import agreements, assessments
from assessment.services.context import Workspace
from assessment.services.self_audit import open_audit, write_answer
from reports.material import Material
from tests.support.builders import an_agreement
from tests.support.material import MADE_AT, the_material, the_outcome


class Counting:
    """A store that counts how often each of its methods is called."""

    def __init__(self, store: Any, calls: Counter[str], name: str = "") -> None:
        self._store, self._calls, self._name = store, calls, name

    def __getattr__(self, name: str) -> Any:
        part, path = getattr(self._store, name), f"{self._name}.{name}".strip(".")
        if not callable(part):
            return Counting(part, self._calls, path)

        def counted(*args: Any, **options: Any) -> Any:
            self._calls[path] += 1
            return part(*args, **options)

        return counted


@pytest.fixture
def second(workspace: Workspace, assessment: Assessment) -> Assessment:
    """A closed assessment after a closed one, each with an answer and an agreement."""
    answer = Answer("MC-01", AnswerState.LEVEL, 1)
    write_answer(workspace, open_audit(workspace, assessment.id), answer)
    made = an_agreement("", project=assessment.project, assessment=assessment.id, criterion="MC-01")
    agreements.save_agreement(workspace, made)
    assessments.close_assessment(workspace, assessment.id)
    following = assessments.start_assessment(
        workspace, assessment.project, name="2", profile="short", ambition="floor"
    )
    write_answer(workspace, open_audit(workspace, following.id), answer)
    agreements.save_agreement(workspace, replace(made, assessment=following.id))
    return assessments.close_assessment(workspace, following.id)


def test_a_report_reads_everything_once(workspace: Workspace, second: Assessment) -> None:
    calls: Counter[str] = Counter()
    counting = replace(workspace, store=Counting(workspace.store, calls))  # type: ignore[arg-type]

    Material.of(counting, second, "en", MADE_AT)

    # what one assessment is compared on is read of both
    twice = {"answers.counts": 2, "choices.get": 2}
    once = (
        "agreements.all",
        "answers.all",
        "answers.comments",
        "answers.participation",
        "assessments.all",
        "assessments.get",
        "projects.get",
        "respondents.all",
    )
    assert calls == twice | dict.fromkeys(once, 1)


def test_its_agreements_are_those_of_now_then_those_of_before(
    workspace: Workspace, assessment: Assessment, second: Assessment
) -> None:
    outcome = Material.of(workspace, second, "en", MADE_AT).outcome

    assert [a.assessment for a in outcome.agreements] == [second.id, assessment.id]
    assert [a.assessment for a in outcome.agreed_now] == [second.id]
    assert [a.assessment for a in outcome.agreed_before] == [assessment.id]
    assert {a.status for a in outcome.agreements} == {AgreementStatus.OPEN}


def test_it_holds_the_project_and_how_it_is_wanted(
    workspace: Workspace, second: Assessment
) -> None:
    material = Material.of(workspace, second, "nl", MADE_AT, short=True)

    assert material.project == workspace.store.projects.get(second.project)
    assert (material.language, material.made_at, material.short) == ("nl", MADE_AT, True)


def test_comments_are_quoted_of_shown_voices_only() -> None:
    given = {
        "C-1": {"mentee": ("shown",), "facilitator": ("own",), "partner": ("silent",)},
        "C-4": {"mentee": ("hidden",)},
        "C-99": {"mentor": ("gone",)},
    }

    assert the_material(comments=given).quotes == {
        "C-1": {"mentee": ("shown",), "facilitator": ("own",)}
    }


def test_of_an_open_assessment_no_other_voice_is_quoted() -> None:
    given = {"C-1": {"mentee": ("shown",), "facilitator": ("own",)}}

    open_one = the_material(the_outcome(is_closed=False), comments=given)

    assert open_one.quotes == {"C-1": {"facilitator": ("own",)}}
