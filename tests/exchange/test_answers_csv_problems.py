"""Answers files that are not right: every problem by file and line, and nothing taken over."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from assessment.answers import MAX_TEXT
from assessment.catalogue.model import Catalogue
from assessment.errors import AnswersFileError
from exchange.answer_files import read
from exchange.answer_files.blocks import MAX_BYTES
from exchange.answer_files.read import MAX_PROBLEMS, read_answers
from exchange.answers_csv import HEADER
from tests.support.catalogues import a_catalogue, csv_file, raw_file

CATALOGUE = a_catalogue("C-1", "C-2")
TOP = ",".join(HEADER) + "\n"
GOOD = "A1,R1,mentee,C-1,level,2,,,\n"


def problems(path: Path) -> list[str]:
    """What is said about a file that is not right; reading it must fail as a whole."""
    with pytest.raises(AnswersFileError) as caught:
        read_answers(path, CATALOGUE)
    return str(caught.value).split("\n")


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        ({"role": "mente"}, "there is no role `mente`. Did you mean `mentee`?"),
        (
            {"role": "x"},
            "there is no role `x`. Use one of: coordinator, facilitator, mentor, mentee, partner.",
        ),
        ({"criterion": "C-11"}, "there is no criterion `C-11`. Did you mean `C-1`?"),
        ({"criterion": "other"}, "there is no criterion `other`. Use one of: C-1, C-2."),
        ({"criterion": "x" * 99}, f"there is no criterion `{'x' * 40}…`. Use one of: C-1, C-2."),
        ({"assessment": ""}, "the cell `assessment` is empty or too long. Give a short name."),
        ({"respondent": " "}, "the cell `respondent` is empty or too long. Give a short name."),
        (
            {"respondent": "r" * 201},
            "the cell `respondent` is empty or too long. Give a short name.",
        ),
        ({"level": "7"}, "level `7` is not on the scale. Use 0 to 4."),
        (
            {"level": "-1"},
            "the cell `level` starts like a formula. Put an apostrophe (') before it.",
        ),
        ({"level": "2.0"}, "level `2.0` is not on the scale. Use 0 to 4."),
        ({"level": ""}, "level `` is not on the scale. Use 0 to 4."),
        ({"level": "²"}, "level `²` is not on the scale. Use 0 to 4."),
        (
            {"state": "unknown"},
            "a level without state `level`. Empty the cell or correct the state.",
        ),
        (
            {"state": "", "comment": "a note"},
            "a level without state `level`. Empty the cell or correct the state.",
        ),
        (
            {"state": "unknwon", "level": ""},
            "there is no state `unknwon`. Did you mean `unknown`?",
        ),
        (
            {"state": "", "level": ""},
            "there is no state ``. Use one of: level, not_applicable, unknown, declined.",
        ),
        (
            {"reason": "other"},
            "a reason without state `not_applicable`. Empty the cell or correct the state.",
        ),
        (
            {"state": "not_applicable", "level": "", "reason": "done_by_partners"},
            "there is no reason `done_by_partners`. Did you mean `done_by_partner`? "
            "Write `other: ...` for your own words.",
        ),
        (
            {"state": "not_applicable", "level": "", "reason": "we forgot: really"},
            "there is no reason `we forgot`. Use one of: other_target_group, done_by_partner, "
            "not_in_this_phase, other. Write `other: ...` for your own words.",
        ),
        (
            {"comment": "=HYPERLINK(1)"},
            "the cell `comment` starts like a formula. Put an apostrophe (') before it.",
        ),
        (
            {"evidence": "+31"},
            "the cell `evidence` starts like a formula. Put an apostrophe (') before it.",
        ),
        (
            {"comment": "c" * (MAX_TEXT + 1)},
            "the cell `comment` is longer than 100,000 characters. Shorten it.",
        ),
        (
            {
                "state": "not_applicable",
                "level": "",
                "reason": "other: " + "c" * (MAX_TEXT + 1),
            },
            "the cell `reason` is longer than 100,000 characters. Shorten it.",
        ),
    ],
)
def test_a_wrong_cell_is_said_with_file_line_and_remedy(
    tmp_path: Path, cells: Mapping[str, str], said: str
) -> None:
    path = csv_file(tmp_path, {"respondent": "fine"}, cells)

    assert problems(path) == [f"answers.csv:3: {said}"]


def test_many_unknown_words_are_not_all_listed(tmp_path: Path) -> None:
    large = a_catalogue(*(f"C-{number}" for number in range(11)))

    with pytest.raises(AnswersFileError, match=r"no criterion `other`\. Look it up\."):
        read_answers(csv_file(tmp_path, {"criterion": "other"}), large)


def test_two_answers_to_one_criterion_are_refused(tmp_path: Path) -> None:
    path = csv_file(tmp_path, {}, {"criterion": "C-2"}, {"level": "3"})

    assert problems(path) == ["answers.csv:4: R1 answers C-1 twice, first in line 2. Keep one."]


def test_a_respondent_has_one_role(tmp_path: Path) -> None:
    path = csv_file(tmp_path, {}, {"criterion": "C-2", "role": "mentor"})

    assert problems(path) == [
        "answers.csv:3: R1 is mentor here and coordinator in line 2. Give everybody one role."
    ]


def test_a_name_may_return_in_another_assessment(tmp_path: Path) -> None:
    path = csv_file(tmp_path, {}, {"assessment": "A2", "role": "mentor"})

    assert len(read_answers(path, CATALOGUE)) == 2


@pytest.mark.parametrize(
    ("line", "cells"), [("A1,R1,mentee,C-1,level,2,,", 8), ("A1,R1,mentee,C-1,level,2,,,,", 10)]
)
def test_too_few_or_too_many_cells_are_refused(tmp_path: Path, line: str, cells: int) -> None:
    path = raw_file(tmp_path, TOP + GOOD + line + "\n")

    assert problems(path) == [
        f"answers.csv:3: {cells} cells where 9 are needed. Check commas and quotes."
    ]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        pytest.param("", "the header is wrong from cell 1 on.", id="empty file"),
        pytest.param(TOP.replace("state", "status"), "wrong from cell 5 on.", id="other word"),
        pytest.param(TOP[:-1] + ",extra\n", "wrong from cell 10 on.", id="one more"),
        pytest.param(TOP.upper(), "wrong from cell 1 on.", id="capitals"),
        pytest.param(GOOD, "wrong from cell 1 on.", id="no header"),
        pytest.param(TOP.replace(",", ";"), "separated by semicolons. Save it as", id="semicolons"),
    ],
)
def test_a_wrong_header_is_said_once(tmp_path: Path, content: str, said: str) -> None:
    (found,) = problems(raw_file(tmp_path, content + "nonsense\n" * 3))

    assert found.startswith("answers.csv:1: ")
    assert said in found


@pytest.mark.parametrize(
    ("content", "said"),
    [
        pytest.param(
            (TOP + GOOD[:-2] + "caf\xe9,\n").encode("latin-1"),
            "2: not written in UTF-8. Save it as 'CSV UTF-8'.",
            id="latin-1",
        ),
        pytest.param(
            (TOP + GOOD).encode("utf-16"),
            "1: written in UTF-16. Save it as 'CSV UTF-8'.",
            id="UTF-16",
        ),
        pytest.param(
            (TOP + GOOD).encode("utf-16-le"),
            "1: holds a NUL byte, so this is no text file. Export it again as 'CSV UTF-8'.",
            id="UTF-16 without mark",
        ),
        pytest.param(
            (TOP + GOOD + GOOD.replace("R1", "R\0")).encode(),
            "3: holds a NUL byte, so this is no text file. Export it again as 'CSV UTF-8'.",
            id="NUL",
        ),
        pytest.param(
            (TOP + GOOD + 'A1,R2,mentee,C-1,level,2,,"never closed,\n' + GOOD).encode(),
            "3: not readable as CSV: unexpected end of data. Check the quotes.",
            id="unclosed quote",
        ),
        pytest.param(
            (TOP + 'A1,R2,mentee,C-1,level,2,,"a"b,\n').encode(),
            "2: not readable as CSV: ',' expected after '\"'. Check the quotes.",
            id="quote in the middle",
        ),
        pytest.param(
            b'"assess',
            "1: not readable as CSV: unexpected end of data. Check the quotes.",
            id="unclosed header",
        ),
        pytest.param(
            (TOP + GOOD[:-2] + "x" * 200_001 + ",\n").encode(),
            "2: not readable as CSV: field larger than field limit (200000). Check the quotes.",
            id="endless cell",
        ),
    ],
)
def test_a_file_that_cannot_be_read_is_said_once(tmp_path: Path, content: bytes, said: str) -> None:
    assert problems(raw_file(tmp_path, content)) == [f"answers.csv:{said}"]


def test_a_huge_file_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = raw_file(tmp_path, TOP)
    with path.open("r+b") as file:
        file.truncate(100 * MAX_BYTES)  # sparse: takes no room

    assert problems(path) == ["answers.csv: larger than 50 MB. Split the file by assessment."]


def test_a_file_that_is_not_there_is_said(tmp_path: Path) -> None:
    assert problems(tmp_path / "answers.csv") == [
        "answers.csv: cannot be read: No such file or directory. Check the name of the file."
    ]


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    (tmp_path / "answers.csv").mkdir()

    (found,) = problems(tmp_path / "answers.csv")
    assert "cannot be read: Is a directory" in found


def test_all_problems_are_said_at_once_in_the_order_of_the_file(tmp_path: Path) -> None:
    path = csv_file(
        tmp_path, {"level": "9"}, {"role": "x", "criterion": "y"}, {}, {"state": "z", "level": ""}
    )

    assert [problem.split(" ")[0] for problem in problems(path)] == [
        "answers.csv:2:",
        "answers.csv:3:",
        "answers.csv:3:",
        "answers.csv:5:",
    ]


def test_lines_are_counted_as_an_editor_does(tmp_path: Path) -> None:
    path = csv_file(tmp_path, {"comment": "one\ntwo\nthree"}, {"respondent": "R2", "level": "9"})

    assert problems(path) == ["answers.csv:5: level `9` is not on the scale. Use 0 to 4."]


def test_a_file_full_of_problems_does_not_flood_the_screen(tmp_path: Path) -> None:
    path = csv_file(tmp_path, *({"level": "9"} for _ in range(500)))

    assert len(problems(path)) == MAX_PROBLEMS


def test_a_device_without_end_is_too_large(catalogue: Catalogue) -> None:
    with pytest.raises(AnswersFileError, match="larger than 50 MB"):
        read_answers(Path("/dev/zero"), catalogue)


def test_very_many_assessments_are_refused(
    tmp_path: Path, catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(read, "MAX_ASSESSMENTS", 1)
    file = tmp_path / "a.csv"
    rows = [f"A{n},R1,coordinator,MC-01,level,3,,," for n in range(2)]
    file.write_text("\n".join([",".join(HEADER), *rows]), "utf-8")

    with pytest.raises(AnswersFileError, match="more than 1 assessments"):
        read_answers(file, catalogue)


@pytest.mark.parametrize(
    "row", ["A1,R1,\x1b[31m,MC-01,level,3,,,", "A1,R1,mentor,\x1b]0;x,level,3,,,"]
)
def test_nothing_that_a_terminal_would_act_on_is_repeated(
    tmp_path: Path, catalogue: Catalogue, row: str
) -> None:
    file = tmp_path / "a.csv"
    file.write_text("\n".join([",".join(HEADER), row]), "utf-8")

    with pytest.raises(AnswersFileError) as caught:
        read_answers(file, catalogue)

    assert "\x1b" not in str(caught.value)
    assert "u001b" in str(caught.value)
