"""Scores: who counts, who does not, when a criterion applies, and what reaches a target."""

import math
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assessment.scoring.counts import BINS, NOT_APPLICABLE_BIN
from assessment.scoring.scores import (
    Frame,
    applying,
    gaps,
    group_scores,
    priority_band,
    reaches,
    score_counts,
)
from tests.support.catalogues import ROLES, the_criterion

SIGNS = "01234-?x"
VOICES = st.dictionaries(
    st.sampled_from(ROLES), st.text(SIGNS, min_size=1, max_size=12), min_size=1, max_size=5
)
Voices = dict[str, str]


def test_a_mean_is_the_sum_of_levels_over_their_number() -> None:
    assert the_criterion({"mentee": "12223"}).voices["mentee"].mean == 2


@pytest.mark.parametrize("sign", ["-", "?", "x"])
def test_other_states_never_move_a_mean(sign: str) -> None:
    voice = the_criterion({"mentee": "12223" + sign * 4}).voices["mentee"]

    assert (voice.n, voice.mean) == (5, 2)


@pytest.mark.parametrize(
    ("sign", "state"), [("-", "not_applicable"), ("?", "unknown"), ("x", "declined")]
)
def test_other_states_are_counted_beside_the_levels(sign: str, state: str) -> None:
    voice = the_criterion({"mentee": "12223" + sign * 4}).voices["mentee"]

    counted = {name: getattr(voice, name) for name in ("not_applicable", "unknown", "declined")}
    assert counted == {"not_applicable": 0, "unknown": 0, "declined": 0, state: 4}


def test_a_voice_without_level_has_no_mean_and_is_not_in_the_score() -> None:
    criterion = the_criterion({"coordinator": "3", "facilitator": "?"})

    assert criterion.voices["facilitator"].mean is None
    assert criterion.score == 3


def test_nobody_is_no_score_and_not_0() -> None:
    criterion = the_criterion({})

    assert (criterion.score, criterion.gap, criterion.priority) == (None, None, None)
    assert (criterion.spread, criterion.voices) == (None, {})


def test_level_0_is_a_score() -> None:
    assert the_criterion({"coordinator": "0"}).score == 0


def test_thirty_mentees_do_not_drown_one_coordinator() -> None:
    assert the_criterion({"coordinator": "4", "mentee": "0" * 30}).score == 2


def test_the_score_is_the_mean_of_all_shown_voices() -> None:
    voices = {"coordinator": "1", "facilitator": "2", "mentor": "33333", "mentee": "444444"}

    assert the_criterion(voices).score == 2.5


def test_several_people_of_one_role_are_one_voice() -> None:
    assert the_criterion({"coordinator": "13", "facilitator": "4"}).score == 3


def test_a_voice_that_is_not_shown_is_not_in_the_score() -> None:
    assert the_criterion({"coordinator": "3", "mentee": "0000"}).score == 3


def test_the_pool_of_small_groups_counts_as_one_voice() -> None:
    assert the_criterion({"coordinator": "4", "mentor": "000", "mentee": "000"}).score == 2


@pytest.mark.parametrize(
    ("voices", "applies"),
    [
        pytest.param({"coordinator": "-"}, False, id="the coordinator leaves it out"),
        pytest.param({"facilitator": "-"}, False, id="the facilitator leaves it out"),
        pytest.param({"coordinator": "-", "facilitator": "2"}, True, id="one gives a level"),
        pytest.param({"coordinator": "2", "facilitator": "-"}, True, id="the other gives a level"),
        pytest.param({"coordinator": "-?x"}, False, id="unknown is no level"),
        pytest.param({"coordinator": "-", "facilitator": "0"}, True, id="0 is a level"),
        pytest.param({"coordinator": "?", "facilitator": "x"}, True, id="nobody leaves it out"),
        pytest.param({"mentee": "------"}, True, id="mentees leave it out"),
        pytest.param({"coordinator": "-", "mentee": "222222"}, False, id="mentees do answer"),
        pytest.param({}, True, id="nobody answers"),
    ],
)
def test_the_organisation_decides_whether_it_applies(voices: Voices, applies: bool) -> None:
    assert the_criterion(voices).applies is applies


def test_what_does_not_apply_has_no_figures_but_keeps_its_answers() -> None:
    criterion = the_criterion({"coordinator": "-", "mentee": "222222"})

    assert (criterion.score, criterion.gap, criterion.meets_target) == (None, None, False)
    assert criterion.voices["mentee"].n == 6


def test_the_organisation_is_shown_even_without_a_level() -> None:
    voice = the_criterion({"coordinator": "-"}).voices["coordinator"]

    assert (voice.n, voice.levels, voice.spread) == (0, (0, 0, 0, 0, 0), None)
    assert voice.not_applicable == 1


@settings(max_examples=60, deadline=None)
@given(VOICES)
def test_scores_never_leave_the_scale(voices: Voices) -> None:
    criterion = the_criterion(voices)

    means = [voice.mean for voice in criterion.voices.values() if voice.mean is not None]
    assert all(0 <= value <= 4 for value in (*means, criterion.score or 0))
    assert criterion.score is None or min(means) - 1e-9 <= criterion.score <= max(means) + 1e-9


@settings(max_examples=40, deadline=None)
@given(VOICES, st.sampled_from("?x"))
def test_unknown_and_declined_never_change_the_score(voices: Voices, sign: str) -> None:
    more = {role: signs + sign for role, signs in voices.items()}

    assert the_criterion(more).score == the_criterion(voices).score


@settings(max_examples=40, deadline=None)
@given(VOICES.flatmap(lambda v: st.tuples(st.just(v), st.permutations(list(v.items())))))
def test_the_order_of_answers_does_not_matter(orders: tuple[Voices, list[tuple[str, str]]]) -> None:
    voices, shuffled = orders

    assert the_criterion({role: signs[::-1] for role, signs in shuffled}) == the_criterion(voices)


@pytest.mark.parametrize(
    ("priority", "band"),
    [
        (0, None),
        (4e-10, None),
        (6e-10, "low"),
        (1.4999999, "low"),
        (1.5, "medium"),
        (1.5 - 1e-12, "medium"),
        ((0.1 + 0.2) * 5, "medium"),
        ((0.8 - 0.3) * 3, "medium"),
        (2.9999999, "medium"),
        (3 - 1e-12, "high"),
        (3, "high"),
        (8, "high"),
    ],
)
def test_a_priority_is_high_from_3_medium_from_1_5_and_low_above_0(
    priority: float, band: str | None
) -> None:
    assert priority_band(priority) == band


def test_a_hair_of_rounding_neither_makes_a_gap_nor_misses_a_target() -> None:
    noisy = np.array([3 - 4e-16 * 2, 0.1 + 0.2])
    target = np.array([3, 0.3])

    assert gaps(target, noisy).tolist() == [0, 0]
    assert reaches(noisy, target).tolist() == [True, True]


def test_a_target_is_missed_by_what_is_more_than_a_hair() -> None:
    assert reaches(np.array([2.99999]), np.array([3.0])).tolist() == [False]


def test_a_score_or_target_that_is_missing_gives_no_gap_and_reaches_nothing() -> None:
    target, score = np.array([math.nan, 3.0]), np.array([2.0, math.nan])

    assert np.isnan(gaps(target, score)).all()
    assert reaches(score, target).tolist() == [False, False]


def a_frame(**fields: Any) -> Frame:
    """Three criteria in two groups, with one role of the organisation and one of others."""
    frame = Frame(
        in_scope=np.array([True, True, True]),
        minimal=np.array([True, False, True]),
        target=np.array([3.0, 3.0, math.nan]),
        weight=np.array([3.0, 1.0, 1.0]),
        groups=np.array([[True, True, False], [False, False, True]]),
        organisation=np.array([True, False]),
    )
    return replace(frame, **fields)


def test_a_group_score_weighs_what_has_a_score_and_counts_what_applies() -> None:
    score = np.array([[4.0, 0.0, math.nan], [math.nan, 2.0, 1.0]])
    applies = np.array([[True, True, True], [True, True, False]])

    means, scored, applicable = group_scores(score, applies, a_frame())

    np.testing.assert_array_equal(means, [[3.0, math.nan], [2.0, 1.0]])
    assert scored.tolist() == [[2, 0], [1, 1]]
    assert applicable.tolist() == [[2, 1], [2, 0]]


def test_a_criterion_out_of_scope_does_not_apply() -> None:
    counts = np.zeros((1, 3, 2, NOT_APPLICABLE_BIN + 1), int)
    counts[0, 1, 0, NOT_APPLICABLE_BIN] = 1

    applies = applying(counts, a_frame(in_scope=np.array([True, True, False])))

    assert applies.tolist() == [[True, False, False]]


def test_gap_priority_and_floor_follow_from_the_counts() -> None:
    counts = np.zeros((1, 3, 2, BINS), int)
    counts[0, :, 0, 1] = 1

    scores = score_counts(counts, a_frame())

    np.testing.assert_array_equal(scores.gap, [[2, 2, math.nan]])
    np.testing.assert_array_equal(scores.priority, [[4, 2, math.nan]])
    assert (scores.floor_met.tolist(), scores.floor_of.tolist()) == ([0], [2])
