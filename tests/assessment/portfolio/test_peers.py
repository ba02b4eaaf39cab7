"""Projects in like circumstances."""

import math

from hypothesis import given
from hypothesis import strategies as st

from assessment.portfolio.peers import (
    FARTHEST,
    MOST,
    Circumstances,
    distance,
    peers,
    size_range_of,
)

WORD = st.sampled_from(["", "school", "work"])
ANY = st.builds(Circumstances, WORD, WORD, WORD, st.integers(0, 500) | st.none(), WORD, WORD)
OWN = Circumstances("school", "leerlingen", "all_minors", 20, "running", "Gent")


def test_the_same_circumstances_are_near_and_all_others_are_far() -> None:
    far = Circumstances("work", "newcomers", "no_minors", 2_000, "preparing", "Utrecht")
    apart = size_range_of([OWN, far])

    assert distance(OWN, OWN, apart) == 0
    assert distance(OWN, far, apart) == 1


def test_what_one_does_not_say_counts_for_neither() -> None:
    assert distance(OWN, Circumstances(kind="School"), 1.0) == 0
    assert distance(OWN, Circumstances(kind="work", stage="running"), 1.0) == 0.5
    assert distance(OWN, Circumstances(), 1.0) is None


def test_size_counts_by_its_logarithm() -> None:
    small, large = Circumstances(size=9), Circumstances(size=99)

    assert size_range_of([small, large]) == math.log1p(99) - math.log1p(9)
    assert distance(small, large, 2 * size_range_of([small, large])) == 0.5
    assert size_range_of([Circumstances()]) == 0
    assert distance(small, small, 0) == 0


@given(ANY, ANY)
def test_a_distance_is_the_same_from_both_sides_and_between_0_and_1(
    one: Circumstances, other: Circumstances
) -> None:
    apart = size_range_of([one, other])
    found = distance(one, other, apart)

    assert found == distance(other, one, apart)
    assert found is None or 0 <= found <= 1


@given(ANY, st.dictionaries(st.text(max_size=3), ANY, max_size=20))
def test_peers_are_few_near_and_the_nearest_first(
    own: Circumstances, others: dict[str, Circumstances]
) -> None:
    apart = size_range_of([own, *others.values()])
    found = peers(own, others)
    distances = [distance(own, others[name], apart) for name in found]

    assert len(found) <= MOST
    assert all(d is not None and d <= FARTHEST for d in distances)
    assert distances == sorted(d for d in distances if d is not None)
