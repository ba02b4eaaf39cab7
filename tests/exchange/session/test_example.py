"""The example project brings a session that was held: votes, a talk, what was agreed."""

import pytest

from assessment.errors import CatalogueError
from assessment.services.context import Workspace
from assessment.services.session.results import outcome_of_session
from assessment.session.states import SessionState
from exchange.example_project import add_example
from exchange.session.example_file import NAME
from tests.support.criteria_folder import CriteriaFolder
from tests.support.workspace import CRITERIA


@pytest.mark.parametrize("language", ["nl", "en"])
def test_it_was_held_some_days_ago_and_shows_every_kind_of_outcome(
    workspace: Workspace, language: str
) -> None:
    project = add_example(workspace, CRITERIA, language)
    [session] = workspace.store.sessions.all(project.id)
    outcome = outcome_of_session(workspace, session)

    assert session.state is SessionState.ENDED
    assert session.ended_at is not None
    assert 5 < (workspace.now() - session.ended_at).days < 30
    assert session.language == language
    assert session.assessment == workspace.store.assessments.all(project.id)[0].id
    assert outcome.people == 20
    assert {str(verdict) for verdict in outcome.verdicts.values()} == {
        "minimal",
        "does_not_apply",
        "talk",
    }
    assert any(result.changed for result in outcome.items)
    assert any(agreed.dissent for agreed in outcome.agreed.values())
    assert len(outcome.agreements) == 2
    assert len(outcome.notes) == 3


def test_a_project_may_have_an_example_without_a_session(
    workspace: Workspace, example_folder: CriteriaFolder
) -> None:
    example_folder.remove(NAME)
    project = add_example(workspace, example_folder.path, "nl")

    assert workspace.store.sessions.all(project.id) == []


def test_a_script_that_is_not_there_is_named(
    workspace: Workspace, example_folder: CriteriaFolder
) -> None:
    example_folder.change(NAME, "script: mirror-minimum-90", "script: mirror-9")

    with pytest.raises(CatalogueError, match="there is no script `mirror-9`"):
        add_example(workspace, example_folder.path, "nl")
