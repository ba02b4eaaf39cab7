"""migrate, backup and restore."""

from pathlib import Path

import pytest

from storage import open_store
from tests.support.builders import Clock, a_project
from tests.support.command_line import Run, refusal


def add(data: Path, name: str) -> None:
    store = open_store(f"sqlite:///{data / 'mentorspiegel.sqlite3'}", clock=Clock())
    store.projects.save(a_project(id=name, name=name))
    store.close()


def names(run: Run) -> list[str]:
    return [line.split("  ")[1] for line in run("export").stdout.splitlines()]


def test_migrate_makes_the_database_and_may_run_again(run: Run, data: Path) -> None:
    first, second = run("migrate"), run("migrate")

    assert first.stdout == second.stdout == "The database is up to date.\n"
    assert (data / "mentorspiegel.sqlite3").exists()


def test_a_backup_brings_back_what_was_there(run: Run, data: Path, tmp_path: Path) -> None:
    run("migrate")
    add(data, "Then")
    assert run("backup", tmp_path / "copy").exit_code == 0
    add(data, "Now")

    result = run("restore", tmp_path / "copy")

    assert names(run) == ["Then"]
    assert "The database of before is kept as " in result.stdout


def test_the_database_of_before_is_a_backup_too(run: Run, data: Path, tmp_path: Path) -> None:
    run("migrate")
    run("backup", tmp_path / "copy")
    add(data, "Now")
    kept = run("restore", tmp_path / "copy").stdout.rsplit(" ", 1)[1].strip().removesuffix(".")
    data.rename(tmp_path / "aside")

    run("restore", kept.replace(str(data), str(tmp_path / "aside")))

    assert names(run) == ["Now"]


def test_restoring_needs_no_database(run: Run, tmp_path: Path) -> None:
    run("migrate")
    run("backup", tmp_path / "copy")

    result = run("restore", tmp_path / "copy", "--data", tmp_path / "new")

    assert result.stdout == f"Restored {tmp_path / 'copy'}.\n"


def test_a_backup_never_overwrites_a_file(run: Run, tmp_path: Path) -> None:
    run("migrate")
    (tmp_path / "copy").write_text("precious")

    (line,) = refusal(run("backup", tmp_path / "copy"))

    assert "exists already" in line
    assert (tmp_path / "copy").read_text() == "precious"


def test_without_a_database_there_is_no_backup(run: Run, tmp_path: Path) -> None:
    (line,) = refusal(run("backup", tmp_path / "copy"))

    assert "cannot be opened" in line
    assert not (tmp_path / "copy").exists()


@pytest.mark.parametrize("content", [b"", b"no database at all"])
def test_something_else_is_not_restored(
    run: Run, data: Path, tmp_path: Path, content: bytes
) -> None:
    run("migrate")
    add(data, "Now")
    (tmp_path / "copy").write_bytes(content)

    refusal(run("restore", tmp_path / "copy"))

    assert names(run) == ["Now"]


@pytest.mark.parametrize("command", ["migrate", "export", "demo"])
def test_a_damaged_database_is_named_and_left_alone(run: Run, data: Path, command: str) -> None:
    file = data / "mentorspiegel.sqlite3"
    data.mkdir()
    file.write_bytes(b"this is no database" * 100)

    (line,) = refusal(run(command))

    assert line.startswith(f"The database file {file} is not a database.")
    assert file.read_bytes() == b"this is no database" * 100


def test_a_file_in_the_place_of_the_data_folder_is_named(run: Run, data: Path) -> None:
    data.write_text("a file")

    (line,) = refusal(run("migrate"))

    assert str(data) in line


def test_a_server_that_does_not_answer_is_named_without_its_password(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    url = "postgresql://someone:secret@127.0.0.1:9/mentors"
    monkeypatch.setenv("MENTORSPIEGEL_DATABASE_URL", url)

    (line,) = refusal(run("migrate"))

    assert "'mentors' on 127.0.0.1 cannot be reached" in line
    assert "secret" not in line


def test_an_empty_database_file_is_warned_of(run: Run, tmp_path: Path) -> None:
    (tmp_path / "mentorspiegel.sqlite3").touch()

    result = run("demo", "--data", tmp_path)

    assert "is empty, so a new one is made in it. Did you lose one?" in result.stderr
    assert "Did you lose one?" not in run("demo", "--data", tmp_path).stderr
