"""A project that cannot be shown can still be taken along, with what its organisation wrote."""

import json

import pytest

from assessment.answers import Answer, AnswerState
from assessment.assessments import Assessment
from assessment.respondents import Respondent
from assessment.services.context import Workspace
from assessment.services.self_audit import open_audit, write_answer
from assessment.store import RespondentAnswer
from exchange import project_file
from tests.support.broken import break_catalogue, break_snapshot, nobody_is_asked_everything
from tests.support.database import add_respondents

LEVEL = AnswerState.LEVEL


@pytest.mark.parametrize("snapshot", ["{}", "no json"])
def test_a_project_that_cannot_be_shown_is_exported_with_what_is_written_down(
    workspace: Workspace, assessment: Assessment, snapshot: str
) -> None:
    audit = open_audit(workspace, assessment.id)
    write_answer(workspace, audit, Answer("MC-01", LEVEL, 3, comment="wij"))
    break_snapshot(workspace, assessment, snapshot)

    data = json.loads(project_file.export_project(workspace, assessment.project))

    (part,) = data["assessments"]
    assert (part["role"], part["answers"], part["scores"]) == ("", [], None)
    assert len(part["choices"]) == len(audit.catalogue.criteria)
    assert data["catalogues"] == {"broken": snapshot}


def test_of_a_broken_project_nothing_of_others_goes_along(
    workspace: Workspace, assessment: Assessment
) -> None:
    audit = open_audit(workspace, assessment.id)
    write_answer(workspace, audit, Answer("MC-01", LEVEL, 3, comment="van ons"))
    for name, role in (("F1", "facilitator"), ("M1", "mentee")):
        other = Respondent(name, assessment.id, role)
        add_respondents(workspace.store, [other])
        said = Answer("MC-41", LEVEL, 1, comment=f"dit zei {role} nr 1")
        workspace.store.answers.add([RespondentAnswer(other, said)])
    break_catalogue(workspace, assessment, nobody_is_asked_everything)

    text = project_file.export_project(workspace, assessment.project)

    assert "van ons" in text
    assert "dit zei facilitator nr 1" in text
    assert "dit zei mentee nr 1" not in text
