"""The appendix: every answer of the organisation with its words."""

from dataclasses import replace

import pytest

from assessment.answers import Answer, AnswerState, Reason
from reports.document.build import build
from tests.support.files.documents import section_text
from tests.support.material import (
    the_material,
    the_outcome,
)
from tests.support.outcomes import an_outcome

WHOLE = build(the_material())


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
