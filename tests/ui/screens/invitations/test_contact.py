"""Whom people can turn to is asked before the first letter can be made."""

from dataclasses import replace

from assessment.assessments import Assessment
from assessment.services import assessments, projects
from assessment.services.context import Workspace
from tests.support.ui.screens import OpenPage, fill, headers, keys


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


def test_a_closed_assessment_asks_for_nobody(
    open_page: OpenPage, workspace: Workspace, assessment: Assessment
) -> None:
    without_contact(workspace, assessment)
    assessments.close_assessment(workspace, assessment.id)
    assert headers(open_page("invitations", assessment=assessment.id)) == []
