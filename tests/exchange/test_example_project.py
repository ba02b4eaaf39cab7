"""The example project: data beside the criteria."""

import pytest

from assessment.catalogue.changes import renewal
from assessment.scoring.movement import NotComparable
from assessment.services.context import Workspace
from assessment.services.outcome import outcome_of
from exchange import example_project
from tests.support.criteria_folder import CriteriaFolder
from tests.support.workspace import CRITERIA


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_example_has_two_assessments_with_voices_and_agreements(
    workspace: Workspace, language: str
) -> None:
    project = example_project.add_example(workspace, CRITERIA, language)
    newer, older = workspace.store.assessments.all(project.id)
    outcome = outcome_of(workspace, newer)
    assert newer.previous == older.id
    assert "@school.example" in project.contact
    assert 350 < (newer.started_at - older.started_at).days < 400
    assert set(outcome.participation) >= {"coordinator", "mentor", "mentee"}
    assert outcome.result.voice_gaps
    assert outcome.left_out
    assert any(m.change for m in outcome.movement.values())
    assert {a.assessment for a in workspace.store.agreements.all(project.id)} == {
        newer.id,
        older.id,
    }


def test_its_first_assessment_was_made_with_an_earlier_edition(workspace: Workspace) -> None:
    project = example_project.add_example(workspace, CRITERIA, "nl")
    newer, older = workspace.store.assessments.all(project.id)
    changes = renewal(
        workspace.catalogue_of(older), workspace.catalogue_of(newer), {"MC-36", "MC-19"}
    )

    assert (older.catalogue_version, newer.catalogue_version) == ("2026.2.2", "2027.1")
    assert changes is not None
    assert (changes.kept, changes.rescaled) == (("MC-36",), ("MC-19",))
    assert outcome_of(workspace, newer).movement["MC-19"].reason == NotComparable.OTHER_SCALE


def test_its_figures_are_there_without_a_store(workspace: Workspace) -> None:
    project = example_project.add_example(workspace, CRITERIA, "nl")
    stored = outcome_of(workspace, workspace.store.assessments.all(project.id)[0])

    shown = example_project.example_outcome(CRITERIA, workspace.catalogue, "nl", workspace.now())

    assert shown.result == stored.result
    assert shown.movement == stored.movement
    assert shown.perspective_lines == stored.perspective_lines


def test_an_example_of_one_assessment_has_no_movement(
    workspace: Workspace, example_folder: CriteriaFolder
) -> None:
    path, answers = (
        example_folder.path / "example" / name for name in ("project.yaml", "answers.csv")
    )
    text = path.read_text()
    first, second = text.index("  - id: A1"), text.index("  - id: A2")
    path.write_text(text[:first] + text[second : text.index("notes:")])
    rows = answers.read_text().splitlines(keepends=True)
    answers.write_text("".join(row for row in rows if not row.startswith("A1,")))

    shown = example_project.example_outcome(
        example_folder.path, workspace.catalogue, "nl", workspace.now()
    )

    assert shown.result.criteria
    assert shown.movement == {}
