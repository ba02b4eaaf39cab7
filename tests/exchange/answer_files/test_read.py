"""Reading by columns finds what reading row by row finds, on any file, and says it in the same words."""

import csv
import io
import random
from pathlib import Path

import pytest

from assessment.errors import AnswersFileError
from exchange.answer_files import csv_blocks
from exchange.answer_files.read import (
    MAX_PROBLEMS,
    count_answers,
    read_answers,
    read_assessment,
)
from exchange.answer_files.row_checks import RowChecks, short
from exchange.answers_csv import HEADER, Row
from tests.support.catalogues import a_catalogue, count_rows, csv_file, raw_file

CATALOGUE = a_catalogue("C-1", "C-2", "C-3")
CELLS = (
    ("A1", "A2", "A1 ", "'=1", "=1", "", "x" * 201, "\ufeffA", "é"),
    ("R1", "R2", "R3", "", "  ", "'-x", "-x", "R\x0b"),
    ("mentee", "mentor", "coordinator", "mente", "", "'mentee"),
    ("C-1", "C-2", "C-3", "C-9", "", "C-1 "),
    ("level", "level", "unknown", "declined", "not_applicable", "", "levle", "=level"),
    ("0", "1", "4", "", "", "5", "2.0", "-1", "²", "'1"),
    ("", "", "other", "other: x", "done_by_partner", "nope: y", "=other", ": ", "'=other"),
)
TEXTS = (
    *("", "", "", "note", "- dash", "-x", "=1", 'say "hi"', "a,b", "one\ntwo", "one\r\ntwo"),
    *("one\rtwo", 'mid"dle', "\t", "é漢🙂", "'=1", "''=1", "'", "\ufeff"),
)
FINE_TEXTS = ("", "", "note", "- dash", 'say "hi"', "a,b", "one\ntwo", "one\r\ntwo")


def told(error: AnswersFileError) -> list[str]:
    return str(error).split("\n")


def row_by_row(path: Path) -> list[Row] | list[str]:
    """Read a file in the plainest way: a row, its checks, and what was seen before."""
    reader = csv.reader(io.StringIO(path.read_bytes().decode("utf-8-sig"), newline=""), strict=True)
    checks, seen, roles, rows = RowChecks(path.name, CATALOGUE), {}, {}, []
    line = 1
    try:
        for number, cells in enumerate(reader):
            if number and cells and len(checks.problems) < MAX_PROBLEMS:
                row = checks.row(line, cells)
                if row is not None:
                    rows.append(row)
                    check_once(checks, line, row, seen, roles)
            line = reader.line_num + 1
    except csv.Error as error:
        checks._problem(line, f"not readable as CSV: {error}. Check the quotes.")
    return told(AnswersFileError(checks.problems)) if checks.problems else rows


def check_once(checks: RowChecks, line: int, row: Row, seen: dict, roles: dict) -> None:
    who, what, person = row.respondent, row.answer.criterion, (row.assessment, row.respondent)
    who = short(who)
    first = seen.setdefault((*person, what), line)
    if first != line:
        checks._problem(line, f"{who} answers {what} twice, first in line {first}. Keep one.")
    was, first = roles.setdefault(person, (row.role, line))
    if was != row.role:
        text = f"{who} is {row.role} here and {was} in line {first}. Give everybody one role."
        checks._problem(line, text)


def a_file(chance: random.Random) -> str:
    """Make a file with few or many faults, in its rows, its quotes and its line ends."""
    share_right, odd = chance.choice([0, 0.5, 0.95, 1]), chance.random() < 0.5
    ends = chance.choice([["\n"], ["\r\n"], ["\r"], ["\n", "\r\n", "\r"]])
    parts = ["\ufeff" * (chance.random() < 0.1), ",".join(HEADER), chance.choice(ends)]
    for _ in range(chance.choice([0, 1, 3, 20, 150])):
        if chance.random() < share_right:
            person, level = f"R{chance.randrange(500)}", str(chance.randrange(5))
            names = [chance.choice(("A1", "A2")), person, chance.choice(("mentee", "mentor"))]
            cells = [*names, chance.choice(("C-1", "C-2", "C-3")), "level", level, ""]
            cells += [chance.choice(FINE_TEXTS), ""]
        else:
            cells = [chance.choice(choices) for choices in (*CELLS, TEXTS, TEXTS)]
        if odd and chance.random() < 0.03:
            cells = [*cells, "x"][: chance.randrange(1, 11)]
        parts += [",".join(quoted(cell, chance, odd=odd) for cell in cells), chance.choice(ends)]
        parts += [chance.choice(["", " "]) + chance.choice(ends)] * (chance.random() < 0.03)
    return "".join(parts).rstrip("\r\n" if chance.random() < 0.3 else "")


def quoted(cell: str, chance: random.Random, *, odd: bool) -> str:
    if odd and chance.random() < 0.02:
        return chance.choice([cell, f'"{cell}', f'{cell}"', f'"{cell}"z'])
    if any(sign in cell for sign in ',"\n\r') or chance.random() < 0.03:
        return f'"{cell.replace(chr(34), chr(34) * 2)}"'
    return cell


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("size", [60, 1000, 1 << 20])
def test_any_file_is_read_as_row_by_row(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, size: int, seed: int
) -> None:
    monkeypatch.setattr(csv_blocks, "SIZE", size)
    monkeypatch.setattr(csv_blocks, "ROWS", size // 20)
    chance = random.Random(seed)  # noqa: S311  (a test that can be repeated)
    for _ in range(25):
        path = raw_file(tmp_path, a_file(chance))
        expected = row_by_row(path)
        try:
            found: list[Row] | list[str] = read_answers(path, CATALOGUE)
        except AnswersFileError as error:
            found = told(error)

        assert found == expected


def test_a_file_is_counted_as_its_rows_are(tmp_path: Path) -> None:
    rows = [
        {
            "assessment": f"A{n % 70}",
            "respondent": f"R{n}",
            "role": role,
            "criterion": f"C-{n % 3 + 1}",
        }
        for n, role in enumerate(("mentee", "mentor") * 150)
    ]
    path = csv_file(
        tmp_path, *rows, {"respondent": "n", "state": "", "level": "", "comment": "a note"}
    )
    expected = count_rows(read_answers(path, CATALOGUE), CATALOGUE)

    tally = count_answers(path, CATALOGUE, lambda _: None)
    tables = list(tally.tables())

    assert sum((table.assessments for table in tables), ()) == expected.assessments
    assert len(tables) == 2
    assert sum(int(table.counts.sum()) for table in tables) == 300
    for number, name in enumerate(expected.assessments):
        assert (tally.table(name).counts[0] == expected.counts[number]).all()
        assert (tables[number // 64].counts[number % 64] == expected.counts[number]).all()


def test_only_what_a_report_quotes_becomes_rows(tmp_path: Path) -> None:
    path = csv_file(
        tmp_path,
        {"respondent": "k"},
        {"respondent": "m", "role": "mentee"},
        {"respondent": "n", "role": "mentee", "comment": "a word"},
        {"respondent": "o", "role": "mentee", "assessment": "A2", "comment": "elsewhere"},
    )

    for name, quoted_by in (("A1", ["k", "n"]), (None, ["k", "n"]), ("A2", ["o"]), ("A9", [])):
        _, rows = read_assessment(path, CATALOGUE, name, lambda _: None)
        assert [row.respondent for row in rows] == quoted_by


def test_the_share_that_was_read_grows_to_the_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(csv_blocks, "SIZE", 1000)
    shares: list[float] = []

    count_answers(
        csv_file(tmp_path, *({"respondent": f"R{n}"} for n in range(300))), CATALOGUE, shares.append
    )

    assert shares == sorted(shares)
    assert len(shares) > 5
    assert shares[-1] == 1
