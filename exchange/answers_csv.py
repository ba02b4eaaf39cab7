"""Answers as CSV, in and out. A file is read whole or not at all."""

import csv
import difflib
import io
import itertools
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from assessment.answers import MAX_TEXT, Answer, AnswerState, Reason
from assessment.catalogue.model import LEVELS, TOP_LEVEL, Catalogue
from assessment.catalogue.reading.text_file import printable
from assessment.errors import AnswersFileError, Problem
from assessment.scoring.counts import CountTable, answer_bin
from assessment.text import neutralised, restored, starts_like_formula

HEADER = (
    "assessment",
    "respondent",
    "role",
    "criterion",
    "state",
    "level",
    "reason",
    "comment",
    "evidence",
)
MAX_BYTES = 50_000_000
MAX_ASSESSMENTS = 5_000  # of which the figures take 300 MB
MAX_PROBLEMS = 100
MAX_LISTED = 10  # words named as a remedy


@dataclass(frozen=True)
class Row:
    """One answer with its assessment, respondent and role, as it stands in a file."""

    assessment: str
    respondent: str
    role: str
    answer: Answer


def read_answers(path: Path, catalogue: Catalogue) -> list[Row]:
    """Read an answers CSV.

    Raises AnswersFileError with one problem per wrong line; nothing of such a file is used.
    """
    return _AnswersReader(path.name, catalogue).read(_decoded(path))


def write_answers(rows: Iterable[Row]) -> str:
    """Return the CSV of the rows. Cells that a spreadsheet would calculate get an apostrophe."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(HEADER)
    for row in rows:
        answer = row.answer
        cells = (
            row.assessment,
            row.respondent,
            row.role,
            answer.criterion,
            answer.state or "",
            "" if answer.level is None else str(answer.level),
            _reason_cell(answer),
            answer.comment,
            answer.evidence,
        )
        writer.writerow([neutralised(cell) for cell in cells])
    return out.getvalue()


def count_rows(rows: Iterable[Row], catalogue: Catalogue) -> CountTable:
    """Count the rows of a file into a table over the whole catalogue."""
    counted = list(rows)
    names = dict.fromkeys(row.assessment for row in counted)
    table = CountTable.empty(names, catalogue.by_id, catalogue.role_ids)
    return table.with_rows(
        (row.assessment, row.answer.criterion, row.role, bin_, 1)
        for row in counted
        if (bin_ := answer_bin(row.answer.state, row.answer.level)) is not None
    )


def _reason_cell(answer: Answer) -> str:
    if not answer.reason_text:
        return answer.reason or ""
    return f"{answer.reason or Reason.OTHER}: {answer.reason_text}"


def _decoded(path: Path) -> str:
    def refuse(line: int, message: str) -> AnswersFileError:
        return AnswersFileError([Problem(path.name, line, 0, message)])

    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)  # of a device there is no end
    except OSError as error:
        raise refuse(0, f"cannot be read: {error.strerror}. Check the name of the file.") from error
    if len(data) > MAX_BYTES:
        raise refuse(0, f"larger than {MAX_BYTES // 1_000_000} MB. Split the file by assessment.")
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        raise refuse(1, "written in UTF-16. Save it as 'CSV UTF-8'.")
    if b"\0" in data:
        line = data.count(b"\n", 0, data.index(b"\0")) + 1
        raise refuse(
            line, "holds a NUL byte, so this is no text file. Export it again as 'CSV UTF-8'."
        )
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise refuse(line, "not written in UTF-8. Save it as 'CSV UTF-8'.") from error


class _AnswersReader:
    """Turns the text of a CSV into rows and collects everything wrong with it."""

    def __init__(self, file: str, catalogue: Catalogue) -> None:
        self.file = file
        self.catalogue = catalogue
        self.problems: list[Problem] = []
        self.seen: dict[tuple[str, str, str], int] = {}
        self.roles: dict[tuple[str, str], tuple[str, int]] = {}

    def read(self, text: str) -> list[Row]:
        rows = [row for line, cells in self._lines(text) if (row := self._row(line, cells))]
        if len({row.assessment for row in rows}) > MAX_ASSESSMENTS:
            self._problem(0, f"more than {MAX_ASSESSMENTS:,} assessments. Split the file.")
        if self.problems:
            raise AnswersFileError(self.problems)
        return rows

    def _problem(self, line: int, message: str) -> None:
        self.problems.append(Problem(self.file, line, 0, message))

    def _lines(self, text: str) -> Iterator[tuple[int, list[str]]]:
        # a cell may be as long as a text may be, plus the apostrophe
        csv.field_size_limit(MAX_TEXT * 2)
        reader = csv.reader(io.StringIO(text, newline=""), strict=True)
        line = 1  # where the row starts: an unclosed quote swallows what follows
        try:
            header = next(reader, [])
            if tuple(header) != HEADER:
                self._problem(1, _header_remedy(header))
                return
            line = reader.line_num + 1
            for cells in reader:
                if cells and len(self.problems) < MAX_PROBLEMS:
                    yield line, cells
                line = reader.line_num + 1
        except csv.Error as error:
            self._problem(line, f"not readable as CSV: {error}. Check the quotes.")

    def _row(self, line: int, cells: list[str]) -> Row | None:
        before = len(self.problems)
        if len(cells) != len(HEADER):
            self._problem(
                line, f"{len(cells)} cells where {len(HEADER)} are needed. Check commas and quotes."
            )
            return None
        for name, cell in zip(HEADER, cells, strict=True):
            if starts_like_formula(cell):
                self._problem(
                    line,
                    f"the cell `{name}` starts like a formula. Put an apostrophe (') before it.",
                )
        values = dict(zip(HEADER, map(restored, cells), strict=True))
        self._check_names(line, values)
        answer = self._answer(line, values) if len(self.problems) == before else None
        if answer is None or len(self.problems) > before:
            return None
        self._check_once(line, values)
        return Row(values["assessment"], values["respondent"], values["role"], answer)

    def _check_names(self, line: int, values: dict[str, str]) -> None:
        for name in ("assessment", "respondent"):
            if not values[name].strip() or len(values[name]) > 200:
                self._problem(line, f"the cell `{name}` is empty or too long. Give a short name.")
        choices = {"role": self.catalogue.role_ids, "criterion": tuple(self.catalogue.by_id)}
        for name, words in choices.items():
            if values[name] not in words:
                self._problem(
                    line,
                    f"there is no {name} `{_short(values[name])}`.{_near(values[name], words)}",
                )

    def _answer(self, line: int, values: dict[str, str]) -> Answer | None:
        state = self._state(line, values)
        level = self._level(line, values["level"], state)
        reason, reason_text = self._reason(line, values["reason"], state)
        texts = {name: values[name] for name in ("comment", "evidence")} | {"reason": reason_text}
        for name, text in texts.items():
            if len(text) > MAX_TEXT:
                self._problem(
                    line, f"the cell `{name}` is longer than {MAX_TEXT:,} characters. Shorten it."
                )
        return Answer(
            criterion=values["criterion"],
            state=state,
            level=level,
            reason=reason,
            reason_text=reason_text,
            comment=values["comment"],
            evidence=values["evidence"],
        )

    def _state(self, line: int, values: dict[str, str]) -> AnswerState | None:
        word = values["state"]
        if word in tuple(AnswerState):
            return AnswerState(word)
        if word or not (values["comment"] or values["evidence"]):
            self._problem(
                line, f"there is no state `{_short(word)}`.{_near(word, tuple(AnswerState))}"
            )
        return None

    def _level(self, line: int, cell: str, state: AnswerState | None) -> int | None:
        if state is AnswerState.LEVEL:
            if cell in map(str, range(LEVELS)):
                return int(cell)
            self._problem(
                line, f"level `{_short(cell)}` is not on the scale. Use 0 to {TOP_LEVEL}."
            )
        elif cell:
            self._problem(
                line, "a level without state `level`. Empty the cell or correct the state."
            )
        return None

    def _reason(self, line: int, cell: str, state: AnswerState | None) -> tuple[Reason | None, str]:
        if not cell:
            return None, ""
        if state is not AnswerState.NOT_APPLICABLE:
            self._problem(
                line,
                "a reason without state `not_applicable`. Empty the cell or correct the state.",
            )
            return None, ""
        word, _, text = cell.partition(": ")
        if word in tuple(Reason):
            return Reason(word), text
        near = _near(word, tuple(Reason))
        remedy = f"{near} Write `other: ...` for your own words."
        self._problem(line, f"there is no reason `{_short(word)}`.{remedy}")
        return None, ""

    def _check_once(self, line: int, values: dict[str, str]) -> None:
        respondent = (values["assessment"], values["respondent"])
        first = self.seen.setdefault((*respondent, values["criterion"]), line)
        if first != line:
            self._problem(
                line,
                f"{_short(values['respondent'])} answers {values['criterion']} twice, first in line {first}. Keep one.",
            )
        role, first = self.roles.setdefault(respondent, (values["role"], line))
        if role != values["role"]:
            self._problem(
                line,
                f"{_short(values['respondent'])} is {values['role']} here and {role} in line {first}. Give everybody one role.",
            )


def _header_remedy(header: list[str]) -> str:
    expected = ",".join(HEADER)
    if len(header) == 1 and ";" in header[0]:
        return "the cells are separated by semicolons. Save it as 'CSV UTF-8 (comma delimited)'."
    wrong = next(
        (n for n, (a, b) in enumerate(itertools.zip_longest(header, HEADER), 1) if a != b), 0
    )
    return f"the header is wrong from cell {wrong} on. It must be exactly: {expected}"


def _short(text: str) -> str:
    return printable(text if len(text) <= 40 else f"{text[:40]}…")


def _near(word: str, choices: Iterable[str]) -> str:
    words = list(choices)
    match = difflib.get_close_matches(word[:60], words, n=1)
    if match:
        return f" Did you mean `{match[0]}`?"
    return f" Use one of: {', '.join(words)}." if len(words) <= MAX_LISTED else " Look it up."
