"""A catalogue as XLSForm, for KoboToolbox, ODK and others."""

from datetime import UTC, datetime

from assessment.catalogue.model import Catalogue
from assessment.errors import InvalidInput
from exchange.answer_wording import states
from exchange.spreadsheets.cells import CELL_MAX
from exchange.spreadsheets.write import book, put
from exchange.xlsform.layout import REST, SURVEY, ours
from exchange.xlsform.sheets import sheets
from locales import LANGUAGES, translator

_STILL = datetime(1980, 1, 1, tzinfo=UTC)  # the same catalogue gives the same bytes


def xlsform(catalogue: Catalogue, role: str) -> bytes:
    """Return the questionnaire for one role as the bytes of an .xlsx file.

    Raises InvalidInput for a text that does not fit into one cell.
    """
    tables = sheets(catalogue, role, _words())
    if any(len(cell) > CELL_MAX for rows in tables.values() for cells in rows for cell in cells):
        text = f"A text of the catalogue is longer than the {CELL_MAX:,} characters of a cell."
        raise InvalidInput("text", "too_long", text)
    with book(catalogue.title.in_language(catalogue.languages[0]), _STILL) as (workbook, out):
        for name, rows in tables.items():
            sheet = workbook.sheet(name, [24] * len(rows[0]))
            workbook.table(sheet, 0, rows[0], 0)
            for number, cells in enumerate(rows[1:], 1):
                for column, text in enumerate(cells):
                    put(sheet, number, column, text, workbook.text)
            if name == SURVEY:
                first = rows[0].index(ours("id"))
                sheet.set_column(first, len(rows[0]) - 1, 24, None, {"level": 1})
            if name == REST:
                sheet.hide()
    return out.getvalue()


def _words() -> dict[str, dict[str, str]]:
    """Return what is not in a catalogue, in every language of the interface."""
    by_word: dict[str, dict[str, str]] = {"comment": {}}
    for language in LANGUAGES:
        t = translator(language)
        by_word["comment"][language] = t("Comment")
        for state, words in states(t).items():
            by_word.setdefault(state, {})[language] = words
    return by_word
