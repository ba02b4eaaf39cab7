"""What lies behind the figures: the picture in words, how figures arise, what does not apply."""

from pathlib import Path

from assessment.answers import Answer, AnswerState, Reason
from assessment.assessments import Assessment
from assessment.choices import Choice
from assessment.services import assessments
from assessment.services.context import Workspace
from tests.support.ui.screens import OpenPage, answer, level, shown, speak


def test_figures_by_perspective_say_how_they_arise_and_name_what_goes_in(
    open_page: OpenPage, example_assessment: Assessment
) -> None:
    page = shown(open_page("result", assessment=example_assessment.id, part="grounds"))

    assert 'alt="Client: 2.9 of 4, target 3.0, last time' in page
    assert "Client: how does 2.9 arise?" in page
    assert "There is no total score, on purpose" in page
    assert "What goes into Client" in page
    assert "criterion=MC-44" in page


def test_the_picture_to_point_at_is_made_only_when_it_is_opened(
    open_page: OpenPage, example_assessment: Assessment
) -> None:
    app = open_page("result", assessment=example_assessment.id, part="grounds")
    assert [fold.label for fold in app.expander] == ["See it with every figure"]
    assert len(app.get("plotly_chart")) == 0

    app.session_state["every_figure"] = True
    app.run()

    [figure] = app.get("plotly_chart")
    assert figure.proto.alt.startswith("Client: 2.9 of 4, target 3.0, last time")


def test_the_picture_goes_by_phase_and_stays_so_in_another_language(
    open_page: OpenPage, example_assessment: Assessment
) -> None:
    app = open_page("result", assessment=example_assessment.id, part="grounds")
    app.segmented_control(key="picture_by:en").set_value("phase").run()
    assert not app.exception
    assert "Evaluation: 1.5 of 4" in shown(app)

    app.segmented_control(key="language").set_value("nl").run()

    assert app.segmented_control(key="picture_by:nl").value == "phase"
    assert "Evaluatie: 1,5" in shown(app)


def test_what_does_not_apply_stands_with_its_reason_as_it_was_typed(
    open_page: OpenPage, workspace: Workspace, assessment: Assessment
) -> None:
    left_out = Answer(
        "MC-41", AnswerState.NOT_APPLICABLE, reason=Reason.OTHER, reason_text="<b>omdat</b>"
    )
    answer(workspace, assessment, left_out, level("MC-01", 1))
    speak(workspace, assessment, "mentee", level("MC-41", 1), times=7)
    assessments.close_assessment(workspace, assessment.id)

    page = shown(open_page("result", assessment=assessment.id, part="grounds"))

    assert "&lt;b&gt;omdat&lt;/b&gt; · yet answered: Mentees 7" in page
    assert "why is there no figure?" in page


def test_what_the_project_chose_itself_stands_with_its_reason(
    open_page: OpenPage, workspace: Workspace, assessment: Assessment
) -> None:
    chosen = Choice("MC-03", in_scope=False, reason="Dat doet <de stad>")
    assessments.change_choice(workspace, assessment.id, chosen)
    answer(workspace, assessment, level("MC-41", 3))

    page = shown(open_page("result", assessment=assessment.id, part="grounds"))

    assert "not asked" in page
    assert "Dat doet &lt;de stad&gt;" in page


def test_what_the_project_changed_is_listed_and_what_the_core_is(
    open_page: OpenPage, workspace: Workspace, core_assessment: Assessment
) -> None:
    answer(workspace, core_assessment, level("MC-01", 1))
    before = shown(open_page("result", assessment=core_assessment.id, part="grounds"))
    assessments.change_choice(
        workspace, core_assessment.id, Choice("MC-01", requirement="growth", target=2)
    )

    after = shown(open_page("result", assessment=core_assessment.id, part="grounds"))

    assert "Changed by this project" not in before
    assert "Changed by this project" in after
    assert "minimal · target 3" in after
    assert "growth · target 2" in after
    assert "The core: it always counts" in after


def test_the_gaps_of_a_project_touch_what_makes_it_fail(
    own_factors: Path, open_page: OpenPage, workspace: Workspace, assessment: Assessment
) -> None:
    answer(workspace, assessment, level("MC-01", 1))

    page = shown(open_page("result", assessment=assessment.id, part="grounds"))

    assert "What makes it fail" in page
    assert "What makes it work</summary>" not in page
    assert "Nobody carries it" in page
    assert "Below its target here: ‘<a " in page
