"""Turn a filled-in form into answers. Everything wrong is told at once, with sheet and cell."""

from assessment.answers import Answer, AnswerState, Reason, checked
from assessment.catalogue import LEVELS
from assessment.errors import InvalidInput, Problem, SheetError
from assessment.offline.cells import Place, cell_name
from assessment.offline.description import Description, described
from assessment.offline.form import (
    VOICE_COMMENT_MAX,
    Column,
    FilledForm,
    cell_text,
    columns,
)
from assessment.offline.spreadsheet import Sheet, Workbook
from assessment.source_text import shown

MAX_PROBLEMS = 100
HEADER_WITHIN = 50  # rows in which the header must stand


def read_form(workbook: Workbook, file: str) -> FilledForm:
    """Return what stands in a filled-in form.

    Inserted rows and columns, rows in another order and a sheet with another name are repaired; what
    could mean something else than it says is refused. Raises SheetError with every problem.
    """
    return _Reader(described(workbook, file), workbook, file).read()


class _Reader:
    """Reads the visible sheet by its description."""

    def __init__(self, description: Description, workbook: Workbook, file: str) -> None:
        self.form = description
        self.file = file
        self.problems: list[Problem] = []
        self.columns: dict[Column, int] = {}
        self.sheet, self.header = self._found(workbook)
        self.answers: dict[str, Answer] = {}
        self.places: dict[str, str] = {}

    def read(self) -> FilledForm:
        self._check_merged()
        for row in range(self.header + 1, len(self.sheet.rows)):
            if len(self.problems) < MAX_PROBLEMS:
                self._row(row)
        if self.problems:
            raise SheetError(self.problems)
        form = self.form
        return FilledForm(form.head, form.questions, self.answers, self.places, form.voices)

    def _problem(self, place: str, message: str) -> None:
        self.problems.append(Problem(f"{self.file}: {place}", 0, 0, message))

    def _found(self, workbook: Workbook) -> tuple[Sheet, int]:
        """Find the sheet and row where the header stands, also when they were moved."""
        head = self.form.head
        wanted = {
            column: self.form.headers[column] for column in columns(is_anonymous=head.is_anonymous)
        }
        sheets = sorted(workbook.values(), key=lambda sheet: sheet.name != head.sheet)
        for sheet in sheets:
            for number, cells in enumerate(sheet.rows[:HEADER_WITHIN]):
                found = {c: cells.index(text) for c, text in wanted.items() if text in cells}
                if len(found) == len(wanted):
                    self.columns = found
                    return sheet, number
        if head.sheet in workbook:
            names = ", ".join(f"`{text}`" for text in wanted.values())
            text = f"no row with these headers was found: {names}. Put the header back."
        else:
            text = "this sheet is missing. Put it back, or take the file as it was sent to you."
        raise SheetError([Problem(f"{self.file}: {shown(head.sheet)}", 0, 0, text)])

    def _check_merged(self) -> None:
        ours = self.columns.values()
        for (top, left), (bottom, right) in self.sheet.merged:
            if bottom > self.header and any(left <= column <= right for column in ours):
                place = f"{self.sheet.place(top, left)}:{cell_name(bottom, right)}"
                self._problem(
                    place,
                    "these cells are merged, so it is unclear which question they answer. Split them.",
                )

    def _cell(self, row: int, column: Column) -> str:
        return self.sheet.cell(row, self.columns[column]) if column in self.columns else ""

    def _place(self, row: int, column: Column) -> str:
        return self.sheet.place(row, self.columns[column])

    def _row(self, row: int) -> None:
        before = len(self.problems)
        name = self._cell(row, Column.CRITERION).strip()
        typed = [c for c in self.columns if c not in (Column.CRITERION, Column.TITLE)]
        if not name:
            for column in typed:
                if self._cell(row, column).strip():
                    text = "something stands here without a question. Were rows shifted? Put it beside its question."
                    self._problem(self._place(row, column), text)
            return
        self._check_formulas(row)
        self._check_question(row, name)
        if len(self.problems) == before:
            answer = self._answer(row, name)
            if len(self.problems) == before:
                self.answers[name] = answer
                self.places[name] = self._place(row, Column.ANSWER)

    def _check_formulas(self, row: int) -> None:
        for number in self.columns.values():
            place: Place = (row, number)
            if place in self.sheet.formulas:
                text = (
                    "a formula stands here, and its value is not trusted. Type the answer itself."
                )
                self._problem(self.sheet.place(*place), text)

    def _check_question(self, row: int, name: str) -> None:
        question = self.form.questions.get(name)
        place = self._place(row, Column.CRITERION)
        if question is None:
            self._problem(
                place, f"there is no question `{shown(name)}` in this form. Put the number back."
            )
        elif name in self.places:
            self._problem(
                place, f"{name} is answered twice, first in {self.places[name]}. Keep one."
            )
        elif self._cell(row, Column.TITLE).split() != question.title.split():
            text = f"another question stands beside {name} than the form was made with. Were cells shifted? Put them back."
            self._problem(self._place(row, Column.TITLE), text)

    def _answer(self, row: int, name: str) -> Answer:
        state, level = self._said(row, name)
        reason, reason_text = self._reason(row, state)
        answer = Answer(
            criterion=name,
            state=state,
            level=level,
            reason=reason,
            reason_text=reason_text,
            comment=cell_text(self._cell(row, Column.COMMENT)),
            evidence=cell_text(self._cell(row, Column.EVIDENCE)),
        )
        try:
            checked(answer)
        except InvalidInput as error:
            self._problem(self._place(row, Column(error.field)), str(error))
        if self.form.head.is_anonymous and len(answer.comment) > VOICE_COMMENT_MAX:
            text = f"longer than {VOICE_COMMENT_MAX:,} characters. Shorten it."
            self._problem(self._place(row, Column.COMMENT), text)
        return answer

    def _said(self, row: int, name: str) -> tuple[AnswerState | None, int | None]:
        typed = " ".join(self._cell(row, Column.ANSWER).split())
        if not typed:
            return None, None
        options = self.form.options.get(self.form.questions[name].scale, {})
        code = options.get(typed.casefold(), typed if typed in options.values() else "")
        if code in map(str, range(LEVELS)):
            return AnswerState.LEVEL, int(code)
        if code in tuple(AnswerState)[1:]:
            return AnswerState(code), None
        text = f"`{shown(typed)}` is not one of the answers. Choose one from the list in the cell."
        self._problem(self._place(row, Column.ANSWER), text)
        return None, None

    def _reason(self, row: int, state: AnswerState | None) -> tuple[Reason | None, str]:
        typed = " ".join(self._cell(row, Column.REASON).split())
        own = cell_text(self._cell(row, Column.REASON_TEXT))
        if state is not AnswerState.NOT_APPLICABLE:
            for column, text in ((Column.REASON, typed), (Column.REASON_TEXT, own)):
                if text:
                    message = "a reason, but the answer is not that it does not apply. Empty this cell or change the answer."
                    self._problem(self._place(row, column), message)
            return None, ""
        code = self.form.reasons.get(typed.casefold(), typed)
        if code in tuple(Reason):
            return Reason(code), own
        if typed:
            text = (
                f"`{shown(typed)}` is not one of the reasons. Choose one from the list in the cell."
            )
            self._problem(self._place(row, Column.REASON), text)
        return (Reason.OTHER if own else None), own
