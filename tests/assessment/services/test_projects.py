"""Projects: make, change, erase; no link before somebody to turn to is named."""

from dataclasses import replace

import pytest

from assessment.assessments import Assessment
from assessment.errors import InvalidInput, InvitationClosed, NotFound
from assessment.invitations import IssuedInvitation
from assessment.services import assessments, invitations, pairs, projects
from assessment.services.context import Workspace
from tests.support.builders import a_project


def test_a_project_gets_an_id_and_trimmed_texts(workspace: Workspace) -> None:
    made = projects.create_project(workspace, a_project(id="", name="  Maatjes  ", region=" Gent "))
    assert made.id
    assert (made.name, made.region) == ("Maatjes", "Gent")


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"name": "  "}, "name"),
        ({"name": "x" * 201}, "name"),
        ({"region": "x" * 201}, "region"),
        ({"size": -1}, "size"),
        ({"start_year": 1492}, "start_year"),
        ({"start_year": 2040}, "start_year"),
    ],
)
def test_what_cannot_be_is_refused(
    workspace: Workspace, fields: dict[str, object], field: str
) -> None:
    with pytest.raises(InvalidInput) as caught:
        projects.create_project(workspace, a_project(id="", **fields))
    assert caught.value.field == field
    assert workspace.store.projects.all() == []


def test_a_changed_project_is_checked_too(workspace: Workspace, assessment: Assessment) -> None:
    present = workspace.store.projects.get(assessment.project)
    saved = projects.change_project(workspace, replace(present, region="Brugge"))
    assert workspace.store.projects.get(present.id) == saved
    with pytest.raises(InvalidInput):
        projects.change_project(workspace, replace(saved, name=""))


def test_erasing_takes_everything(workspace: Workspace, assessment: Assessment) -> None:
    projects.erase_project(workspace, assessment.project)
    assert workspace.store.projects.all() == []
    with pytest.raises(NotFound):
        workspace.store.assessments.get(assessment.id)


def invite(
    workspace: Workspace, assessment: Assessment, *, open_link: bool = False
) -> IssuedInvitation:
    return invitations.open_invitation(
        workspace, assessment.id, "mentee", "short", 3, None, personal=1, open_link=open_link
    )


def without_contact(workspace: Workspace, assessment: Assessment) -> None:
    project = workspace.store.projects.get(assessment.project)
    projects.change_project(workspace, replace(project, contact=" "))


def test_nobody_gets_a_link_as_long_as_nobody_to_turn_to_is_named(
    with_pairs: Workspace, assessment_of_pairs: Assessment
) -> None:
    issued = invite(with_pairs, assessment_of_pairs, open_link=True)
    stored = with_pairs.store.respondents.all(assessment_of_pairs.id)
    without_contact(with_pairs, assessment_of_pairs)
    asking = (
        lambda: invite(with_pairs, assessment_of_pairs),
        lambda: invitations.add_links(with_pairs, issued.invitation.id, 1),
        lambda: invitations.reissue(with_pairs, issued.links[0].respondent),
        lambda: invitations.reissue_open(with_pairs, issued.invitation.id),
        lambda: pairs.make_pairs(with_pairs, assessment_of_pairs.id, 1, None),
    )

    for ask in asking:
        with pytest.raises(InvalidInput, match="First name whom people can turn to") as refused:
            ask()
        assert (refused.value.field, refused.value.rule) == ("contact", "missing")

    assert with_pairs.store.invitations.all(assessment_of_pairs.id) == [issued.invitation]
    assert with_pairs.store.respondents.all(assessment_of_pairs.id) == stored


def test_a_closed_assessment_says_that_first(workspace: Workspace, assessment: Assessment) -> None:
    without_contact(workspace, assessment)
    assessments.close_assessment(workspace, assessment.id)

    with pytest.raises(InvitationClosed):
        invite(workspace, assessment)
