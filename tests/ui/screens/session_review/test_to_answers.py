"""Agreed levels as answers of the organisation: with a preview, by choice, in an open assessment."""

from assessment.assessments import Assessment
from assessment.services import assessments
from assessment.services.context import Workspace
from tests.support.session.evenings import an_evening
from tests.support.ui.screens import OpenPage, links, press, shown


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


def test_pressed_in_two_tabs_it_is_taken_over_once_and_says_where_it_went(
    open_page: OpenPage, workspace: Workspace, whole: Assessment
) -> None:
    room = an_evening(workspace, project=whole.project)
    first, second = (open_page("session_review", session=room.id) for _ in range(2))
    assert "Taken over already" not in shown(first)
    press(first, "take_answers")
    once = workspace.store.answers.all(workspace.own_respondent(whole).id)
    press(second, "take_answers")

    assert workspace.store.answers.all(workspace.own_respondent(whole).id) == once
    assert not second.error
    for tab in (first, second):
        told = shown(tab)
        assert f"Taken over already, among the answers of assessment {whole.name}:" in told
        assert "Trust and feeling safe" in told
        assert "To these answers" in links(tab)


def test_after_closing_it_is_still_said_what_was_taken_over(
    open_page: OpenPage, workspace: Workspace, whole: Assessment
) -> None:
    room = an_evening(workspace, project=whole.project)
    press(open_page("session_review", session=room.id), "take_answers")
    assessments.close_assessment(workspace, whole.id)

    told = shown(open_page("session_review", session=room.id))
    assert "Taken over already" in told
    assert "The newest assessment is closed" in told
