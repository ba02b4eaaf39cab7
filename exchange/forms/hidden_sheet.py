"""The hidden sheet of a form: written when the form is made, read when it comes back."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from assessment.answers import Answer, checked
from assessment.catalogue.reading.text_file import shown
from assessment.errors import InvalidInput, SheetError, refused
from exchange.forms import model
from exchange.forms.model import (
    FORMAT,
    HIDDEN,
    Column,
    Draft,
    FormQuestion,
    Head,
    MergedRespondent,
    columns,
)
from exchange.spreadsheets.cells import in_cell
from exchange.spreadsheets.read import Sheet, Workbook

_HEAD = (
    "catalogue",
    "version",
    "hash",
    "assessment",
    "role",
    "respondent",
    "language",
    "made_at",
    "sheet",
)
_EARLIER_NAMES = {"seat": "respondent"}  # in forms that were handed out before


@dataclass
class Description:
    """What the hidden sheet says. Options and reasons give codes by their words in small letters."""

    head: Head
    headers: dict[Column, str] = field(default_factory=dict)
    options: dict[str, dict[str, str]] = field(default_factory=dict)  # by scale
    reasons: dict[str, str] = field(default_factory=dict)
    questions: dict[str, FormQuestion] = field(default_factory=dict)
    respondents: tuple[MergedRespondent, ...] = ()


@dataclass(frozen=True)
class FormWords:
    """What a form calls its columns, answers and reasons, in its language."""

    headers: Mapping[Column, str]
    options: Mapping[str, Mapping[str, str]]  # words by code, by scale
    reasons: Mapping[str, str]  # words by code


def description_rows(draft: Draft, words: FormWords) -> list[list[str]]:
    """Return the rows of the hidden sheet; the options of one scale stand below each other."""
    head = {"format": FORMAT, **{k: str(v) for k, v in asdict(draft.head).items()}}
    rows = [["head", name, value] for name, value in head.items()]
    rows += [["column", column, text] for column, text in words.headers.items()]
    for scale, options in words.options.items():
        rows += [["option", scale, code, text] for code, text in options.items()]
    rows += [["reason", "", code, text] for code, text in words.reasons.items()]
    for criterion in draft.criteria:
        title = in_cell(criterion.title.in_language(draft.head.language))
        before = model.content(draft.before.get(criterion.id, Answer(criterion.id)))
        rows.append(["question", criterion.id, criterion.scale, title, *model.written(before)])
    for respondent in draft.respondents:
        rows.append(["voice", respondent.name, respondent.role])
        for answer in respondent.answers.values():
            rows.append(["said", respondent.name, answer.criterion, *model.written(answer)])
    return rows


def described(workbook: Workbook, file: str) -> Description:
    """Return what the hidden sheet of a form says. Raises SheetError."""
    sheet = workbook.get(HIDDEN)
    if sheet is None:
        raise refused(
            f"{file}: {HIDDEN}",
            "the hidden sheet that describes the form is missing. Fill in the file as it was made: "
            "other programs may have removed it.",
        )
    return _DescriptionReader(sheet, file).read()


class _DescriptionReader:
    """Reads the rows of the hidden sheet by their first cell."""

    def __init__(self, sheet: Sheet, file: str) -> None:
        self.sheet = sheet
        self.file = file
        self.description = Description(Head("", "", "", "", "", "", "", "", ""))
        self.head: dict[str, str] = {}
        self.respondents: dict[str, tuple[str, dict[str, Answer]]] = {}

    def read(self) -> Description:
        for number, cells in enumerate(self.sheet.rows):
            read_row = self._kinds().get(cells[0] if cells else "")
            if read_row is not None:
                try:
                    read_row(list(cells[1:]))
                except (ValueError, KeyError, InvalidInput) as error:
                    raise self._damaged(number) from error
        self._check()
        self.description.respondents = tuple(
            MergedRespondent(name, role, answers)
            for name, (role, answers) in self.respondents.items()
        )
        return self.description

    def _kinds(self) -> dict[str, Callable[[list[str]], None]]:
        return {
            "head": self._head,
            "column": self._column,
            "option": self._option,
            "reason": self._reason,
            "question": self._question,
            "voice": self._respondent,
            "said": self._respondent_answer,
        }

    def _damaged(self, row: int) -> SheetError:
        return refused(
            f"{self.file}: {self.sheet.place(row, 0)}",
            "the description of the form was changed or damaged. Fill in the file as it was made.",
        )

    def _check(self) -> None:
        form = self.head.get("format", "")
        if form != FORMAT:
            raise refused(
                f"{self.file}: {self.sheet.place(0, 2)}",
                "format `{found}` is not known. This version reads `{known}`.",
                found=shown(form),
                known=FORMAT,
            )
        if not all(self.head.get(name) for name in _HEAD if name != "respondent"):
            raise self._damaged(0)
        values: dict[str, Any] = {name: self.head.get(name, "") for name in _HEAD}
        values["is_anonymous"] = self.head.get("is_anonymous") == "True"
        self.description.head = Head(**values)
        wanted = columns(is_anonymous=self.description.head.is_anonymous)
        if not self.description.questions or set(wanted) - self.description.headers.keys():
            raise self._damaged(0)

    def _head(self, values: list[str]) -> None:
        name, value = _first(values, 2)
        self.head[_EARLIER_NAMES.get(name, name)] = value

    def _column(self, values: list[str]) -> None:
        name, text = _first(values, 2)
        self.description.headers[Column(name)] = text

    def _option(self, values: list[str]) -> None:
        scale, code, text = _first(values, 3)
        words = " ".join(text.split()).casefold()
        self.description.options.setdefault(scale, {})[words] = code

    def _reason(self, values: list[str]) -> None:
        _, code, text = _first(values, 3)
        self.description.reasons[" ".join(text.split()).casefold()] = code

    def _question(self, values: list[str]) -> None:
        name, scale, title = _first(values, 3)
        before = _answer(name, values[3:])
        self.description.questions[name] = FormQuestion(name, scale, title, before)

    def _respondent(self, values: list[str]) -> None:
        name, role = _first(values, 2)
        self.respondents[name] = (role, {})

    def _respondent_answer(self, values: list[str]) -> None:
        name, criterion = _first(values, 2)
        self.respondents[name][1][criterion] = _answer(criterion, values[2:])


def _first(values: list[str], number: int) -> list[str]:
    if len(values) < number:
        raise ValueError("too few cells")
    return values[:number]


def _answer(criterion: str, cells: Iterable[str]) -> Answer:
    answer = checked(model.read(cells))
    if answer.criterion != criterion:
        raise ValueError("an answer to another question")
    return answer
