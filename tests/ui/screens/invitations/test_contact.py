"""Whom people can turn to is asked before the first letter can be made."""

from dataclasses import replace
from pathlib import Path

from streamlit.testing.v1 import AppTest

from assessment.assessments import Assessment
from assessment.services import assessments, projects
from assessment.services.context import Workspace
from tests.support.ui.screens import OpenPage, an_invitation, fill, headers, keys, shown


def without_contact(workspace: Workspace, assessment: Assessment) -> None:
    project = workspace.store.projects.get(assessment.project)
    projects.change_project(workspace, replace(project, contact=""))


def test_nobody_is_invited_before_somebody_is_named(
    open_page: OpenPage, workspace: Workspace, assessment: Assessment
) -> None:
    without_contact(workspace, assessment)
    app = open_page("invitations", assessment=assessment.id)
    assert headers(app) == ["First: whom can people turn to?"]
    assert not {"open_invitation", "make_pairs"} & keys(app)

    fill(app, "text_input", ":contact:", "  de coördinator, 010 123 45 67 ")

    kept = workspace.store.projects.get(assessment.project).contact
    assert kept == "de coördinator, 010 123 45 67"
    assert "open_invitation" in keys(app)
    assert "Whom can people turn to?" in [part.label for part in app.expander]


def test_it_can_change_later(
    open_page: OpenPage, workspace: Workspace, assessment: Assessment
) -> None:
    app = open_page("invitations", assessment=assessment.id)
    fill(app, "text_input", ":contact:", "de vertrouwenspersoon, 010 765 43 21")

    kept = workspace.store.projects.get(assessment.project).contact
    assert kept == "de vertrouwenspersoon, 010 765 43 21"
    assert "open_invitation" in keys(app)


def test_a_link_of_before_is_not_made_anew_when_nobody_is_named_any_more(
    open_page: OpenPage, workspace: Workspace, assessment: Assessment
) -> None:
    issued = an_invitation(workspace, assessment, open_link=False)
    app = open_page("invitations", assessment=assessment.id)
    without_contact(workspace, assessment)

    app.button(key=f"add:{issued.invitation.id}").click().run()

    assert [error.value for error in app.error] == ["First name whom people can turn to."]
    assert len(workspace.store.respondents.all(assessment.id)) == 1 + len(issued.links)


def test_a_closed_assessment_asks_for_nobody(
    open_page: OpenPage, workspace: Workspace, assessment: Assessment
) -> None:
    without_contact(workspace, assessment)
    assessments.close_assessment(workspace, assessment.id)
    assert headers(open_page("invitations", assessment=assessment.id)) == []


def test_the_numbers_that_participants_see_stand_there_with_what_nobody_checked(
    open_page: OpenPage, workspace: Workspace, assessment: Assessment
) -> None:
    app = open_page("invitations", assessment=assessment.id)

    assert "Numbers that participants can call" in shown(app)
    assert "<td>0800-0432</td>" in shown(app)
    assert "Not all of these numbers were checked." in captions(app)


def test_numbers_that_were_checked_need_no_more(
    own_criteria: Path, open_page: OpenPage, assessment: Assessment
) -> None:
    file = own_criteria / "help.yaml"
    text = file.read_text(encoding="utf-8").replace("checked: null", 'checked: "2026-11-20"')
    file.write_text(text, encoding="utf-8")

    app = open_page("invitations", assessment=assessment.id)

    assert "<td>20 November 2026</td>" in shown(app)
    assert "Not all of these numbers were checked." not in captions(app)


def test_without_numbers_the_coordinator_knows_that(
    own_criteria: Path, open_page: OpenPage, assessment: Assessment
) -> None:
    (own_criteria / "help.yaml").unlink()

    app = open_page("invitations", assessment=assessment.id)

    assert "This catalogue has no numbers to call." in " ".join(m.value for m in app.markdown)


def captions(app: AppTest) -> str:
    return " ".join(caption.value for caption in app.caption)
