"""How many pairs there are, and of how many both finished."""

from assessment.pairs import PairCount
from tests.support.builders import NOW, an_invited_respondent


def test_a_pair_took_part_when_both_finished() -> None:
    respondents = [
        an_invited_respondent("1", pair="D1", finished_at=NOW),
        an_invited_respondent("2", pair="D2", finished_at=NOW),
        an_invited_respondent("3", pair="D1", finished_at=NOW),
        an_invited_respondent("4", pair="D2", started_at=NOW),
        an_invited_respondent("5", pair="D3"),
        an_invited_respondent("6", pair="D3"),
    ]

    assert PairCount.of(respondents) == PairCount(made=3, took_part=1)


def test_who_is_in_no_pair_does_not_count() -> None:
    alone = [an_invited_respondent("1", finished_at=NOW), an_invited_respondent("2")]

    assert PairCount.of(alone) == PairCount(made=0, took_part=0)
