"""The look back names what may need another look, and leads there."""

from datetime import date

from assessment.answers import Answer, AnswerState, Reason
from assessment.assessments import Assessment
from assessment.services.context import Workspace
from tests.support.ui.screens import OpenPage, agree, answer, headers, level


def test_the_look_back_names_every_kind_of_finding(
    open_page: OpenPage, workspace: Workspace, assessment: Assessment
) -> None:
    answer(
        workspace,
        assessment,
        Answer("MC-01", AnswerState.LEVEL, 4, marked=True),
        Answer("MC-03", AnswerState.NOT_APPLICABLE),
        Answer("MC-08", AnswerState.NOT_APPLICABLE, reason=Reason.OTHER),
    )
    agree(workspace, assessment)
    assert headers(open_page("closing", assessment=assessment.id)) == [
        "Not answered yet (17)",
        "Does not apply, without a reason (2)",
        "High, with nothing to point at (1)",
        "Marked for the talk (1)",
        "Agreement without an owner (1)",
        "Agreement without a date (1)",
        "Close the assessment",
    ]


def test_a_finding_leads_to_its_question_or_to_its_agreement(
    open_page: OpenPage, workspace: Workspace, assessment: Assessment
) -> None:
    answer(workspace, assessment, level("MC-01", 4))
    agree(workspace, assessment, criterion="MC-44", due=date(2027, 3, 1))

    app = open_page("closing", assessment=assessment.id)

    ways = [part.proto for part in app.main.get("page_link")]
    places = {(link.page, link.query_string.rpartition("criterion=")[2]) for link in ways}
    assert ("audit", "MC-01") in places
    assert ("agreements", "MC-44") in places


def test_many_findings_of_a_kind_open_on_demand(
    open_page: OpenPage, assessment: Assessment
) -> None:
    app = open_page("closing", assessment=assessment.id)

    assert headers(app) == ["Not answered yet (20)", "Close the assessment"]
    assert [e.label for e in app.expander] == ["12 more"]
    assert len(app.expander[0].get("page_link")) == 12
