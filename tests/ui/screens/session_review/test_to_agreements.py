"""Agreements of the session as agreements of the project, one by one."""

from assessment.assessments import Assessment
from assessment.services import projects
from assessment.services.context import Workspace
from assessment.services.session import agreements
from assessment.session.agreements import SessionAgreement
from tests.support.builders import a_project
from tests.support.session.evenings import an_evening
from tests.support.session.room import a_room, a_step
from tests.support.ui.screens import OpenPage, choose, links, press, shown


def test_each_is_taken_over_by_itself(
    open_page: OpenPage, workspace: Workspace, whole: Assessment
) -> None:
    room = an_evening(workspace, project=whole.project)
    [made] = workspace.store.session_agreements.all(room.id)
    app = press(open_page("session_review", session=room.id), f"take_agreement:{made.id}")
    [taken] = workspace.store.agreements.all(whole.project)

    assert (taken.text, taken.criterion, taken.owner) == (
        "Ask every mentee.",
        "MC-41",
        "coordinator",
    )
    assert "There is none that was not taken over yet." in shown(app)


def test_one_about_no_criterion_gets_one_first(
    open_page: OpenPage, workspace: Workspace, whole: Assessment
) -> None:
    room = a_room(workspace, a_step("agree"), roles=("mentor",) * 5, project=whole.project)
    room.run("start")
    made = agreements.save_session_agreement(
        workspace, room.keys.control, SessionAgreement("", room.id, "Talk more.")
    )
    room.run("end")
    app = open_page("session_review", session=room.id)
    button = f"take_agreement:{made.id}"
    assert app.button(key=button).disabled

    choose(app, f"agreement_about:{made.id}", "MC-01")
    press(app, button)

    [taken] = workspace.store.agreements.all(whole.project)
    assert taken.criterion == "MC-01"


def test_a_project_without_an_assessment_has_nowhere_to_put_them(
    open_page: OpenPage, workspace: Workspace
) -> None:
    project = projects.create_project(workspace, a_project(id=""))
    room = an_evening(workspace, project=project.id)
    page = shown(open_page("session_review", session=room.id))

    assert page.count("This project has no assessment yet.") == 2


def test_what_was_taken_over_is_said_with_where_it_went(
    open_page: OpenPage, workspace: Workspace, whole: Assessment
) -> None:
    room = an_evening(workspace, project=whole.project)
    [made] = workspace.store.session_agreements.all(room.id)
    app = open_page("session_review", session=room.id)
    assert "Taken over already" not in shown(app)
    app = press(app, f"take_agreement:{made.id}")
    told = shown(app)
    [taken] = workspace.store.agreements.all(whole.project)

    assert "Taken over already, among the agreements of the project:" in told
    assert f"<li>{taken.text}</li>" in told
    assert f"To the agreements of {whole.name}" in links(app)
    workspace.store.agreements.erase(taken.id)
    assert "Ask every mentee. (removed since)" in shown(app.run())
    assert links(app) == links(open_page("session_review", session=room.id))


def test_pressed_twice_is_taken_over_once(
    open_page: OpenPage, workspace: Workspace, whole: Assessment
) -> None:
    room = an_evening(workspace, project=whole.project)
    [made] = workspace.store.session_agreements.all(room.id)
    first, second = (open_page("session_review", session=room.id) for _ in range(2))

    for tab in (first, second):
        press(tab, f"take_agreement:{made.id}")
        assert not tab.error

    assert len(workspace.store.agreements.all(whole.project)) == 1
    assert "Taken over already" in shown(second)
