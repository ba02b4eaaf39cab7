"""The self-audit: one criterion at a time."""

from dataclasses import replace
from pathlib import Path

import pytest

from assessment.assessments import Assessment
from assessment.services import assessments
from assessment.services.context import Workspace
from tests.support.ui.audit import open_audit, widget
from tests.support.ui.screens import OpenPage, shown


def test_the_answers_are_read_once_each_time_the_page_runs(
    open_page: OpenPage,
    workspace: Workspace,
    assessment: Assessment,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    app = open_audit(open_page, assessment)
    read: list[str] = []
    answers = type(workspace.store.answers)

    def count(name: str) -> None:
        original = getattr(answers, name)

        def counted(*arguments: object) -> object:
            read.append(name)
            return original(*arguments)

        monkeypatch.setattr(answers, name, counted)

    count("all")
    count("get")

    app.run()
    app.radio(key=widget(app, "choice")).set_value("3").run()

    assert read == ["all", "all"]  # neither a tap nor a part of the card reads its answer again
    assert "✓ Saved at" in shown(app)


def test_without_a_question_in_scope_the_page_says_what_to_do(
    without_core: Path, open_page: OpenPage, workspace: Workspace, assessment: Assessment
) -> None:
    for choice in workspace.store.choices.get(assessment.id).values():
        left_out = replace(choice, in_scope=False)
        assessments.change_choice(workspace, assessment.id, left_out)
    app = open_page("audit", assessment=assessment.id)
    assert app.title[0].value == "No question is in scope"


def test_a_closed_assessment_says_that_it_is_closed(
    open_page: OpenPage, workspace: Workspace, assessment: Assessment
) -> None:
    assessments.close_assessment(workspace, assessment.id)
    app = open_audit(open_page, assessment)
    assert "This assessment is closed" in app.info[0].value
