"""The result: what stands out, the picture, floor, gaps, voices, movement, and why."""

import pytest
from streamlit.testing.v1 import AppTest

from assessment.answers import Answer, AnswerState, Reason
from assessment.assessments import Assessment
from assessment.choices import Choice
from assessment.respondents import Respondent
from assessment.services import assessments
from assessment.services.context import Workspace
from assessment.services.outcome import outcome_of
from assessment.store import RespondentAnswer
from locales import translator
from reports.wording import results
from tests.support.database import add_respondents
from tests.ui.conftest import OpenPage, shown

LEVEL = AnswerState.LEVEL


def answer(workspace: Workspace, assessment: Assessment, *answers: Answer) -> None:
    voice = workspace.own_respondent(assessment).id
    for one in answers:
        workspace.store.answers.save(voice, one)


def speak(workspace: Workspace, assessment: Assessment, role: str, one: Answer, times: int) -> None:
    for _ in range(times):
        voice = Respondent(workspace.new_id(), assessment.id, role)
        add_respondents(workspace.store, [voice])
        workspace.store.answers.add([RespondentAnswer(voice, one)])


def headers(app: AppTest) -> list[str]:
    return [header.value for header in app.header]


def links(app: AppTest) -> list[str]:
    return [part.proto.label.replace("\\", "") for part in app.main.get("page_link")]


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_example_shows_every_part(
    open_page: OpenPage, workspace: Workspace, example_assessment: Assessment, language: str
) -> None:
    app = open_page("result", language=language, assessment=example_assessment.id)
    assert len(app.header) == 8
    assert len(app.get("plotly_chart")) == 2
    t = translator(language)
    outcome = outcome_of(workspace, example_assessment)
    score = outcome.result.perspectives["client"].score
    title = outcome.catalogue.by_id["MC-47"].title.in_language(language)
    assert results.figure(score, t) in shown(app)
    assert title in links(app)


def test_the_picture_has_its_words_as_alternative(
    open_page: OpenPage, example_assessment: Assessment
) -> None:
    app = open_page("result", assessment=example_assessment.id)
    alternative = app.get("plotly_chart")[0].proto.alt
    assert alternative.startswith("Client: 2.98 of 4, target 3.0, last time")
    assert alternative in shown(app)


def test_the_picture_goes_by_phase_too(open_page: OpenPage, example_assessment: Assessment) -> None:
    app = open_page("result", assessment=example_assessment.id)
    app.segmented_control(key="picture_by:en").set_value("phase").run()
    assert not app.exception
    assert "Closure: 1.3 of 4" in app.get("plotly_chart")[0].proto.alt


def test_gaps_come_by_priority_and_can_be_filtered(
    open_page: OpenPage, example_assessment: Assessment
) -> None:
    app = open_page("result", assessment=example_assessment.id)
    assert "7 criteria below target shown" in shown(app)
    app.selectbox(key="gap_perspective:en").set_value("result").run()
    app.selectbox(key="gap_requirement:en").set_value("minimal").run()
    assert "2 criteria below target shown" in shown(app)
    app.selectbox(key="gap_phase:en").set_value("training").run()
    assert "0 criteria below target shown" in shown(app)


def test_a_gap_leads_to_its_question_and_to_an_agreement(
    open_page: OpenPage, workspace: Workspace, example_assessment: Assessment
) -> None:
    app = open_page("result", assessment=example_assessment.id)
    found = [part.proto for part in app.main.get("page_link")]
    places = {(p.page, p.query_string) for p in found if "criterion=MC-30" in p.query_string}
    assert {page for page, _ in places} == {"audit", "agreements"}


def test_every_figure_says_how_it_arises(
    open_page: OpenPage, example_assessment: Assessment
) -> None:
    page = shown(open_page("result", assessment=example_assessment.id))
    assert "(3.0 + 2.0) / 2 groups = 2.5" in page
    assert "Client: how does 2.98 arise?" in page
    assert "There is no total score, on purpose" in page


def test_voices_that_differ_are_named_and_small_groups_are_not_shown(
    open_page: OpenPage, example_assessment: Assessment
) -> None:
    app = open_page("result", assessment=example_assessment.id)
    page = shown(app)
    assert "Where groups differ" in headers(app)
    assert "Coordinator 4.0 · Process facilitator 2.0 · Mentors 3.0 · Mentees 1.9" in page
    assert "gave neighbouring answers" in page
    assert "8 answers are not shown" in page
    assert "* Other groups answered than last time." in page


def test_nothing_answered_yet_shows_the_way_to_the_questions(
    open_page: OpenPage, workspace: Workspace, assessment: Assessment
) -> None:
    app = open_page("result", assessment=assessment.id)
    assert "nothing has been answered" in app.markdown[0].value
    assert "Answer the first question" in links(app)
    assert not app.get("plotly_chart")

    assessments.close_assessment(workspace, assessment.id)
    app = open_page("result", assessment=assessment.id)
    assert "closed without answers" in app.markdown[1].value


def test_an_open_assessment_is_the_picture_so_far(
    open_page: OpenPage, workspace: Workspace, assessment: Assessment
) -> None:
    answer(workspace, assessment, Answer("MC-41", LEVEL, 4))
    speak(workspace, assessment, "mentee", Answer("MC-41", LEVEL, 1), times=5)
    app = open_page("result", assessment=assessment.id)
    page = shown(app)
    assert "the picture so far: 1 of 20 questions answered" in page
    assert "Who answered: Coordinator 1 · Mentees 5." in page
    assert "Mentees: " not in page
    assert "shows after closing" in " ".join(m.value for m in app.markdown)

    assessments.close_assessment(workspace, assessment.id)
    page = shown(open_page("result", assessment=assessment.id))
    assert "so far" not in page
    assert "Coordinator 4.0 · Mentees 1.0" in page


def test_one_perspective_answered_is_drawn_as_bars(
    open_page: OpenPage, workspace: Workspace, assessment: Assessment
) -> None:
    answer(workspace, assessment, Answer("MC-41", LEVEL, 2))
    app = open_page("result", assessment=assessment.id)
    assert '"type":"bar"' in app.get("plotly_chart")[0].proto.spec
    assert "no score yet" in shown(app)


def test_what_does_not_apply_stands_with_its_reason_as_it_was_typed(
    open_page: OpenPage, workspace: Workspace, assessment: Assessment
) -> None:
    left_out = Answer(
        "MC-41", AnswerState.NOT_APPLICABLE, reason=Reason.OTHER, reason_text="<b>omdat</b>"
    )
    answer(workspace, assessment, left_out)
    speak(workspace, assessment, "mentee", Answer("MC-41", LEVEL, 1), times=7)
    assessments.close_assessment(workspace, assessment.id)
    page = shown(open_page("result", assessment=assessment.id))
    assert "&lt;b&gt;omdat&lt;/b&gt; · yet answered: Mentees 7" in page
    assert "Nothing has a score" not in page


def test_movement_while_open_compares_own_answers_alone(
    open_page: OpenPage, workspace: Workspace, assessment: Assessment
) -> None:
    answer(workspace, assessment, Answer("MC-01", LEVEL, 4), Answer("MC-03", LEVEL, 2))
    assessments.close_assessment(workspace, assessment.id)
    second = assessments.start_assessment(
        workspace, assessment.project, name="2027", profile="short", ambition="floor"
    )
    answer(workspace, second, Answer("MC-01", LEVEL, 1), Answer("MC-03", LEVEL, 2))
    page = shown(open_page("result", assessment=second.id))
    assert "0 criteria went up, 1 went down and 1 stayed the same" in page
    assert "only your own answers are compared" in page
    assert "Not comparable with last time (18)" in page


def test_with_everything_on_target_there_is_no_gap_and_no_open_floor(
    open_page: OpenPage, workspace: Workspace, assessment: Assessment
) -> None:
    scope = [c for c in workspace.store.choices.get(assessment.id).values() if c.in_scope]
    answer(workspace, assessment, *(Answer(c.criterion, LEVEL, 4) for c in scope))
    app = open_page("result", assessment=assessment.id)
    assert "minimal criteria reach their target" in shown(app)
    assert "These do not reach it yet" not in shown(app)
    assert "Nothing that has a score is below its target." in [m.value for m in app.markdown]


def test_without_minimal_criteria_and_strengths_the_page_says_so(
    open_page: OpenPage, workspace: Workspace, assessment: Assessment
) -> None:
    for choice in workspace.store.choices.get(assessment.id).values():
        changed = Choice(choice.criterion, in_scope=choice.in_scope, requirement="growth")
        assessments.change_choice(workspace, assessment.id, changed)
    answer(workspace, assessment, Answer("MC-01", LEVEL, 1))
    said = [m.value for m in open_page("result", assessment=assessment.id).markdown]
    assert "No minimal criterion applies to this assessment." in said
    assert "Nothing has a score of 3 or more yet without being below its target." in said


def test_a_long_list_of_gaps_opens_on_demand(
    open_page: OpenPage, workspace: Workspace, assessment: Assessment
) -> None:
    scope = [c for c in workspace.store.choices.get(assessment.id).values() if c.in_scope]
    answer(workspace, assessment, *(Answer(c.criterion, LEVEL, 0) for c in scope))
    app = open_page("result", assessment=assessment.id)
    assert [e.label for e in app.expander] == ["14 more", "14 more"]


def test_many_differences_are_five_to_talk_about_and_the_others_below(
    open_page: OpenPage, workspace: Workspace, assessment: Assessment
) -> None:
    several = [c for c in workspace.catalogue.criteria if "mentee" in c.also_asked]
    scope = workspace.store.choices.get(assessment.id)
    names = [c.id for c in several if scope[c.id].in_scope][:7]
    answer(workspace, assessment, *(Answer(name, LEVEL, 4) for name in names))
    for name in names:
        speak(workspace, assessment, "mentee", Answer(name, LEVEL, 1), times=5)
    assessments.close_assessment(workspace, assessment.id)
    app = open_page("result", assessment=assessment.id)
    assert [s.value for s in app.subheader] == ["Talk about this first", "A level or more apart"]
    assert shown(app).count("Coordinator 4.0, mentees 1.0 on ‘") == len(names)


def test_voices_that_agree_leave_nothing_to_talk_about(
    open_page: OpenPage, workspace: Workspace, assessment: Assessment
) -> None:
    answer(workspace, assessment, Answer("MC-41", LEVEL, 3), Answer("MC-45", AnswerState.UNKNOWN))
    speak(workspace, assessment, "mentee", Answer("MC-41", LEVEL, 3), times=5)
    speak(workspace, assessment, "mentee", Answer("MC-45", LEVEL, 3), times=5)
    assessments.close_assessment(workspace, assessment.id)
    said = [m.value for m in open_page("result", assessment=assessment.id).markdown]
    assert any("No groups differ clearly" in line for line in said)


def test_the_language_switch_keeps_the_choice_of_picture(
    open_page: OpenPage, example_assessment: Assessment
) -> None:
    app = open_page("result", assessment=example_assessment.id)
    app.segmented_control(key="picture_by:en").set_value("phase").run()
    app.segmented_control(key="language").set_value("nl").run()
    assert app.segmented_control(key="picture_by:nl").value == "phase"
    assert "Afsluiting: 1,3" in app.get("plotly_chart")[0].proto.alt


def test_an_unknown_assessment_shows_the_way_home(open_page: OpenPage) -> None:
    assert "nothing here" in open_page("result", assessment="gone").title[0].value
