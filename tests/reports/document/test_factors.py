"""What makes a project succeed or fail, in the long report."""

from dataclasses import replace

from reports.document.build import build
from tests.support.files.documents import section_text, titles
from tests.support.material import the_material
from tests.support.outcomes import outcome_with_factors

TITLE = "What makes it work, and what makes it fail"


def test_each_factor_stands_with_why_and_what_is_so_here() -> None:
    material = the_material(outcome_with_factors(), comments={})

    said = section_text(build(material), TITLE)

    assert (
        "What makes it work\nWhat | Why | In this project\nFactor F-1 | So it is. | Below" in said
    )
    assert "What makes it fail\nWhat | Why | In this project\nFactor F-4 | So it is. | None" in said
    assert TITLE not in titles(build(replace(material, short=True)))


def test_a_catalogue_without_factors_has_no_such_part() -> None:
    assert TITLE not in titles(build(the_material()))
