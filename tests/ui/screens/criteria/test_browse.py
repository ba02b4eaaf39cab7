"""The list of criteria: filters and search stay, hostile input is harmless."""

from html import escape

import pytest

from assessment.assessments import Assessment
from assessment.services.context import Workspace
from tests.support.ui.screens import OpenPage, links, shown


def test_all_criteria_are_listed(open_page: OpenPage) -> None:
    app = open_page("criteria")
    assert "75 criteria shown" in shown(app)
    assert len([label for label in links(app) if label.startswith("MC-")]) == 75


@pytest.mark.parametrize(
    ("widget", "value", "count"),
    [
        ("criteria_perspective:en", "result", 11),
        ("criteria_phase:en", "closure", 3),
        ("criteria_requirement:en", "growth", 29),
        ("criteria_role:en", "coordinator", 75),
    ],
)
def test_criteria_can_be_filtered(open_page: OpenPage, widget: str, value: str, count: int) -> None:
    app = open_page("criteria")
    app.selectbox(key=widget).set_value(value).run()
    assert len([label for label in links(app) if label.startswith("MC-")]) == count


def test_criteria_can_be_searched(open_page: OpenPage) -> None:
    app = open_page("criteria")
    app.text_input(key="criteria_search").set_value("mc-44").run()
    assert "One criterion shown" in shown(app)
    app.text_input(key="criteria_search").set_value("<script>").run()
    assert "0 criteria shown" in shown(app)


def test_filters_and_search_stay_when_a_criterion_is_opened_and_left(open_page: OpenPage) -> None:
    app = open_page("criteria")
    app.text_input(key="criteria_search").set_value("mc-1").run()
    app.selectbox(key="criteria_requirement:en").set_value("minimal").run()
    before = [label for label in links(app) if label.startswith("MC-")]
    app.query_params["criterion"] = "MC-10"
    app.run()
    app.button(key="back").click().run()
    assert [label for label in links(app) if label.startswith("MC-")] == before
    assert app.text_input(key="criteria_search").value == "mc-1"
    assert "criterion" not in app.query_params


def test_filters_stay_when_the_language_changes(open_page: OpenPage) -> None:
    app = open_page("criteria")
    app.text_input(key="criteria_search").set_value("mc-4").run()
    app.selectbox(key="criteria_perspective:en").set_value("client").run()
    before = [label.partition(" · ")[0] for label in links(app) if label.startswith("MC-")]
    app.query_params["lang"] = "nl"
    app.run()
    after = [label.partition(" · ")[0] for label in links(app) if label.startswith("MC-")]
    assert after == before


def test_a_very_long_search_finds_nothing_and_breaks_nothing(open_page: OpenPage) -> None:
    app = open_page("criteria")
    app.text_input(key="criteria_search").set_value("é" * 100_000).run()
    assert not app.exception
    assert "0 criteria shown" in shown(app)


def test_every_scale_is_shown_with_its_levels(open_page: OpenPage, workspace: Workspace) -> None:
    page = shown(open_page("criteria"))

    scales = workspace.catalogue.scales
    assert [s.id for s in scales if escape(s.title.in_language("en")) not in page] == []
    levels = [level for scale in scales for level in scale.levels]
    assert [one for one in levels if escape(one.meaning.in_language("en")) not in page] == []


def test_the_core_can_be_chosen_where_there_is_one(
    core_assessment: Assessment, open_page: OpenPage
) -> None:
    app = open_page("criteria", project=core_assessment.project)

    app.selectbox(key="criteria_requirement:en").set_value("core").run()

    assert "One criterion shown" in shown(app)
