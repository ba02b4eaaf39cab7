"""The ways from one question to the others."""

import json
import re
from html import unescape

from streamlit.testing.v1 import AppTest

from assessment.answers import Answer, AnswerState
from assessment.assessments import Assessment
from assessment.services.context import Workspace
from assessment.services.self_audit import open_audit as open_audit_of
from tests.support.ui.audit import CRITERION, open_audit, widget
from tests.support.ui.screens import OpenPage, keys, press, shown
from ui.widgets.save_line import place


def test_next_and_back_walk_through_the_questions(
    open_page: OpenPage, workspace: Workspace, assessment: Assessment
) -> None:
    first_one = open_audit_of(workspace, assessment.id).criteria[0].id
    app = open_page("audit", assessment=assessment.id, criterion=first_one)
    first = app.title[0].value
    app.button(key="way_next").click().run()
    assert app.title[0].value != first
    app.button(key="way_back").click().run()
    assert app.title[0].value == first
    assert "way_back" not in keys(app)


def test_next_open_skips_what_is_answered(
    open_page: OpenPage, workspace: Workspace, assessment: Assessment
) -> None:
    voice = workspace.own_respondent(assessment).id
    workspace.store.answers.save(voice, Answer("MC-03", AnswerState.UNKNOWN))
    app = open_audit(open_page, assessment)
    app.button(key="way_next_open").click().run()
    assert workspace.catalogue.by_id["MC-30"].title.in_language("en") in shown(app)


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
    assert app.button(key="way_on").label == "Look back: 20 questions are still open"
    assert "way_next" not in keys(app)

    press(app, "way_on")

    assert app.title[0].value == "Look back"


def test_once_everything_is_answered_the_way_on_says_so_on_every_question(
    open_page: OpenPage, workspace: Workspace, assessment: Assessment
) -> None:
    respondent = workspace.own_respondent(assessment).id
    for criterion in open_audit_of(workspace, assessment.id).criteria[:-1]:
        workspace.store.answers.save(respondent, Answer(criterion.id, AnswerState.UNKNOWN))
    last = open_audit_of(workspace, assessment.id).criteria[-1].id
    app = open_page("audit", assessment=assessment.id, criterion=last)

    app.radio(key=widget(app, "choice")).set_value("3").run()

    assert app.button(key="way_on").label == "Everything answered: look back"
    assert app.button(key="way_on").proto.type == "primary"
    press(app, "way_back")
    assert app.button(key="way_on").label == "Everything answered: look back"
    assert app.button(key="way_next").proto.type == "secondary"


def test_the_question_is_the_heading_and_the_name_of_the_choice(
    open_page: OpenPage, workspace: Workspace, assessment: Assessment
) -> None:
    app = open_audit(open_page, assessment)
    question = workspace.catalogue.by_id[CRITERION].question.in_language("en")
    assert app.title[0].value.replace("\\", "") == question
    assert app.radio(key=widget(app, "choice")).label == question


def here(app: AppTest) -> dict[str, object]:
    """Return what the script of the keys is told."""
    [carried] = re.findall('data-here="([^"]*)"', shown(app))
    found: dict[str, object] = json.loads(unescape(carried))
    return found


def test_keys_choose_and_move_until_they_are_switched_off(
    open_page: OpenPage, assessment: Assessment
) -> None:
    app = open_audit(open_page, assessment)
    assert here(app)["keys"] == ["0", "1", "2", "3", "4", "n", "w"]
    assert here(app)["question"] == CRITERION
    assert here(app)["choice"] == place(widget(app, "choice"))

    app.checkbox(key="keys_on").set_value(False).run()
    press(app, "way_next")

    assert (here(app)["keys"], here(app)["moves"]) == ([], False)


def test_a_question_says_where_it_stands(
    open_page: OpenPage, workspace: Workspace, assessment: Assessment
) -> None:
    asked = [criterion.id for criterion in open_audit_of(workspace, assessment.id).criteria]
    page = shown(open_audit(open_page, assessment))
    assert f"Question {asked.index(CRITERION) + 1} of {len(asked)} · " in page
    assert "core: a must for every project" in page
