"""Where the gaps of a project touch what makes it succeed or fail."""

from assessment.services.outcome import Outcome
from reports.wording import factors
from tests.support.outcomes import ENGLISH, outcome_with_factors


def said(outcome: Outcome, kind: str) -> list[str]:
    return [factors.sentence(outcome, found, ENGLISH) for found in factors.here(outcome, kind)]


def test_a_factor_names_the_gaps_that_touch_it_the_most_urgent_first() -> None:
    [first, *_] = said(outcome_with_factors(), "success")

    assert first == "Below its target here: ‘Criterion C-3’ and ‘Criterion C-1’."


def test_what_cannot_be_said_of_a_factor_has_its_reason() -> None:
    outcome = outcome_with_factors()

    assert said(outcome, "success")[1:] == [
        "Nothing that carries this is below its target.",
        "There is no figure on this yet.",
    ]
    assert said(outcome, "failure") == ["None of the criteria that carry this is asked here."]
