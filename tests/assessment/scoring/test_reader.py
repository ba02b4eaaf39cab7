"""Many tables are read as one is, and what is made once stays right."""

import numpy as np
import pytest

from assessment.choices import Choice
from assessment.scoring import reader
from assessment.scoring.counts import BINS, CountTable
from assessment.scoring.reader import score_table, score_tables
from tests.support.catalogues import a_catalogue

CATALOGUE = a_catalogue("C-1", "C-2", "C-3")
CHOICES = {name: Choice(name, target=3) for name in CATALOGUE.by_id}


def a_table(names: list[str], seed: int) -> CountTable:
    shape = (len(names), len(CATALOGUE.by_id), len(CATALOGUE.role_ids), BINS)
    counts = np.random.default_rng(seed).integers(0, 3, shape)
    return CountTable(tuple(names), tuple(CATALOGUE.by_id), CATALOGUE.role_ids, counts)


@pytest.mark.parametrize("most", [0, 50_000])
def test_many_tables_give_the_results_of_each_alone(
    monkeypatch: pytest.MonkeyPatch, most: int
) -> None:
    monkeypatch.setattr(reader, "MOST_KNOWN", most)
    tables = [a_table(["A1", "A2"], 1), a_table(["A3"], 2), a_table(["A4"], 1)]

    found = dict(score_tables(iter(tables), CATALOGUE, CHOICES))

    alone = [score_table(table, CATALOGUE, CHOICES) for table in tables]
    assert found == alone[0] | alone[1] | alone[2]


def test_voices_that_answered_the_same_are_one_object() -> None:
    tables = [a_table(["A1"], 1), a_table(["A2"], 1)]

    first, second = (result for _, result in score_tables(tables, CATALOGUE, CHOICES))

    for name, criterion in first.criteria.items():
        for role, voice in criterion.voices.items():
            other = second.criteria[name].voices[role]
            assert other == voice
            assert other is voice or role == "other_voices"
