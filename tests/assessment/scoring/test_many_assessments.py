"""Many assessments at once: as arrays, in chunks, and beside the same sums done slowly."""

import math
from dataclasses import fields

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from assessment.choices import Choice
from assessment.scoring.counts import BINS, CountTable
from assessment.scoring.reader import make_frame, score_table
from assessment.scoring.scores import Frame, Scores, score_counts
from assessment.scoring.spread_fast import SpreadArrays
from tests.support.catalogues import ORGANISATION, ROLES, a_catalogue, a_criterion
from tests.support.scoring import by_hand

CATALOGUE = a_catalogue(
    a_criterion("C-1", weight=2),
    a_criterion("C-2", perspective="process", phase="end"),
    a_criterion("C-3", requirement="growth", weight=0.3),
)
CHOICES = {c.id: Choice(c.id, requirement=c.requirement, target=3) for c in CATALOGUE.criteria}
Counts = NDArray[np.int64]


def a_frame() -> Frame:
    return make_frame(CATALOGUE, CHOICES, 5)


def some_counts(seed: int, assessments: int = 7, largest: int = 8) -> Counts:
    """Counts in which empty, small and large groups all occur."""
    random = np.random.default_rng(seed)
    shape = (assessments, len(CATALOGUE.criteria), len(ROLES))
    counts = random.integers(0, largest, (*shape, BINS)) * random.integers(0, 2, (*shape, BINS))
    counts *= random.integers(0, 2, (*shape, 1))
    return counts


def assert_same(one: Scores, other: Scores) -> None:
    for field in fields(Scores):
        mine, theirs = getattr(one, field.name), getattr(other, field.name)
        pairs = [(mine, theirs)]
        if isinstance(mine, SpreadArrays):
            pairs = list(zip(vars(mine).values(), vars(theirs).values(), strict=True))
        for a, b in pairs:
            np.testing.assert_array_equal(a, b, err_msg=field.name)


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 10**6), st.sampled_from([2, 8, 300]))
def test_scoring_many_at_once_is_scoring_each_alone(seed: int, largest: int) -> None:
    counts = some_counts(seed, largest=largest)

    together = score_counts(counts, a_frame())

    for number in range(len(counts)):
        place = slice(number, number + 1)
        assert_same(together.part(place), score_counts(counts[place], a_frame()))


def test_a_large_perspective_has_the_same_bits_alone_and_among_others() -> None:
    criteria = [a_criterion(f"C-{number}", weight=0.1 + number / 7) for number in range(60)]
    catalogue = a_catalogue(*criteria)
    frame = make_frame(catalogue, {c.id: Choice(c.id, target=3) for c in criteria}, 5)
    counts = np.random.default_rng(2).integers(0, 9, (30, 60, len(ROLES), BINS))

    together = score_counts(counts, frame).group_score

    alone = [score_counts(counts[[number]], frame).group_score[0] for number in range(30)]
    np.testing.assert_array_equal(together, alone)


@pytest.mark.parametrize("chunk", [1, 20, 40, 10**9])
def test_the_size_of_the_chunks_does_not_matter(chunk: int) -> None:
    counts = some_counts(3, largest=30)

    assert_same(score_counts(counts, a_frame(), chunk=chunk), score_counts(counts, a_frame()))


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 10**6), st.integers(3, 8))
def test_means_and_scores_are_those_calculated_by_hand(seed: int, threshold: int) -> None:
    counts = some_counts(seed, assessments=1)
    table = CountTable(("A1",), tuple(CATALOGUE.by_id), CATALOGUE.role_ids, counts)

    result = score_table(table, CATALOGUE, CHOICES, threshold=threshold)["A1"]

    for c, criterion in enumerate(result.criteria.values()):
        voices = {role: by_hand.answers(counts[0, c, r, :5]) for r, role in enumerate(ROLES)}
        means, score = by_hand.criterion_score(voices, ORGANISATION, threshold)
        found = {r: v.mean for r, v in criterion.voices.items() if v.mean is not None}
        assert found == pytest.approx(means, abs=1e-12)
        assert criterion.score == pytest.approx(score if criterion.applies else None, abs=1e-12)


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 10**6))
def test_perspectives_and_floor_follow_from_the_criteria(seed: int) -> None:
    counts = some_counts(seed, assessments=1)
    table = CountTable(("A1",), tuple(CATALOGUE.by_id), CATALOGUE.role_ids, counts)

    result = score_table(table, CATALOGUE, CHOICES)["A1"]

    for group in result.perspectives.values():
        members = [c for c in CATALOGUE.criteria if c.perspective == group.id]
        terms = [
            (c.weight, score) for c in members if (score := result.criteria[c.id].score) is not None
        ]
        weight = sum(weight for weight, _ in terms)
        expected = sum(w * score for w, score in terms) / weight if weight else None
        assert group.score == pytest.approx(expected, abs=1e-12)
        assert group.scored == len(terms)
        assert group.applicable == sum(result.criteria[c.id].applies for c in members)
    assert result.floor.of - result.floor.met == len(result.floor.open)


def test_every_assessment_may_have_targets_of_its_own() -> None:
    counts = np.zeros((2, 3, len(ROLES), BINS), int)
    counts[:, :, 0, 2] = 1
    frame = a_frame()
    own = Frame(
        **{
            **vars(frame),
            "in_scope": np.array([[True] * 3, [False] * 3]),
            "minimal": np.array([[True, False, True]] * 2),
            "target": np.array([[4.0, 2.0, math.nan], [3.0, 3.0, 3.0]]),
        }
    )

    scores = score_counts(counts, own, chunk=1)

    np.testing.assert_array_equal(scores.gap, [[2, 0, math.nan], [math.nan] * 3])
    np.testing.assert_array_equal(scores.priority, [[4, 0, math.nan], [math.nan] * 3])
    assert (scores.floor_met.tolist(), scores.floor_of.tolist()) == ([0, 0], [2, 0])


def test_adding_counts_of_many_people_does_not_overflow() -> None:
    counts = np.zeros((1, 3, len(ROLES), BINS), np.int32)
    counts[0, :, 3, :5] = 2_000_000

    scores = score_counts(counts, a_frame())

    assert scores.score.tolist() == [[2, 2, 2]]
    assert scores.together.n.tolist() == [[10_000_000] * 3]
    assert scores.together.sd == pytest.approx(np.full((1, 3), math.sqrt(2)), rel=1e-12)


def test_counts_with_other_bins_are_refused() -> None:
    with pytest.raises(ValueError, match="8 bins, not 5"):
        score_counts(np.zeros((1, 3, len(ROLES), 5), int), a_frame())


def test_no_assessments_give_no_results() -> None:
    assert score_counts(some_counts(1)[:0], a_frame()).score.shape == (0, 3)
