"""Changing a script before the session: order, minutes, items, steps more and fewer."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.catalogue.model import Catalogue
from assessment.services.session import drafting
from assessment.services.session.proposing import ItemPool
from assessment.session.script import StepKind, checked_script
from tests.support.session.room import a_script, a_step

SCRIPT = a_script(
    a_step("welcome"),
    a_step("rate", items=("MC-01", "MC-03"), at_own_pace=True),
    a_step("checkout"),
)
POOL = ItemPool(("MC-01", "MC-03", "MC-19", "MC-41"), theses=("T-1",))
IDS = ("welcome", "rate", "checkout", "gone")


def ids(script: object) -> list[str]:
    return [step.id for step in script.steps]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("step", "by", "order"),
    [
        ("welcome", 1, ["rate", "welcome", "checkout"]),
        ("checkout", -2, ["checkout", "welcome", "rate"]),
        ("checkout", 1, ["welcome", "rate", "checkout"]),
        ("welcome", -5, ["welcome", "rate", "checkout"]),
        ("gone", 1, ["welcome", "rate", "checkout"]),
    ],
)
def test_a_step_moves_as_far_as_there_are_places(step: str, by: int, order: list[str]) -> None:
    assert ids(drafting.moved(SCRIPT, step, by)) == order


def test_a_step_can_be_taken_out_but_the_last_one_stays() -> None:
    script = drafting.without(drafting.without(SCRIPT, "welcome"), "rate")

    assert ids(script) == ["checkout"]
    assert drafting.without(script, "checkout") == script


@pytest.mark.parametrize(("given", "kept"), [(7, 7), (0, 1), (-3, 1), (9_999, 600)])
def test_minutes_stay_within_what_can_be_planned(given: int, kept: int) -> None:
    step = drafting.with_minutes(SCRIPT, "rate", given).step("rate")

    assert step is not None
    assert step.minutes == kept


def test_items_are_swapped_and_one_alone_has_no_pace_of_its_own(catalogue: Catalogue) -> None:
    one = drafting.with_items(SCRIPT, "rate", ["MC-19"]).step("rate")
    many = drafting.with_items(
        drafting.with_items(SCRIPT, "rate", ["MC-19"]), "rate", ["MC-41", "MC-19"]
    ).step("rate")
    own = a_script(
        a_step("last_time", items=("A", "B"), texts=dict.fromkeys("AB", catalogue.title))
    )
    left = drafting.with_items(own, "last_time", ["B"]).step("last_time")

    assert one is not None
    assert many is not None
    assert left is not None
    assert (one.items, one.at_own_pace) == (("MC-19",), False)
    assert (many.items, many.at_own_pace) == (("MC-41", "MC-19"), True)
    assert list(left.texts) == ["B"]
    assert drafting.with_items(SCRIPT, "gone", ["MC-19"]) == SCRIPT


def test_a_new_step_comes_before_the_checkout_with_the_words_of_its_guide(
    catalogue: Catalogue,
) -> None:
    once = drafting.with_new_step(SCRIPT, catalogue, StepKind.RATE, POOL)
    twice = drafting.with_new_step(once, catalogue, StepKind.THESIS, POOL)
    new = once.step("rate-2")

    assert ids(twice) == ["welcome", "rate", "rate-2", "thesis", "checkout"]
    assert new is not None
    assert (new.items, new.at_own_pace) == (("MC-01", "MC-03", "MC-19"), True)
    assert new.instruction is not None
    assert checked_script(twice)


def test_without_a_guide_and_without_a_checkout_a_step_comes_last(catalogue: Catalogue) -> None:
    bare = catalogue.model_copy(update={"guides": ()})
    script = drafting.with_new_step(a_script(a_step("welcome")), bare, StepKind.MISSING, POOL)

    assert ids(script) == ["welcome", "missing"]
    assert script.steps[-1].title is None


@given(
    st.lists(
        st.tuples(st.sampled_from(("move", "drop", "minutes", "items")), st.sampled_from(IDS)),
        max_size=12,
    ),
    st.integers(-3, 3),
)
def test_whatever_is_changed_the_script_stays_one_that_can_be_kept(
    changes: list[tuple[str, str]], number: int
) -> None:
    script = SCRIPT
    for change, step in changes:
        if change == "move":
            script = drafting.moved(script, step, number)
        elif change == "drop":
            script = drafting.without(script, step)
        elif change == "minutes":
            script = drafting.with_minutes(script, step, number)
        else:
            script = drafting.with_items(script, step, POOL.criteria[: max(0, number)])
    assert checked_script(script) == script
