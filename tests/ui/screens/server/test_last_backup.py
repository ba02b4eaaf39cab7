"""The screen of the server says when the database was last backed up."""

import os
from pathlib import Path

import pytest

from assessment.access.acts import MembershipKind
from assessment.services.context import Workspace
from runtime import now
from tests.support.ui.accounts import read, somebody
from ui import session


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    made = tmp_path / "backups"
    monkeypatch.setenv("MENTORSPIEGEL_BACKUPS", str(made))
    session.settings.cache_clear()
    return made


def page(workspace: Workspace) -> str:
    app = somebody(workspace, MembershipKind.SERVER_ADMIN, None).opens("server")
    return " ".join([read(app), *(warning.value for warning in app.warning)])


def test_without_a_backup_it_says_where_to_read_how(workspace: Workspace, folder: Path) -> None:
    assert "No backup is seen from here." in page(workspace)
    folder.mkdir()
    (folder / "mentorspiegel-2026-11-29.dump.new").touch()  # not restored on trial yet
    assert "No backup is seen from here." in page(workspace)


def test_the_newest_one_is_named_and_an_old_one_is_a_warning(
    workspace: Workspace, folder: Path
) -> None:
    folder.mkdir()
    old, new = (folder / f"mentorspiegel-{n}.dump" for n in (1, 2))
    for file, hours in ((old, 60), (new, 40)):
        file.touch()
        moment = now().timestamp() - hours * 3600
        os.utime(file, (moment, moment))
    assert "It was restored on trial." in page(workspace)
    assert "That is long ago." in page(workspace)

    new.touch()
    assert "That is long ago." not in page(workspace)
    assert f"{now():%Y-%m-%d}" in page(workspace)
