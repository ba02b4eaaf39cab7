"""The script against the time there is; every step can be moved, changed and taken out."""

from assessment.assessments import Assessment
from assessment.services.context import Workspace
from assessment.services.session.preparing import new_keys, open_lobby
from tests.support.session.staff import a_prepared_session
from tests.support.ui.screens import OpenPage, choose, fill, press, shown


def kinds(workspace: Workspace, session_id: str) -> list[str]:
    return [str(step.kind) for step in workspace.store.sessions.get(session_id).script.steps]


def test_steps_move_change_and_go_and_the_time_follows(
    open_page: OpenPage, workspace: Workspace
) -> None:
    one = a_prepared_session(workspace)
    app = open_page("session_script", session=one.id)
    assert "Planned: 60 of 60 minutes" in shown(app)
    assert kinds(workspace, one.id)[:3] == ["welcome", "thesis", "rate"]

    press(app, f"later:{one.id}:welcome")
    assert kinds(workspace, one.id)[:2] == ["thesis", "welcome"]
    press(app, f"earlier:{one.id}:welcome")
    fill(app, "number_input", f"plan:{one.id}:rate:minutes", 45)
    assert "Planned: 70 of 60 minutes" in shown(app)
    assert "That is 10 minutes too long." in shown(app)
    press(app, f"out:{one.id}:thesis")

    assert kinds(workspace, one.id)[:2] == ["welcome", "rate"]
    assert "Planned: 60 of 60 minutes" in shown(app)


def test_items_are_swapped_and_a_step_is_added(open_page: OpenPage, workspace: Workspace) -> None:
    one = a_prepared_session(workspace)
    app = open_page("session_script", session=one.id)
    app.multiselect(key=f"items:{one.id}:rate:en").set_value(["MC-41", "MC-03"]).run()
    app.multiselect(key=f"items:{one.id}:thesis:en").set_value([]).run()
    choose(app, "one_more_step", "missing")
    press(app, "add_step")
    script = workspace.store.sessions.get(one.id).script

    assert script.step("rate") is not None
    assert script.steps[2].items == ("MC-41", "MC-03")
    assert "This step is about nothing yet." in shown(app)
    assert kinds(workspace, one.id)[-2:] == ["missing", "checkout"]


def test_what_to_discuss_first_is_marked_among_what_can_be_chosen(
    open_page: OpenPage, workspace: Workspace, example_assessment: Assessment
) -> None:
    one = a_prepared_session(workspace, project=example_assessment.project)
    app = open_page("session_script", session=one.id)
    rate = app.multiselect(key=f"items:{one.id}:rate:en")
    last_time = app.multiselect(key=f"items:{one.id}:last_time:en")

    assert rate.options[0] == "The mentor does not pass things on · to discuss first"
    assert len(rate.options) > len(rate.value)
    assert len(last_time.options) == len(last_time.value) == 3


def test_once_people_were_let_in_the_script_is_only_read(
    open_page: OpenPage, workspace: Workspace
) -> None:
    one, _ = new_keys(workspace, a_prepared_session(workspace))
    open_lobby(workspace, one)
    app = open_page("session_script", session=one.id)

    assert "From now on the script is changed on the control page." in shown(app)
    assert "The number of pairs is the best measure" in shown(app)
    assert "add_step" not in {str(button.key) for button in app.button}


def test_minutes_that_were_typed_join_what_another_window_changed(
    open_page: OpenPage, workspace: Workspace
) -> None:
    one = a_prepared_session(workspace)
    app = open_page("session_script", session=one.id)
    new_keys(workspace, one)
    fill(app, "number_input", f"plan:{one.id}:rate:minutes", 40)
    stored = workspace.store.sessions.get(one.id)
    step = stored.script.step("rate")

    assert step is not None
    assert step.minutes == 40
    assert stored.control_hash is not None


def test_a_script_that_changed_in_another_window_is_not_overwritten(
    open_page: OpenPage, workspace: Workspace
) -> None:
    one = a_prepared_session(workspace)
    app = open_page("session_script", session=one.id)
    new_keys(workspace, one)
    press(app, f"later:{one.id}:welcome")

    assert "changed in another window" in app.error[0].value
