"""Movement since the previous assessment: only like with like."""

import pytest

from assessment.catalogue.model import Catalogue
from assessment.scoring.movement import Movement, NotComparable, moved, movements, voice_movements
from tests.support.catalogues import a_catalogue, a_criterion, result_of

TINY = a_catalogue("C-1")


def movement(now: str, then: str, newer: Catalogue = TINY, older: Catalogue = TINY) -> Movement:
    """The movement of C-1 between two answers of the coordinator."""
    results = [
        result_of({"C-1": {"coordinator": level}}, catalogue)
        for level, catalogue in ((now, newer), (then, older))
    ]
    return movements(results[0], newer, results[1], older)["C-1"]


@pytest.mark.parametrize(("then", "now", "change"), [("1", "3", 2), ("3", "1", -2), ("2", "2", 0)])
def test_a_change_is_the_score_now_minus_the_score_then(then: str, now: str, change: int) -> None:
    assert movement(now, then) == Movement("C-1", int(then), int(now), change)


@pytest.mark.parametrize("answer", ["?", "-", ""])
def test_without_score_now_there_is_no_movement(answer: str) -> None:
    assert movement(answer, "2") == Movement("C-1", 2, reason=NotComparable.NO_SCORE_NOW)


def test_without_score_then_there_is_no_movement() -> None:
    assert movement("2", "?") == Movement("C-1", now=2, reason=NotComparable.NO_SCORE_THEN)


def test_another_version_of_the_catalogue_is_comparable() -> None:
    assert movement("3", "2", newer=a_catalogue("C-1", version="2")).change == 1


def test_another_catalogue_is_not_comparable() -> None:
    found = movement("3", "2", newer=a_catalogue("C-1", id="other"))

    assert found == Movement("C-1", 2, 3, reason=NotComparable.OTHER_CATALOGUE)


def test_another_scale_is_not_comparable() -> None:
    found = movement("3", "2", newer=a_catalogue(a_criterion("C-1", scale="experience")))

    assert found == Movement("C-1", 2, 3, reason=NotComparable.OTHER_SCALE)


def test_a_new_criterion_is_not_comparable() -> None:
    now = result_of({"C-1": {"coordinator": "3"}}, TINY)
    older = a_catalogue("C-2")
    then = result_of({"C-2": {"coordinator": "3"}}, older)

    found = movements(now, TINY, then, older)

    assert found == {"C-1": Movement("C-1", now=3, reason=NotComparable.NEW)}


def test_a_criterion_that_was_not_chosen_then_is_new() -> None:
    now = result_of({"C-1": {"coordinator": "3"}}, TINY)
    then = result_of({"C-1": {"coordinator": "1"}}, TINY, in_scope=False)

    assert movements(now, TINY, then, TINY)["C-1"].reason is NotComparable.NEW


def test_a_hair_of_rounding_is_no_movement() -> None:
    signs = {"mentor": "00001", "mentee": "0000002", "partner": "0000122"}
    swapped = {**signs, "mentee": signs["partner"], "partner": signs["mentee"]}
    now, then = (result_of({"C-1": voices}, TINY) for voices in (signs, swapped))
    assert now.criteria["C-1"].score != then.criteria["C-1"].score

    assert movements(now, TINY, then, TINY)["C-1"].change == 0


def test_the_largest_steps_come_first_up_and_down() -> None:
    changes = {
        "C-1": 1.0,
        "C-2": -0.5,
        "C-3": 2.0,
        "C-4": 0.0,
        "C-5": -2.0,
        "C-6": 1.0,
        "C-7": None,
    }
    steps = {name: Movement(name, change=change) for name, change in changes.items()}

    up, down = moved(steps)

    assert [step.criterion for step in up] == ["C-3", "C-1", "C-6"]
    assert [step.criterion for step in down] == ["C-5", "C-2"]


@pytest.mark.parametrize(
    ("change", "counts"), [(0.1, True), (-0.1, True), (0.0999, False), (-0.0999, False)]
)
def test_a_change_of_less_than_a_tenth_is_not_listed(change: float, counts: bool) -> None:
    up, down = moved({"C-1": Movement("C-1", change=change)})

    assert bool(up + down) is counts


def per_voice(now: dict[str, str], then: dict[str, str], older: Catalogue = TINY) -> object:
    results = [result_of({"C-1": now}, TINY), result_of({"C-1": then}, older)]
    return voice_movements(results[0], TINY, results[1], older)


def test_each_voice_moves_where_it_is_shown_both_times() -> None:
    now = {"coordinator": "3", "mentee": "33333", "mentor": "222"}
    then = {"coordinator": "4", "mentee": "11113", "mentor": "11111"}

    assert per_voice(now, then) == {
        "coordinator": {"C-1": Movement("C-1", 4, 3, -1)},
        "mentee": {"C-1": Movement("C-1", 1.4, 3, 1.6)},
    }


def test_a_voice_that_was_hidden_then_has_no_movement() -> None:
    assert per_voice({"mentee": "33333"}, {"mentee": "1111"}) == {}


def test_a_pool_is_no_voice_that_moves() -> None:
    assert per_voice({"mentee": "333", "mentor": "333"}, {"mentee": "111", "mentor": "111"}) == {}


def test_no_voice_moves_on_what_is_not_comparable() -> None:
    older = a_catalogue(a_criterion("C-1", scale="experience"))
    assert per_voice({"coordinator": "3"}, {"coordinator": "1"}, older) == {}
