"""Results of judging: the rule of a room, hidden groups, what people part on most first."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from assessment.judging.results import JudgedCriterion, JudgementCount, judged_criteria
from assessment.scoring.visibility import OTHER_VOICES
from assessment.session.voting.verdicts import Verdict

ROLES = ("mentor", "mentee", "partner")
SHOWN_FROM = 5


def said(role: str, criterion: str = "A", **numbers: int) -> list[JudgementCount]:
    """Return how many of a role chose what: of the needs, all those people say that it applies."""
    needs = ("minimal", "desirable", "not_needed_now")
    found = [
        JudgementCount(criterion, "need" if name in needs else "choice", role, name, number)
        for name, number in numbers.items()
    ]
    applies = sum(number for name, number in numbers.items() if name in needs)
    return [*found, JudgementCount(criterion, "choice", role, "applies", applies)]


def judged(*counts: list[JudgementCount]) -> JudgedCriterion:
    (one,) = judged_criteria(["A"], ROLES, [c for several in counts for c in several], SHOWN_FROM)
    return one


def test_minimal_is_what_three_quarters_say_and_half_of_every_group() -> None:
    assert judged(said("mentor", minimal=6, desirable=2)).verdict is Verdict.MINIMAL
    assert judged(said("mentor", minimal=5, desirable=2)).verdict is Verdict.TALK
    many = said("mentor", minimal=20)
    assert judged(many, said("mentee", minimal=2, desirable=3)).verdict is Verdict.TALK
    assert judged(many, said("mentee", minimal=3, desirable=3)).verdict is Verdict.MINIMAL


def test_a_group_that_says_that_it_does_not_apply_is_not_passed_over() -> None:
    mentees = said("mentee", minimal=20)

    assert judged(mentees, said("mentor", does_not_apply=5)).verdict is Verdict.TALK


def test_what_does_not_apply_is_clear_in_the_same_way() -> None:
    assert judged(said("mentor", does_not_apply=6, minimal=2)).verdict is Verdict.DOES_NOT_APPLY
    assert judged(said("mentor", does_not_apply=5, minimal=2)).verdict is not Verdict.DOES_NOT_APPLY


def test_who_does_not_know_does_not_count_in_the_rule() -> None:
    assert judged(said("mentor", unknown=9, does_not_apply=5)).verdict is Verdict.DOES_NOT_APPLY


def test_a_small_group_is_not_shown_and_can_not_be_quoted() -> None:
    one = judged(said("mentor", minimal=4), said("mentee", minimal=7))

    assert set(one.result.latest["choice"].voices) == {"mentee"}
    assert (one.may_quote("mentor"), one.may_quote("mentee")) == (False, True)
    assert not judged(said("mentor", minimal=4)).is_shown
    assert set(
        judged(said("mentor", minimal=3), said("mentee", minimal=2)).result.latest["need"].voices
    ) == {OTHER_VOICES}


def test_what_groups_part_on_most_comes_first() -> None:
    counts = [
        *said("mentor", "A", minimal=5),
        *said("mentee", "A", minimal=5),
        *said("mentor", "B", minimal=6),
        *said("mentee", "B", does_not_apply=6),
        *said("mentor", "C", minimal=5),
        *said("mentee", "C", minimal=3, desirable=2),
    ]
    found = judged_criteria(["A", "B", "C"], ROLES, counts, SHOWN_FROM)

    assert [(one.criterion, one.difference) for one in found] == [
        ("B", Fraction(1)),
        ("C", Fraction(2, 5)),
        ("A", Fraction(0)),
    ]


@given(
    st.lists(st.sampled_from(["minimal", "desirable", "does_not_apply"]), max_size=SHOWN_FROM - 1),
    st.lists(st.sampled_from(["minimal", "desirable", "does_not_apply"]), max_size=SHOWN_FROM - 1),
)
def test_two_worlds_in_which_a_small_group_says_something_else_look_the_same(
    one: list[str], other: list[str]
) -> None:
    large = said("mentee", minimal=4, desirable=3, does_not_apply=5)
    worlds = [
        judged(large, said("mentor", **{c: chosen.count(c) for c in chosen}))
        for chosen in (one, other)
    ]

    assert worlds[0] == worlds[1]
