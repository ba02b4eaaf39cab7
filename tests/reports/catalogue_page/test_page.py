"""The catalogue as a page: whole, and texts stay texts."""

import pytest

from assessment.catalogue.model import Profile, Text
from reports.catalogue_page.page import overview_page
from tests.support.catalogues import (
    a_catalogue,
    a_criterion,
    a_factor,
    a_number,
    a_study,
    text,
)
from tests.support.ui.conversation import BOUNDARIES, RELATIONSHIP, TENSION, THESIS, words


def test_a_bare_catalogue_is_a_short_page() -> None:
    page = overview_page(a_catalogue(), "en")

    assert "### C-1 · words" in page
    assert "from the sources" in page
    assert "Evidence" not in page
    assert "Theses to talk about" not in page


def test_the_core_is_counted_and_named() -> None:
    page = overview_page(a_catalogue(a_criterion(core=True), "C-2"), "en")

    assert "of which 2 minimal. One of these is the core. The core: it always counts" in page
    assert page.count("minimal, core") == 1


def test_studies_stand_with_the_criteria_that_rest_on_them() -> None:
    studies = (a_study(), a_study(id="X1", year=2018))
    page = overview_page(a_catalogue(a_criterion(studies=("DB02",)), studies=studies), "en")

    assert "- Studies: DB02" in page
    assert (
        "## What studies found\n\n### DB02 · DuBois (2002)\n\nDuBois (2002), Effects. It helped."
        "\n\nCriteria it touches: C-1.\n\n### X1 · DuBois (2018)" in page
    )
    assert page.count("Criteria it touches") == 1


def test_factors_stand_by_what_they_do_with_the_criteria_that_carry_them() -> None:
    factors = (a_factor("F-1", "failure"), a_factor("F-2"))
    both = overview_page(a_catalogue(factors=factors), "en")
    one = overview_page(a_catalogue(factors=factors[:1]), "en")

    assert both.index("## What makes it work") < both.index("### F-2 · Factor F-2")
    assert both.index("### F-2") < both.index("## What makes it fail") < both.index("### F-1")
    assert "So it is.\n\nCriteria it touches: C-1." in both
    assert "What makes it work" not in one


def test_numbers_to_call_say_where_they_come_from_and_when_they_were_checked() -> None:
    numbers = (a_number(), a_number("103", checked="2026-11-20"))
    page = overview_page(a_catalogue(help=numbers), "en")

    line = "| Here | Somebody | 102 | To talk. | www.example.org | not yet: check it yourself |"
    assert line in page
    assert "| 103 | To talk. | www.example.org | 20 November 2026 |" in page


WHOLE = a_catalogue(
    a_criterion(
        origin="standards",
        evidence="one_source",
        supported_by=("EEP4",),
        why=text("because"),
        look_for=(text("paper"), text("habit")),
        not_applicable=text("not yet"),
    ),
    "C-2",
    theses=(THESIS,),
    tensions=(TENSION,),
    boundaries=BOUNDARIES,
    relationship=RELATIONSHIP,
    profiles=(
        Profile(
            id="short",
            title=words("Short"),
            description=words("Some."),
            criteria=("C-1",),
            requirement={"C-1": "growth"},
        ),
    ),
)


@pytest.mark.parametrize(
    "line",
    [
        "| Short | Some. | 1 | C-1: growth |",
        "because",
        "- paper\n- habit",
        "- Where this comes from: from the standards of the field",
        "- Standards: EEP4",
        "- Evidence: Named by one standard. Only one standard of the field asks for this.",
        "- Both can be defended: Often or seldom",
        "### T-1 · All is well",
        "- so\n- and so",
        "### TN-1 · Often or seldom",
        "|  | words | Coach | Baker |",
        "| Aim | wide | narrow |  |",
        "| I chose. | Coach | Ask. |",
        "### Beginning",
        "| Week 1 | Calling. | Pair |  |",
        "[The limit](#the-limit)",
    ],
)
def test_everything_that_is_there_stands_on_the_page(line: str) -> None:
    assert line in overview_page(WHOLE, "en")


def test_marks_of_markdown_stay_marks() -> None:
    page = overview_page(a_catalogue(a_criterion(title=text("a|b *c* <i>\nd"))), "en")

    assert "### C-1 · a\\|b \\*c\\* \\<i\\> d" in page


def test_a_language_that_the_interface_lacks_gets_english_headings() -> None:
    catalogue = a_catalogue(a_criterion(title=Text({"de": "Sicher", "en": "Safe"})))

    page = overview_page(catalogue, "de")

    assert "### C-1 · Sicher" in page
    assert "## Questionnaires" in page
