"""What every command shares: settings, new files, progress, and errors in plain words."""

import io
import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from commands.common import (
    Commands,
    Day,
    Failure,
    OrNone,
    aligned,
    changes_of,
    check_new,
    confirm,
    is_terminal,
    output_option,
    progress_of,
    write_new,
)
from tests.support.command_line import CRITERIA, ROOT, Run, refusal

EXAMPLE = CRITERIA / "example" / "answers.csv"


def test_a_reader_that_has_seen_enough_is_no_error() -> None:
    command = [sys.executable, "cli.py", "score", str(EXAMPLE), "--format", "json"]
    with subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        process.stdout.close()

        assert process.stderr.read() == b""


def test_a_setting_that_cannot_be_is_named(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MENTORSPIEGEL_PORT", "many")
    monkeypatch.setenv("MENTORSPIEGEL_THRESHOLD", "1")

    first, second = refusal(run("migrate"))

    assert first.startswith("MENTORSPIEGEL_PORT: ")
    assert second.startswith("MENTORSPIEGEL_THRESHOLD: ")


def test_a_folder_on_the_command_line_goes_before_a_server_in_the_environment(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MENTORSPIEGEL_DATABASE_URL", "postgresql://127.0.0.1:9/nowhere")

    result = run("migrate", "--data", tmp_path / "here")

    assert result.exit_code == 0
    assert (tmp_path / "here" / "mentorspiegel.sqlite3").exists()


@pytest.mark.skipif(not hasattr(os, "openpty"), reason="no terminals here")
@pytest.mark.parametrize("is_terminal", [True, False])
def test_progress_shows_on_a_terminal_only(is_terminal: bool) -> None:
    reader, writer = os.openpty() if is_terminal else os.pipe()

    subprocess.run(
        [sys.executable, "cli.py", "score", str(EXAMPLE)],
        cwd=ROOT,
        stdout=subprocess.DEVNULL,
        stderr=writer,
        check=True,
    )
    os.set_blocking(reader, False)
    os.close(writer) if not is_terminal else None

    assert (b"Reading answers.csv" in _read(reader)) is is_terminal


def _read(descriptor: int) -> bytes:
    try:
        return os.read(descriptor, 10_000)
    finally:
        os.close(descriptor)


def a_group(error: Exception) -> Commands:
    """A group with one command that goes wrong."""

    @click.command()
    def fail() -> None:
        raise error

    group = Commands({"fail": ("nowhere:fail", "Fail.")}, name="group")
    group.get_command = lambda _, name: fail if name == "fail" else None  # type: ignore[method-assign,assignment]
    return group


@pytest.mark.parametrize(
    ("error", "line"),
    [
        (PermissionError(13, "Permission denied", "a.csv"), "a.csv: Permission denied. "),
        (OSError(28, "No space left on device"), "No space left on device. "),
    ],
)
def test_a_file_that_cannot_be_used_is_named_with_a_remedy(error: OSError, line: str) -> None:
    result = CliRunner().invoke(a_group(error), ["fail"])

    assert refusal(result) == [f"{line}Check the name and the rights."]


def test_an_error_that_nobody_expects_is_not_hidden() -> None:
    result = CliRunner().invoke(a_group(ZeroDivisionError()), ["fail"])

    assert isinstance(result.exception, ZeroDivisionError)


def test_commands_are_listed_without_loading_them() -> None:
    group = Commands({"later": ("a_module_that_is_not_there:it", "Do it later.")}, name="group")

    result = CliRunner().invoke(group, ["--help"])

    assert "later  Do it later." in result.stdout
    assert group.get_command(click.Context(group), "other") is None
    with pytest.raises(ModuleNotFoundError):
        group.get_command(click.Context(group), "later")


def test_an_output_is_needed_and_may_be_a_folder() -> None:
    @click.command()
    @output_option("New folder to write.", metavar="DIR")
    def write(output: Path) -> None:
        click.echo(output.name)

    assert "-o, --output DIR  New folder to write.  [required]" in (
        CliRunner().invoke(write, ["--help"]).stdout
    )
    assert CliRunner().invoke(write, []).exit_code == 2
    assert CliRunner().invoke(write, ["-o", "a/b"]).stdout == "b\n"


def test_a_new_file_is_for_its_owner_alone(tmp_path: Path) -> None:
    file = tmp_path / "new"

    write_new(file, b"data")

    assert file.read_bytes() == b"data"
    assert file.stat().st_mode & 0o777 == 0o600


def test_a_file_that_is_there_is_neither_overwritten_nor_announced(tmp_path: Path) -> None:
    file = tmp_path / "old"
    file.write_bytes(b"mine")

    check_new(tmp_path / "new")
    for refuse in (lambda: check_new(file), lambda: write_new(file, b"data")):
        with pytest.raises(Failure, match="exists already and was not overwritten"):
            refuse()
    assert file.read_bytes() == b"mine"


def test_nobody_is_asked_without_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    assert is_terminal() is sys.stdin.isatty()
    monkeypatch.setattr("commands.common.is_terminal", lambda: False)

    confirm("It goes.", yes=True)
    with pytest.raises(Failure, match=r"It goes\. Nothing was changed\. Give --yes"):
        confirm("It goes.", yes=False)


class Terminal(io.StringIO):
    """What somebody sees who watches."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("stream", "piped", "said"),
    [
        (io.StringIO, False, ""),
        (io.StringIO, True, "Reading: 0 %\nReading: 10 %\nReading: 50 %\nReading: 100 %\n"),
        (
            Terminal,
            True,
            "\rReading … 0 %\rReading … 19 %\rReading … 50 %\rReading … 100 %\r\x1b[K",
        ),
    ],
)
def test_progress_is_a_share_on_a_terminal_and_lines_where_they_are_asked_for(
    monkeypatch: pytest.MonkeyPatch, stream: type[io.StringIO], piped: bool, said: str
) -> None:
    seen = stream()
    monkeypatch.setattr("sys.stderr", seen)

    with progress_of("Reading", piped=piped) as show:
        for share in (0.19, 0.191, 0.5, 0.5, 1):
            show(share)

    assert seen.getvalue() == said


def test_columns_stand_below_each_other() -> None:
    assert list(aligned([("a", "1"), ("bcd", "10")], left={0})) == ["a     1", "bcd  10"]


def test_columns_hold_nothing_that_a_terminal_would_act_on() -> None:
    rows = [("\x1b[2J\u202e", "1"), ("a", "2")]

    assert list(aligned(rows, left={0})) == ["\\u001b[2J\\u202e  1", f"a{' ' * 16}2"]


def test_a_value_is_named_taken_away_or_left_as_it_is() -> None:
    wanted = OrNone(Day())

    assert wanted.convert("2027-01-31", None, None) == date(2027, 1, 31)
    assert changes_of(due=wanted.convert("none", None, None), text=None, size=0) == {
        "due": None,
        "size": 0,
    }
    with pytest.raises(click.BadParameter, match="'soon' is no day"):
        wanted.convert("soon", None, None)


def test_nothing_in_an_error_reaches_the_terminal_as_a_command(
    capsys: pytest.CaptureFixture[str],
) -> None:
    Failure("one\x1b[2J\x9b31m\ntwo").show()

    assert capsys.readouterr().err == "one\\u001b[2J\\u009b31m\ntwo\n"
