"""A script: steps as data."""

import pytest
from pydantic import ValidationError

from assessment.catalogue.model import Text
from assessment.errors import InvalidInput
from assessment.session.script import Script, SessionStep, StepKind, checked_script
from assessment.session.states import TalkForm
from tests.support.session.room import a_script, a_step


def test_a_script_adds_up_its_minutes_and_finds_its_steps() -> None:
    script = a_script(a_step("welcome", minutes=5), a_step("rate", minutes=13, items=("MC-01",)))

    assert script.minutes == 18
    assert script.step("rate") == script.steps[1]
    assert script.step("judge") is None
    assert (script.place("rate"), script.place("judge")) == (1, -1)
    assert checked_script(script) == script


def test_a_script_is_the_same_after_a_way_through_json() -> None:
    step = a_step(
        "thesis",
        items=("own",),
        texts={"own": Text({"nl": "Iedereen kan mentor zijn"})},
        talk_minutes={TalkForm.PAIRS: 3},
        vote_minutes=2,
    )
    script = a_script(step)

    assert Script.model_validate_json(script.model_dump_json()) == script


def test_a_step_without_items_is_its_own_one_item() -> None:
    assert a_step("welcome").on_the_table == ("welcome",)
    assert a_step("rate", items=("MC-01", "MC-03")).on_the_table == ("MC-01", "MC-03")


@pytest.mark.parametrize("kind", StepKind)
def test_a_step_knows_whether_phones_are_asked_anything(kind: StepKind) -> None:
    step = a_step(kind)

    assert step.has_vote == (kind not in ("last_time", "agree"))
    assert step.takes_notes == (kind in ("missing", "choose"))
    assert step.is_whole == step.takes_notes


def test_a_step_says_how_long_a_vote_and_a_talk_take() -> None:
    step = a_step("thesis", minutes=10, talk_minutes={TalkForm.PAIRS: 3})

    assert (step.minutes_to_talk(TalkForm.PAIRS), step.minutes_to_talk(TalkForm.FOURS)) == (3, 4)
    assert step.minutes_to_vote(1) == 1
    assert a_step("rate", minutes=13, at_own_pace=True).minutes_to_vote(1) == 13
    assert a_step("judge", items=("MC-01", "MC-03"), vote_minutes=2).minutes_to_vote(1) == 2


def test_a_second_vote_on_one_of_many_items_takes_a_minute() -> None:
    step = a_step("rate", minutes=35, items=("MC-01", "MC-03"), at_own_pace=True, vote_minutes=13)

    assert step.minutes_to_vote(2) == 13
    assert step.minutes_to_vote(1) == 1


def test_a_talk_takes_no_longer_than_its_step() -> None:
    assert a_step("last_time", minutes=2).minutes_to_talk(TalkForm.PLENARY) == 2


@pytest.mark.parametrize(
    ("steps", "rule"),
    [
        ([], "missing"),
        ([a_step("rate"), a_step("judge", id="rate")], "double"),
        ([a_step("rate", items=("MC-01", "MC-01"))], "double"),
        ([a_step("rate", minutes=400), a_step("judge", minutes=201)], "too_long"),
        ([a_step("rate", texts={"a": Text({"nl": "x" * 200_000})})], "too_large"),
        ([a_step("rate", texts={"a": Text({"nl": "\0"})})], None),
    ],
)
def test_a_script_that_cannot_be_is_refused(steps: list[SessionStep], rule: str | None) -> None:
    script = Script(id="x", title=Text({"nl": "x"}), steps=tuple(steps))

    if rule is None:
        assert checked_script(script) == script  # as JSON it holds no such character
        return
    with pytest.raises(InvalidInput) as caught:
        checked_script(script)
    assert caught.value.rule == rule


def test_a_step_takes_no_key_that_is_not_known() -> None:
    with pytest.raises(ValidationError):
        SessionStep.model_validate({"id": "a", "kind": "rate", "minutes": 5, "minuts": 5})
