"""The ways from one question to the others."""

from assessment.answers import Answer, AnswerState
from assessment.assessments import Assessment
from assessment.services.context import Workspace
from assessment.services.self_audit import open_audit as open_audit_of
from tests.support.ui.audit import CRITERION, open_audit
from tests.support.ui.screens import OpenPage, links, shown


def test_next_and_back_walk_through_the_questions(
    open_page: OpenPage, assessment: Assessment
) -> None:
    app = open_audit(open_page, assessment)
    first = app.title[0].value
    app.button(key="way_next").click().run()
    assert app.title[0].value != first
    app.button(key="way_back").click().run()
    assert app.title[0].value == first


def test_next_open_skips_what_is_answered(
    open_page: OpenPage, workspace: Workspace, assessment: Assessment
) -> None:
    voice = workspace.own_respondent(assessment).id
    workspace.store.answers.save(voice, Answer("MC-03", AnswerState.UNKNOWN))
    app = open_audit(open_page, assessment)
    app.button(key="way_next_open").click().run()
    assert app.title[0].value == workspace.catalogue.by_id["MC-30"].title.in_language("en")


def test_an_unknown_criterion_opens_the_next_open_one(
    open_page: OpenPage, assessment: Assessment
) -> None:
    app = open_page("audit", assessment=assessment.id, criterion="<script>")
    assert app.title[0].value


def test_the_last_question_leads_to_a_look_back(
    open_page: OpenPage, workspace: Workspace, assessment: Assessment
) -> None:
    last = open_audit_of(workspace, assessment.id).criteria[-1].id
    app = open_page("audit", assessment=assessment.id, criterion=last)
    assert app.button(key="way_next").disabled
    assert "Last question. Look back before you close" in links(app)


def test_a_question_says_where_it_stands(
    open_page: OpenPage, workspace: Workspace, assessment: Assessment
) -> None:
    asked = [criterion.id for criterion in open_audit_of(workspace, assessment.id).criteria]
    page = shown(open_audit(open_page, assessment))
    assert f"Question {asked.index(CRITERION) + 1} of {len(asked)} · " in page
    assert "minimal: a must" in page
