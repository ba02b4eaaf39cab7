"""Columns as numbers: what is certainly right, and what must be looked at."""

import itertools

from assessment.scoring.counts import answer_bin
from exchange.answer_files.blocks import block_of_rows
from exchange.answer_files.codes import NO_BIN, Coder
from exchange.answer_files.row_checks import RowChecks
from tests.support.catalogues import a_catalogue

CATALOGUE = a_catalogue("C-1")
STATES = ("level", "not_applicable", "unknown", "declined", "", "else")
LEVELS = ("", "0", "4", "5", "-1")
REASONS = ("", "other", "other: x", "nope", "=other", "other: " + "x" * 100_001)
COMMENTS = ("", "a note", "- a dash", "-x", "x" * 100_001)


def test_what_is_sound_is_what_the_checks_of_a_row_accept() -> None:
    for cells in itertools.product(STATES, LEVELS, REASONS, COMMENTS):
        row = ("A1", "R1", "mentee", "C-1", *cells, "")
        codes = Coder(CATALOGUE).codes(block_of_rows([(2, row)]))
        accepted = RowChecks("answers.csv", CATALOGUE).row(2, row)

        assert accepted or not codes.sound[0]
        assert codes.sound[0] or not accepted or cells[-1] == "- a dash"
        if accepted:
            bin_ = answer_bin(accepted.answer.state, accepted.answer.level)
            assert codes.bin[0] == (NO_BIN if bin_ is None else bin_)
            assert codes.written[0] == bool(cells[2] or cells[3])


def test_a_name_has_one_number_in_every_block() -> None:
    coder = Coder(CATALOGUE)
    tail = ("mentee", "C-1", "level", "2", "", "", "")

    first = coder.codes(block_of_rows([(2, ("A1", "R1", *tail)), (3, ("A2", "'=1", *tail))]))
    second = coder.codes(block_of_rows([(4, ("A2", "R1", *tail))]))

    assert (first.assessment.tolist(), second.assessment.tolist()) == ([0, 1], [1])
    assert list(coder.respondents) == ["R1", "=1"]
    assert second.respondent.tolist() == [0]
