"""Like with like, movement, and which core criteria are open."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.portfolio.comparing import (
    NotAlike,
    Reference,
    Shared,
    moved,
    open_criteria,
    reference_of,
    shared_criteria,
    why_no_level,
    why_not,
)
from assessment.portfolio.outline import outline_of
from assessment.portfolio.snapshot import Openness, Requirement, Snapshot
from tests.support.portfolio.shares import TODAY, a_snapshot, about_assessment, closed_on, own_level

REFERENCE = Reference("mentoring", "2027")


def of_version(version: str, catalogue: str = "mentoring") -> Snapshot:
    return a_snapshot(assessment=about_assessment(catalogue=catalogue, catalogue_version=version))


def test_a_portfolio_compares_with_what_most_have_and_else_with_the_newest() -> None:
    old, new = outline_of(of_version("2026.2")), outline_of(of_version("2027.1"))

    assert reference_of([]) is None
    assert reference_of([old, old, new]) == Reference("mentoring", "2026")
    assert reference_of([old, new]) == REFERENCE


@pytest.mark.parametrize(
    ("snapshot", "reason"),
    [
        (a_snapshot(), None),
        (of_version("2027.9"), None),
        (of_version("2027.1", "other"), NotAlike.OTHER_CATALOGUE),
        (of_version("2026.1"), NotAlike.OTHER_VERSION),
        (closed_on(731), None),
        (closed_on(732), NotAlike.TOO_OLD),
    ],
)
def test_what_is_not_alike_is_named(snapshot: Snapshot, reason: NotAlike | None) -> None:
    assert why_not(outline_of(snapshot), REFERENCE, TODAY) == reason


def test_why_there_is_no_level_is_named() -> None:
    assert why_no_level(a_snapshot(), "MC-01", "assurance") is None
    assert why_no_level(a_snapshot(), "MC-01", "experience") == NotAlike.OTHER_SCALE
    assert why_no_level(a_snapshot(), "MC-09", "assurance") == NotAlike.NOT_ASKED
    less = a_snapshot(openness=Openness.CORE, own_levels=(), group_levels=())
    assert why_no_level(less, "MC-01", "assurance") == NotAlike.NOT_SHOWN


def test_how_many_criteria_two_have_in_common() -> None:
    other = a_snapshot(own_levels=[own_level(), own_level("MC-02", scale="experience")])

    assert shared_criteria(a_snapshot(), other) == Shared(1, 2)


def test_movement_counts_steps_of_half_a_level() -> None:
    then = a_snapshot(own_levels=[own_level("A", 1), own_level("B", 2), own_level("C", 3)])
    now = a_snapshot(
        own_levels=[own_level("A", 1.5), own_level("B", 2.4), own_level("C", 2), own_level("D", 1)]
    )
    found = moved(then, now)

    assert found is not None
    assert (found.up, found.same, found.down, found.new) == (("A",), ("B",), ("C",), ("D",))
    assert found.other_people


def test_there_is_no_movement_between_what_is_not_alike() -> None:
    assert moved(of_version("2026.1"), a_snapshot()) is None
    assert moved(of_version("2027.1", "other"), a_snapshot()) is None


LEVELS = st.dictionaries(st.sampled_from("ABCDEFGH"), st.integers(0, 4), max_size=8)


@given(LEVELS, LEVELS)
def test_every_criterion_of_the_newer_share_is_counted_once(
    before: dict[str, int], after: dict[str, int]
) -> None:
    then, now = (
        a_snapshot(own_levels=[own_level(name, level) for name, level in levels.items()])
        for levels in (before, after)
    )
    found = moved(then, now)

    assert found is not None
    parts = (*found.up, *found.same, *found.down, *found.new)
    assert sorted(parts) == sorted(after)


def test_open_criteria_stand_in_their_own_order_core_first() -> None:
    def says(*parts: tuple[str, bool, bool | None]) -> Snapshot:
        return a_snapshot(
            requirements=[Requirement(criterion=c, is_core=k, met=m) for c, k, m in parts]
        )

    found = open_criteria(
        outline_of(snapshot)
        for snapshot in (
            says(("MC-09", True, False), ("MC-01", False, False)),
            says(("MC-09", True, None), ("MC-01", False, False), ("MC-03", True, True)),
        )
    )

    assert list(found.items()) == [("MC-03", (0, 1)), ("MC-09", (1, 1)), ("MC-01", (2, 2))]
