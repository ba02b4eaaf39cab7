"""What an answer may carry, and how answers are counted."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assessment.answers import MAX_TEXT, STATES, Answer, AnswerState, Reason, checked
from assessment.errors import InvalidInput
from assessment.scoring.counts import BINS, CountTable, answer_bin
from benchmarks.count_codes import count_codes

FULL = Answer(
    "C-1",
    AnswerState.LEVEL,
    level=3,
    reason=Reason.OTHER,
    reason_text="own words",
    comment="a comment",
    evidence="a piece of evidence",
    marked=True,
    version=4,
)


def test_every_state_has_a_bin_of_its_own() -> None:
    levels = [answer_bin(AnswerState.LEVEL, level) for level in range(5)]
    others = [answer_bin(state, None) for state in STATES[1:]]

    assert levels + others == list(range(BINS))


def test_a_note_without_state_is_no_answer_and_has_no_bin() -> None:
    note = Answer("C-1", comment="look at this again")

    assert (note.is_answered, answer_bin(note.state, note.level)) == (False, None)


def test_a_level_carries_no_reason() -> None:
    assert checked(FULL) == replace(FULL, reason=None, reason_text="")


def test_does_not_apply_carries_its_reason_and_no_level() -> None:
    left_out = replace(FULL, state=AnswerState.NOT_APPLICABLE)

    assert checked(left_out) == replace(left_out, level=None)


@pytest.mark.parametrize("state", [AnswerState.UNKNOWN, AnswerState.DECLINED, None])
def test_other_states_carry_neither_level_nor_reason(state: AnswerState | None) -> None:
    answer = replace(FULL, state=state)

    assert checked(answer) == replace(answer, level=None, reason=None, reason_text="")


@pytest.mark.parametrize("level", [None, -1, 5, 7])
def test_a_level_that_is_missing_or_off_the_scale_is_refused(level: int | None) -> None:
    with pytest.raises(InvalidInput, match="Use 0 to 4") as caught:
        checked(replace(FULL, level=level))

    assert (caught.value.field, caught.value.rule) == ("level", "range")


@pytest.mark.parametrize("field", ["reason_text", "comment", "evidence"])
def test_a_text_may_be_long_but_not_endless(field: str) -> None:
    checked(replace(FULL, **{field: "a" * MAX_TEXT}))

    with pytest.raises(InvalidInput, match="100,001 characters") as caught:
        checked(replace(FULL, **{field: "a" * (MAX_TEXT + 1)}))
    assert (caught.value.field, caught.value.rule) == (field, "too_long")


@pytest.mark.parametrize("text", ["a\0b", "half a pair \ud83d"])
def test_a_character_that_no_database_keeps_is_refused(text: str) -> None:
    with pytest.raises(InvalidInput, match="cannot be kept") as caught:
        checked(replace(FULL, comment=text))

    assert caught.value.rule == "characters"


AXES = ("A1", "A2"), ("C-1", "C-2"), ("coordinator", "mentee")
ROWS = st.lists(
    st.tuples(*map(st.sampled_from, AXES), st.integers(0, BINS - 1), st.integers(0, 3)), max_size=40
)
Rows = list[tuple[str, str, str, int, int]]


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


def test_codes_are_counted_like_rows() -> None:
    random = np.random.default_rng(1)
    shape = (70, 6, 5)
    codes = tuple(random.integers(0, size, 5000) for size in (*shape, BINS))

    counts = count_codes(shape, codes, chunk=999)

    expected = np.zeros((*shape, BINS), int)
    np.add.at(expected, codes, 1)
    assert np.array_equal(counts, expected)


@pytest.mark.parametrize("kind", [np.int8, np.uint8, np.int16, np.int64])
def test_codes_may_be_any_kind_of_whole_number(kind: type) -> None:
    codes = tuple(np.array(code, kind) for code in ([0, 99], [0, 49], [0, 3], [0, 7]))

    counts = count_codes((100, 50, 4), codes)

    assert np.argwhere(counts).tolist() == [[0, 0, 0, 0], [99, 49, 3, 7]]


def test_without_answers_all_counts_are_0() -> None:
    nothing = (np.zeros(0, np.int8),) * 4

    assert count_codes((2, 3, 4), nothing).tolist() == np.zeros((2, 3, 4, BINS)).tolist()


@pytest.mark.parametrize("axis", range(4))
@pytest.mark.parametrize("wrong", [-1, 8])
def test_a_code_outside_its_axis_is_refused(axis: int, wrong: int) -> None:
    codes = [np.array([1, 2], np.int8) for _ in range(4)]
    codes[axis][1] = wrong

    with pytest.raises(ValueError, match="outside its axis"):
        count_codes((8, 8, 8), tuple(codes))
