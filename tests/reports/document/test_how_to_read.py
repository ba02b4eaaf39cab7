"""How to read a report, whole and in short."""

from assessment.catalogue.header import Source
from assessment.catalogue.model import Catalogue
from reports.document.build import build
from tests.support.catalogues import a_study
from tests.support.files.documents import section_text
from tests.support.material import (
    the_material,
)
from tests.support.outcomes import an_outcome, catalogue_of, text

WHOLE = build(the_material())


def test_how_to_read_explains_the_scales_that_were_used() -> None:
    said = section_text(WHOLE, "How to read this")

    assert "The levels of the scale ‘practice’" in said
    assert "The levels of the scale ‘experience’" in said
    assert "0 · Absent" in said


def test_one_scale_stands_alone() -> None:
    outcome = an_outcome({"C-1": {"coordinator": "3"}})

    assert "experience" not in section_text(build(the_material(outcome)), "How to read this")


def test_the_short_report_explains_in_a_few_sentences() -> None:
    report = build(the_material(short=True))

    said = section_text(report, "How to read this")

    assert "Levels of ‘practice’: 0 Absent, 1 One person, 2 Agreed, 3 Done, 4 Improved." in said
    assert "no total score, on purpose" in said


def test_what_the_criteria_rest_on_is_named() -> None:
    sources = tuple(
        Source(id=n, title=text(f"Paper {n}"), description=text("")) for n in ("S1", "S2")
    )
    catalogue = catalogue_of(C_1={"sources": ("S1-A2",), "studies": ("DB02",)}, C_2={})
    parts = {name: getattr(catalogue, name) for name in Catalogue.model_fields}
    whole = Catalogue(**{**parts, "sources": sources, "studies": (a_study(), a_study(id="X"))})
    outcome = an_outcome({"C-1": {"coordinator": "3"}}, whole)

    said = section_text(build(the_material(outcome, comments={})), "How to read this")

    assert "What the criteria rest on\nPaper S1\nDuBois (2002), Effects. It helped." in said
    assert said.count("DuBois") == 1
    assert "Paper S2" not in said
