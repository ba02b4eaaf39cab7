"""The picture by perspective or phase: bars, words and table."""

from assessment.assessments import Assessment
from assessment.services.context import Workspace
from tests.support.ui.screens import OpenPage, answer, level, shown


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


def test_one_perspective_answered_is_drawn_as_bars(
    open_page: OpenPage, workspace: Workspace, assessment: Assessment
) -> None:
    answer(workspace, assessment, level("MC-41", 2))
    app = open_page("result", assessment=assessment.id)
    assert '"type":"bar"' in app.get("plotly_chart")[0].proto.spec
    assert "no score yet" in shown(app)


def test_the_language_switch_keeps_the_choice_of_picture(
    open_page: OpenPage, example_assessment: Assessment
) -> None:
    app = open_page("result", assessment=example_assessment.id)
    app.segmented_control(key="picture_by:en").set_value("phase").run()
    app.segmented_control(key="language").set_value("nl").run()
    assert app.segmented_control(key="picture_by:nl").value == "phase"
    assert "Afsluiting: 1,3" in app.get("plotly_chart")[0].proto.alt
