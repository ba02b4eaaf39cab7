"""The rows of an XLSForm as the parts of a catalogue again."""

import json
import re
from collections.abc import Iterator
from typing import Any

from pydantic import ValidationError

from assessment.catalogue.model import LEVELS, Catalogue, Header, Scale, Text
from assessment.catalogue.reading.entries import is_identifier
from assessment.catalogue.reading.text_file import shown
from assessment.errors import Problem, SheetError
from exchange.spreadsheets.read import Sheet, Workbook
from exchange.xlsform import rubrics
from exchange.xlsform.layout import (
    CHOICES,
    FLAGS,
    MARKED,
    REST,
    RUBRIC,
    SETTINGS,
    SINGLE,
    SURVEY,
    TEXT,
    TEXTS,
    WORDS,
    lines_of,
    ours,
    question_name,
    translated,
)

MAX_PROBLEMS = 100
MAX_STEPS = 12  # of a path
_PLACE = re.compile(r"\[(0|[1-9][0-9]{0,4})\]")

Json = dict[str, Any]
Choices = dict[str, list[dict[str, str]]]  # texts of the five levels, by list
Steps = tuple[str | int, ...]


def read_xlsform(workbook: Workbook, file: str) -> Catalogue:
    """Return the catalogue of an XLSForm that was made here and may have been edited since.

    Labels, hints and choices are what people edit, so they go before our own columns. Raises SheetError
    with every problem.
    """
    return _XlsformReader(workbook, file).catalogue()


class _XlsformReader:
    """Reads one workbook and collects everything wrong with it."""

    def __init__(self, workbook: Workbook, file: str) -> None:
        self.file = file
        self.problems: list[Problem] = []
        self.sheets = {
            name: self._sheet(workbook, name) for name in (SURVEY, CHOICES, SETTINGS, REST)
        }
        self._stop_at_problems()
        rest = self._rest()
        self._stop_at_problems()
        self.data: Json = rest["catalogue"]
        self.role = str(rest["asked_role"])
        self.order = [str(name) for name in rest["order"]]
        self.header = self._header()
        self.languages = self.header.languages
        self.places: dict[str, str] = {}  # of each criterion

    def catalogue(self) -> Catalogue:
        choices = self._choices()
        read = {str(c.get("id")): c for c in self.data["criteria"] if isinstance(c, dict)}
        for row in self._rows(SURVEY):
            name = row.get(ours("id"), "").strip()
            if name:
                if name in self.places:
                    self._problem(row["place"], f"{shown(name)} stands here twice. Keep one.")
                self.places[name] = row["place"]
                read[name] = self._criterion(name, row, choices)
        self._stop_at_problems()
        order = {name: number for number, name in enumerate(self.order)}
        self.names = sorted(read, key=lambda name: order.get(name, len(order)))
        self.data["criteria"] = [read[name] for name in self.names]
        self._take_settings()
        return self._validated(choices)

    def _header(self) -> Header:
        header = {name: self.data[name] for name in Header.model_fields if name in self.data}
        try:
            return Header.model_validate(header)
        except ValidationError as error:
            for detail in error.errors(include_url=False)[:MAX_PROBLEMS]:
                self._problem(REST, _described(detail["loc"], detail["msg"]))
            raise SheetError(self.problems) from error

    def _validated(self, choices: Choices) -> Catalogue:
        try:
            catalogue = Catalogue.model_validate(self.data)
        except ValidationError as error:
            for detail in error.errors(include_url=False)[:MAX_PROBLEMS]:
                self._problem(*self._explained(detail["loc"], detail["msg"]))
            raise SheetError(self.problems) from error
        for name in [p.id for p in catalogue.perspectives] + [p.id for p in catalogue.profiles]:
            if not is_identifier(name):  # it becomes the name of a file
                text = f"`{shown(name)}` is no usable id. Export the XLSForm again."
                self._problem(REST, text)
        self._stop_at_problems()
        scales = tuple(_with_labels(scale, choices) for scale in catalogue.scales)
        return catalogue.model_copy(update={"scales": scales})

    def _explained(self, steps: Steps, message: str) -> tuple[str, str]:
        """Return where something wrong stands, as near as can be told, and what."""
        if len(steps) > 1 and steps[0] == "criteria" and isinstance(steps[1], int):
            name = self.names[steps[1]]
            return self.places.get(name, REST), _described((name, *steps[2:]), message)
        return REST, _described(steps, message)

    def _problem(self, place: str, message: str) -> None:
        if len(self.problems) < MAX_PROBLEMS:
            self.problems.append(Problem(f"{self.file}: {place}", 0, 0, message))

    def _stop_at_problems(self) -> None:
        if self.problems:
            raise SheetError(self.problems)

    def _sheet(self, workbook: Workbook, name: str) -> Sheet:
        sheet = workbook.get(name)
        if sheet is None or not sheet.rows:
            text = "this sheet is missing or empty. Only XLSForms that were exported here can be read back."
            self._problem(name, text)
            return Sheet(name, ())
        for row, column in sorted(sheet.formulas)[:MAX_PROBLEMS]:
            text = "a formula stands here, and its value is not trusted. Type the text itself."
            self._problem(sheet.place(row, column), text)
        return sheet

    def _rows(self, name: str) -> Iterator[dict[str, str]]:
        """Return the rows of a sheet by the headers of their columns, with their `place`."""
        sheet = self.sheets[name]
        header = [text.strip() for text in sheet.rows[0]]
        for number, cells in enumerate(sheet.rows[1:], 1):
            if any(cells):
                yield {**dict(zip(header, cells, strict=False)), "place": sheet.place(number, 0)}

    def _rest(self) -> Json:
        """Put together what belongs to no question."""
        rest: Json = {}
        for row in self._rows(REST):
            try:
                _insert(rest, _steps(row["path"]), json.loads(row["value"]))
            except (ValueError, KeyError, TypeError, IndexError, RecursionError):
                self._problem(
                    row["place"], "this row was changed or damaged. Export the XLSForm again."
                )
        catalogue = rest.get("catalogue")
        is_whole = (
            isinstance(catalogue, dict)
            and isinstance(catalogue.get("criteria"), list)
            and isinstance(rest.get("order"), list)
            and "asked_role" in rest
        )
        if not is_whole and not self.problems:
            self._problem(REST, "rows are missing. Export the XLSForm again.")
        return rest

    def _texts(self, row: dict[str, str], column: str) -> dict[str, str]:
        """Return a translated column of XLSForm itself."""
        return {n: row.get(translated(column, n), "").strip() for n in self.languages}

    def _choices(self) -> Choices:
        """Return the texts of the five levels of every list."""
        lists: dict[str, dict[str, dict[str, str]]] = {}
        for row in self._rows(CHOICES):
            lists.setdefault(row.get("list_name", ""), {})[row.get("name", "")] = self._texts(
                row, "label"
            )
        levels = [str(n) for n in range(LEVELS)]
        return {
            name: [texts[level] for level in levels]
            for name, texts in lists.items()
            if all(level in texts for level in levels)
        }

    def _criterion(self, name: str, row: dict[str, str], choices: Choices) -> Json:
        criterion: Json = {"id": name, "perspective": row.get(ours("perspective"), "")}
        criterion |= {field: cell for field in SINGLE if (cell := row.get(ours(field), "").strip())}
        if "weight" in criterion:
            criterion["weight"] = self._weight(row, criterion["weight"])
        criterion |= {field: row.get(ours(field), "").split() for field in WORDS}
        criterion |= {f: True for f in FLAGS if row.get(ours(f), "").strip().lower() == "yes"}
        for field in TEXT:
            texts = {n: row.get(ours(field, n), "") for n in self.languages}
            if any(texts.values()):
                criterion[field] = texts
        criterion |= {field: self._lines(row, field) for field in TEXTS}
        criterion["title"] = self._texts(row, "hint")
        criterion["ask"] = self._asked(row)
        if self.role in criterion["ask"]:
            criterion["ask"][self.role] = self._texts(row, "label")
        else:
            criterion["question"] = self._texts(row, "label")
        criterion |= self._levels(row)
        listed = row.get("type", "").strip().removeprefix("select_one").strip()
        if listed == question_name(name):
            if listed in choices:
                rubrics.take_edited(criterion, self.role, choices[listed])
            else:
                text = f"the choices `{shown(listed)}` need the names 0 to {LEVELS - 1} in the sheet `{CHOICES}`."
                self._problem(row["place"], text)
        for word in rubrics.mark(criterion, row.get(ours(MARKED), "")):
            text = f"{ours(MARKED)} names no level with `{shown(word)}`. Write such as `mentee.0`."
            self._problem(row["place"], text)
        return criterion

    def _levels(self, row: dict[str, str]) -> Json:
        """Return the levels of the lead role and of others as our own columns have them."""
        others = {r.id: self._lines(row, f"{RUBRIC}_{r.id}") for r in self.header.roles}
        return {
            "rubric": self._lines(row, RUBRIC),
            "rubric_for": {role: levels for role, levels in others.items() if levels},
        }

    def _weight(self, row: dict[str, str], cell: str) -> float:
        try:
            return float(cell)
        except ValueError:
            self._problem(row["place"], f"the weight `{shown(cell)}` is no number. Correct it.")
            return 1

    def _lines(self, row: dict[str, str], field: str) -> list[dict[str, str]]:
        lines = {n: lines_of(row.get(ours(field, n), "")) for n in self.languages}
        numbers = {len(texts) for texts in lines.values()}
        if len(numbers) > 1:
            text = f"{ours(field)} has more lines in one language than in another. Write every line in each."
            self._problem(row["place"], text)
        return [
            {n: lines[n][number] for n in self.languages}
            for number in range(min(numbers, default=0))
        ]

    def _asked(self, row: dict[str, str]) -> dict[str, dict[str, str]]:
        asked = {}
        for role in self.header.roles:
            texts = {n: row.get(ours(f"ask_{role.id}", n), "") for n in self.languages}
            if any(texts.values()):
                asked[role.id] = texts
        return asked

    def _take_settings(self) -> None:
        for row in self._rows(SETTINGS):
            version = row.get("version", "").strip()
            if version:
                self.data["version"] = version


def _described(steps: Steps, message: str) -> str:
    return f"{shown('.'.join(map(str, steps)))}: {shown(message)}. Correct it."


def _with_labels(scale: Scale, choices: Choices) -> Scale:
    """Return a scale with the labels of the sheet of choices, where people edit them."""
    texts = choices.get(scale.id)
    if texts is None or len(scale.levels) != LEVELS:
        return scale
    levels = tuple(
        level.model_copy(update={"label": Text(label)})
        for level, label in zip(scale.levels, texts, strict=True)
    )
    return scale.model_copy(update={"levels": levels})


def _steps(path: str) -> Steps:
    parts = path.split("/")
    if len(parts) > MAX_STEPS:
        raise ValueError("too deep")
    return tuple(int(m[1]) if (m := _PLACE.fullmatch(part)) else part for part in parts)


def _insert(tree: Json, steps: Steps, value: Any) -> None:
    """Put a value at the end of a path; lists are filled in order."""
    at: Any = tree
    for step, following in zip(steps, (*steps[1:], None), strict=True):
        part = value if following is None else ([] if isinstance(following, int) else {})
        if isinstance(at, list):
            if not isinstance(step, int) or step > len(at):
                raise ValueError("a list with holes")
            if step == len(at):
                at.append(part)
            at = at[step]
        elif isinstance(at, dict) and isinstance(step, str):
            at = at.setdefault(step, part)
        else:
            raise ValueError("a place in something that is no list")
