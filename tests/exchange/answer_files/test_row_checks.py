"""One row and its cells. Every message stands in `tests/exchange/test_answers_csv_problems.py`."""

from exchange.answer_files.row_checks import RowChecks
from tests.support.catalogues import CELLS, a_catalogue


def test_a_right_row_becomes_an_answer_and_a_wrong_one_all_its_problems() -> None:
    checks = RowChecks("answers.csv", a_catalogue("C-1"))

    assert checks.row(2, list(CELLS.values())) is not None
    assert checks.row(3, ["A1", "R1", "menter", "C-2", "level", "2", "", "", ""]) is None
    assert [str(problem).split(": ")[0] for problem in checks.problems] == ["answers.csv:3"] * 2
