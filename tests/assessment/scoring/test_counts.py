"""Answers are counted where they belong, whatever their order."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assessment.answers import STATES, Answer, AnswerState
from assessment.scoring.counts import BINS, CountTable, answer_bin

AXES = ("A1", "A2"), ("C-1", "C-2"), ("coordinator", "mentee")
ROWS = st.lists(
    st.tuples(*map(st.sampled_from, AXES), st.integers(0, BINS - 1), st.integers(0, 3)), max_size=40
)
Rows = list[tuple[str, str, str, int, int]]


def test_every_state_has_a_bin_of_its_own() -> None:
    levels = [answer_bin(AnswerState.LEVEL, level) for level in range(5)]
    others = [answer_bin(state, None) for state in STATES[1:]]

    assert levels + others == list(range(BINS))


def test_a_note_without_state_has_no_bin() -> None:
    note = Answer("C-1", comment="look at this again")

    assert (note.is_answered, answer_bin(note.state, note.level)) == (False, None)


def test_rows_are_counted_where_they_belong() -> None:
    table = CountTable.empty(*AXES).with_rows([("A2", "C-1", "mentee", 3, 2)])

    assert table.counts[1, 0, 1].tolist() == [0, 0, 0, 2, 0, 0, 0, 0]
    assert table.counts.sum() == 2


def test_rows_about_a_criterion_that_is_not_in_the_table_are_left_out() -> None:
    table = CountTable.empty(*AXES).with_rows([("A1", "C-9", "mentee", 3, 2)])

    assert table.counts.sum() == 0


def test_counting_leaves_the_table_as_it_was() -> None:
    table = CountTable.empty(*AXES)

    table.with_rows([("A1", "C-1", "mentee", 3, 2)])

    assert table.counts.sum() == 0


@settings(deadline=None)
@given(ROWS, ROWS)
def test_adding_counts_is_counting_what_was_merged(one: Rows, other: Rows) -> None:
    empty = CountTable.empty(*AXES)

    added = empty.with_rows(one) + empty.with_rows(other)

    assert np.array_equal(added.counts, empty.with_rows(one + other).counts)


@settings(deadline=None)
@given(ROWS.flatmap(lambda rows: st.tuples(st.just(rows), st.permutations(rows))))
def test_the_order_of_answers_does_not_matter(orders: tuple[Rows, Rows]) -> None:
    one, other = (CountTable.empty(*AXES).with_rows(rows) for rows in orders)

    assert np.array_equal(one.counts, other.counts)


def test_tables_over_different_things_are_not_added() -> None:
    with pytest.raises(ValueError, match="different assessments"):
        CountTable.empty(*AXES) + CountTable.empty(["A3"], *AXES[1:])


@settings(deadline=None)
@given(ROWS)
def test_counts_come_back_from_the_text_they_are_kept_as(rows: Rows) -> None:
    table = CountTable.empty(["A1"], *AXES[1:]).with_rows(row for row in rows if row[0] == "A1")

    again = CountTable.from_text("A1", *AXES[1:], table.to_text())

    assert np.array_equal(again.counts, table.counts)


def test_no_counts_are_kept_as_no_text() -> None:
    assert CountTable.empty(["A1"], [], []).to_text() == ""
    assert CountTable.from_text("A1", (), (), "").counts.shape == (1, 0, 0, BINS)


@pytest.mark.parametrize("text", ["1,2", "1,2,3,4,5,6,7,8,9", ""])
def test_a_text_that_holds_other_counts_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="reshape"):
        CountTable.from_text("A1", ("C-1",), ("mentee",), text)


@settings(deadline=None)
@given(ROWS)
def test_counts_over_other_axes_are_counted_there(rows: Rows) -> None:
    wanted = ("C-9", "C-2"), ("mentee", "mentor", "coordinator")

    moved = CountTable.empty(*AXES).with_rows(rows).over(*wanted)

    assert np.array_equal(moved.counts, CountTable.empty(AXES[0], *wanted).with_rows(rows).counts)
    assert moved.over(*wanted) is moved


def test_counts_of_a_role_that_is_not_there_are_refused() -> None:
    with pytest.raises(KeyError):
        CountTable.empty(*AXES).over(AXES[1], ["coordinator"])


def test_stacked_tables_hold_the_assessments_of_each() -> None:
    rows = [("A1", "C-1", "mentee", 3, 2), ("A2", "C-2", "coordinator", 0, 1)]
    both = CountTable.empty(*AXES).with_rows(rows)

    stacked = CountTable.stacked([both.part(slice(1)), both.part(slice(1, 2))])

    assert stacked.assessments == AXES[0]
    assert np.array_equal(stacked.counts, both.counts)
    with pytest.raises(ValueError, match="different criteria"):
        CountTable.stacked([both, both.over(["C-1"], AXES[2])])
