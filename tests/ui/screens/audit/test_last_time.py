"""Last year's answer beside this year's question, and an answer that is taken back."""

from dataclasses import replace

import pytest
from streamlit.testing.v1 import AppTest

from assessment.answers import Answer, AnswerState, Reason
from assessment.assessments import Assessment
from assessment.services import assessments
from assessment.services.context import Workspace
from assessment.services.self_audit import LastTime
from tests.support.ui.audit import CRITERION, open_audit, stored, widget
from tests.support.ui.screens import HOSTILE, OpenPage, answer, following, keys, press, shown
from ui.screens.audit.last_time import option_of_last_time

BEFORE = Answer(CRITERION, AnswerState.LEVEL, 3, comment=HOSTILE, evidence="plan.pdf")


@pytest.fixture
def now(workspace: Workspace, assessment: Assessment) -> Assessment:
    """The assessment after one in which the question was answered."""
    answer(workspace, assessment, BEFORE)
    assessments.close_assessment(workspace, assessment.id)
    return following(workspace, assessment)


def last_time(app: AppTest) -> str:
    """Return the one line that says what was chosen last time; the rest is folded behind it."""
    [said] = [part.label for part in app.expander if "Last time" in part.label]
    return said.replace("\\", "")


def marked(app: AppTest) -> list[str]:
    """Return the choices that are marked as the one of last time."""
    choice = app.radio(key=widget(app, "choice"))
    return [option for option in choice.options if "last time" in option]


def test_level_note_and_evidence_of_last_time_can_be_taken_over(
    open_page: OpenPage, workspace: Workspace, now: Assessment
) -> None:
    app = open_audit(open_page, now)
    assert last_time(app).startswith("Last time (2026): 3 · ")
    assert [option[:1] for option in marked(app)] == ["3"]
    assert '<strong>What you noted</strong></p><p class="ms-text">&lt;script&gt;' in shown(app)
    assert '<strong>What you can point at</strong></p><p class="ms-text">plan.pdf' in shown(app)

    press(app, "take_over_last_time")

    assert replace(stored(workspace, now), version=0) == BEFORE
    assert app.radio(key=widget(app, "choice")).value == "3"
    assert app.text_input(key=widget(app, "evidence")).value == "plan.pdf"
    assert "take_over_last_time" not in keys(app)


def test_what_was_answered_now_is_not_overwritten(
    open_page: OpenPage, workspace: Workspace, now: Assessment
) -> None:
    app = open_audit(open_page, now)
    app.radio(key=widget(app, "choice")).set_value("1").run()
    app.text_area(key=widget(app, "comment")).set_value("nu zo").run()

    press(app, "take_over_last_time")

    found = stored(workspace, now)
    assert (found.level, found.comment, found.evidence) == (1, "nu zo", "plan.pdf")


@pytest.mark.parametrize(
    ("before", "words", "number"),
    [
        (Answer(CRITERION, AnswerState.UNKNOWN), "I don't know", 1),
        (Answer(CRITERION, AnswerState.DECLINED), "I'd rather not say", 0),  # nobody is offered it
        (Answer(CRITERION, comment="nog navragen"), "not answered", 0),
        (
            Answer(CRITERION, AnswerState.NOT_APPLICABLE, reason=Reason.OTHER, reason_text="nee"),
            "Does not apply to us · Another reason · nee",
            1,
        ),
    ],
)
def test_an_answer_without_a_level_is_shown_in_words(
    open_page: OpenPage,
    workspace: Workspace,
    assessment: Assessment,
    before: Answer,
    words: str,
    number: int,
) -> None:
    answer(workspace, assessment, before)
    app = open_audit(open_page, following(workspace, assessment))
    assert words in last_time(app)
    assert len(marked(app)) == number
    assert ("Nothing was noted." in shown(app)) == (not before.comment)


def test_a_level_on_another_scale_marks_no_choice(workspace: Workspace) -> None:
    then = LastTime("2026", workspace.catalogue, BEFORE, is_comparable=True)
    assert option_of_last_time(then) == "3"
    assert option_of_last_time(replace(then, is_comparable=False)) == ""


def test_a_first_assessment_shows_nothing_of_last_time(
    open_page: OpenPage, assessment: Assessment
) -> None:
    app = open_audit(open_page, assessment)
    assert [part.label for part in app.expander if "Last time" in part.label] == []
    assert marked(app) == []


def open_again(app: AppTest) -> None:
    app.radio(key=widget(app, "choice")).set_value("3").run()
    app.text_area(key=widget(app, "comment")).set_value("blijft").run()
    press(app, "take_back")


def test_an_answer_can_be_taken_back_and_its_note_stays(
    open_page: OpenPage, workspace: Workspace, assessment: Assessment
) -> None:
    app = open_audit(open_page, assessment)
    assert "take_back" not in keys(app)

    open_again(app)

    found = stored(workspace, assessment)
    assert (found.is_answered, found.comment) == (False, "blijft")
    assert app.radio(key=widget(app, "choice")).value is None
    assert "0 of 20 questions answered" in shown(app)


def test_a_closed_assessment_can_take_nothing_over_or_back(
    open_page: OpenPage, workspace: Workspace, now: Assessment
) -> None:
    answer(workspace, now, Answer(CRITERION, AnswerState.LEVEL, 1))
    assessments.close_assessment(workspace, now.id)
    app = open_audit(open_page, now)
    assert "Last time (2026)" in last_time(app)
    assert not {"take_over_last_time", "take_back"} & keys(app)
