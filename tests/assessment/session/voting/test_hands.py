"""Hands counted in the room."""

from dataclasses import replace

import pytest

from assessment.errors import InvalidInput
from assessment.session.states import Turn
from assessment.session.voting.hands import HandCount, checked_hands
from tests.support.session.room import a_step

HANDS = HandCount("rate", "MC-01", Turn.FIRST, "choice", "mentor", "3", 4)


def test_hands_go_up_for_what_phones_can_choose() -> None:
    assert checked_hands(a_step("rate"), HANDS) == HANDS
    need = replace(HANDS, question="need", choice="minimal")
    assert checked_hands(a_step("judge"), need) == need


@pytest.mark.parametrize(
    ("kind", "changes"),
    [
        ("rate", {"choice": "5"}),
        ("rate", {"question": "need"}),
        ("tables", {}),
        ("rate", {"count": -1}),
        ("rate", {"count": 1_001}),
    ],
)
def test_what_nobody_could_raise_a_hand_for_is_refused(
    kind: str, changes: dict[str, object]
) -> None:
    with pytest.raises(InvalidInput):
        checked_hands(a_step(kind), replace(HANDS, **changes))
