"""A catalogue as XLSForm and back: the same catalogue, and edits that people make in between."""

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from pyxform.xls2xform import convert

from assessment.catalogue.model import Catalogue, Criterion
from assessment.catalogue.reading.loader import check_folder, load_catalogue, write_ids_lock
from assessment.errors import InvalidInput, SheetError
from exchange.spreadsheets.read import read_workbook
from exchange.xlsform import layout
from exchange.xlsform.criteria_folder import yaml_files
from exchange.xlsform.read import read_xlsform
from exchange.xlsform.write import xlsform
from tests.support.catalogues import a_catalogue, a_criterion, text

CRITERIA = Path(__file__).resolve().parents[3] / "criteria"
SHIPPED = load_catalogue(CRITERIA)
ROLES = SHIPPED.role_ids

Change = Callable[[openpyxl.Workbook], object]


def back(
    catalogue: Catalogue, change: Change | None = None, role: str = "coordinator"
) -> Catalogue:
    """Export, let somebody change the workbook, and read it back."""
    book = openpyxl.load_workbook(io.BytesIO(xlsform(catalogue, role)))
    if change is not None:
        change(book)
    out = io.BytesIO()
    book.save(out)
    return read_xlsform(read_workbook(out.getvalue(), "f.xlsx"), "f.xlsx")


def refusal(change: Change, catalogue: Catalogue | None = None) -> list[str]:
    with pytest.raises(SheetError) as caught:
        back(catalogue or small(), change)
    return [str(problem) for problem in caught.value.problems]


def small() -> Catalogue:
    return a_catalogue(
        a_criterion(
            "C-1", rubric=tuple(text(f"seen {n}") for n in range(5)), ask={"mentee": text("mine")}
        ),
        a_criterion(
            "2", perspective="process", weight=1.5, look_for=(text("one\nline"), text("b\\n"))
        ),
    )


def column(sheet: Any, header: str) -> str:
    return next(cell.column_letter for cell in sheet[1] if cell.value == header)


def write(sheet: str, header: str, row: int, value: Any) -> Change:
    def change(book: openpyxl.Workbook) -> None:
        page = book[sheet]
        page[f"{column(page, header)}{row}"] = value

    return change


@pytest.mark.parametrize("role", ROLES)
def test_the_shipped_catalogue_comes_back_the_same_for_every_role(role: str) -> None:
    assert back(SHIPPED, role=role).content_hash == SHIPPED.content_hash


def test_yaml_to_xlsform_to_yaml_is_the_same_catalogue(tmp_path: Path) -> None:
    for name, content in yaml_files(back(SHIPPED)).items():
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(content, encoding="utf-8")
    catalogue, problems = check_folder(tmp_path)

    assert catalogue is not None
    assert [problem.file for problem in problems] == ["ids.lock"]
    write_ids_lock(tmp_path, catalogue)
    assert load_catalogue(tmp_path).content_hash == SHIPPED.content_hash


@pytest.mark.parametrize("role", ROLES)
def test_another_program_makes_a_questionnaire_of_it_without_a_warning(
    role: str, tmp_path: Path
) -> None:
    path = tmp_path / "form.xlsx"
    path.write_bytes(xlsform(SHIPPED, role))
    made = convert(xlsform=str(path), validate=False)
    asked = [c for c in SHIPPED.criteria if SHIPPED.is_asked(c, role)]

    assert made.warnings == []
    for criterion in asked:
        assert f"/{criterion.id}:label" in made.xform
    assert made.xform.count("<select1") == len(asked)
    assert {"Nederlands (nl)", "English (en)"} <= set(made.xform.split('"'))


def test_every_field_of_a_criterion_has_its_place() -> None:
    placed = {*layout.SINGLE, *layout.WORDS, *layout.TEXT, *layout.TEXTS}
    placed |= {"id", "perspective", "title", "ask", "rubric"}

    assert set(Criterion.model_fields) == placed


def test_odd_ids_and_lines_come_back() -> None:
    assert back(small()) == small()


def test_what_people_edit_is_taken_over() -> None:
    def edit(book: openpyxl.Workbook) -> None:
        survey, choices = book["survey"], book["choices"]
        write("survey", "label::English (en)", 3, "A better question?")(book)
        write("survey", "hint::English (en)", 3, "A better title")(book)
        rows = {(r[0].value, r[1].value): r[0].row for r in choices.iter_rows(min_row=2)}
        write("choices", "label::English (en)", rows["C-1", "4"], "seen and better")(book)
        write("choices", "label::English (en)", rows["practice", "0"], "Nothing")(book)
        write("settings", "version", 2, "2")(book)
        assert survey["B3"].value == "C-1"

    found = back(small(), edit)
    criterion = found.by_id["C-1"]

    assert criterion.question.root == {"en": "A better question?"}
    assert criterion.title.root == {"en": "A better title"}
    assert criterion.rubric[4].root == {"en": "seen and better"}
    assert found.scale("practice").levels[0].label.root == {"en": "Nothing"}
    assert found.version == "2"


def test_the_question_for_another_role_is_edited_as_that() -> None:
    catalogue = a_catalogue(
        a_criterion("C-1", also_asked=("mentee",), ask={"mentee": text("mine")})
    )
    found = back(catalogue, write("survey", "label::English (en)", 3, "Mine, better?"), "mentee")

    assert found.by_id["C-1"].ask["mentee"].root == {"en": "Mine, better?"}
    assert found.by_id["C-1"].question.root == {"en": "words"}


def test_a_number_that_a_spreadsheet_makes_of_a_text_is_no_trouble() -> None:
    assert back(small(), write("survey", "ms_weight", 3, 2)).by_id["C-1"].weight == 2


def test_an_empty_version_leaves_it_as_it_was() -> None:
    assert back(small(), write("settings", "version", 2, None)).version == "1"


def path(name: str, value: str | None) -> Change:
    """Write over the value of a path in the sheet for the rest; None takes the row away."""

    def change(book: openpyxl.Workbook) -> None:
        page = book["mentorspiegel"]
        row = next(r[0].row for r in page.iter_rows() if r[0].value == name)
        if value is None:
            page.delete_rows(row)
        else:
            page[f"B{row}"] = value

    return change


def add(name: str, value: str) -> Change:
    return lambda book: book["mentorspiegel"].append([name, value])


REFUSED: dict[str, tuple[Change, str]] = {
    "no survey": (lambda b: b.remove(b["survey"]), "survey: this sheet is missing or empty"),
    "no rest": (lambda b: b.remove(b["mentorspiegel"]), "mentorspiegel: this sheet is missing"),
    "a formula": (
        write("survey", "label::English (en)", 3, "=1+1"),
        "survey!C3: a formula stands here",
    ),
    "a criterion twice": (write("survey", "ms_id", 6, "C-1"), "survey!A6: C-1 stands here twice"),
    "a weight that is no number": (
        write("survey", "ms_weight", 3, "heavy"),
        "survey!A3: the weight `heavy` is no number",
    ),
    "a weight that cannot be": (write("survey", "ms_weight", 3, "-1"), "survey!A3: C-1.weight: "),
    "no phase": (write("survey", "ms_phase", 3, None), "survey!A3: C-1.phase: "),
    "choices without a level": (
        lambda b: b["choices"].delete_rows(19),
        "need the names 0 to 4 in the sheet `choices`",
    ),
    "a value that is no JSON": (path("catalogue/id", "{"), "mentorspiegel!A"),
    "no id": (path("catalogue/id", None), "mentorspiegel: id: "),
    "no role": (path("asked_role", None), "rows are missing"),
    "no list of languages": (path("catalogue/languages/[0]", None), "mentorspiegel: languages: "),
    "a list with holes": (add("catalogue/languages/[7]", '"x"'), "was changed or damaged"),
    "a name in a list": (add("catalogue/languages/x", '"x"'), "was changed or damaged"),
    "a place in no list": (add("catalogue/title/[0]", '"x"'), "was changed or damaged"),
    "something inside a text": (add("catalogue/id/x", '"x"'), "was changed or damaged"),
    "a very long path": (add("/".join("a" * 20), '"x"'), "was changed or damaged"),
    "deep JSON": (path("catalogue/id", "[" * 30_000), "was changed or damaged"),
    "an id that is a path": (
        path("catalogue/profiles/[0]/id", '"../../etc/x"'),
        "`../../etc/x` is no usable id",
    ),
    "an unknown key": (add("catalogue/secret", "1"), "mentorspiegel: secret: "),
    "scales that are no scales": (
        path("catalogue/scales/[0]/levels/[0]/meaning/en", "7"),
        "mentorspiegel: scales.0.levels.0.meaning",
    ),
}


@pytest.mark.parametrize("kind", REFUSED)
def test_what_was_broken_is_refused_with_its_place(kind: str) -> None:
    change, expected = REFUSED[kind]

    assert any(expected in line for line in refusal(change)), refusal(change)


def test_more_lines_in_one_language_than_in_another_are_refused() -> None:
    found = refusal(
        write("survey", "ms_look_for_nl", 3, "een\ntwee\ndrie\nvier\nvijf\nzes"), SHIPPED
    )

    assert "more lines in one language" in found[0]


@pytest.mark.parametrize(
    "change",
    [
        path("catalogue/roles/[0]/id", "7"),
        path("catalogue/scales/[0]/id", "7"),
        path("catalogue/profiles/[0]/criteria", "7"),
    ],
)
def test_parts_of_another_shape_are_refused_not_trusted(change: Change) -> None:
    assert refusal(change)


def test_a_scale_that_lost_a_level_keeps_its_own_labels_for_the_check_of_the_folder() -> None:
    def spoil(book: openpyxl.Workbook) -> None:
        path("catalogue/scales/[0]/levels/[4]/label/en", None)(book)
        path("catalogue/scales/[0]/levels/[4]/meaning/en", None)(book)

    assert len(back(small(), spoil).scales[0].levels) == 4


def test_a_scale_without_choices_keeps_its_labels() -> None:
    def spoil(book: openpyxl.Workbook) -> None:
        for row in book["choices"].iter_rows(min_row=2, max_row=9):
            row[0].value = "other"

    assert back(small(), spoil) == small()


def test_a_criterion_beside_the_questions_may_be_of_another_shape_too() -> None:
    rest = path("catalogue/criteria", '["x"]')

    assert back(small(), rest) == small()


def test_a_row_for_no_question_and_an_empty_row_are_left_alone() -> None:
    def edit(book: openpyxl.Workbook) -> None:
        book["survey"].append(["note", "hello"])
        book["survey"].append(["end_group"])
        book["survey"].move_range(f"A{book['survey'].max_row}", rows=1)
        book["choices"].append(["yes_no", "yes", "Yes"])

    assert back(small(), edit) == small()


def test_problems_stop_at_a_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("exchange.xlsform.read.MAX_PROBLEMS", 1)

    def spoil(book: openpyxl.Workbook) -> None:
        for row in (3, 7):
            write("survey", "ms_weight", row, "heavy")(book)

    assert len(refusal(spoil)) == 1


def test_a_text_that_no_cell_can_hold_is_not_cut_off() -> None:
    with pytest.raises(InvalidInput, match="longer than"):
        xlsform(a_catalogue(a_criterion("C-1", why=text("a" * 40_000))), "coordinator")


def test_the_same_catalogue_gives_the_same_bytes() -> None:
    assert xlsform(small(), "coordinator") == xlsform(small(), "coordinator")
