"""What a room judged, by the rule that is printed beforehand."""

import pytest

from assessment.session.voting.verdicts import Verdict, has_too_many_minimal, verdict_of

APPLIES = [(20, 0, 0)]


@pytest.mark.parametrize(
    ("need", "verdict"),
    [
        ([(15, 5, 0)], "minimal"),
        ([(14, 6, 0)], "talk"),
        ([(15, 5, 0), (10, 0, 0), (5, 5, 0)], "minimal"),
        ([(15, 5, 0), (11, 0, 0), (4, 5, 0)], "talk"),
        ([(0, 20, 0)], "talk"),
        ([], "talk"),
        ([(0, 0, 0)], "talk"),
    ],
)
def test_minimal_needs_three_quarters_and_half_of_every_role(
    need: list[tuple[int, ...]], verdict: str
) -> None:
    assert verdict_of(APPLIES, need) == verdict


def test_does_not_apply_is_judged_likewise_and_comes_first() -> None:
    minimal = [(5, 0, 0)]

    assert verdict_of([(1, 4, 15)], minimal) is Verdict.DOES_NOT_APPLY
    assert verdict_of([(1, 5, 14)], minimal) is Verdict.TALK
    assert verdict_of([(1, 4, 15), (0, 3, 2)], []) is Verdict.TALK


def test_above_sixty_percent_minimal_one_asks_what_may_wait() -> None:
    minimal, talk = Verdict.MINIMAL, Verdict.TALK

    assert not has_too_many_minimal([])
    assert not has_too_many_minimal([minimal] * 3 + [talk] * 2)
    assert has_too_many_minimal([minimal] * 4 + [talk] * 2)
