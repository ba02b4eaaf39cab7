"""The start files: which port is chosen, and what a person and a browser are told."""

import http.server
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

import start
from commands.server import key_files
from settings import Settings


@pytest.fixture
def other_program() -> Iterator[int]:
    """The port of a program that is not ours."""
    server = http.server.HTTPServer(("127.0.0.1", 0), http.server.BaseHTTPRequestHandler)
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}).start()
    yield server.server_port
    server.shutdown()
    server.server_close()


def test_a_port_of_another_program_is_passed_by(
    other_program: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("MENTORSPIEGEL_PORT", str(other_program))

    port = start.choose_port()

    assert port is not None
    assert port > other_program
    assert (
        f"Port {other_program} or {other_program + 100} is taken by another program."
        in capsys.readouterr().out
    )


def test_a_port_without_room_for_the_participants_is_passed_by(
    other_program: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MENTORSPIEGEL_PORT", str(other_program - 100))

    port = start.choose_port()
    monkeypatch.setenv("MENTORSPIEGEL_PARTICIPANTS_PORT", "1")

    assert port is not None
    assert port != other_program - 100
    assert start.choose_port() == other_program - 100


def test_without_a_screen_the_address_is_said(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "BROWSER"):
        monkeypatch.delenv(name, raising=False)

    start.show("http://127.0.0.1:1")

    assert "Open http://127.0.0.1:1 in your browser." in capsys.readouterr().out


def test_in_a_terminal_the_address_stands_with_its_key(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("MENTORSPIEGEL_DATA", str(tmp_path))
    key_files.write_page(Settings(data=tmp_path, port=8601), "http://127.0.0.1:8601/?key=secret")
    said = "print('Mentorspiegel is open on http://127.0.0.1:8601')"

    def start_in(*, terminal: bool) -> str:
        monkeypatch.setattr("sys.stdout.isatty", lambda: terminal, raising=False)
        command = [sys.executable, "-c", said]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
            start._open_browser(process, 8601)
        return capsys.readouterr().out

    assert "open op http://127.0.0.1:8601/?key=secret\n" in start_in(terminal=True)
    assert "secret" not in start_in(terminal=False)
