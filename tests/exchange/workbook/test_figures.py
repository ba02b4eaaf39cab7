"""The sheets of figures: those of the scoring core, as numbers, as far as they may be shown."""

from dataclasses import replace

from openpyxl import Workbook

from tests.support.files.workbooks import about, everything, opened, rows, workbook_part
from tests.support.material import SIGNS, the_material, the_outcome
from tests.support.outcomes import an_outcome, catalogue_of


def test_the_figures_are_those_of_the_scoring_core() -> None:
    outcome = the_outcome()
    found = {row["No."]: row for row in rows(opened(), "Criteria")}

    for name, result in outcome.result.criteria.items():
        row = found[name]
        assert row["Score"] == about(result.score)
        assert row["Target"] == result.target
        assert row["Missing"] == about(result.gap)
        assert row["Priority"] == (result.priority.value if result.priority else None)
        assert row["Consensus"] == about(result.spread.consensus if result.spread else None)


def test_that_something_is_left_out_is_said_once() -> None:
    def said(book: Workbook) -> int:
        return sum(
            str(cell.value).count("Some answers are not shown.") for cell in everything(book)
        )

    alone = an_outcome({"C-1": {"coordinator": "3"}})

    assert (said(opened()), said(opened(the_material(alone)))) == (1, 0)


def test_the_summary_has_a_chart_with_words_beside_it() -> None:
    charts = opened()["Summary"]._charts

    assert len(charts) == 1
    assert b"Score per perspective" in workbook_part(the_material(), "xl/charts/chart1.xml")
    assert b"descr=" in workbook_part(the_material(), "xl/drawings/drawing1.xml")


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


def test_what_is_missing_stands_most_urgent_first_with_what_helps() -> None:
    outcome = the_outcome()
    found = rows(opened(), "Still missing")
    criteria = outcome.result.criteria

    assert [row["No."] for row in found]
    assert {row["No."] for row in found} == {n for n, c in criteria.items() if c.gap}
    urgency = [row["Priority"] for row in found]
    assert urgency == sorted(urgency, reverse=True)
    assert all(row["Missing"] == about(criteria[row["No."]].gap) for row in found)
