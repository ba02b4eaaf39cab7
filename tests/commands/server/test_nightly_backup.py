"""The nightly backup and the units of systemd in docs/hosting, as they stand there."""

import os
import re
import subprocess
import sys
from contextlib import closing
from hashlib import sha256
from pathlib import Path

import pytest
from sqlalchemy import select

from assessment.services.context import Workspace
from runtime import new_id, new_login_token, new_token, now
from storage import SqlStore, open_store
from storage.tables import metadata
from tests.support.access import an_office
from tests.support.command_line import ROOT
from tests.support.web.front import program
from tests.support.web.hosting import new_database, text


def table_hashes(store: SqlStore) -> dict[str, str]:
    with store.engine.connect() as connection:
        return {
            table.name: sha256(
                repr(sorted(map(repr, connection.execute(select(table))))).encode()
            ).hexdigest()
            for table in metadata.sorted_tables
        }


def backed_up(folder: Path, **settings: str) -> subprocess.CompletedProcess[str]:
    environment = {
        **os.environ,
        "MENTORSPIEGEL_PYTHON": sys.executable,
        "MENTORSPIEGEL_BACKUPS": str(folder),
        **settings,
    }
    command = ["/bin/sh", "docs/hosting/backup.sh"]
    return subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )


def test_the_nightly_backup_is_restored_on_trial_and_holds_all(
    tmp_path: Path, postgres_url: str
) -> None:
    old = tmp_path / "mentorspiegel-20200101T000000Z.dump"
    old.touch()
    os.utime(old, (0, 0))
    with new_database(postgres_url) as database, closing(open_store(database, clock=now)) as store:
        an_office(
            Workspace(
                store=store,
                now=now,
                new_id=new_id,
                new_token=new_token,
                new_login_token=new_login_token,
            )
        )
        done = backed_up(tmp_path, MENTORSPIEGEL_DATABASE_URL=database)
        assert done.returncode == 0, done.stderr
        (made,) = tmp_path.iterdir()
        assert made.name.endswith(".dump")
        assert made.stat().st_mode & 0o077 == 0

        with new_database(postgres_url) as empty:
            command = ["pg_restore", "--no-owner", "--dbname", empty.replace("+psycopg", ""), made]
            subprocess.run(command, check=True)
            with closing(open_store(empty, clock=now)) as restored:
                assert table_hashes(restored) == table_hashes(store)


def test_a_backup_of_a_file_is_restored_on_trial_and_a_damaged_database_fails_loudly(
    tmp_path: Path,
) -> None:
    data, backups = tmp_path / "data", tmp_path / "backups"
    given = {"MENTORSPIEGEL_DATABASE_URL": "", "MENTORSPIEGEL_DATA": str(data)}
    subprocess.run(
        [sys.executable, "cli.py", "demo"], cwd=ROOT, env={**os.environ, **given}, check=True
    )
    assert backed_up(backups, **given).returncode == 0
    (made,) = backups.iterdir()
    assert made.read_bytes()[:15] == b"SQLite format 3"

    (data / "mentorspiegel.sqlite3").write_bytes(made.read_bytes()[:9000])
    assert backed_up(backups, **given).returncode != 0
    assert list(backups.iterdir()) == [made]


@pytest.mark.parametrize("name", ["mentorspiegel@.service", "mentorspiegel-backup.service"])
def test_a_unit_is_understood_by_systemd_and_gives_no_right_that_is_not_needed(
    name: str, tmp_path: Path
) -> None:
    analyze = program("systemd-analyze")
    unit = text(name).replace("/opt/mentorspiegel/.venv/bin/python", sys.executable)
    file = tmp_path / name.replace("@", "@8501")
    file.write_text(unit)
    said = subprocess.run([analyze, "verify", file], capture_output=True, text=True, check=False)
    assert [line for line in said.stderr.splitlines() if "mentorspiegel" in line] == []

    rating = subprocess.run(
        [analyze, "security", "--offline=yes", "--threshold=55", file],
        capture_output=True,
        text=True,
        check=False,
    )
    assert rating.returncode == 0, rating.stdout[-500:]


def test_the_unit_starts_what_was_started_here() -> None:
    (line,) = re.findall(r"^ExecStart=(.*)$", text("mentorspiegel@.service"), re.MULTILINE)

    assert line.split()[1:] == ["cli.py", "serve", "--no-browser", "--port", "%i"]
    assert "mentorspiegel@8501" in (ROOT / "docs/hosting.md").read_text("utf-8")
