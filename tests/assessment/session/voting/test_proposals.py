"""What is proposed as the agreed value."""

from dataclasses import replace

import pytest

from assessment.session.script import StepKind
from assessment.session.states import Turn
from assessment.session.voting.proposals import proposal_of
from assessment.session.voting.results import ItemResult
from assessment.session.voting.verdicts import Verdict
from tests.assessment.session.voting.test_results import RATE, counted, one, results, votes

JUDGED = ItemResult("judge", StepKind.JUDGE, "MC-01", None, None)


def test_the_median_is_proposed() -> None:
    rated = votes([("mentor", "1")] * 3 + [("mentor", "3")] * 4, Turn.FIRST)

    proposed = proposal_of("S1", one(results([RATE], counted(rated))))

    assert (proposed.value, proposed.level, proposed.requirement) == ("3", 3, None)


@pytest.mark.parametrize(
    ("verdict", "value", "in_scope", "requirement"),
    [
        (Verdict.MINIMAL, "minimal", True, "minimal"),
        (Verdict.DOES_NOT_APPLY, "does_not_apply", False, None),
        (Verdict.TALK, "", None, None),
    ],
)
def test_a_clear_judgement_is_proposed_and_one_to_talk_about_is_not(
    verdict: Verdict, value: str, in_scope: bool | None, requirement: str | None
) -> None:
    proposed = proposal_of("S1", replace(JUDGED, verdict=verdict))

    assert (proposed.value, proposed.in_scope, proposed.requirement) == (
        value,
        in_scope,
        requirement,
    )
