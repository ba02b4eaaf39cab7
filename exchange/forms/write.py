"""A form as XLSX: questions with what each level looks like, drop-downs, and cells to fill in."""

from datetime import datetime

from xlsxwriter.worksheet import Worksheet

from assessment.answers import Answer, Reason
from assessment.catalogue.model import Catalogue, Criterion
from exchange.answer_wording import answer_words, options
from exchange.forms.hidden_sheet import FormWords, description_rows
from exchange.forms.model import HIDDEN, Column, Draft, MergedRespondent, columns
from exchange.spreadsheets.cells import in_cell
from exchange.spreadsheets.write import A3, TITLE_HEIGHT, Book, book, grow, put
from locales import Translator
from reports.wording import choices

_QUESTION, _LEVELS = "question", "levels"  # columns to read only
_WIDTHS = {
    Column.CRITERION: 9,
    Column.TITLE: 26,
    _QUESTION: 38,
    _LEVELS: 60,
    Column.ANSWER: 28,
    Column.REASON: 24,
    Column.REASON_TEXT: 24,
    Column.COMMENT: 40,
    Column.EVIDENCE: 32,
}
_RESPONDENT_WIDTH = 40


def form(draft: Draft, t: Translator) -> bytes:
    """Return the form as the bytes of an .xlsx file."""
    words = words_of(draft, t)
    rows = description_rows(draft, words)
    title = t("Questions for {voice}", voice=_role_plural(draft.catalogue, draft.head.role, t))
    with book(title, datetime.fromisoformat(draft.head.made_at)) as (workbook, out):
        _VisibleSheet(workbook, draft, words, t).render(title, _places(rows))
        hidden = workbook.workbook.add_worksheet(HIDDEN)
        hidden.very_hidden()
        for number, cells in enumerate(rows):
            for column, text in enumerate(cells):
                hidden.write_string(number, column, text)
    return out.getvalue()


def words_of(draft: Draft, t: Translator) -> FormWords:
    """Return what the form calls its columns, answers and reasons."""
    headers = {
        Column.CRITERION: t("No."),
        Column.TITLE: t("Subject"),
        Column.ANSWER: t("Your answer"),
        Column.REASON: t("Why it does not apply"),
        Column.REASON_TEXT: t("That reason in your own words"),
        Column.COMMENT: t("Comment"),
        Column.EVIDENCE: t("What shows it?"),
    }
    shown = columns(is_anonymous=draft.head.is_anonymous)
    scales = dict.fromkeys(criterion.scale for criterion in draft.criteria)
    return FormWords(
        headers={column: headers[column] for column in shown},
        options={scale: options(draft.catalogue, scale, t) for scale in scales},
        reasons={str(reason): words for reason, words in choices.reasons(t).items()},
    )


def _role_plural(catalogue: Catalogue, role: str, t: Translator) -> str:
    return catalogue.role(role).plural.in_language(t.language)


def _places(rows: list[list[str]]) -> dict[str, str]:
    """Return where the words of each drop-down stand in the hidden sheet, by scale; "" for reasons."""
    by_scale: dict[str, list[int]] = {}
    for number, cells in enumerate(rows, 1):
        if cells[0] in ("option", "reason"):
            by_scale.setdefault(cells[1], []).append(number)
    return {
        scale: f"={HIDDEN}!$D${numbers[0]}:$D${numbers[-1]}" for scale, numbers in by_scale.items()
    }


class _VisibleSheet:
    """Renders the visible sheet."""

    def __init__(self, workbook: Book, draft: Draft, words: FormWords, t: Translator) -> None:
        self.book = workbook
        self.draft = draft
        self.words = words
        self.t = t
        read = list(words.headers)
        self.columns: list[str] = [*read[:2], _QUESTION, _LEVELS, *read[2:]]
        self.widths = [
            *(_WIDTHS[c] for c in self.columns),
            *[_RESPONDENT_WIDTH] * len(draft.respondents),
        ]
        self.sheet: Worksheet = workbook.sheet(draft.head.sheet, self.widths)
        self.sheet.set_paper(A3)

    def render(self, title: str, lists: dict[str, str]) -> None:
        sheet, t = self.sheet, self.t
        put(sheet, 0, 0, title, self.book.title)
        sheet.set_row(0, TITLE_HEIGHT)
        top = 1
        for line in self._guidance():
            put(sheet, top, 0, line, self.book.code)
            top += 1
        headers: dict[str, str] = {
            **{str(column): text for column, text in self.words.headers.items()},
            _QUESTION: t("Question"),
            _LEVELS: t("What each level looks like"),
        }
        respondents = [self._respondent_name(respondent) for respondent in self.draft.respondents]
        self.book.table(sheet, top, [*(headers[c] for c in self.columns), *respondents], 0)
        sheet.freeze_panes(top + 1, 2)
        row = top
        perspective = ""
        for criterion in self.draft.criteria:
            row += 1
            if criterion.perspective != perspective:
                perspective = criterion.perspective
                self._heading(row, perspective)
                row += 1
            self._criterion(row, criterion, lists)
        sheet.protect("", {"format_columns": True, "format_rows": True})

    def _guidance(self) -> list[str]:
        t, head = self.t, self.draft.head
        lines = [
            t(
                "Fill in the light cells. Choose your answer from the list in the cell; leave open what you skip."
            ),
            t(
                "Every answer is fine, also “I don't know”. Save the file as .xlsx or .ods and give it back."
            ),
        ]
        if head.is_anonymous:
            lines.append(
                t(
                    "This file is for one person. Write no names. Whoever reads the file in can open it: hand it to someone you trust."
                )
            )
        lines.append(f"{self.draft.catalogue.title.in_language(t.language)} {head.version}")
        return lines

    def _heading(self, row: int, perspective: str) -> None:
        parts = self.draft.catalogue.perspectives
        title = next(
            (p.title.in_language(self.t.language) for p in parts if p.id == perspective), ""
        )
        put(self.sheet, row, 0, "", self.book.group)
        for column in range(1, len(self.columns)):
            put(self.sheet, row, column, title if column == 1 else "", self.book.group)

    def _criterion(self, row: int, criterion: Criterion, lists: dict[str, str]) -> None:
        answer = self.draft.answers.get(criterion.id, Answer(criterion.id))
        none = Answer(criterion.id)
        texts = [self._text(kind, criterion, answer) for kind in self.columns]
        texts += [
            self._given(criterion, v.answers.get(criterion.id, none))
            for v in self.draft.respondents
        ]
        kinds = [*self.columns, *["voice"] * len(self.draft.respondents)]
        for column, (kind, text) in enumerate(zip(kinds, texts, strict=True)):
            is_ours = kind in self.words.headers and kind not in (Column.CRITERION, Column.TITLE)
            put(self.sheet, row, column, text, self.book.fill_in if is_ours else self.book.text)
        grow(self.sheet, row, zip(texts, self.widths, strict=True))
        self._choose(row, self.columns.index(Column.ANSWER), lists[criterion.scale])
        if Column.REASON in self.columns:
            self._choose(row, self.columns.index(Column.REASON), lists[""])

    def _choose(self, row: int, column: int, source: str) -> None:
        t = self.t
        self.sheet.data_validation(
            row,
            column,
            row,
            column,
            {
                "validate": "list",
                "source": source,
                "error_title": t("Choose from the list"),
                "error_message": t("Open the list in this cell and choose one of its lines."),
            },
        )

    def _text(self, kind: str, criterion: Criterion, answer: Answer) -> str:
        language, catalogue = self.t.language, self.draft.catalogue
        if kind == Column.CRITERION:
            return criterion.id
        if kind == Column.TITLE:
            return criterion.title.in_language(language)
        if kind == _QUESTION:
            return criterion.question_for(self.draft.head.role).in_language(language)
        if kind == _LEVELS:
            levels = catalogue.levels_to_choose(criterion, self.draft.head.role, language)
            return "\n".join(f"{n} · {level}" for n, level in enumerate(levels))
        if kind == Column.ANSWER:
            return answer_words(catalogue, criterion, answer, self.t)
        if kind == Column.REASON:
            return self.words.reasons[answer.reason] if answer.reason else ""
        return in_cell(str(getattr(answer, kind)))

    def _respondent_name(self, respondent: MergedRespondent) -> str:
        t = self.t
        title = self.draft.catalogue.role(respondent.role).title.in_language(t.language)
        return t("Respondent {number} ({role})", number=respondent.name, role=title)

    def _given(self, criterion: Criterion, answer: Answer) -> str:
        reasons = choices.reasons(self.t)
        reason = reasons[Reason(answer.reason)] if answer.reason else ""
        parts = (
            answer_words(self.draft.catalogue, criterion, answer, self.t),
            ": ".join(part for part in (reason, answer.reason_text) if part),
            answer.comment,
            answer.evidence,
        )
        return in_cell("\n".join(part for part in parts if part))
