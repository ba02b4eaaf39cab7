"""Which voices of a vote may be shown: nobody below five, in no difference of what is shown."""

from collections.abc import Mapping

from hypothesis import given
from hypothesis import strategies as st

from assessment.session.voting.voices import BinCounts, ShownVoices, shown_voices

ROLES = ("a", "b", "c", "d")
HEADS = st.tuples(*[st.integers(0, 9)] * len(ROLES))


def counted(phones: Mapping[str, int], hands: Mapping[str, int] | None = None) -> BinCounts:
    """Every role votes for a level of its own, so that what is shown tells who is in it."""
    levels = {role: n for n, role in enumerate(ROLES)}
    return BinCounts.of(
        ROLES,
        {(role, levels[role]): number for role, number in phones.items()},
        {(role, levels[role]): number for role, number in (hands or {}).items()},
    )


def of_heads(heads: tuple[int, ...]) -> dict[str, int]:
    return dict(zip(ROLES, heads, strict=True))


def members(shown: ShownVoices) -> list[frozenset[str]]:
    return [
        frozenset(role for role, number in zip(ROLES, bins, strict=False) if number)
        for bins in shown.bins.values()
    ]


def test_a_role_is_shown_from_five_and_smaller_ones_together() -> None:
    shown = shown_voices(counted({"a": 5, "b": 3, "c": 2}), 5)

    assert shown.bins == {
        "a": (5, 0, 0, 0, 0, 0, 0, 0),
        "other_voices": (0, 3, 2, 0, 0, 0, 0, 0),
    }
    assert shown.large == {"a"}


def test_a_few_that_are_left_over_are_in_nothing() -> None:
    assert set(shown_voices(counted({"a": 9, "b": 3}), 5).bins) == {"a"}
    assert shown_voices(counted({"a": 4}), 5).bins == {}


def test_hands_count_like_phones() -> None:
    by_phone = shown_voices(counted({"a": 8, "b": 6}), 5)
    mixed = shown_voices(counted({"a": 6, "b": 0}, {"a": 2, "b": 6}), 5)

    assert mixed.bins == by_phone.bins
    assert mixed.by_hand == {"a": 2, "b": 6}


def test_a_few_phones_are_not_shown_beside_hands_that_everybody_saw() -> None:
    assert shown_voices(counted({"a": 3}, {"a": 4}), 5).bins == {}
    assert set(shown_voices(counted({"a": 3, "b": 2}, {"a": 4}), 5).bins) == {"other_voices"}


def test_a_role_that_was_pooled_does_not_come_out_in_the_second_vote() -> None:
    first = shown_voices(counted({"a": 4, "b": 3}), 5)
    second = shown_voices(counted({"a": 5, "b": 3}), 5, first)

    assert members(first) == members(second) == [{"a", "b"}]


def test_a_role_that_was_in_nothing_comes_out_when_it_grew() -> None:
    first = shown_voices(counted({"a": 6, "b": 3}), 5)
    second = shown_voices(counted({"a": 6, "b": 5}), 5, first)

    assert members(first) == [{"a"}]
    assert members(second) == [{"a"}, {"b"}]


def test_a_role_that_shrank_does_not_join_the_pool() -> None:
    first = shown_voices(counted({"a": 5, "b": 3}), 5)
    second = shown_voices(counted({"a": 4, "b": 3}), 5, first)

    assert members(first) == [{"a"}]
    assert second.bins == {}


def test_ways_of_not_choosing_are_told_of_a_role_and_not_of_the_pool() -> None:
    rows = {("a", 0): 5, ("a", 6): 2, ("b", 0): 3, ("b", 7): 1, ("c", 1): 2}

    shown = shown_voices(BinCounts.of(ROLES, {**rows, ("guest", 0): 9}, {}), 5)

    assert shown.bins["a"] == (5, 0, 0, 0, 0, 0, 2, 0)
    assert shown.bins["other_voices"] == (3, 2, 0, 0, 0, 0, 0, 0)


@given(HEADS, HEADS, HEADS, HEADS, st.integers(5, 7))
def test_nothing_that_is_shown_leaves_a_few_when_parts_of_it_are_taken_away(
    first_phones: tuple[int, ...],
    first_hands: tuple[int, ...],
    second_phones: tuple[int, ...],
    second_hands: tuple[int, ...],
    threshold: int,
) -> None:
    phones, hands = of_heads(first_phones), of_heads(first_hands)
    first = shown_voices(counted(phones, hands), threshold)
    again_phones, again_hands = of_heads(second_phones), of_heads(second_hands)
    second = shown_voices(counted(again_phones, again_hands), threshold, first)

    for shown, by_phone, by_hand in ((first, phones, hands), (second, again_phones, again_hands)):
        for bins, group in zip(shown.bins.values(), members(shown), strict=True):
            alone = sum(by_phone[role] for role in group)
            assert sum(bins) >= threshold
            assert sum(bins) - sum(by_hand[role] for role in group) == alone
            assert alone == 0 or alone >= threshold
    # no group of one vote is a part of one of the other: no difference is a third group
    pools = [group for group in members(first) if not group <= first.large]
    again = [group for group in members(second) if not group <= second.large]
    assert not any(group & first.large for group in again)
    assert not (pools and second.large - first.large)
