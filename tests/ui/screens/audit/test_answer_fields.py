"""An answer is shown as saved only when it is, and never overwritten."""

import pytest

from assessment.answers import Answer, AnswerState, Reason
from assessment.assessments import Assessment
from assessment.services import assessments
from assessment.services.context import Workspace
from tests.support.ui.audit import CRITERION, open_audit, stored, widget
from tests.support.ui.screens import OpenPage, shown
from ui.screens.audit import answer_fields


def test_a_change_from_another_window_is_not_overwritten(
    open_page: OpenPage, workspace: Workspace, assessment: Assessment
) -> None:
    app = open_audit(open_page, assessment)
    voice = workspace.own_respondent(assessment).id
    workspace.store.answers.save(voice, Answer(CRITERION, AnswerState.LEVEL, 1))

    app.radio(key=widget(app, "choice")).set_value("4").run()

    assert stored(workspace, assessment).level == 1
    assert "another window" in shown(app)
    app.button(key=widget(app, "mine")).click().run()
    assert stored(workspace, assessment).level == 4


def test_the_other_window_s_answer_can_be_taken_over(
    open_page: OpenPage, workspace: Workspace, assessment: Assessment
) -> None:
    app = open_audit(open_page, assessment)
    voice = workspace.own_respondent(assessment).id
    theirs = Answer(CRITERION, AnswerState.UNKNOWN, comment="weet ik niet")
    workspace.store.answers.save(voice, theirs)
    app.radio(key=widget(app, "choice")).set_value("4").run()

    app.button(key=widget(app, "theirs")).click().run()

    assert app.radio(key=widget(app, "choice")).value == "unknown"
    assert stored(workspace, assessment).comment == "weet ik niet"


def test_an_answer_of_another_window_shows_up_when_nothing_waits_here(
    open_page: OpenPage, workspace: Workspace, assessment: Assessment
) -> None:
    app = open_audit(open_page, assessment)
    voice = workspace.own_respondent(assessment).id
    left_out = Answer(CRITERION, AnswerState.NOT_APPLICABLE, reason=Reason.DONE_BY_PARTNER)
    workspace.store.answers.save(voice, left_out)

    app.run()

    assert app.radio(key=widget(app, "choice")).value == "not_applicable"
    assert app.selectbox(key=widget(app, "reason")).value is Reason.DONE_BY_PARTNER


def test_a_text_that_is_too_long_is_not_called_saved(
    open_page: OpenPage, workspace: Workspace, assessment: Assessment
) -> None:
    app = open_audit(open_page, assessment)
    app.text_area(key=widget(app, "comment")).set_value("x" * 100_001).run()
    assert "Not saved yet" in shown(app)
    assert stored(workspace, assessment).comment == ""
    app.button(key=widget(app, "notes_part_back")).click().run()
    assert app.text_area(key=widget(app, "comment")).value == ""


def test_characters_that_cannot_be_kept_are_said(
    open_page: OpenPage, workspace: Workspace, assessment: Assessment
) -> None:
    app = open_audit(open_page, assessment)
    app.text_area(key=widget(app, "comment")).set_value("a\0b").run()
    assert "cannot be kept" in shown(app)
    app.text_area(key=widget(app, "comment")).set_value("ab").run()
    assert stored(workspace, assessment).comment == "ab"


def test_an_assessment_closed_meanwhile_says_so(
    open_page: OpenPage, workspace: Workspace, assessment: Assessment
) -> None:
    app = open_audit(open_page, assessment)
    assessments.close_assessment(workspace, assessment.id)
    app.radio(key=widget(app, "choice")).set_value("2").run()
    assert not stored(workspace, assessment).is_answered
    assert "closed" in shown(app)


def test_what_another_window_wrote_over_something_unsaved_is_asked_about(
    open_page: OpenPage, workspace: Workspace, assessment: Assessment
) -> None:
    app = open_audit(open_page, assessment)
    app.text_area(key=widget(app, "comment")).set_value("x" * 100_001).run()
    respondent = workspace.own_respondent(assessment).id
    workspace.store.answers.save(respondent, Answer(CRITERION, comment="van hen"))

    app.run()

    assert "another window" in shown(app)
    assert app.text_area(key=widget(app, "comment")).value == "x" * 100_001
    app.text_area(key=widget(app, "comment")).set_value("van ons").run()
    assert stored(workspace, assessment).comment == "van hen"
    app.button(key=widget(app, "mine")).click().run()
    assert stored(workspace, assessment).comment == "van ons"


def test_a_note_typed_during_a_conflict_overwrites_nothing_until_somebody_chose(
    open_page: OpenPage, workspace: Workspace, assessment: Assessment
) -> None:
    app = open_audit(open_page, assessment)
    respondent = workspace.own_respondent(assessment).id
    workspace.store.answers.save(respondent, Answer(CRITERION, AnswerState.LEVEL, 1))
    app.radio(key=widget(app, "choice")).set_value("4").run()
    assert "another window" in shown(app)

    app.text_area(key=widget(app, "comment")).set_value("zo is het").run()

    assert (stored(workspace, assessment).level, stored(workspace, assessment).comment) == (1, "")
    assert "4 · " in shown(app)
    app.button(key=widget(app, "mine")).click().run()
    answer = stored(workspace, assessment)
    assert (answer.level, answer.comment) == (4, "zo is het")
    assert "another window" not in shown(app)


def test_what_stands_there_can_be_saved_once_it_can_be_kept(
    open_page: OpenPage, workspace: Workspace, assessment: Assessment
) -> None:
    app = open_audit(open_page, assessment)
    app.text_area(key=widget(app, "comment")).set_value("x" * 100_001).run()
    app.text_area(key=widget(app, "comment")).set_value("x" * 100_000)
    app.button(key=widget(app, "notes_part_again")).click().run()
    assert stored(workspace, assessment).comment == "x" * 100_000
    assert "✓ Saved" in shown(app)


def test_what_could_not_be_kept_is_still_there_after_a_look_at_another_question(
    open_page: OpenPage, assessment: Assessment
) -> None:
    app = open_audit(open_page, assessment)
    app.text_area(key=widget(app, "comment")).set_value("x" * 100_001).run()
    app.button(key="way_next").click().run()
    assert app.text_area(key=widget(app, "comment")).value == ""

    app.button(key="way_back").click().run()

    assert app.text_area(key=widget(app, "comment")).value == "x" * 100_001
    assert "Not saved yet" in shown(app)


@pytest.mark.parametrize(
    "answer",
    [
        Answer(CRITERION),
        Answer(CRITERION, AnswerState.LEVEL, 0),
        Answer(CRITERION, AnswerState.UNKNOWN),
        Answer(CRITERION, AnswerState.NOT_APPLICABLE, reason=Reason.OTHER, reason_text="nee"),
    ],
)
def test_an_option_stands_for_an_answer_and_back(answer: Answer) -> None:
    empty = Answer(CRITERION)
    choice = answer_fields.option(answer)
    assert answer_fields.with_choice(empty, choice, answer.reason, answer.reason_text) == answer


def test_only_what_does_not_apply_carries_a_reason() -> None:
    answer = answer_fields.with_choice(Answer(CRITERION, comment="x"), "4", Reason.OTHER, "nee")
    assert answer == Answer(CRITERION, AnswerState.LEVEL, 4, comment="x")
