"""The report: which parts it has, in which order."""

from reports.document.build import build
from tests.support.files.documents import facts, titles
from tests.support.material import (
    MADE_AT,
    the_material,
    the_project,
)

WHOLE = build(the_material())


def test_a_long_report_has_all_parts_in_order() -> None:
    assert titles(WHOLE) == [
        "Summary",
        "Client",
        "Process",
        "Result",
        "Staff",
        "Groups beside each other",
        "Since last time",
        "What does not apply",
        "Agreements",
        "How to read this",
        "Appendix: our own answers",
    ]


def test_a_short_report_has_what_a_meeting_needs() -> None:
    report = build(the_material(short=True))

    assert titles(report) == ["Summary", "Agreements", "Talk about this first", "How to read this"]
    assert not report.has_cover
    assert list(facts(report)) == ["Assessment", "Who answered", "Made on"]


def test_a_name_that_fills_pages_is_cut() -> None:
    report = build(the_material(project=the_project(name="word " * 99)))

    assert len(report.title) <= 200
    assert report.title.endswith("…")
    assert len(report.footer) < 200


def test_a_report_tells_when_it_was_made() -> None:
    assert WHOLE.made_at == MADE_AT
    assert "made on 20 November 2026 with Mentorspiegel" in WHOLE.footer
