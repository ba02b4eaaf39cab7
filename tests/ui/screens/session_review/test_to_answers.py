"""Agreed levels as answers of the organisation: with a preview, by choice, in an open assessment."""

from assessment.assessments import Assessment
from assessment.services import assessments
from assessment.services.context import Workspace
from tests.support.session.evenings import an_evening
from tests.support.ui.screens import OpenPage, press, shown


def test_chosen_levels_become_answers_with_the_session_as_evidence(
    open_page: OpenPage, workspace: Workspace, whole: Assessment
) -> None:
    room = an_evening(workspace, project=whole.project)
    app = open_page("session_review", session=room.id)
    assert "Agreed in a session of 14 people." in shown(app)
    app.multiselect(key=f"answers:{room.id}:2:en").set_value(["MC-41"]).run()
    press(app, "take_answers")
    own = workspace.store.answers.all(workspace.own_respondent(whole).id)

    assert own["MC-41"].level == 2
    assert own["MC-41"].evidence == (
        "Agreed in a session of 14 people.\nWe ask, and not everybody."
    )
    assert "MC-03" not in own
    app.multiselect(key=f"answers:{room.id}:1:en").set_value([]).run()
    assert app.button(key="take_answers").disabled


def test_a_closed_assessment_does_not_change(
    open_page: OpenPage, workspace: Workspace, whole: Assessment
) -> None:
    room = an_evening(workspace, project=whole.project)
    assessments.close_assessment(workspace, whole.id)

    page = shown(open_page("session_review", session=room.id))
    assert "The newest assessment is closed" in page


def test_when_all_was_taken_over_nothing_would_change(
    open_page: OpenPage, workspace: Workspace, whole: Assessment
) -> None:
    room = an_evening(workspace, project=whole.project)
    app = press(open_page("session_review", session=room.id), "take_answers")

    assert "Nothing would change: no other levels were agreed." in shown(app)
