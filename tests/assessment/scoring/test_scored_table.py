"""Many assessments scored at once, each on choices of its own, are each scored alone."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assessment.choices import Choice
from assessment.scoring.counts import BINS, CountTable
from assessment.scoring.reader import score_table
from assessment.scoring.scored_table import ScoredTable
from tests.support.catalogues import ROLES, a_catalogue, a_criterion

CATALOGUE = a_catalogue(
    a_criterion("C-1", weight=2), a_criterion("C-2", perspective="process"), a_criterion("C-3")
)
CHOICE = st.builds(
    Choice,
    criterion=st.just(""),
    in_scope=st.booleans(),
    requirement=st.sampled_from(("minimal", "growth")),
    target=st.sampled_from((None, 2, 4)),
)
CHOICES = st.dictionaries(st.sampled_from(list(CATALOGUE.by_id)), CHOICE)


@settings(max_examples=30, deadline=None)
@given(st.integers(0, 10**6), st.lists(CHOICES, min_size=1, max_size=4))
def test_each_result_is_that_of_the_assessment_alone(seed, choices) -> None:
    names = [f"A{number}" for number in range(len(choices))]
    table = CountTable.empty(names, CATALOGUE.by_id, ROLES)
    counts = np.random.default_rng(seed).integers(0, 9, table.counts.shape)
    table = CountTable(table.assessments, table.criteria, table.roles, counts)

    scored = ScoredTable.of(table, CATALOGUE, choices)

    for place, name in enumerate(names):
        alone = score_table(table.part(slice(place, place + 1)), CATALOGUE, choices[place])
        assert repr(scored.result(name)) == repr(alone[name])  # also where a figure is NaN


def test_a_result_that_is_not_there_is_refused() -> None:
    table = CountTable.empty(["A1"], CATALOGUE.by_id, ROLES)
    assert table.counts.shape[-1] == BINS

    with pytest.raises(ValueError, match="not in tuple"):
        ScoredTable.of(table, CATALOGUE, [{}]).result("A2")
