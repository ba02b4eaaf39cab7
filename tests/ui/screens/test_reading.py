"""The pages to read: criteria, method; and what stops everything."""

from pathlib import Path

import pytest

from assessment.services.context import Workspace
from tests.ui.conftest import OpenPage, shown
from tests.ui.screens.start.test_page import copy
from tests.ui.screens.test_steps import links
from ui import session


def test_all_criteria_are_listed(open_page: OpenPage) -> None:
    app = open_page("criteria")
    assert "70 criteria shown" in shown(app)
    assert len([label for label in links(app) if label.startswith("MC-")]) == 70


@pytest.mark.parametrize(
    ("widget", "value", "count"),
    [
        ("criteria_perspective:en", "result", 8),
        ("criteria_phase:en", "closure", 2),
        ("criteria_requirement:en", "growth", 24),
        ("criteria_role:en", "coordinator", 70),
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


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_criterion_can_be_opened(
    open_page: OpenPage, workspace: Workspace, language: str
) -> None:
    for name in ("MC-01", "MC-36", "MC-29"):
        app = open_page("criteria", language=language, criterion=name)
        criterion = workspace.catalogue.by_id[name]
        assert app.header[0].value == criterion.title.in_language(language)
        assert "S00" in shown(app)
    app.button(key="back").click().run()
    assert "70" in shown(app)


@pytest.mark.parametrize(
    ("language", "sum_"), [("en", "(3.0 + 2.0) / 2 = 2.5"), ("nl", "(3,0 + 2,0) / 2 = 2,5")]
)
def test_the_method_shows_a_sum_made_by_the_scoring_core(
    open_page: OpenPage, language: str, sum_: str
) -> None:
    app = open_page("method", language=language)
    assert any(sum_ in part.value for part in app.markdown)


def test_the_method_says_where_the_data_are(
    open_page: OpenPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "mentorspiegel.sqlite3" in shown(open_page("method"))
    url = session.settings().database
    monkeypatch.setenv("MENTORSPIEGEL_DATABASE_URL", url)
    session.settings.cache_clear()
    assert "of your own choice" in shown(open_page("method"))


def test_broken_criteria_are_explained_line_by_line(
    open_page: OpenPage, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("MENTORSPIEGEL_CRITERIA", str(tmp_path / "gone"))
    session.settings.cache_clear()
    app = open_page("home")
    assert app.title[0].value == "The criteria cannot be read"
    assert "no such" in app.code[0].value


def test_an_author_sees_what_is_wrong_while_the_last_good_criteria_stay(
    open_page: OpenPage, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    copy(session.settings().criteria, tmp_path / "criteria")
    monkeypatch.setenv("MENTORSPIEGEL_CRITERIA", str(tmp_path / "criteria"))
    session.settings.cache_clear()
    open_page("home")
    (tmp_path / "criteria" / "scales.yaml").write_text("- id: practice\n", encoding="utf-8")
    app = open_page("criteria")
    assert "cannot be used yet" in app.warning[0].value
    assert "there is no scale `experience`" in app.code[0].value
    assert "70 criteria shown" in shown(app)


def test_a_damaged_database_is_explained(open_page: OpenPage, tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "mentorspiegel.sqlite3").write_bytes(b"this is no database" * 100)
    app = open_page("home")
    assert app.title[0].value == "The database cannot be used"


def test_an_unknown_default_language_falls_back(
    open_page: OpenPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MENTORSPIEGEL_LANGUAGE", "xx")
    session.settings.cache_clear()
    assert open_page("home", language="").title[0].value == "Kijk eerlijk naar je mentorproject"
