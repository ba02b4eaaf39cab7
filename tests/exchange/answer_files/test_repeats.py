"""Who answers twice, and who has two roles, across a file."""

import numpy as np

from exchange.answer_files.codes import Coder
from exchange.answer_files.repeats import FileEntries, repeats
from tests.support.catalogues import a_catalogue


def said(*rows: tuple[int, int, int, int]) -> list[tuple[int, str]]:
    """What is said of rows: assessment, respondent, role, criterion; from line 2 on."""
    coder = Coder(a_catalogue("C-1", "C-2"))
    coder.assessments, coder.respondents = {"A1": 0, "A2": 1}, {"R1": 0, "R2": 1}
    columns = np.array(rows, np.int32).reshape(len(rows), 4).T
    return list(repeats(FileEntries(np.arange(2, len(rows) + 2), *columns, columns[0]), coder))


def test_without_rows_nothing_is_said() -> None:
    assert said() == []


def test_the_same_answer_of_others_or_elsewhere_is_no_repeat() -> None:
    assert said((0, 0, 2, 0), (0, 1, 3, 0), (1, 0, 3, 0), (0, 0, 2, 1)) == []


def test_every_later_answer_is_named_with_the_first() -> None:
    lines = said((0, 0, 2, 0), (0, 0, 2, 0), (0, 1, 2, 0), (0, 0, 2, 0))

    assert lines == [
        (3, "R1 answers C-1 twice, first in line 2. Keep one."),
        (5, "R1 answers C-1 twice, first in line 2. Keep one."),
    ]


def test_another_role_is_named_with_the_first_also_beside_a_repeat() -> None:
    lines = said((0, 0, 2, 0), (0, 0, 3, 0), (0, 0, 3, 1))

    assert [line for line, _ in lines] == [3, 3, 4]
    assert lines[1][1] == "R1 is mentee here and mentor in line 2. Give everybody one role."


def test_entries_are_sorted_by_assessment_only_where_they_are_not() -> None:
    entries = FileEntries(
        *(np.array(column) for column in ([2, 3], [1, 0], [0, 1], [0, 0], [0, 0], [0, 0]))
    )

    once = entries.sorted_by_assessment()

    assert once.line.tolist() == [3, 2]
    assert once.sorted_by_assessment() is once
    assert FileEntries.joined([]).line.tolist() == []
