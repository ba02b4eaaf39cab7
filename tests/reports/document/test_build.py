"""What a report says, before it becomes a document."""

from dataclasses import replace

import pytest

from reports.document.build import build
from reports.document.model import Figure, Quotes, Report
from tests.support.builders import an_assessment
from tests.support.documents import blocks, section_text
from tests.support.material import (
    the_catalogue,
    the_material,
    the_outcome,
    the_project,
)
from tests.support.outcomes import an_outcome

WHOLE = build(the_material())


def titles(report: Report) -> list[str]:
    return [section.title for section in report.sections]


def facts(report: Report) -> dict[str, str]:
    return dict(report.facts.pairs)


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


def test_the_cover_gives_the_context() -> None:
    assert (WHOLE.title, WHOLE.subtitle) == ("Maatjes", "Najaar 2026")
    assert facts(WHOLE) == {
        "Assessment": "Najaar 2026 (closed on 20 November 2026)",
        "Who answered": "Coordinator 1 · Mentors 7 · Mentees 6",
        "Made on": "20 November 2026",
        "Kind of mentoring": "At school or in higher education",
        "For whom": "Students in their first year",
        "Are mentees under eighteen?": "Some are",
        "How far is the programme?": "Running for some years",
        "Pairs in a year": "40",
        "Place or region": "A town",
        "Running since": "2020",
        "Criteria": "8 criteria from ‘words’, version 1",
        "How high we aim": "words",
        "Fingerprint of the criteria": the_catalogue().content_hash[:16],
    }


def test_what_is_not_known_is_left_out_of_the_cover() -> None:
    bare = the_project(
        kind=None, target_group="", minors=None, stage=None, size=None, region="", start_year=None
    )
    outcome = an_outcome({"C-1": {"coordinator": "3"}})
    nameless = replace(
        outcome, assessment=an_assessment(name="", ambition="gone"), participation={}
    )

    found = facts(build(the_material(nameless, project=bare)))

    assert list(found) == ["Assessment", "Made on", "Criteria", "Fingerprint of the criteria"]
    assert found["Assessment"] == "open: this is the picture so far"


def test_the_summary_says_floor_movement_gaps_and_strengths() -> None:
    said = section_text(WHOLE, "Summary")

    assert "1 of the 6 minimal criteria reaches its target." in said
    assert "Since last time one criterion went up, 2 went down and 1 stayed the same." in said
    assert "Criterion C-6: score 3.0, target 3, minimal" in said
    assert "Criterion C-2: score 1.5, target 3, still missing: 1.5, growth" in said
    assert "These minimal criteria do not reach their target yet: ‘Criterion C-1’" in said
    assert "Client | 2 · Agreed / Partly | 2.1 | 2 of 2 | 3.0 | 2.0" in said


def test_the_radar_is_told_in_words() -> None:
    picture = next(f for f in blocks(WHOLE, Figure) if "perspective" in f.caption)

    assert picture.alt.startswith("Client: 2.1 of 4, target 3.0, last time 2.0.")
    assert picture.alt.endswith("Staff: no score yet, target 3.0.")


def test_without_gaps_or_strengths_the_summary_says_so() -> None:
    outcome = an_outcome({"C-1": {"coordinator": "2"}}, target=2)

    said = section_text(build(the_material(outcome, comments={})), "Summary")

    assert "Nothing that has a score is below its target." in said
    assert "Nothing has a score of 3 or more yet without being below its target." in said
    assert "The floor" not in said


def test_an_open_assessment_says_that_it_is_not_final() -> None:
    report = build(the_material(the_outcome(is_closed=False)))

    assert "This is the picture so far: 7 of 8 questions answered" in section_text(
        report, "Summary"
    )
    assert "only your own answers are compared" in section_text(report, "Since last time")
    assert (
        section_text(report, "Groups beside each other")
        .splitlines()[1]
        .startswith("What they answered shows after closing")
    )


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
    assert "Criterion C-4 | minimal | too few | medium | 2.0 | 3 | 1.0" in section_text(
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


def test_voices_stand_beside_each_other() -> None:
    said = section_text(WHOLE, "Groups beside each other")

    assert "Criterion | Coordinator | Mentors | Mentees | Difference" in said
    assert "Client | 2.0 (2) | 3.2 (1) | 1.8 (2)" in said
    assert "Criterion C-1 | 3.0 (1) | 3.2 (5) | 1.7 (6) | 1.5" in said
    assert "Criterion C-3 | 4.0 (1) | 1.7 (7) | – | 2.3" in said
    assert "Largest difference 2.3: Coordinator and Mentors." in said
    assert "Mentees 1.7: 5 of 6 gave neighbouring answers (1 or 2): shared." in said
    assert "Questions that open the talk\nWhat happened?" in said
    assert "‘Criterion C-4’: 3 answers not shown" in said


def test_hidden_and_pooled_voices_have_their_own_words() -> None:
    outcome = the_outcome(
        {"C-1": {"coordinator": "?", "mentor": "333", "mentee": "33", "partner": "44444"}},
        before=False,
    )

    said = section_text(build(the_material(outcome)), "Groups beside each other")

    row = "Criterion C-1 | – | not shown | not shown | 4.0 (5) | 3.0 (5) | –"
    assert "| Partners | Other groups together | Difference" in said
    assert row in said


def test_where_voices_agree_nothing_has_to_be_talked_about() -> None:
    outcome = the_outcome({"C-1": {"coordinator": "3", "mentor": "33333"}}, before=False)
    material = the_material(outcome, agreements=[])

    long, short = build(material), build(replace(material, short=True))

    assert "No groups differ clearly." in section_text(long, "Groups beside each other")
    assert "Talk about this first" not in titles(short)


def test_where_no_two_voices_are_heard_there_is_nothing_to_lay_beside() -> None:
    signs = {"C-1": {"coordinator": "?", "mentor": "33333"}, "C-2": {"coordinator": "3"}}
    outcome = the_outcome(signs, before=False)

    said = section_text(build(the_material(outcome)), "Groups beside each other")

    assert "Mean of each group from 0 to 4" not in said
    assert "Criterion C-1 | – | 3.0 (5)" in said


def test_two_camps_in_one_group_have_no_difference_between_voices() -> None:
    outcome = the_outcome({"C-2": {"mentee": "0004444"}, "C-1": {"coordinator": "3"}})

    said = section_text(build(the_material(outcome)), "Groups beside each other")

    assert "All shown answers together: 4 of 7 gave the same answer (4): two camps." in said
    assert "Largest difference" not in said


def test_alone_there_are_no_voices_to_compare() -> None:
    outcome = the_outcome({"C-1": {"coordinator": "3"}}, before=False)

    assert "Groups beside each other" not in titles(build(the_material(outcome)))


def test_where_nobody_is_shown_only_that_is_said() -> None:
    outcome = the_outcome({"C-1": {"coordinator": "3", "mentor": "33"}}, before=False)

    said = section_text(build(the_material(outcome)), "Groups beside each other")

    assert "‘Criterion C-1’: 2 answers not shown" in said
    assert "Talk about this first" not in said
