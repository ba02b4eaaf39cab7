"""The later parts of a report: movement, what does not apply, agreements, reading, appendix."""

from dataclasses import replace
from datetime import date

import pytest

from assessment.answers import Answer, AnswerState, Reason
from reports.document.build import build
from reports.document.model import Bullets, Report
from tests.support.builders import an_agreement
from tests.support.documents import blocks, section_text
from tests.support.material import (
    MADE_AT,
    the_catalogue,
    the_material,
    the_outcome,
    the_project,
)
from tests.support.outcomes import an_outcome

WHOLE = build(the_material())


def titles(report: Report) -> list[str]:
    return [section.title for section in report.sections]


def test_movement_is_told_with_what_cannot_be_compared() -> None:
    said = section_text(WHOLE, "Since last time")

    assert (
        "Went up\nCriterion | Last time | Now | Change\nCriterion C-1 * | 2.0 | 2.6 | +0.6" in said
    )
    assert "Went down" in said
    assert "Stayed the same" in said
    assert "Criterion C-4 | no score last time" in said
    assert "* Other groups answered than last time." in said


def test_each_voice_is_compared_with_itself() -> None:
    answers = {"C-1": {"coordinator": "1", "mentor": "11111"}}
    catalogue = the_catalogue()
    before = an_outcome(answers, catalogue)
    now = an_outcome({"C-1": {"coordinator": "2", "mentor": "33333"}}, catalogue, previous=before)

    said = section_text(build(the_material(now)), "Since last time")

    assert "Per group, on what both times may show:" in said
    assert "Mentors, on one criterion: 1 up, 0 down, 0 the same" in said


def test_when_the_previous_one_is_open_again_only_own_answers_are_compared() -> None:
    outcome = replace(the_outcome(), moves_alone=True)

    said = section_text(build(the_material(outcome)), "Since last time")

    assert "The previous assessment is open again" in said


def test_the_first_time_there_is_no_movement() -> None:
    report = build(the_material(the_outcome(before=False)))

    assert "Since last time" not in titles(report)
    assert "Since last time" not in section_text(report, "Summary")


def test_without_other_speakers_there_is_no_mark() -> None:
    catalogue = the_catalogue()
    before = an_outcome({"C-1": {"coordinator": "1"}}, catalogue)
    now = an_outcome({"C-1": {"coordinator": "3"}}, catalogue, previous=before)

    assert "*" not in section_text(build(the_material(now)), "Since last time")


def test_what_was_left_out_has_its_reason() -> None:
    said = section_text(WHOLE, "What does not apply")

    assert "Criterion C-5 | A partner does this: The town · yet answered: Mentees 5" in said
    assert "Criterion C-2 | growth | We just began" in said
    assert "One criterion of the catalogue was not part of this assessment." in said


def test_a_choice_against_a_criterion_is_told() -> None:
    outcome = the_outcome()
    choice = replace(outcome.choices["C-2"], in_scope=False)
    changed = replace(outcome, choices={"C-2": choice})

    said = section_text(build(the_material(changed)), "What does not apply")

    assert "Criterion C-2 | not asked | We just began" in said


def test_where_all_applies_there_is_no_such_part() -> None:
    outcome = an_outcome({"C-1": {"coordinator": "3"}})

    assert "What does not apply" not in titles(build(the_material(outcome)))


def test_agreements_of_now_and_before_keep_all_their_words() -> None:
    said = section_text(WHOLE, "Agreements")

    now, before = said.split("Agreed before")
    row = "Ask every mentee | Criterion C-2 | Coordinator | 15 January 2027 | Not started"
    assert row in now
    assert "Write it down\nWhat happened: It stands in the plan | C-9 | – | – | Done" in before


@pytest.mark.parametrize("short", [True, False])
def test_without_agreements_that_is_said(short: bool) -> None:
    report = build(the_material(agreements=[], short=short))

    assert section_text(report, "Agreements") == "No agreements were made yet."


@pytest.mark.parametrize(("number", "said"), [(6, "One more"), (8, "3 more")])
def test_the_short_report_names_five_agreements_and_counts_the_rest(number: int, said: str) -> None:
    agreements = [an_agreement(str(n), text=f"Do {n} " + "word " * 99) for n in range(number)]

    text = section_text(build(the_material(agreements=agreements, short=True)), "Agreements")

    assert [f"Do {n} word" in text for n in range(number)] == [True] * 5 + [False] * (number - 5)
    assert f"{said} agreement" in text
    assert "…" in text


def test_a_date_is_said_in_the_language_of_the_report() -> None:
    agreement = an_agreement(due=date(2027, 1, 5))

    report = build(the_material(agreements=[agreement], language="nl"))

    assert "5 januari 2027" in section_text(report, "Afspraken")


def test_the_appendix_holds_every_word_of_the_organisation() -> None:
    said = section_text(WHOLE, "Appendix: our own answers")

    assert "C-1 · Criterion C-1" in said
    assert "Our answer: 3 · Done\nComment: We ask.\nAlways.\nEvidence: The form" in said
    assert "Our answer: does not apply\nReason: A partner does this: The town" in said
    assert "Our answer: don't know" in said
    assert "not answered yet\nComment: Later\nFor the talk: Marked for the talk" in said


def test_what_was_not_answered_is_listed() -> None:
    outcome = an_outcome({"C-1": {"coordinator": "3"}, "C-2": {"mentor": "33333"}})

    said = section_text(build(the_material(outcome)), "Appendix: our own answers")

    assert said.endswith("Not answered yet\nCriterion C-2")


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (Answer("C-1", AnswerState.DECLINED), "rather not say"),
        (Answer("C-1", AnswerState.NOT_APPLICABLE, reason_text="Old words"), "Reason: Old words"),
        (
            Answer("C-1", AnswerState.NOT_APPLICABLE, reason=Reason.NOT_IN_THIS_PHASE),
            "Reason: Not in this phase of the project",
        ),
        (Answer("C-1", evidence="A list"), "Our answer: not answered yet\nEvidence: A list"),
    ],
)
def test_every_kind_of_answer_has_its_words(answer: Answer, said: str) -> None:
    outcome = replace(the_outcome(), answers={"C-1": answer})

    assert said in section_text(build(the_material(outcome)), "Appendix: our own answers")


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
    assert len(blocks(report, Bullets)) == 4


def test_a_name_that_fills_pages_is_cut() -> None:
    report = build(the_material(project=the_project(name="word " * 99)))

    assert len(report.title) <= 200
    assert report.title.endswith("…")
    assert len(report.footer) < 200


def test_a_report_tells_when_it_was_made() -> None:
    assert WHOLE.made_at == MADE_AT
    assert "made on 20 November 2026 with Mentorspiegel" in WHOLE.footer
