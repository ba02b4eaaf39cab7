"""The self-audit: every change is kept at once, and shown as saved only when it is."""

from streamlit.testing.v1 import AppTest

from assessment.answers import Answer, AnswerState, Reason
from assessment.assessments import Assessment
from assessment.services import assessments
from assessment.services.context import Workspace
from tests.support.screens import OpenPage, shown

CRITERION = "MC-01"


def widget(app: AppTest, field: str) -> str:
    """Return the key of a field of the answer."""
    keys = [
        w.key
        for w in (
            *app.radio,
            *app.text_area,
            *app.text_input,
            *app.checkbox,
            *app.selectbox,
            *app.button,
        )
    ]
    return next(
        str(key) for key in keys if key and key.startswith("answer:") and f":{field}:" in key
    )


def stored(workspace: Workspace, assessment: Assessment) -> Answer:
    return workspace.store.answers.get(workspace.own_respondent(assessment).id, CRITERION)


def open_audit(open_page: OpenPage, assessment: Assessment, language: str = "en") -> AppTest:
    return open_page("audit", language=language, assessment=assessment.id, criterion=CRITERION)


def test_a_chosen_level_is_kept_at_once(
    open_page: OpenPage, workspace: Workspace, assessment: Assessment
) -> None:
    app = open_audit(open_page, assessment)

    app.radio(key=widget(app, "choice")).set_value("3").run()

    assert stored(workspace, assessment).level == 3
    assert "Saved" in shown(app)


def test_every_field_is_kept(
    open_page: OpenPage, workspace: Workspace, assessment: Assessment
) -> None:
    app = open_audit(open_page, assessment)

    app.radio(key=widget(app, "choice")).set_value("not_applicable").run()
    app.selectbox(key=widget(app, "reason")).set_value(Reason.OTHER).run()
    app.text_input(key=widget(app, "reason_text")).set_value("wij <b>niet</b>").run()
    app.text_area(key=widget(app, "comment")).set_value("noot").run()
    app.text_input(key=widget(app, "evidence")).set_value("plan.pdf").run()
    app.checkbox(key=widget(app, "marked")).set_value(True).run()

    found = stored(workspace, assessment)
    assert (found.state, found.reason, found.reason_text) == (
        AnswerState.NOT_APPLICABLE,
        Reason.OTHER,
        "wij <b>niet</b>",
    )
    assert (found.comment, found.evidence, found.marked) == ("noot", "plan.pdf", True)
    assert not app.exception


def test_a_note_alone_is_kept_but_is_no_answer(
    open_page: OpenPage, workspace: Workspace, assessment: Assessment
) -> None:
    app = open_audit(open_page, assessment)
    app.text_area(key=widget(app, "comment")).set_value("nog navragen").run()
    assert stored(workspace, assessment).comment == "nog navragen"
    assert not stored(workspace, assessment).is_answered


def test_a_change_from_another_window_is_not_overwritten(
    open_page: OpenPage, workspace: Workspace, assessment: Assessment
) -> None:
    app = open_audit(open_page, assessment)
    voice = workspace.own_respondent(assessment).id
    workspace.store.answers.save(voice, Answer(CRITERION, AnswerState.LEVEL, 1))

    app.radio(key=widget(app, "choice")).set_value("4").run()

    assert stored(workspace, assessment).level == 1
    assert "another window" in shown(app)
    app.button(key=widget(app, "mine")).click().run()
    assert stored(workspace, assessment).level == 4


def test_the_other_window_s_answer_can_be_taken_over(
    open_page: OpenPage, workspace: Workspace, assessment: Assessment
) -> None:
    app = open_audit(open_page, assessment)
    voice = workspace.own_respondent(assessment).id
    theirs = Answer(CRITERION, AnswerState.UNKNOWN, comment="weet ik niet")
    workspace.store.answers.save(voice, theirs)
    app.radio(key=widget(app, "choice")).set_value("4").run()

    app.button(key=widget(app, "theirs")).click().run()

    assert app.radio(key=widget(app, "choice")).value == "unknown"
    assert stored(workspace, assessment).comment == "weet ik niet"


def test_an_answer_of_another_window_shows_up_when_nothing_waits_here(
    open_page: OpenPage, workspace: Workspace, assessment: Assessment
) -> None:
    app = open_audit(open_page, assessment)
    voice = workspace.own_respondent(assessment).id
    left_out = Answer(CRITERION, AnswerState.NOT_APPLICABLE, reason=Reason.DONE_BY_PARTNER)
    workspace.store.answers.save(voice, left_out)

    app.run()

    assert app.radio(key=widget(app, "choice")).value == "not_applicable"
    assert app.selectbox(key=widget(app, "reason")).value is Reason.DONE_BY_PARTNER


def test_a_text_that_is_too_long_is_not_called_saved(
    open_page: OpenPage, workspace: Workspace, assessment: Assessment
) -> None:
    app = open_audit(open_page, assessment)
    app.text_area(key=widget(app, "comment")).set_value("x" * 100_001).run()
    assert "Not saved yet" in shown(app)
    assert stored(workspace, assessment).comment == ""
    app.button(key=widget(app, "notes_part_back")).click().run()
    assert app.text_area(key=widget(app, "comment")).value == ""


def test_characters_that_cannot_be_kept_are_said(
    open_page: OpenPage, workspace: Workspace, assessment: Assessment
) -> None:
    app = open_audit(open_page, assessment)
    app.text_area(key=widget(app, "comment")).set_value("a\0b").run()
    assert "cannot be kept" in shown(app)
    app.text_area(key=widget(app, "comment")).set_value("ab").run()
    assert stored(workspace, assessment).comment == "ab"


def test_an_assessment_closed_meanwhile_says_so(
    open_page: OpenPage, workspace: Workspace, assessment: Assessment
) -> None:
    app = open_audit(open_page, assessment)
    assessments.close_assessment(workspace, assessment.id)
    app.radio(key=widget(app, "choice")).set_value("2").run()
    assert not stored(workspace, assessment).is_answered
    assert "closed" in shown(app)


def test_a_change_of_language_keeps_the_answer(
    open_page: OpenPage, workspace: Workspace, assessment: Assessment
) -> None:
    app = open_audit(open_page, assessment)
    app.radio(key=widget(app, "choice")).set_value("2").run()
    app.run()  # the run before was of the fragment alone
    app.segmented_control(key="language").set_value("nl").run()
    assert app.radio(key=widget(app, "choice")).value == "2"
    assert app.title[0].value == workspace.catalogue.by_id[CRITERION].title.in_language("nl")


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


def test_the_jump_list_goes_anywhere(
    open_page: OpenPage, workspace: Workspace, assessment: Assessment
) -> None:
    app = open_audit(open_page, assessment)
    jump = next(s for s in app.selectbox if str(s.key).startswith("jump:"))
    jump.set_value("MC-44").run()
    assert app.title[0].value == workspace.catalogue.by_id["MC-44"].title.in_language("en")


def test_a_closed_assessment_can_be_read(
    open_page: OpenPage, example_assessment: Assessment
) -> None:
    app = open_audit(open_page, example_assessment, "nl")
    assert app.radio(key=widget(app, "choice")).disabled


def test_an_unknown_criterion_opens_the_next_open_one(
    open_page: OpenPage, assessment: Assessment
) -> None:
    app = open_page("audit", assessment=assessment.id, criterion="<script>")
    assert app.title[0].value
