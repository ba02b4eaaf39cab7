"""Agreements of the session as agreements of the project, one by one."""

from assessment.assessments import Assessment
from assessment.services import projects
from assessment.services.context import Workspace
from assessment.services.session import agreements
from assessment.session.agreements import SessionAgreement
from tests.support.builders import a_project
from tests.support.session.evenings import an_evening
from tests.support.session.room import a_room, a_step
from tests.support.ui.screens import OpenPage, choose, press, shown


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
