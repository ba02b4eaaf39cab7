"""Results of votes that were shown."""

from collections import Counter
from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.session.states import Turn
from assessment.session.voting.hands import HandCount
from assessment.session.voting.results import Counted, ItemResult, results, talk_first
from assessment.session.voting.votes import ChangeCount, ShownMark, VoteCount
from tests.support.session.room import a_step

RATE = a_step("rate", items=("MC-01",))
Given = tuple[str, str]  # role and choice


def votes(
    given_votes: Iterable[Given],
    turn: Turn = Turn.FIRST,
    *,
    step: str = "rate",
    item: str = "MC-01",
    question: str = "choice",
) -> list[VoteCount]:
    counts = Counter(given_votes)
    return [
        VoteCount(step, item, turn, question, role, choice, number)
        for (role, choice), number in counts.items()
    ]


def hands(given_votes: Iterable[Given], turn: Turn = Turn.FIRST) -> list[HandCount]:
    return [
        HandCount(v.step, v.item, v.turn, v.question, v.role, v.choice, v.number)
        for v in votes(given_votes, turn)
    ]


def counted(
    counts: list[VoteCount],
    *,
    by_hand: Iterable[HandCount] = (),
    changes: Iterable[ChangeCount] = (),
    shown: Iterable[ShownMark] | None = None,
) -> Counted:
    marks = {ShownMark(v.step, v.item, v.turn) for v in counts} if shown is None else shown
    return Counted(("mentor", "mentee"), 5, frozenset(marks), counts, list(by_hand), list(changes))


def one(found: tuple[ItemResult, ...]) -> ItemResult:
    (result,) = found
    return result


def test_a_vote_that_was_not_shown_is_no_result() -> None:
    given_votes = votes([("mentor", "3")] * 6)

    assert results([RATE], counted(given_votes, shown=[])) == ()


def test_show_with_nobody_answered_shows_nothing() -> None:
    result = one(results([RATE], counted([], shown=[ShownMark("rate", "MC-01", Turn.FIRST)])))

    assert result.first["choice"].together is None
    assert result.first["choice"].smallest is None
    assert result.first["choice"].count("3") == 0
    assert result.second is None
    assert (result.changed, result.proposed_level, result.verdict) == (None, None, None)


def test_levels_have_a_word_a_mean_and_a_median_to_propose() -> None:
    given_votes = [("mentor", "3")] * 4 + [("mentor", "2")] * 2 + [("mentee", "1")] * 6
    result = one(results([RATE], counted(votes([*given_votes, ("mentor", "unknown")]))))

    shown = result.first["choice"]
    assert shown.voices["mentor"].mean == pytest.approx(16 / 6)
    assert shown.voices["mentor"].spread.word == "shared"
    assert shown.together.n == 12
    assert shown.together.spread.median == 1.5
    assert result.proposed_level == 1
    assert shown.count("unknown") == 1
    assert shown.smallest == "2"


def test_a_choice_without_levels_has_bars_alone() -> None:
    thesis = a_step("thesis", items=("TH-01",))
    given_votes = [("mentor", "for")] * 7 + [("mentor", "depends")]
    counts = votes(given_votes, step="thesis", item="TH-01")

    result = one(results([thesis], counted(counts)))

    assert result.first["choice"].together.bins[:3] == (7, 0, 1)
    assert result.first["choice"].together.spread is None
    assert result.first["choice"].smallest == "depends"
    assert (result.proposed_level, result.verdict) == (None, None)


def test_judging_has_a_verdict_by_all_and_by_every_role() -> None:
    judge = a_step("judge", items=("MC-01",))
    where = {"step": "judge"}
    applies = votes([("mentor", "applies")] * 9 + [("mentee", "partly")] * 6, **where)
    need = [("mentor", "minimal")] * 9 + [("mentee", "minimal")] * 3 + [("mentee", "desirable")] * 3
    clear = [*applies, *votes(need, question="need", **where)]
    need[9:11] = [("mentee", "not_needed_now")] * 2
    parted = [*applies, *votes(need, question="need", **where)]

    assert one(results([judge], counted(clear))).verdict == "minimal"
    assert one(results([judge], counted(parted))).verdict == "talk"
    nobody = counted([], shown=[ShownMark("judge", "MC-01", Turn.FIRST)])
    assert one(results([judge], nobody)).verdict == "talk"


def test_the_second_vote_goes_before_the_first_and_both_stay() -> None:
    both = votes([("mentor", "1")] * 6) + votes([("mentor", "4")] * 6, Turn.SECOND)

    result = one(results([RATE], counted(both)))

    assert result.first["choice"].together.bins[1] == 6
    assert result.latest == result.second
    assert result.proposed_level == 4


@pytest.mark.parametrize(
    ("both", "changed", "told"),
    [(12, 5, 5), (12, 7, 7), (12, 4, None), (12, 8, None), (12, 12, None), (12, 0, None)],
)
def test_changes_are_told_when_neither_those_who_changed_nor_the_others_are_few(
    both: int, changed: int, told: int | None
) -> None:
    counts = votes([("mentor", "1")] * 12) + votes([("mentor", "2")] * 12, Turn.SECOND)
    changes = [ChangeCount("rate", "MC-01", "mentor", both, changed)]

    assert one(results([RATE], counted(counts, changes=changes))).changed == told


def test_who_is_hidden_is_in_no_count_of_changes() -> None:
    counts = votes([("mentor", "1")] * 12) + votes([("mentor", "2")] * 12, Turn.SECOND)
    changes = [
        ChangeCount("rate", "MC-01", "mentor", 12, 5),
        ChangeCount("rate", "MC-01", "mentee", 3, 3),
        ChangeCount("rate", "MC-03", "mentor", 12, 6),
    ]

    assert one(results([RATE], counted(counts, changes=changes))).changed == 5


def test_what_is_chosen_from_many_is_counted_among_all_who_chose() -> None:
    missing = a_step("missing")
    picked = [("mentor", "pick")] * 2 + [("mentor", "pass")] * 4
    counts = votes(picked, Turn.SECOND, step="missing", item="note-1")

    collected, chosen = results(
        [missing],
        counted(
            counts,
            shown=[
                ShownMark("missing", "missing", Turn.FIRST),
                ShownMark("missing", "note-1", Turn.SECOND),
            ],
        ),
    )

    assert (collected.item, collected.first, collected.picks) == ("missing", {}, 0)
    assert (chosen.item, chosen.picks, chosen.changed) == ("note-1", 2, None)


def test_tables_are_told_apart_from_people_and_shown_as_they_spoke() -> None:
    tables = a_step("tables", items=("MC-01",))
    counts = votes([("tables", "2")] * 3 + [("mentor", "4")] * 9, step="tables")

    result = one(results([tables], counted(counts)))

    assert result.first["choice"].voices.keys() == {"tables"}
    assert result.first["choice"].together.n == 3
    empty = one(results([tables], counted([], shown=[ShownMark("tables", "MC-01", Turn.FIRST)])))
    assert empty.first["choice"].together is None


def test_the_items_on_which_opinions_part_most_come_first() -> None:
    step = a_step("rate", items=("same", "parted", "spread", "gap"))
    mentors = {
        "same": "333333333333",
        "parted": "000000444444",
        "spread": "000112233344",
        "gap": "333333333333",
    }
    counts = [
        vote
        for item, levels in mentors.items()
        for vote in votes([("mentor", level) for level in levels], item=item)
    ]
    counts += votes([("mentee", "1")] * 6, item="gap")
    found = results([step], counted(counts))

    assert talk_first(found) == ("gap", "parted", "spread")
    assert talk_first(found, most=1) == ("gap",)
    assert talk_first([]) == ()


PEOPLE = st.lists(
    st.tuples(
        st.sampled_from(["0", "1", "2", "3", "4"]), st.sampled_from(["0", "1", "2", "3", "4"])
    ),
    min_size=24,
    max_size=24,
)


@given(PEOPLE, st.booleans())
def test_eighteen_phones_and_six_hands_are_twenty_four_phones(
    people: list[tuple[str, str]], of_one_role: bool
) -> None:
    """In every figure and word, in both votes; only how many hands there were differs."""
    roles = ["mentor"] * 18 + ["mentee"] * 6 if of_one_role else ["mentor"] * 12 + ["mentee"] * 12
    without_phone = set(range(18, 24)) if of_one_role else {0, 1, 2, 12, 13, 14}
    first = [(role, one_vote) for role, (one_vote, _) in zip(roles, people, strict=True)]
    second = [(role, again) for role, (_, again) in zip(roles, people, strict=True)]

    def part(given_votes: list[Given], *, by_hand: bool) -> list[Given]:
        return [v for n, v in enumerate(given_votes) if (n in without_phone) == by_hand]

    phones = counted(votes(first) + votes(second, Turn.SECOND))
    mixed = counted(
        votes(part(first, by_hand=False)) + votes(part(second, by_hand=False), Turn.SECOND),
        by_hand=hands(part(first, by_hand=True)) + hands(part(second, by_hand=True), Turn.SECOND),
    )

    def figures(found: Counted) -> list[object]:
        result = one(results([RATE], found))
        turns = [result.first["choice"], result.second["choice"]]
        voices = [v for t in turns for v in (*t.voices.values(), t.together) if v is not None]
        return [result.proposed_level, *((v.role, v.bins, v.mean, v.spread) for v in voices)]

    assert figures(mixed) == figures(phones)
    assert one(results([RATE], mixed)).first["choice"].together.by_hand == 6
