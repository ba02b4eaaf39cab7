"""A preview shows what would be asked, and leaves nothing behind."""

from dataclasses import replace

import pytest

from assessment.assessments import Assessment
from assessment.errors import InvalidInput, NotFound
from assessment.services import invitations, responding
from assessment.services.context import Workspace
from assessment.services.preview import preview
from storage import SqlStore
from tests.support.database import rows_by_table


def test_a_preview_asks_what_a_respondent_is_asked(
    workspace: Workspace, assessment: Assessment, sqlite_store: SqlStore
) -> None:
    before = rows_by_table(sqlite_store)
    seen = preview(workspace, assessment.id, "mentee", "short")
    assert rows_by_table(sqlite_store) == before

    issued = invitations.open_invitation(
        workspace, assessment.id, "mentee", "short", 5, None, personal=1, own_line="Tot 12 mei."
    )
    found = responding.find(workspace, issued.links[0].token)
    assert isinstance(found, responding.PersonalLink)
    assert seen.criteria == found.criteria
    assert (seen.project_name, seen.takes_answers) == ("Maatjes", True)
    assert preview(workspace, assessment.id, "mentee", "short").invitation.own_line == "Tot 12 mei."


def test_a_pair_is_previewed_as_a_pair(
    with_pairs: Workspace, assessment_of_pairs: Assessment
) -> None:
    assert preview(with_pairs, assessment_of_pairs.id, "mentor", "pair").invitation.in_pairs


@pytest.mark.parametrize(
    ("role", "profile", "error"),
    [
        ("nobody", "short", NotFound),
        ("coordinator", "short", NotFound),
        ("mentee", "gone", NotFound),
    ],
)
def test_what_is_never_asked_has_no_preview(
    workspace: Workspace, assessment: Assessment, role: str, profile: str, error: type[Exception]
) -> None:
    with pytest.raises(error):
        preview(workspace, assessment.id, role, profile)
    with pytest.raises(NotFound):
        preview(workspace, "gone", "mentee", "short")


def test_without_questions_there_is_nothing_to_see(
    workspace: Workspace, assessment: Assessment
) -> None:
    choices = workspace.store.choices.get(assessment.id).values()
    workspace.store.choices.save(assessment.id, [replace(c, in_scope=False) for c in choices])
    with pytest.raises(InvalidInput):
        preview(workspace, assessment.id, "mentee", "short")
