"""Rows of a block, taken out again."""

import numpy as np

from exchange.answer_files.blocks import block_of_rows

NINE = tuple("abcdefghi")


def test_rows_come_back_with_their_lines() -> None:
    block = block_of_rows([(2, NINE), (3, "ab"), (4, NINE[::-1])])

    assert block.rows(np.array([1, 0])) == [(4, NINE[::-1]), (2, NINE)]
    assert block.rows(np.zeros(0, np.intp)) == []
    assert block.odd == [(3, "ab")]


def test_without_whole_rows_there_are_nine_empty_columns() -> None:
    assert [len(column) for column in block_of_rows([]).columns] == [0] * 9
