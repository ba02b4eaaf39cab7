"""A section per perspective: figures, gaps, words of people."""

import pytest

from reports.document.build import build
from reports.document.model import Figure, Quotes
from tests.support.files.documents import blocks, section_text
from tests.support.material import (
    the_material,
    the_outcome,
)
from tests.support.outcomes import an_outcome

WHOLE = build(the_material())


def test_a_perspective_has_its_figures_gaps_and_words_of_people() -> None:
    said = section_text(WHOLE, "Client")

    assert "Criterion C-1 | minimal | mostly shared | low | 2.6 | 3 | 0.4" in said
    assert "Criterion C-2 | growth | shared | medium | 1.5 | 3 | 1.5" in said
    assert "What is still missing, the most urgent first" in said
    assert (
        "What people wrote\nCriterion C-1\nFacilitator\nAsk twice.\nMentees\nI wanted it." in said
    )


def test_without_other_voices_there_is_no_word_for_spread() -> None:
    assert "Criterion C-8 | minimal | – | no score yet | 3 | –" in section_text(WHOLE, "Staff")


def test_few_answers_have_no_word_for_spread() -> None:
    assert "Criterion C-4 | minimal | too few answers | medium | 2.0 | 3 | 1.0" in section_text(
        WHOLE, "Process"
    )


def test_what_does_not_apply_has_no_spread() -> None:
    outcome = an_outcome({"C-1": {"coordinator": "-"}, "C-2": {"mentor": "33333"}})

    assert "Criterion C-1 | minimal | – | – | does not apply" in section_text(
        build(the_material(outcome)), "Client"
    )


def test_many_gaps_go_over_several_charts() -> None:
    answers = {f"C-{n}": {"coordinator": "1"} for n in range(30)}
    report = build(the_material(an_outcome(answers), comments={}))

    charts = [f for f in blocks(report, Figure) if "below" in f.caption]

    assert [chart.alt.count("still missing: 2.0") for chart in charts] == [22, 8]


@pytest.mark.parametrize("is_closed", [True, False])
def test_comments_of_voices_that_are_not_shown_are_never_quoted(is_closed: bool) -> None:
    given = {"C-4": {"mentee": ("Secret",)}, "C-1": {"mentee": ("Shown",), "partner": ("Nobody",)}}
    report = build(the_material(the_outcome(is_closed=is_closed), comments=given))

    quoted = [text for quote in blocks(report, Quotes) for text in quote.texts]

    assert quoted == (["Shown"] if is_closed else [])
