"""What stops every page is explained in words."""

from pathlib import Path

import pytest

from tests.support.ui.screens import OpenPage
from ui import session


def test_broken_criteria_are_explained_line_by_line(
    open_page: OpenPage, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("MENTORSPIEGEL_CRITERIA", str(tmp_path / "gone"))
    session.settings.cache_clear()
    app = open_page("home")
    assert app.title[0].value == "The criteria cannot be read"
    assert "no such" in app.code[0].value


def test_a_damaged_database_is_explained(open_page: OpenPage, tmp_path: Path) -> None:
    (tmp_path / "data" / "mentorspiegel.sqlite3").write_bytes(b"this is no database" * 100)
    app = open_page("home")
    assert app.title[0].value == "The database cannot be used"
