"""What each cell of a row must hold, and what is said where it does not."""

import difflib
from collections.abc import Iterable

from assessment.answers import MAX_TEXT, Answer, AnswerState, Reason
from assessment.catalogue.model import LEVELS, TOP_LEVEL, Catalogue
from assessment.catalogue.reading.text_file import printable
from assessment.errors import Problem
from assessment.text import MAX_NAME, restored, starts_like_formula
from exchange.answer_files.blocks import Cells
from exchange.answers_csv import HEADER, Row

MAX_LISTED = 10  # words named as a remedy


class RowChecks:
    """Turns the cells of a row into an answer and collects everything wrong with it."""

    def __init__(self, file: str, catalogue: Catalogue) -> None:
        self.file = file
        self.catalogue = catalogue
        self.problems: list[Problem] = []

    def _problem(self, line: int, message: str) -> None:
        self.problems.append(Problem(self.file, line, 0, message))

    def row(self, line: int, cells: Cells) -> Row | None:
        """Return the answer of a row, None where something is wrong with it."""
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
        return Row(values["assessment"], values["respondent"], values["role"], answer)

    def _check_names(self, line: int, values: dict[str, str]) -> None:
        for name in ("assessment", "respondent"):
            if not values[name].strip() or len(values[name]) > MAX_NAME:
                self._problem(line, f"the cell `{name}` is empty or too long. Give a short name.")
        choices = {"role": self.catalogue.role_ids, "criterion": tuple(self.catalogue.by_id)}
        for name, words in choices.items():
            if values[name] not in words:
                self._problem(
                    line,
                    f"there is no {name} `{short(values[name])}`.{_near(values[name], words)}",
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
                line, f"there is no state `{short(word)}`.{_near(word, tuple(AnswerState))}"
            )
        return None

    def _level(self, line: int, cell: str, state: AnswerState | None) -> int | None:
        if state is AnswerState.LEVEL:
            if cell in map(str, range(LEVELS)):
                return int(cell)
            self._problem(line, f"level `{short(cell)}` is not on the scale. Use 0 to {TOP_LEVEL}.")
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
        self._problem(line, f"there is no reason `{short(word)}`.{remedy}")
        return None, ""


def short(text: str) -> str:
    """Return a text of a file as a message may repeat it."""
    return printable(text if len(text) <= 40 else f"{text[:40]}…")


def _near(word: str, choices: Iterable[str]) -> str:
    words = list(choices)
    match = difflib.get_close_matches(word[:60], words, n=1)
    if match:
        return f" Did you mean `{match[0]}`?"
    return f" Use one of: {', '.join(words)}." if len(words) <= MAX_LISTED else " Look it up."
