"""Backup and restore."""

import sqlite3
import stat
import threading
from contextlib import closing
from pathlib import Path

import pytest

from assessment.errors import DatabaseDamaged, DatabaseNewer, DatabaseUnavailable, StorageError
from storage import backup, migrate, restore
from tests.support.builders import NOW, Clock, a_project, an_answer, an_assessment, begin

KEPT = "mentorspiegel.sqlite3.before-restore-20261120T090000Z"


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The name of a backup that is not there yet."""
    return tmp_path / "backups" / "monday.sqlite3"


def rows(file: Path) -> int:
    with closing(sqlite3.connect(file)) as connection:
        return connection.execute("SELECT count(*) FROM answers").fetchone()[0]


def test_a_backup_holds_everything_in_one_private_file(
    sqlite_url: str, open_sqlite, copy: Path
) -> None:
    begin(open_sqlite(sqlite_url)).answers.save("R1", an_answer())

    backup(sqlite_url, copy)

    assert rows(copy) == 1
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    assert list(copy.parent.iterdir()) == [copy]


def test_a_backup_is_whole_while_somebody_writes(sqlite_url: str, open_sqlite, copy: Path) -> None:
    store = begin(open_sqlite(sqlite_url))
    stop = threading.Event()

    def write() -> None:
        number = 0
        while not stop.is_set():
            store.answers.save("R1", an_answer(f"MC-{number}", comment="x" * 2000))
            number += 1

    writer = threading.Thread(target=write)
    writer.start()
    for number in range(3):
        backup(sqlite_url, copy.with_name(f"{number}.sqlite3"))
    stop.set()
    writer.join()

    with closing(sqlite3.connect(copy.with_name("2.sqlite3"))) as connection:
        written = connection.execute("SELECT count(*) FROM answer_history").fetchone()[0]
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert rows(copy.with_name("2.sqlite3")) == written <= len(store.answers.all("R1"))


def test_a_backup_overwrites_nothing(sqlite_url: str, copy: Path) -> None:
    migrate(sqlite_url)
    copy.parent.mkdir()
    copy.write_text("van gisteren")

    with pytest.raises(StorageError, match="was not overwritten"):
        backup(sqlite_url, copy)

    assert copy.read_text() == "van gisteren"


def test_there_is_no_backup_of_nothing(sqlite_file: Path, sqlite_url: str, copy: Path) -> None:
    with pytest.raises(DatabaseUnavailable, match="cannot be opened"):
        backup(sqlite_url, copy)

    assert not copy.exists()
    assert not sqlite_file.exists()


def test_a_damaged_database_gives_no_backup(
    sqlite_file: Path, sqlite_url: str, open_sqlite, copy: Path
) -> None:
    store = begin(open_sqlite(sqlite_url))
    for number in range(40):
        store.answers.save("R1", an_answer(f"MC-{number}", comment="x" * 2000))
    store.close()
    damage(sqlite_file)

    with pytest.raises(DatabaseDamaged, match="is damaged"):
        backup(sqlite_url, copy)

    assert not copy.exists()


def damage(file: Path) -> None:
    """Overwrite pages in the middle; the first ones, with the list of tables, stay."""
    content = bytearray(file.read_bytes())
    middle = len(content) // 2 // 4096 * 4096
    content[middle : middle + 8192] = b"\x55" * 8192
    file.write_bytes(content)


def test_a_folder_that_takes_no_backup_is_told(sqlite_url: str, tmp_path: Path) -> None:
    migrate(sqlite_url)
    (tmp_path / "backups").write_text("geen map")

    with pytest.raises(StorageError, match="cannot be used"):
        backup(sqlite_url, tmp_path / "backups" / "monday.sqlite3")


def test_a_backup_is_restored_and_the_present_kept(
    sqlite_file: Path, sqlite_url: str, open_sqlite, copy: Path, clock: Clock
) -> None:
    store = begin(open_sqlite(sqlite_url))
    backup(sqlite_url, copy)
    store.answers.save("R1", an_answer())
    store.close()

    kept = restore(copy, sqlite_url, clock=clock)

    assert kept == sqlite_file.with_name(KEPT)
    assert (rows(kept), rows(sqlite_file), rows(copy)) == (1, 0, 0)
    assert open_sqlite(sqlite_url).projects.get("P1") == a_project(version=1)


def test_what_a_backup_says_was_counted_is_counted_anew(
    sqlite_url: str, open_sqlite, copy: Path, clock: Clock
) -> None:
    store = begin(open_sqlite(sqlite_url))
    store.answers.save("R1", an_answer())
    store.assessments.save(an_assessment(closed_at=NOW, version=1))
    store.close()
    backup(sqlite_url, copy)
    with closing(sqlite3.connect(copy)) as connection:
        connection.execute("UPDATE kept_counts SET counts = 'no counts'")
        connection.commit()

    restore(copy, sqlite_url, clock=clock)

    assert open_sqlite(sqlite_url).answers.counts(["A1"])[0].counts.sum() == 1


def test_a_backup_is_restored_where_nothing_was(
    sqlite_url: str, open_sqlite, copy: Path, tmp_path: Path, clock: Clock
) -> None:
    begin(open_sqlite(sqlite_url))
    backup(sqlite_url, copy)
    elsewhere = f"sqlite:///{tmp_path}/elsewhere/new.sqlite3"

    assert restore(copy, elsewhere, clock=clock) is None

    assert open_sqlite(elsewhere).projects.get("P1") == a_project(version=1)


def test_a_damaged_database_is_replaced_and_kept(
    sqlite_file: Path, sqlite_url: str, open_sqlite, copy: Path, clock: Clock
) -> None:
    begin(open_sqlite(sqlite_url)).close()
    backup(sqlite_url, copy)
    sqlite_file.write_bytes(b"kapot" * 1000)

    kept = restore(copy, sqlite_url, clock=clock)

    assert kept.read_bytes() == b"kapot" * 1000
    assert len(open_sqlite(sqlite_url).projects.all()) == 1


def test_the_log_of_a_lost_database_does_not_spoil_the_restored_one(
    sqlite_file: Path, sqlite_url: str, open_sqlite, copy: Path, clock: Clock
) -> None:
    begin(open_sqlite(sqlite_url)).close()
    backup(sqlite_url, copy)
    sqlite_file.unlink()
    sqlite_file.with_name(f"{sqlite_file.name}-wal").write_bytes(b"een log van de oude")

    restore(copy, sqlite_url, clock=clock)

    log = sqlite_file.with_name(f"{KEPT}-wal")
    assert log.read_bytes() == b"een log van de oude"
    assert len(open_sqlite(sqlite_url).projects.all()) == 1


def test_nothing_is_restored_under_a_running_program(
    sqlite_url: str, open_sqlite, copy: Path, clock: Clock
) -> None:
    store = begin(open_sqlite(sqlite_url))
    backup(sqlite_url, copy)

    with pytest.raises(DatabaseUnavailable, match="Stop Mentorspiegel"):
        restore(copy, sqlite_url, clock=clock)

    assert store.answers.save("R1", an_answer()).version == 1


def test_a_kept_database_is_never_overwritten(
    sqlite_file: Path, sqlite_url: str, copy: Path, clock: Clock
) -> None:
    migrate(sqlite_url)
    backup(sqlite_url, copy)
    restore(copy, sqlite_url, clock=clock)
    content = sqlite_file.read_bytes()

    with pytest.raises(StorageError, match="was not overwritten"):
        restore(copy, sqlite_url, clock=clock)

    assert sqlite_file.read_bytes() == content


def test_a_newer_backup_is_refused(
    sqlite_file: Path, sqlite_url: str, copy: Path, tmp_path: Path, clock: Clock
) -> None:
    migrate(sqlite_url)
    backup(sqlite_url, copy)
    with closing(sqlite3.connect(copy)) as newer:
        newer.execute("UPDATE mentorspiegel_version SET version_num = '9999'")
        newer.commit()
    content = sqlite_file.read_bytes()

    with pytest.raises(DatabaseNewer, match=r"monday\.sqlite3"):
        restore(copy, sqlite_url, clock=clock)

    assert sqlite_file.read_bytes() == content


UNSOUND = {"text": b"Beste lezer" * 500, "nothing": b""}


@pytest.mark.parametrize("content", UNSOUND.values(), ids=UNSOUND.keys())
def test_a_file_that_is_no_backup_is_refused(
    sqlite_file: Path, sqlite_url: str, tmp_path: Path, content: bytes, clock: Clock
) -> None:
    migrate(sqlite_url)
    letter = tmp_path / "letter.txt"
    letter.write_bytes(content)
    before = sqlite_file.read_bytes()

    with pytest.raises(DatabaseDamaged, match=r"letter\.txt"):
        restore(letter, sqlite_url, clock=clock)

    assert sqlite_file.read_bytes() == before


def test_a_server_is_copied_with_its_own_programs(tmp_path: Path, clock: Clock) -> None:
    url = "postgresql+psycopg://localhost/mentorspiegel"

    with pytest.raises(StorageError, match="pg_dump"):
        backup(url, tmp_path / "monday.sqlite3")
    with pytest.raises(StorageError, match="pg_restore"):
        restore(tmp_path / "monday.sqlite3", url, clock=clock)


def spoiled(copy: Path, statement: str) -> Path:
    with closing(sqlite3.connect(copy)) as connection:
        connection.execute("PRAGMA foreign_keys=OFF")
        connection.execute("PRAGMA ignore_check_constraints=ON")
        connection.execute(statement)
        connection.commit()
    return copy


@pytest.mark.parametrize(
    "statement",
    [
        "DROP TABLE answers",
        "DROP TABLE rate_limits",
        "ALTER TABLE projects DROP COLUMN region",
        "UPDATE projects SET name = x'00ff'",
        "UPDATE projects SET created_at = 'yesterday'",
        "UPDATE projects SET kind = 'no kind'",
    ],
)
def test_a_backup_with_the_right_version_that_cannot_be_read_is_refused(
    sqlite_url: str, open_sqlite, copy: Path, tmp_path: Path, clock: Clock, statement: str
) -> None:
    store = begin(open_sqlite(sqlite_url))
    store.close()
    backup(sqlite_url, copy)
    present = Path(sqlite_url.removeprefix("sqlite:///"))
    before = present.read_bytes()

    with pytest.raises(DatabaseDamaged, match="not complete"):
        restore(spoiled(copy, statement), sqlite_url, clock=clock)

    assert present.read_bytes() == before
