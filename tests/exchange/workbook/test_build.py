"""The workbook, opened again by another program: numbers, words, and nothing that calculates."""

import io
from dataclasses import replace
from typing import Any

import openpyxl
import pytest

from assessment.answers import Answer, AnswerState
from exchange.spreadsheets.write import pieces
from exchange.workbook.build import workbook
from reports.material import Material
from tests.support.material import SIGNS, the_material, the_outcome, with_text
from tests.support.outcomes import an_outcome, catalogue_of

SHEETS = [
    "Summary",
    "Criteria",
    "Still missing",
    "Groups",
    "Comments",
    "Agreements",
    "Our answers",
    "Codebook",
]


def opened(material: Material | None = None) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(workbook(material or the_material())))


def rows(book: openpyxl.Workbook, name: str) -> list[dict[str, Any]]:
    header, *rest = book[name].iter_rows(values_only=True)
    return [dict(zip(header, cells, strict=True)) for cells in rest]


def everything(book: openpyxl.Workbook) -> list[Any]:
    return [
        cell
        for sheet in book
        for cells in sheet.iter_rows()
        for cell in cells
        if cell.value is not None
    ]


def about(value: float | None) -> Any:
    """A figure as a spreadsheet keeps it: in sixteen digits."""
    return None if value is None else pytest.approx(value, rel=1e-15)


def test_every_part_has_its_sheet_with_a_header_that_stays_and_filters() -> None:
    book = opened()

    assert book.sheetnames == SHEETS
    for name in SHEETS[1:]:
        assert book[name].freeze_panes == "A2"
        assert book[name].auto_filter.ref.startswith("A1:")
        assert book[name].print_title_rows == "$1:$1"


def test_the_figures_are_those_of_the_scoring_core() -> None:
    outcome = the_outcome()
    found = {row["No."]: row for row in rows(opened(), "Criteria")}

    for name, result in outcome.result.criteria.items():
        row = found[name]
        assert row["Score"] == about(result.score)
        assert row["Target"] == result.target
        assert row["Missing"] == about(result.gap)
        assert row["Priority"] == (result.priority.value if result.priority else None)
        assert row["Answers not shown"] == (result.not_shown or None)
        assert row["Consensus"] == about(result.spread.consensus if result.spread else None)


def test_every_shown_voice_stands_there_with_its_counts() -> None:
    outcome = the_outcome()
    found = rows(opened(), "Groups")
    shown = [v for r in outcome.result.criteria.values() for v in r.voices.values()]

    assert [row["Mean"] for row in found] == [about(voice.mean) for voice in shown]
    assert [row["Level 2"] for row in found] == [v.levels[2] if v.levels else None for v in shown]


def test_a_group_that_is_too_small_has_no_figure() -> None:
    found = [
        row for row in rows(opened(), "Groups") if row["No."] == "C-4" and row["Group"] == "Mentees"
    ]

    (hidden,) = found
    assert hidden["Spread"] == "not shown"
    assert [v for k, v in hidden.items() if k not in ("No.", "Criterion", "Group", "Spread")] == [
        None
    ] * 10


def test_every_word_of_the_organisation_is_there() -> None:
    book = opened()
    answers = {row["No."]: row for row in rows(book, "Our answers")}

    assert answers["C-1"]["Comment"] == "We ask.\nAlways."
    assert answers["C-1"]["What shows it?"] == "The form"
    assert answers["C-5"]["That reason in your own words"] == "The town"
    assert answers["C-8"]["Marked for the talk"] == "yes"
    assert answers["C-8"]["Our answer"] == "not answered yet"
    choices = {row["No."]: row["Reason of our choice"] for row in rows(book, "Criteria")}
    assert choices["C-2"] == "We just began"
    assert choices["C-9"] == "Gone from the catalogue"
    assert "C-10" not in choices
    assert [row["What happened"] for row in rows(book, "Agreements")] == [
        None,
        "It stands in the plan",
    ]
    assert "Nobody asked." in [row["Comment"] for row in rows(book, "Comments")]


def test_a_criterion_without_an_answer_says_so() -> None:
    outcome = the_outcome()
    answers = {name: a for name, a in outcome.answers.items() if name != "C-6"}
    book = opened(the_material(replace(outcome, answers=answers)))

    assert [r["Our answer"] for r in rows(book, "Our answers") if r["No."] == "C-6"] == [
        "not answered yet"
    ]


def test_a_criterion_out_of_scope_without_an_answer_stays_away() -> None:
    outcome = the_outcome()
    answers = {name: a for name, a in outcome.answers.items() if name != "C-6"}
    results = {name: c for name, c in outcome.result.criteria.items() if name != "C-6"}
    left = replace(outcome, answers=answers, result=replace(outcome.result, criteria=results))

    assert "C-6" not in [r["No."] for r in rows(opened(the_material(left)), "Our answers")]


def test_a_very_long_text_goes_on_in_the_next_rows() -> None:
    words = "".join(f"{n} " for n in range(20_000))
    answer = Answer("C-1", AnswerState.LEVEL, 3, comment=words, evidence="map")
    outcome = the_outcome()
    material = the_material(replace(outcome, answers={**outcome.answers, "C-1": answer}))
    found = [row for row in rows(opened(material), "Our answers") if row["No."] == "C-1"]

    assert "".join(row["Comment"] for row in found) == words
    assert len(found) == len(pieces(words)) > 2
    assert [row["What shows it?"] for row in found[1:]] == [None] * (len(found) - 1)


@pytest.mark.parametrize(
    "words",
    [
        "=1+1",
        "@SUM(A1)",
        "+1",
        "-1",
        "{=1}",
        "http://example.org",
        "<b>&amp;",
        "a\x01b\x0b",
        "\ufffe",
        "007",
    ],
)
def test_what_people_typed_stays_text(words: str) -> None:
    found = everything(opened(with_text(words)))

    assert all(cell.data_type != "f" for cell in found)
    assert all(cell.hyperlink is None for cell in found)
    plain = "".join(c for c in words if c.isprintable())
    assert plain == "" or plain in [cell.value for cell in found]


def test_the_same_content_gives_the_same_bytes() -> None:
    assert workbook(the_material()) == workbook(the_material())


def test_the_summary_has_a_chart_with_words_beside_it() -> None:
    charts = opened()["Summary"]._charts

    assert len(charts) == 1
    assert b"Score per perspective" in workbook_part(the_material(), "xl/charts/chart1.xml")
    assert b"descr=" in workbook_part(the_material(), "xl/drawings/drawing1.xml")


def workbook_part(material: Material, name: str) -> bytes:
    import zipfile

    with zipfile.ZipFile(io.BytesIO(workbook(material))) as packed:
        return packed.read(name)


def test_few_perspectives_make_bars_and_none_no_chart() -> None:
    two = an_outcome(
        {"C-1": {"coordinator": "3"}, "C-2": {"coordinator": "2"}},
        catalogue_of(C_1={"perspective": "client"}, C_2={"perspective": "process"}),
    )
    none = replace(two, result=replace(two.result, criteria={}))

    assert b"barChart" in workbook_part(the_material(two), "xl/charts/chart1.xml")
    assert opened(the_material(none))["Summary"]._charts == []


def test_an_open_assessment_says_that_it_is_open() -> None:
    book = opened(the_material(the_outcome(SIGNS, is_closed=False, before=False)))

    assert any("picture so far" in str(c.value) for c in everything(book))


def test_dutch_numbers_are_numbers_and_dutch_words_are_dutch() -> None:
    book = opened(the_material(language="nl"))

    assert book.sheetnames[0] == "Samenvatting"
    found = [row["Score"] for row in rows(book, "Criteria")]
    assert all(value is None or isinstance(value, float | int) for value in found)


def test_no_comments_and_no_agreements_make_no_trouble() -> None:
    book = opened(the_material(comments={}, agreements=[]))

    assert "Comments" not in book.sheetnames
    assert rows(book, "Agreements") == []
