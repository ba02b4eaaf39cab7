"""Turn a filled-in form into answers. Everything wrong is told at once, with sheet and cell."""

from assessment.answers import MAX_TEXT, Answer, AnswerState, Reason
from assessment.catalogue.model import LEVELS
from assessment.catalogue.reading.text_file import shown
from assessment.errors import SheetError, SheetProblem, fault, refused
from assessment.respondents import MAX_COMMENT
from exchange.forms.hidden_sheet import Description, described
from exchange.forms.model import TEXTS, Column, FilledForm, columns
from exchange.spreadsheets.cells import cell_name, cell_text
from exchange.spreadsheets.read import Sheet, Workbook

MAX_PROBLEMS = 100
HEADER_WITHIN = 50  # rows in which the header must stand


def read_form(workbook: Workbook, file: str) -> FilledForm:
    """Return what stands in a filled-in form.

    Inserted rows and columns, rows in another order and a sheet with another name are repaired; what
    could mean something else than it says is refused. Raises SheetError with every problem.
    """
    return _FormReader(described(workbook, file), workbook, file).read()


class _FormReader:
    """Reads the visible sheet by its description."""

    def __init__(self, description: Description, workbook: Workbook, file: str) -> None:
        self.form = description
        self.file = file
        self.problems: list[SheetProblem] = []
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
        return FilledForm(form.head, form.questions, self.answers, self.places, form.respondents)

    def _problem(self, problem: SheetProblem) -> None:
        self.problems.append(problem)

    def _at(self, row: int, column: Column) -> str:
        """Return file, sheet and cell of a cell of ours."""
        return f"{self.file}: {self._place(row, column)}"

    def _found(self, workbook: Workbook) -> tuple[Sheet, int]:
        """Find the sheet and row where the header stands, also when they were moved."""
        head = self.form.head
        wanted = {
            column: self.form.headers[column] for column in columns(is_anonymous=head.is_anonymous)
        }
        sheets = sorted(workbook.values(), key=lambda sheet: sheet.name != head.sheet)
        for sheet in sheets:
            for number, cells in enumerate(sheet.rows[:HEADER_WITHIN]):
                places = {c: cells.index(text) for c, text in wanted.items() if text in cells}
                if len(places) == len(wanted):
                    self.columns = places
                    return sheet, number
        place = f"{self.file}: {shown(head.sheet)}"
        if head.sheet in workbook:
            names = ", ".join(f"`{text}`" for text in wanted.values())
            raise refused(
                place,
                "no row with these headers was found: {names}. Put the header back.",
                names=names,
            )
        raise refused(
            place, "this sheet is missing. Put it back, or take the file as it was sent to you."
        )

    def _check_merged(self) -> None:
        ours = self.columns.values()
        for (top, left), (bottom, right) in self.sheet.merged:
            if bottom > self.header and any(left <= column <= right for column in ours):
                self._problem(
                    fault(
                        f"{self.file}: {self.sheet.place(top, left)}:{cell_name(bottom, right)}",
                        "these cells are merged, so it is unclear which question they answer. "
                        "Split them.",
                    )
                )

    def _cell(self, row: int, column: Column) -> str:
        return self.sheet.cell(row, self.columns[column]) if column in self.columns else ""

    def _place(self, row: int, column: Column) -> str:
        return self.sheet.place(row, self.columns[column])

    def _row(self, row: int) -> None:
        before = len(self.problems)
        name = self._cell(row, Column.CRITERION).strip()
        if not name:
            self._check_empty(row)
            return
        self._check_formulas(row)
        self._check_question(row, name)
        if len(self.problems) == before:
            answer = self._answer(row, name)
            self._check_lengths(row, answer)
            if len(self.problems) == before:
                self.answers[name] = answer
                self.places[name] = self._place(row, Column.ANSWER)

    def _check_empty(self, row: int) -> None:
        """Refuse answers in a row without a question."""
        for column in self.columns:
            is_typed = column not in (Column.CRITERION, Column.TITLE)
            if is_typed and self._cell(row, column).strip():
                self._problem(
                    fault(
                        self._at(row, column),
                        "something stands here without a question. Were rows shifted? Put it "
                        "beside its question.",
                    )
                )

    def _check_formulas(self, row: int) -> None:
        for column, number in self.columns.items():
            if (row, number) in self.sheet.formulas:
                self._problem(
                    fault(
                        self._at(row, column),
                        "a formula stands here, and its value is not trusted. Type the answer "
                        "itself.",
                    )
                )

    def _check_question(self, row: int, name: str) -> None:
        question = self.form.questions.get(name)
        place = self._at(row, Column.CRITERION)
        if question is None:
            self._problem(
                fault(
                    place,
                    "there is no question `{name}` in this form. Put the number back.",
                    name=shown(name),
                )
            )
        elif name in self.places:
            self._problem(
                fault(
                    place,
                    "{name} is answered twice, first in {first}. Keep one.",
                    name=name,
                    first=self.places[name],
                )
            )
        elif self._cell(row, Column.TITLE).split() != question.title.split():
            self._problem(
                fault(
                    self._at(row, Column.TITLE),
                    "another question stands beside {name} than the form was made with. Were cells "
                    "shifted? Put them back.",
                    name=name,
                )
            )

    def _check_lengths(self, row: int, answer: Answer) -> None:
        most = MAX_COMMENT if self.form.head.is_anonymous else MAX_TEXT
        for name in TEXTS:
            if len(getattr(answer, name)) > most:
                place = self._at(row, Column(name))
                self._problem(
                    fault(place, "longer than {most:,} characters. Shorten it.", most=most)
                )

    def _answer(self, row: int, name: str) -> Answer:
        state, level = self._state_and_level(row, name)
        reason, reason_text = self._reason(row, state)
        return Answer(
            criterion=name,
            state=state,
            level=level,
            reason=reason,
            reason_text=reason_text,
            comment=cell_text(self._cell(row, Column.COMMENT)).strip(),
            evidence=cell_text(self._cell(row, Column.EVIDENCE)).strip(),
        )

    def _state_and_level(self, row: int, name: str) -> tuple[AnswerState | None, int | None]:
        typed = " ".join(self._cell(row, Column.ANSWER).split())
        if not typed:
            return None, None
        options = self.form.options.get(self.form.questions[name].scale, {})
        code = options.get(typed.casefold(), typed if typed in options.values() else "")
        if code in map(str, range(LEVELS)):
            return AnswerState.LEVEL, int(code)
        if code in tuple(AnswerState)[1:]:
            return AnswerState(code), None
        self._problem(
            fault(
                self._at(row, Column.ANSWER),
                "`{typed}` is not one of the answers. Choose one from the list in the cell.",
                typed=shown(typed),
            )
        )
        return None, None

    def _reason(self, row: int, state: AnswerState | None) -> tuple[Reason | None, str]:
        typed = " ".join(self._cell(row, Column.REASON).split())
        own = cell_text(self._cell(row, Column.REASON_TEXT)).strip()
        if state is not AnswerState.NOT_APPLICABLE:
            self._check_no_reason(row)
            return None, ""
        code = self.form.reasons.get(typed.casefold(), typed)
        if code in tuple(Reason):
            return Reason(code), own
        if typed:
            self._problem(
                fault(
                    self._at(row, Column.REASON),
                    "`{typed}` is not one of the reasons. Choose one from the list in the cell.",
                    typed=shown(typed),
                )
            )
        return (Reason.OTHER if own else None), own

    def _check_no_reason(self, row: int) -> None:
        for column in (Column.REASON, Column.REASON_TEXT):
            if self._cell(row, column).strip():
                self._problem(
                    fault(
                        self._at(row, column),
                        "a reason, but the answer is not that it does not apply. Empty this cell or "
                        "change the answer.",
                    )
                )
