"""Where I am in the self-audit: progress, and a way to any question."""

import pytest

from assessment.answers import Answer, AnswerState
from assessment.assessments import Assessment
from assessment.services.context import Workspace
from assessment.services.self_audit import open_audit as open_audit_of
from tests.support.ui.audit import CRITERION, open_audit, widget
from tests.support.ui.screens import OpenPage, shown
from ui.screens.audit.overview import sign


def test_the_jump_list_goes_anywhere(
    open_page: OpenPage, workspace: Workspace, assessment: Assessment
) -> None:
    app = open_audit(open_page, assessment)
    jump = next(s for s in app.selectbox if str(s.key).startswith("jump:"))
    jump.set_value("MC-44").run()
    assert workspace.catalogue.by_id["MC-44"].title.in_language("en") in shown(app)


def test_the_counter_and_the_list_are_right_as_soon_as_a_question_is_answered(
    open_page: OpenPage, workspace: Workspace, assessment: Assessment
) -> None:
    app = open_audit(open_page, assessment)
    assert "0 of 20 questions answered" in shown(app)

    app.radio(key=widget(app, "choice")).set_value("3").run()

    assert "1 of 20 questions answered" in shown(app)
    jump = next(s for s in app.selectbox if str(s.key).startswith("jump:"))
    title = workspace.catalogue.by_id[CRITERION].title.in_language("en")
    assert [one for one in jump.options if one.startswith("✓")] == [f"✓ {title}"]
    app.checkbox(key=widget(app, "marked")).set_value(True).run()
    assert "⚑ 1" in shown(app)


def test_progress_is_counted_per_perspective_with_what_is_marked(
    open_page: OpenPage, workspace: Workspace, assessment: Assessment
) -> None:
    respondent = workspace.own_respondent(assessment).id
    marked = Answer(CRITERION, AnswerState.LEVEL, 3, marked=True)
    workspace.store.answers.save(respondent, marked)
    audit = open_audit_of(workspace, assessment.id)
    name = audit.catalogue.by_id[CRITERION].perspective
    number = sum(1 for criterion in audit.criteria if criterion.perspective == name)
    title = next(p.title.in_language("en") for p in audit.catalogue.perspectives if p.id == name)

    page = shown(open_audit(open_page, assessment))

    assert f"1 of {len(audit.criteria)} questions answered" in page
    assert f"{title}: 1 of {number} · ⚑ 1" in page


@pytest.mark.parametrize(
    ("answer", "signs"),
    [
        (None, "○"),
        (Answer(CRITERION, comment="nog navragen"), "○"),
        (Answer(CRITERION, AnswerState.UNKNOWN), "✓"),
        (Answer(CRITERION, marked=True), "○ ⚑"),
    ],
)
def test_a_sign_says_whether_a_question_is_done_and_marked(
    answer: Answer | None, signs: str
) -> None:
    assert sign(answer) == signs
