"""Voice gaps and what to discuss first."""

import pytest

from assessment.scoring.voice_gaps import (
    VoiceGap,
    difference_from_own,
    discuss_first,
    voice_gaps,
)
from tests.support.catalogues import result_of

CAMPS, SPREAD_OUT, SHARED, FEW = "00044", "01234", "22222", "0044"


@pytest.mark.parametrize(
    ("difference", "flagged"),
    [(1.0, True), (0.999999, False), (1 - 1e-12, True), (-1.0, True), (0.1 + 0.2 + 0.7, True)],
)
def test_two_voices_are_flagged_from_a_difference_of_1(difference: float, flagged: bool) -> None:
    gaps = voice_gaps({"C-1": {"mentor": 2 + difference, "mentee": 2.0}})

    assert bool(gaps) is flagged


def test_the_difference_is_that_of_the_first_minus_the_second_role_of_the_catalogue() -> None:
    result = result_of({"C-1": {"mentee": "33333", "coordinator": "1"}})

    assert result.voice_gaps == (VoiceGap("C-1", ("coordinator", "mentee"), -2.0),)


def test_every_two_shown_voices_are_compared() -> None:
    result = result_of({"C-1": {"coordinator": "0", "facilitator": "2", "mentee": "44444"}})

    assert [gap.roles for gap in result.voice_gaps] == [
        ("coordinator", "mentee"),
        ("coordinator", "facilitator"),
        ("facilitator", "mentee"),
    ]


def test_the_largest_difference_comes_first_then_the_id() -> None:
    gaps = voice_gaps(
        {
            "C-2": {"mentor": 1.0, "mentee": 3.0},
            "C-1": {"mentor": 3.0, "mentee": 1.0},
            "C-3": {"mentor": 4.0, "mentee": 0.0},
        }
    )

    assert [gap.criterion for gap in gaps] == ["C-3", "C-1", "C-2"]


@pytest.mark.parametrize(
    "voices",
    [
        pytest.param({"coordinator": "4", "mentee": "0000"}, id="not shown"),
        pytest.param({"coordinator": "4", "mentee": "000", "mentor": "000"}, id="pooled"),
        pytest.param({"coordinator": "-", "mentee": "00000", "mentor": "44444"}, id="no part"),
    ],
)
def test_only_shown_voices_on_what_applies_are_compared(voices: dict[str, str]) -> None:
    assert result_of({"C-1": voices}).voice_gaps == ()


@pytest.mark.parametrize(
    ("voices", "discussed"),
    [
        pytest.param({"mentee": CAMPS}, True, id="two camps"),
        pytest.param({"mentee": SPREAD_OUT}, True, id="spread out"),
        pytest.param({"mentee": "11223"}, False, id="shared"),
        pytest.param({"mentee": "01334"}, True, id="camps of two and three"),
        pytest.param({"coordinator": FEW}, False, id="too few to say"),
        pytest.param({"coordinator": "0", "facilitator": "4"}, True, id="few, but a voice gap"),
        pytest.param({"coordinator": "1", "mentee": "2" * 10}, True, id="shared, but a voice gap"),
        pytest.param({"coordinator": "-", "mentee": CAMPS}, False, id="does not apply"),
        pytest.param({"mentee": "0044"}, False, id="not shown"),
        pytest.param({}, False, id="nobody"),
    ],
)
def test_a_voice_gap_or_a_spread_is_a_reason_to_discuss(
    voices: dict[str, str], discussed: bool
) -> None:
    assert result_of({"C-1": voices}).discuss_first == (("C-1",) if discussed else ())


def test_the_largest_gap_goes_first_then_the_lowest_consensus_then_the_id() -> None:
    result = result_of(
        {
            "C-1": {"mentee": SPREAD_OUT},
            "C-2": {"mentee": CAMPS},
            "C-3": {"mentee": CAMPS},
            "C-4": {"coordinator": "1", "mentee": SHARED},
            "C-5": {"coordinator": "0", "mentee": SHARED},
        }
    )

    assert result.discuss_first == ("C-5", "C-4", "C-2", "C-3", "C-1")


def test_at_most_five_are_discussed_first() -> None:
    result = result_of({f"C-{number}": {"mentee": CAMPS} for number in range(1, 9)})

    assert result.discuss_first == ("C-1", "C-2", "C-3", "C-4", "C-5")


def test_the_largest_gap_of_a_criterion_counts() -> None:
    gaps = voice_gaps(
        {
            "C-1": {"coordinator": 0.0, "mentor": 2.0, "mentee": 1.0},
            "C-2": {"coordinator": 0.0, "mentor": 1.5},
        }
    )

    assert discuss_first(gaps, {"C-2": ("shared", 0.2), "C-1": ("shared", 0.9)}) == ("C-1", "C-2")


def test_a_hair_of_rounding_does_not_decide_the_order() -> None:
    noisy = {"C-2": ("spread_out", 0.3), "C-1": ("spread_out", 0.1 + 0.2)}

    assert discuss_first((), noisy) == ("C-1", "C-2")


def test_where_mentees_are_lower_than_the_organisation_comes_first() -> None:
    result = result_of(
        {
            "C-1": {"coordinator": "4", "mentor": "00000"},
            "C-2": {"coordinator": "4", "mentee": "33333"},
            "C-3": {"coordinator": "4", "facilitator": "2", "mentee": "33333"},
        }
    )

    # on C-3 mentees are as the mean of the organisation's own two
    assert result.discuss_first == ("C-2", "C-1", "C-3")


def test_a_role_is_held_against_the_mean_of_the_organisation() -> None:
    means = {"coordinator": 4.0, "facilitator": 2.0, "mentee": 1.5}

    assert difference_from_own(means, "mentee", {"coordinator", "facilitator"}) == -1.5
    assert difference_from_own(means, "mentor", {"coordinator"}) is None
    assert difference_from_own(means, "mentee", {"owner"}) is None
