"""What a form would change: only what was changed in it, and nothing silently."""

from typing import Any

import pytest

from assessment.answers import Answer, AnswerState
from assessment.catalogue.model import Text
from exchange.forms.import_plan import (
    Decision,
    LineChange,
    Note,
    Plan,
    Remark,
    Target,
    answers_to_write,
    joined,
    plan_import,
)
from exchange.forms.model import FilledForm, FormQuestion, Head
from tests.support.builders import a_respondent, an_assessment
from tests.support.catalogues import a_criterion
from tests.support.files.forms import LEVEL, two_criteria

CATALOGUE = two_criteria()
HEAD = Head("tiny", "1", CATALOGUE.content_hash, "A1", "coordinator", "", "en", "2026-11-20", "Q")
OPEN = Answer("C-1")


def given(level: int, comment: str = "", evidence: str = "", version: int = 1) -> Answer:
    return Answer("C-1", LEVEL, level, comment=comment, evidence=evidence, version=version)


def a_form(
    before: Answer,
    now: Answer | None,
    *,
    head: Head = HEAD,
    scale: str = "practice",
    title: str = "Criterion C-1",
) -> FilledForm:
    questions = {"C-1": FormQuestion("C-1", scale, title, before)}
    answers = {} if now is None else {"C-1": now}
    return FilledForm(head, questions, answers, {"C-1": "Q!E7"})


def plan_of(
    before: Answer = OPEN, stored: Answer | None = OPEN, form: Answer | None = OPEN, **more: Any
) -> Plan:
    target = Target(
        an_assessment(),
        CATALOGUE,
        a_respondent(),
        CATALOGUE.criteria,
        {"C-1": stored} if stored else {},
        is_anonymous=False,
    )
    return plan_import(target, a_form(before, form, **more))


@pytest.mark.parametrize(
    ("before", "stored", "form", "change"),
    [
        (OPEN, None, given(2), LineChange.NEW),
        (OPEN, OPEN, given(2), LineChange.NEW),
        (given(1), given(1), given(2), LineChange.CHANGED),
        (given(1), given(1, version=9), given(1, "more"), LineChange.CHANGED),
        (given(1), given(3), given(2), LineChange.CONFLICT),
        (given(1, "a"), given(1, "b"), given(1, "c"), LineChange.CONFLICT),
        (OPEN, given(3), given(2), LineChange.CONFLICT),
        (given(1), given(1), OPEN, LineChange.EMPTIED),
        (given(1, "words"), given(1, "words"), given(1), LineChange.EMPTIED),
        (given(1, "", "proof"), given(1, "", "proof"), given(2), LineChange.EMPTIED),
        (given(1), given(3), given(1), None),
        (given(1), given(2), given(2), None),
        (given(1, "a  b"), given(3), given(1, "a b"), None),
        (given(1), OPEN, OPEN, None),
    ],
)
def test_three_answers_decide_what_happens(
    before: Answer, stored: Answer | None, form: Answer, change: LineChange | None
) -> None:
    plan = plan_of(before, stored, form)

    assert [step.change for step in plan.steps] == ([change] if change else [])
    assert plan.unchanged == (0 if change else 1)


def test_a_change_is_written_at_the_version_it_was_held_against_and_keeps_its_mark() -> None:
    stored = Answer("C-1", LEVEL, 1, marked=True, version=7)
    (written,) = answers_to_write(plan_of(given(1), stored, given(2)), {})

    assert written == Answer("C-1", LEVEL, 2, marked=True, version=7)


CONFLICT = (given(1), given(3, "theirs", "map", version=4), given(2, "mine"))


def test_a_conflict_without_a_decision_changes_nothing() -> None:
    plan = plan_of(*CONFLICT)

    assert [step.criterion for step in plan.open] == ["C-1"]
    assert answers_to_write(plan, {}) == []
    assert answers_to_write(plan, {"C-1": Decision.KEEP}) == []


def test_the_form_can_be_taken() -> None:
    assert answers_to_write(plan_of(*CONFLICT), {"C-1": Decision.TAKE}) == [
        given(2, "mine", version=4)
    ]


def test_the_words_of_both_can_be_kept() -> None:
    (written,) = answers_to_write(plan_of(*CONFLICT), {"C-1": Decision.BOTH})

    assert written == given(2, "theirs\n\nmine", "map", version=4)


def test_both_keeps_the_answer_where_the_form_has_none() -> None:
    plan = plan_of(given(1), given(3, version=2), Answer("C-1", comment="nog uitzoeken"))
    (written,) = answers_to_write(plan, {"C-1": Decision.BOTH})

    assert written == given(3, "nog uitzoeken", version=2)


def test_a_change_can_be_declined_too() -> None:
    assert answers_to_write(plan_of(given(1), given(1), given(2)), {"C-1": Decision.KEEP}) == []


def test_a_form_of_another_assessment_decides_nothing_by_itself() -> None:
    head = Head(**{**vars(HEAD), "assessment": "A9"})
    plan = plan_of(given(1), given(1), given(2), head=head)

    assert plan.notes == (Note(Remark.OTHER_ASSESSMENT),)
    assert [step.change for step in plan.steps] == [LineChange.CONFLICT]


def test_of_another_scale_only_the_words_are_taken() -> None:
    head = Head(**{**vars(HEAD), "hash": "older"})
    plan = plan_of(OPEN, given(1), given(4, "words"), head=head, scale="experience")

    assert plan.notes == (Note(Remark.OTHER_VERSION), Note(Remark.OTHER_SCALE, "C-1"))
    assert plan.steps[0].filled == given(1, "words")
    assert plan_of(OPEN, OPEN, given(4), head=head, scale="experience").steps == ()


def test_other_words_and_lines_that_are_gone_are_told() -> None:
    assert plan_of(title="An older title").notes == (Note(Remark.OTHER_WORDS, "C-1"),)
    assert plan_of(form=None).notes == (Note(Remark.NO_LINE, "C-1"),)


def test_what_is_not_asked_here_is_left_out_and_told() -> None:
    other = a_criterion("C-9", title=Text({"en": "x"}))
    target = Target(an_assessment(), CATALOGUE, a_respondent(), (other,), {}, is_anonymous=False)
    plan = plan_import(target, a_form(OPEN, given(2)))

    assert plan.notes == (Note(Remark.NOT_ASKED, "C-1"),)
    assert plan.steps == ()


@pytest.mark.parametrize(
    ("texts", "whole"),
    [
        (("a", "b"), "a\n\nb"),
        (("", "b", " "), "b"),
        (("a", "a"), "a"),
        (("longer a text", "a text"), "longer a text"),
        (("a text", "longer a text"), "longer a text"),
    ],
)
def test_texts_are_joined_without_saying_a_thing_twice(texts: tuple[str, ...], whole: str) -> None:
    assert joined(*texts) == whole


def test_an_answer_that_is_unknown_is_an_answer() -> None:
    unknown = Answer("C-1", AnswerState.UNKNOWN)

    assert plan_of(OPEN, OPEN, unknown).steps[0].filled == unknown
