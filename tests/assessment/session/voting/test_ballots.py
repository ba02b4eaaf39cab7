"""Ballots: what a phone is asked, in the bins of answers."""

import pytest

from assessment.scoring.counts import BINS, NOT_APPLICABLE_BIN
from assessment.session.script import StepKind
from assessment.session.states import Turn
from assessment.session.voting.ballots import ballots

OPTIONS = {
    "welcome": ["yes partly no"],
    "last_time": [],
    "thesis": ["for against depends"],
    "judge": ["applies partly does_not_apply", "minimal desirable not_needed_now"],
    "rate": ["0 1 2 3 4"],
    "tables": ["0 1 2 3 4"],
    "missing": [],
    "choose": [],
    "agree": [],
    "checkout": ["yes partly no"],
}


@pytest.mark.parametrize("kind", StepKind)
def test_each_kind_of_step_asks_what_was_agreed(kind: StepKind) -> None:
    assert [" ".join(b.options) for b in ballots(kind, Turn.FIRST)] == OPTIONS[kind]


@pytest.mark.parametrize("kind", ["missing", "choose"])
def test_what_was_collected_is_chosen_from_in_the_second_vote(kind: str) -> None:
    assert [b.options for b in ballots(StepKind(kind), Turn.SECOND)] == [("pick", "pass")]


@pytest.mark.parametrize("kind", StepKind)
def test_every_choice_has_a_bin_of_its_own(kind: StepKind) -> None:
    for turn in Turn:
        for ballot in ballots(kind, turn):
            bins = [ballot.bin_of(choice) for choice in (*ballot.options, *ballot.others)]
            assert len(set(bins)) == len(bins)
            assert set(bins) <= set(range(BINS))
            assert ballot.bin_of("something") is None


def test_does_not_apply_is_no_level() -> None:
    (levels,) = ballots(StepKind.RATE, Turn.FIRST)

    assert levels.bin_of("not_applicable") == NOT_APPLICABLE_BIN
    assert [levels.bin_of(str(level)) for level in range(5)] == [0, 1, 2, 3, 4]
