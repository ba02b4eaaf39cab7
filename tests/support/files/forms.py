"""Forms made, filled in by another program, and spoiled: a test names only what it is about."""

import io
import zipfile
from collections.abc import Callable, Mapping
from typing import Any

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

from assessment.answers import Answer, AnswerState
from assessment.catalogue.model import Catalogue
from exchange.forms.model import Draft, FilledForm, Head, MergedRespondent
from exchange.forms.read import read_form
from exchange.forms.write import form
from exchange.spreadsheets.read import read_workbook
from locales import Translator
from tests.support.builders import NOW
from tests.support.outcomes import catalogue_of

ENGLISH = Translator("en", {})
LEVEL = AnswerState.LEVEL
SHEET = "Questions"
COLUMNS = {  # of a form for the organisation
    "criterion": "A",
    "title": "B",
    "answer": "E",
    "reason": "F",
    "reason_text": "G",
    "comment": "H",
    "evidence": "I",
}
VOICE_COLUMNS = {"criterion": "A", "title": "B", "answer": "E", "comment": "F"}
FIRST = {"C-1": 7, "C-2": 8}  # rows of the criteria in a form for the organisation

Cells = Mapping[str, Any]


def two_criteria() -> Catalogue:
    return catalogue_of(C_1={}, C_2={"also_asked": ("mentee",)})


def a_draft(
    catalogue: Catalogue | None = None,
    *,
    before: Mapping[str, Answer] | None = None,
    answers: Mapping[str, Answer] | None = None,
    respondents: tuple[MergedRespondent, ...] = (),
    **head: Any,
) -> Draft:
    """A form of the coordinator, or of another `role`, over the criteria C-1 and C-2."""
    known = catalogue or two_criteria()
    values = {
        "catalogue": known.id,
        "version": known.version,
        "hash": known.content_hash,
        "assessment": "A1",
        "role": "coordinator",
        "respondent": "",
        "language": "en",
        "made_at": NOW.isoformat(),
        "sheet": SHEET,
        **head,
    }
    filled = before or {}
    return Draft(
        Head(**values),
        known,
        known.criteria,
        before=filled,
        answers=filled if answers is None else answers,
        respondents=respondents,
    )


def made(draft: Draft | None = None) -> bytes:
    """The form as it goes out."""
    return form(draft or a_draft(), ENGLISH)


def edited(data: bytes, change: Callable[[openpyxl.Workbook], object]) -> bytes:
    """What somebody makes of a form in another program."""
    workbook = openpyxl.load_workbook(io.BytesIO(data))
    change(workbook)
    out = io.BytesIO()
    workbook.save(out)
    return out.getvalue()


def row_of(sheet: Worksheet, criterion: str) -> int:
    return next(cell.row for cell in sheet["A"] if cell.value == criterion)


def filled(
    data: bytes, answers: Mapping[str, Cells], columns: Mapping[str, str] = COLUMNS
) -> bytes:
    """Type `{criterion: {column: value}}` into a form."""

    def type_in(workbook: openpyxl.Workbook) -> None:
        sheet = workbook[SHEET]
        for criterion, cells in answers.items():
            for column, value in cells.items():
                sheet[f"{columns[column]}{row_of(sheet, criterion)}"] = value

    return edited(data, type_in)


def read(data: bytes) -> FilledForm:
    return read_form(read_workbook(data, "form.xlsx"), "form.xlsx")


def with_parts(data: bytes, **parts: str | bytes | None) -> bytes:
    """A zip with other parts: `None` takes one away. Names are `sheet1` for the first sheet, and so on."""
    names = {
        "sheet1": "xl/worksheets/sheet1.xml",
        "sheet2": "xl/worksheets/sheet2.xml",
        "strings": "xl/sharedStrings.xml",
        "workbook": "xl/workbook.xml",
        "content": "content.xml",
    }
    wanted = {names.get(name, name): content for name, content in parts.items()}
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as old,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            content = wanted.pop(name, old.read(name))
            if content is not None:
                new.writestr(name, content)
        for name, content in wanted.items():
            new.writestr(name, content or b"")
    return out.getvalue()


def part(data: bytes, name: str) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        return packed.read(name).decode()


_ODS = (
    '<?xml version="1.0" encoding="UTF-8"?><office:document-content '
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0">'
    "<office:body><office:spreadsheet>{}</office:spreadsheet></office:body></office:document-content>"
)


def ods(rows: str, name: str = "S") -> bytes:
    """An .ods file with one sheet of these rows."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        manifest = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"
        packed.writestr("META-INF/manifest.xml", f'<m:manifest xmlns:m="{manifest}"/>')
        packed.writestr(
            "content.xml", _ODS.format(f'<table:table table:name="{name}">{rows}</table:table>')
        )
    return out.getvalue()
