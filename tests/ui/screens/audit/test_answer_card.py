"""One criterion to answer: every change is kept at once."""

from assessment.answers import Answer, AnswerState, Reason
from assessment.assessments import Assessment
from assessment.services.context import Workspace
from tests.support.ui.audit import CRITERION, open_audit, stored, widget
from tests.support.ui.screens import OpenPage, shown


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


def test_who_works_alone_reads_at_level_3_what_counts_then(
    open_page: OpenPage, assessment: Assessment
) -> None:
    app = open_audit(open_page, assessment)

    captions = app.radio(key=widget(app, "choice")).proto.captions

    assert ["Do you work alone?" in caption for caption in captions[:5]] == [
        level == 3 for level in range(5)
    ]


def test_a_change_of_language_keeps_the_answer(
    open_page: OpenPage, workspace: Workspace, assessment: Assessment
) -> None:
    app = open_audit(open_page, assessment)
    app.radio(key=widget(app, "choice")).set_value("2").run()
    app.run()  # the run before was of the fragment alone
    app.segmented_control(key="language").set_value("nl").run()
    assert app.radio(key=widget(app, "choice")).value == "2"
    assert workspace.catalogue.by_id[CRITERION].title.in_language("nl") in shown(app)


def test_a_closed_assessment_can_be_read(
    open_page: OpenPage, example_assessment: Assessment
) -> None:
    app = open_audit(open_page, example_assessment, "nl")
    assert app.radio(key=widget(app, "choice")).disabled


def test_i_d_rather_not_say_is_offered_only_where_it_was_said(
    open_page: OpenPage, workspace: Workspace, assessment: Assessment
) -> None:
    app = open_audit(open_page, assessment)
    assert len(app.radio(key=widget(app, "choice")).options) == 7
    respondent = workspace.own_respondent(assessment).id
    workspace.store.answers.save(respondent, Answer(CRITERION, AnswerState.DECLINED))

    app = open_audit(open_page, assessment)

    assert app.radio(key=widget(app, "choice")).value == "declined"
    assert app.radio(key=widget(app, "choice")).options[-1] == "I'd rather not say"


def test_a_reason_is_asked_only_when_a_criterion_does_not_apply(
    open_page: OpenPage, workspace: Workspace, assessment: Assessment
) -> None:
    app = open_audit(open_page, assessment)
    app.radio(key=widget(app, "choice")).set_value("not_applicable").run()
    app.selectbox(key=widget(app, "reason")).set_value(Reason.OTHER).run()

    app.radio(key=widget(app, "choice")).set_value("2").run()

    assert stored(workspace, assessment).reason is None
    assert not [w for w in app.selectbox if str(w.key).startswith("answer:")]
