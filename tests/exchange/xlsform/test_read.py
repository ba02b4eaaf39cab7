"""An XLSForm that comes back: edits are taken over, what was broken is refused with its place."""

import openpyxl
import pytest

from assessment.catalogue.reading.loader import load_catalogue
from tests.support.catalogues import a_catalogue, a_criterion, text
from tests.support.files.xlsforms import (
    Edit,
    back,
    overwrite,
    path_added,
    path_value,
    refusal,
    small,
)
from tests.support.workspace import CRITERIA


def test_what_people_edit_is_taken_over() -> None:
    def edit(book: openpyxl.Workbook) -> None:
        survey, choices = book["survey"], book["choices"]
        overwrite("survey", "label::English (en)", 3, "A better question?")(book)
        overwrite("survey", "hint::English (en)", 3, "A better title")(book)
        rows = {(r[0].value, r[1].value): r[0].row for r in choices.iter_rows(min_row=2)}
        overwrite("choices", "label::English (en)", rows["C-1", "4"], "seen and better")(book)
        overwrite("choices", "label::English (en)", rows["practice", "0"], "Nothing")(book)
        overwrite("settings", "version", 2, "2")(book)
        assert survey["B3"].value == "C-1"

    found = back(small(), edit)
    criterion = found.by_id["C-1"]

    assert criterion.question.root == {"en": "A better question?"}
    assert criterion.title.root == {"en": "A better title"}
    assert criterion.rubric[4].root == {"en": "seen and better"}
    assert found.scale("practice").levels[0].label.root == {"en": "Nothing"}
    assert found.version == "2"


def test_edited_levels_of_a_role_of_its_own_stay_its_own() -> None:
    own = [{"en": f"I {n}"} for n in range(5)]
    catalogue = a_catalogue(a_criterion("C-1", also_asked=("mentee",), rubric_for={"mentee": own}))

    def edit(book: openpyxl.Workbook) -> None:
        rows = {(r[0].value, r[1].value): r[0].row for r in book["choices"].iter_rows(min_row=2)}
        overwrite("choices", "label::English (en)", rows["C-1", "4"], "I do")(book)

    criterion = back(catalogue, edit, "mentee").by_id["C-1"]

    assert criterion.rubric_for["mentee"][4].root == {"en": "I do"}
    assert criterion.rubric == ()


def test_a_mark_at_a_level_that_is_not_there_is_reported() -> None:
    assert refusal(overwrite("survey", "ms_care", 3, "0 mentee.9")) == [
        "f.xlsx: survey!A3: ms_care names no level with `mentee.9`. Write such as `mentee.0`."
    ]


def test_the_question_for_another_role_is_edited_as_that() -> None:
    catalogue = a_catalogue(
        a_criterion("C-1", also_asked=("mentee",), ask={"mentee": text("mine")})
    )
    found = back(
        catalogue, overwrite("survey", "label::English (en)", 3, "Mine, better?"), "mentee"
    )

    assert found.by_id["C-1"].ask["mentee"].root == {"en": "Mine, better?"}
    assert found.by_id["C-1"].question.root == {"en": "words"}


def test_a_number_that_a_spreadsheet_makes_of_a_text_is_no_trouble() -> None:
    assert back(small(), overwrite("survey", "ms_weight", 3, 2)).by_id["C-1"].weight == 2


def test_an_empty_version_leaves_it_as_it_was() -> None:
    assert back(small(), overwrite("settings", "version", 2, None)).version == "1"


REFUSED: dict[str, tuple[Edit, str]] = {
    "no survey": (lambda b: b.remove(b["survey"]), "survey: this sheet is missing or empty"),
    "no rest": (lambda b: b.remove(b["mentorspiegel"]), "mentorspiegel: this sheet is missing"),
    "a formula": (
        overwrite("survey", "label::English (en)", 3, "=1+1"),
        "survey!C3: a formula stands here",
    ),
    "a criterion twice": (
        overwrite("survey", "ms_id", 6, "C-1"),
        "survey!A6: C-1 stands here twice",
    ),
    "a weight that is no number": (
        overwrite("survey", "ms_weight", 3, "heavy"),
        "survey!A3: the weight `heavy` is no number",
    ),
    "a weight that cannot be": (
        overwrite("survey", "ms_weight", 3, "-1"),
        "survey!A3: C-1.weight: ",
    ),
    "no phase": (overwrite("survey", "ms_phase", 3, None), "survey!A3: C-1.phase: "),
    "choices without a level": (
        lambda b: b["choices"].delete_rows(19),
        "need the names 0 to 4 in the sheet `choices`",
    ),
    "a value that is no JSON": (path_value("catalogue/id", "{"), "mentorspiegel!A"),
    "no id": (path_value("catalogue/id", None), "mentorspiegel: id: "),
    "no role": (path_value("asked_role", None), "rows are missing"),
    "no list of languages": (
        path_value("catalogue/languages/[0]", None),
        "mentorspiegel: languages: ",
    ),
    "a list with holes": (path_added("catalogue/languages/[7]", '"x"'), "was changed or damaged"),
    "a name in a list": (path_added("catalogue/languages/x", '"x"'), "was changed or damaged"),
    "a place in no list": (path_added("catalogue/title/[0]", '"x"'), "was changed or damaged"),
    "something inside a text": (path_added("catalogue/id/x", '"x"'), "was changed or damaged"),
    "a very long path": (path_added("/".join("a" * 20), '"x"'), "was changed or damaged"),
    "deep JSON": (path_value("catalogue/id", "[" * 30_000), "was changed or damaged"),
    "an id that is a path": (
        path_value("catalogue/profiles/[0]/id", '"../../etc/x"'),
        "`../../etc/x` is no usable id",
    ),
    "an unknown key": (path_added("catalogue/secret", "1"), "mentorspiegel: secret: "),
    "scales that are no scales": (
        path_value("catalogue/scales/[0]/levels/[0]/meaning/en", "7"),
        "mentorspiegel: scales.0.levels.0.meaning",
    ),
}


@pytest.mark.parametrize("kind", REFUSED)
def test_what_was_broken_is_refused_with_its_place(kind: str) -> None:
    change, expected = REFUSED[kind]

    assert any(expected in line for line in refusal(change)), refusal(change)


def test_more_lines_in_one_language_than_in_another_are_refused() -> None:
    found = refusal(
        overwrite("survey", "ms_look_for_nl", 3, "een\ntwee\ndrie\nvier\nvijf\nzes"),
        load_catalogue(CRITERIA),
    )

    assert "more lines in one language" in found[0]


@pytest.mark.parametrize(
    "change",
    [
        path_value("catalogue/roles/[0]/id", "7"),
        path_value("catalogue/scales/[0]/id", "7"),
        path_value("catalogue/profiles/[0]/criteria", "7"),
    ],
)
def test_parts_of_another_shape_are_refused_not_trusted(change: Edit) -> None:
    assert refusal(change)


def test_a_scale_that_lost_a_level_keeps_its_own_labels_for_the_check_of_the_folder() -> None:
    def spoil(book: openpyxl.Workbook) -> None:
        path_value("catalogue/scales/[0]/levels/[4]/label/en", None)(book)
        path_value("catalogue/scales/[0]/levels/[4]/meaning/en", None)(book)

    assert len(back(small(), spoil).scales[0].levels) == 4


def test_a_scale_without_choices_keeps_its_labels() -> None:
    def spoil(book: openpyxl.Workbook) -> None:
        for row in book["choices"].iter_rows(min_row=2, max_row=9):
            row[0].value = "other"

    assert back(small(), spoil) == small()


def test_a_criterion_beside_the_questions_may_be_of_another_shape_too() -> None:
    rest = path_value("catalogue/criteria", '["x"]')

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
            overwrite("survey", "ms_weight", row, "heavy")(book)

    assert len(refusal(spoil)) == 1
