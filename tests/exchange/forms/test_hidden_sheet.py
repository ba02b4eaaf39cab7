"""The hidden sheet of a form: changed or damaged, the form is refused."""

from typing import Any

import openpyxl
import pytest

from assessment.errors import SheetError
from tests.support.forms import edited, made, read


def hidden(change: Any) -> Any:
    def changed(workbook: openpyxl.Workbook) -> None:
        change(workbook["mentorspiegel"])

    return changed


def told(kind: str, name: str, column: str, value: str) -> Any:
    """Write over one cell of the row of the hidden sheet that starts so."""

    def change(sheet: Any) -> None:
        row = next(
            r
            for r in range(1, sheet.max_row + 1)
            if [sheet[f"A{r}"].value, sheet[f"B{r}"].value] == [kind, name]
        )
        sheet[f"{column}{row}"] = value

    return hidden(change)


SPOILED = {
    "another format": (told("head", "format", "C", "other-9"), "format `other-9` is not known"),
    "no catalogue": (told("head", "catalogue", "C", ""), "changed or damaged"),
    "an unknown column": (told("column", "answer", "B", "x"), "changed or damaged"),
    "no column": (told("column", "answer", "A", "x"), "changed or damaged"),
    "no questions": (
        hidden(lambda s: s.delete_rows(s.max_row - 1, 2)),
        "changed or damaged",
    ),
    "an answer that is no JSON": (told("question", "C-1", "E", "{"), "changed or damaged"),
    "an answer to another question": (
        told("question", "C-1", "E", '{"criterion":"C-2"}'),
        "changed or damaged",
    ),
    "an answer off the scale": (
        told("question", "C-1", "E", '{"criterion":"C-1","state":"level","level":9}'),
        "changed or damaged",
    ),
    "nothing": (hidden(lambda s: s.delete_rows(1, s.max_row)), "format `` is not known"),
    "a voice that was not named": (
        hidden(lambda s: s.append(["said", "7", "C-1", '{"criterion":"C-1"}'])),
        "changed or damaged",
    ),
    "a narrow sheet": (hidden(lambda s: s.delete_cols(2, 5)), "changed or damaged"),
}


@pytest.mark.parametrize("kind", SPOILED)
def test_a_form_whose_description_was_changed_is_refused(kind: str) -> None:
    change, expected = SPOILED[kind]

    with pytest.raises(SheetError) as caught:
        read(edited(made(), change))
    line = str(caught.value)

    assert line.startswith("form.xlsx: mentorspiegel!")
    assert expected in line
