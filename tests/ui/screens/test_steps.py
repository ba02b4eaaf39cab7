"""The questions, the look back before closing, and the agreements."""

from dataclasses import replace
from datetime import date

import pytest
from streamlit.testing.v1 import AppTest

from assessment.agreements import Agreement, AgreementStatus
from assessment.answers import Answer, AnswerState, Reason
from assessment.assessments import Assessment
from assessment.services import agreements, assessments
from assessment.services.context import Workspace
from tests.ui.conftest import OpenPage, shown


def links(app: AppTest) -> list[str]:
    return [part.proto.label for part in app.main.get("page_link")]


def answer(workspace: Workspace, assessment: Assessment, *answers: Answer) -> None:
    voice = workspace.own_respondent(assessment).id
    for one in answers:
        workspace.store.answers.save(voice, one)


def act(workspace: Workspace, assessment: Assessment, **fields: object) -> Agreement:
    values = {"criterion": "MC-01", "text": "doelen opschrijven", **fields}
    return agreements.save_agreement(
        workspace,
        Agreement(id="", project=assessment.project, assessment=assessment.id, **values),  # type: ignore[arg-type]
    )


@pytest.mark.parametrize("page", ["questions", "closing", "agreements", "audit"])
def test_an_unknown_assessment_shows_the_way_home(open_page: OpenPage, page: str) -> None:
    app = open_page(page, assessment="gone")
    assert "nothing here" in app.title[0].value


def test_all_questions_are_listed_with_the_time_they_take(
    open_page: OpenPage, assessment: Assessment
) -> None:
    app = open_page("questions", assessment=assessment.id)
    assert "60 minutes" in app.markdown[0].value
    assert "20 questions shown" in shown(app)


def test_questions_can_be_found_by_word_and_state(
    open_page: OpenPage, workspace: Workspace, assessment: Assessment
) -> None:
    answer(workspace, assessment, Answer("MC-01", AnswerState.LEVEL, 3, marked=True))
    app = open_page("questions", assessment=assessment.id)
    app.segmented_control(key="status:en").set_value("done").run()
    assert "One question shown" in shown(app)
    app.segmented_control(key="status:en").set_value("marked").run()
    assert any(label.startswith("✓ ⚑") for label in links(app))
    app.segmented_control(key="status:en").set_value("open").run()
    assert "19 questions shown" in shown(app)
    app.segmented_control(key="status:en").set_value("all").run()
    app.segmented_control(key="order:en").set_value("phase").run()
    app.text_input(key="search").set_value("MC-44").run()
    assert "One question shown" in shown(app)


def test_start_leads_to_the_first_open_question(
    open_page: OpenPage, assessment: Assessment
) -> None:
    app = open_page("questions", assessment=assessment.id)
    app.button(key="start").click().run()
    assert any(str(radio.key).startswith("answer:") for radio in app.radio)


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
    act(workspace, assessment)
    headers = [h.value for h in open_page("closing", assessment=assessment.id).header]
    assert headers == [
        "Not answered yet (17)",
        "Does not apply, without a reason (2)",
        "High, with nothing to point at (1)",
        "Marked for the talk (1)",
        "Agreement without an owner (1)",
        "Agreement without a date (1)",
    ]


def test_nothing_stands_out_when_all_is_well(
    open_page: OpenPage, workspace: Workspace, assessment: Assessment
) -> None:
    scope = [c for c in workspace.store.choices.get(assessment.id).values() if c.in_scope]
    answer(workspace, assessment, *(Answer(c.criterion, AnswerState.LEVEL, 2) for c in scope))
    act(workspace, assessment, owner="coordinator", due=date(2027, 3, 1))
    assert "Nothing stands out" in open_page("closing", assessment=assessment.id).success[0].value


def test_closing_leads_to_the_result(
    open_page: OpenPage, workspace: Workspace, assessment: Assessment
) -> None:
    app = open_page("closing", assessment=assessment.id)
    app.button(key="close").click().run()
    assert workspace.store.assessments.get(assessment.id).is_closed
    assert not app.exception


def test_a_closed_assessment_cannot_be_closed_again(
    open_page: OpenPage, workspace: Workspace, assessment: Assessment
) -> None:
    assessments.close_assessment(workspace, assessment.id)
    app = open_page("closing", assessment=assessment.id)
    assert "closed" in app.info[0].value
    assert not [button for button in app.button if button.key == "close"]


def test_a_gap_becomes_an_agreement(
    open_page: OpenPage, workspace: Workspace, assessment: Assessment
) -> None:
    answer(workspace, assessment, Answer("MC-01", AnswerState.LEVEL, 1))
    app = open_page("agreements", assessment=assessment.id)
    app.selectbox(key="agreement_criterion:0:en").set_value("MC-01").run()
    app.button(key="take:MC-01:0").click().run()
    step = workspace.catalogue.by_id["MC-01"].next_steps[0].in_language("en")
    assert app.text_area(key="new_text:MC-01").value == step
    app.text_input(key="new_owner:MC-01").set_value("coordinator")
    app.date_input(key="new_due:MC-01").set_value(date(2027, 1, 15))
    app.button(key="agree").click().run()

    [made] = workspace.store.agreements.all(assessment.project)
    assert (made.text, made.owner, made.due) == (step, "coordinator", date(2027, 1, 15))
    assert app.selectbox(key="agreement_criterion:1:en").value is None


def test_an_agreement_without_words_is_not_made(
    open_page: OpenPage, workspace: Workspace, assessment: Assessment
) -> None:
    app = open_page("agreements", assessment=assessment.id, criterion="MC-08")
    app.text_input(key="new_owner:MC-08").set_value("mentor").run()
    app.button(key="agree").click().run()
    assert "Fill in what you will do" in shown(app)
    assert app.text_input(key="new_owner:MC-08").value == "mentor"
    assert workspace.store.agreements.all(assessment.project) == []


def test_every_field_of_an_agreement_is_kept_when_it_is_left(
    open_page: OpenPage, workspace: Workspace, assessment: Assessment
) -> None:
    made = act(workspace, assessment)
    app = open_page("agreements", assessment=assessment.id)
    place = f"action:{made.id}"
    app.text_area(key=f"{place}:text:0").set_value("doelen <b>bespreken</b>").run()
    app.text_input(key=f"{place}:owner:0").set_value("mentor").run()
    app.date_input(key=f"{place}:due:0").set_value(date(2027, 2, 1)).run()
    app.selectbox(key=f"{place}:status:0:en").set_value(AgreementStatus.DONE).run()
    app.text_area(key=f"{place}:outcome:0").set_value("gelukt").run()
    assert "✓ Saved" in shown(app)
    [kept] = workspace.store.agreements.all(assessment.project)
    assert (kept.text, kept.owner, kept.due) == (
        "doelen <b>bespreken</b>",
        "mentor",
        date(2027, 2, 1),
    )
    assert (kept.status, kept.outcome) == (AgreementStatus.DONE, "gelukt")


def test_a_change_in_another_window_to_another_field_is_taken_over(
    open_page: OpenPage, workspace: Workspace, assessment: Assessment
) -> None:
    made = act(workspace, assessment)
    app = open_page("agreements", assessment=assessment.id)
    agreements.save_agreement(workspace, replace(made, owner="bestuur"))
    app.text_area(key=f"action:{made.id}:text:0").set_value("mijn woorden").run()
    [kept] = workspace.store.agreements.all(assessment.project)
    assert (kept.text, kept.owner) == ("mijn woorden", "bestuur")
    assert app.text_input(key=f"action:{made.id}:owner:1").value == "bestuur"


def test_a_change_in_another_window_to_the_same_field_asks_which_to_keep(
    open_page: OpenPage, workspace: Workspace, assessment: Assessment
) -> None:
    made = act(workspace, assessment)
    app = open_page("agreements", assessment=assessment.id)
    agreements.save_agreement(workspace, replace(made, text="hun woorden"))
    app.text_area(key=f"action:{made.id}:text:0").set_value("mijn woorden").run()
    assert workspace.store.agreements.all(assessment.project)[0].text == "hun woorden"
    assert "another window" in shown(app)
    assert "hun woorden" in shown(app)
    app.button(key=f"mine:action:{made.id}:text").click().run()
    assert workspace.store.agreements.all(assessment.project)[0].text == "mijn woorden"


def test_words_for_an_agreement_that_was_removed_elsewhere_are_not_lost(
    open_page: OpenPage, workspace: Workspace, assessment: Assessment
) -> None:
    made = act(workspace, assessment)
    app = open_page("agreements", assessment=assessment.id)
    workspace.store.agreements.erase(made.id)
    app.text_area(key=f"action:{made.id}:text:0").set_value("mijn woorden").run()
    assert "removed in another window" in shown(app)
    assert "mijn woorden" in shown(app)
    app.button(key=f"remake:{made.id}").click().run()
    assert [a.text for a in workspace.store.agreements.all(assessment.project)] == ["mijn woorden"]
    assert "removed in another window" not in shown(app)


def test_words_for_a_removed_agreement_can_be_let_go(
    open_page: OpenPage, workspace: Workspace, assessment: Assessment
) -> None:
    made = act(workspace, assessment)
    app = open_page("agreements", assessment=assessment.id)
    workspace.store.agreements.erase(made.id)
    app.selectbox(key=f"action:{made.id}:status:0:en").set_value(AgreementStatus.BUSY).run()
    app.button(key=f"let_go:{made.id}").click().run()
    assert "removed in another window" not in shown(app)
    assert workspace.store.agreements.all(assessment.project) == []


@pytest.mark.parametrize(
    ("typed", "said"),
    [("", "Fill in what you will do"), ("x" * 10_001, "too long"), ("a\0", "cannot be kept")],
)
def test_words_that_cannot_be_kept_are_said(
    open_page: OpenPage, workspace: Workspace, assessment: Assessment, typed: str, said: str
) -> None:
    made = act(workspace, assessment)
    app = open_page("agreements", assessment=assessment.id)
    app.text_area(key=f"action:{made.id}:text:0").set_value(typed).run()
    assert said in shown(app)
    assert workspace.store.agreements.all(assessment.project)[0].text == "doelen opschrijven"


def test_an_agreement_is_removed_only_after_a_second_word(
    open_page: OpenPage, workspace: Workspace, assessment: Assessment
) -> None:
    made = act(workspace, assessment)
    app = open_page("agreements", assessment=assessment.id)
    app.button(key=f"ask:{made.id}").click().run()
    app.button(key=f"no:{made.id}").click().run()
    assert workspace.store.agreements.all(assessment.project) == [made]
    app.button(key=f"ask:{made.id}").click().run()
    app.button(key=f"yes:{made.id}").click().run()
    assert workspace.store.agreements.all(assessment.project) == []


def test_the_next_assessment_opens_with_what_was_agreed(
    open_page: OpenPage, workspace: Workspace, assessment: Assessment
) -> None:
    act(workspace, assessment)
    assessments.close_assessment(workspace, assessment.id)
    following = assessments.start_assessment(
        workspace, assessment.project, name="2027", profile="short", ambition="floor"
    )
    app = open_page("questions", assessment=following.id)
    assert "one agreement was made" in app.info[0].value
    headers = [h.value for h in open_page("agreements", assessment=following.id).header]
    assert headers == ["What did we agree, and what came of it?", "What do we agree now?"]


def test_more_than_three_agreements_get_a_question(
    open_page: OpenPage, workspace: Workspace, assessment: Assessment
) -> None:
    for number in range(4):
        act(workspace, assessment, text=f"afspraak {number}")
    app = open_page("agreements", assessment=assessment.id)
    assert "There are 4 agreements" in " ".join(c.value for c in app.caption)
