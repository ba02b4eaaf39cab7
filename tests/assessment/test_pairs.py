"""How many pairs there are, and of how many both finished."""

from assessment.pairs import PairCount
from assessment.respondents import Respondent
from tests.support.builders import NOW, an_invited_respondent


def both(pair: str, *, mentor: bool, mentee: bool) -> list[Respondent]:
    """The mentor and the mentee of a pair, and whether each finished."""
    return [
        an_invited_respondent(
            f"{pair}-{role}", role=role, pair=pair, finished_at=NOW if is_finished else None
        )
        for role, is_finished in (("mentor", mentor), ("mentee", mentee))
    ]


def test_a_pair_took_part_when_both_finished() -> None:
    respondents = [
        *both("D1", mentor=True, mentee=True),
        *both("D2", mentor=True, mentee=False),
        *both("D3", mentor=False, mentee=True),
        *both("D4", mentor=False, mentee=False),
        *both("D5", mentor=True, mentee=True),
    ]

    assert PairCount.of(respondents) == PairCount(made=5, took_part=2)


def test_the_order_of_the_respondents_does_not_matter() -> None:
    mentor, mentee = both("D1", mentor=True, mentee=True)
    other_mentor, other_mentee = both("D2", mentor=False, mentee=True)

    mixed = [mentor, other_mentee, mentee, other_mentor]

    assert PairCount.of(mixed) == PairCount(made=2, took_part=1)


def test_who_answers_alone_is_no_pair() -> None:
    alone = [an_invited_respondent("S1", finished_at=NOW), an_invited_respondent("S2")]

    assert PairCount.of(alone) == PairCount(made=0, took_part=0)
    assert PairCount.of([*alone, *both("D1", mentor=True, mentee=True)]) == PairCount(1, 1)


def test_pairs_are_counted_in_one_pass() -> None:
    respondents = iter(both("D1", mentor=True, mentee=True))

    assert PairCount.of(respondents) == PairCount(made=1, took_part=1)
