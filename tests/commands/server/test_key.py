"""The key: who has it is let in, who has not sees no screen, and no log holds it."""

import os
import pty
import stat
import subprocess
import sys
import time
from pathlib import Path

from tests.support.command_line import ROOT
from tests.support.web.asking import SCREENS, cookie_for, first_status, free_port, get
from tests.support.web.server import Server


def test_what_is_said_to_a_log_holds_no_key(server: Server) -> None:
    get(server.port, f"/?key={server.key}")

    assert len(server.key) == 32
    assert server.key not in server.log.read_text()


def test_only_who_started_it_can_read_the_key(server: Server) -> None:
    get(server.port, f"/?key={server.key}")  # so that there are tickets
    kept = sorted(server.data.glob("screens-*"))

    assert [file.suffix for file in kept] == [".html", ".tickets"]
    assert [stat.S_IMODE(file.stat().st_mode) for file in kept] == [0o600, 0o600]


def test_who_has_no_key_sees_no_screen_also_on_this_machine(server: Server) -> None:
    for path in SCREENS:
        response = get(server.port, path)

        assert response.status == 403
        assert f"screens-{server.port}.html".encode() in response.body
    assert get(server.port, "/?key=wrong").cookie == ""
    assert get(server.port, "/", {"Cookie": f"ms_screens_{server.port}=wrong"}).status == 403


def test_who_came_with_the_key_once_is_let_in(server: Server) -> None:
    cookie = cookie_for(server, server.key)

    assert b"<title>" in get(server.port, "/", cookie).body
    assert get(server.port, "/_stcore/health", cookie).status == 200
    assert get(server.port, "/a-static/x", cookie).status == 404


def test_a_browser_that_was_let_in_stays_so_when_the_program_starts_again_the_key_does_not(
    tmp_path: Path,
) -> None:
    server = Server(tmp_path)
    server.start()
    key = server.key
    cookie = cookie_for(server, key)
    server.kill()
    server.start()
    try:
        assert get(server.port, "/_stcore/health", cookie).status == 200
        assert get(server.port, f"/?key={key}").cookie == ""
        assert server.key != key
    finally:
        server.stop()


def test_the_port_of_the_screens_has_no_page_of_participants_and_the_other_way_round(
    server: Server,
) -> None:
    cookie = cookie_for(server, server.key)
    token = f"/a/{'x' * 32}"

    assert b"Mentorspiegel" not in get(server.participants_port, "/", cookie).body
    assert [get(server.participants_port, path, cookie).status for path in SCREENS] == [404] * 10
    assert get(server.participants_port, token).status == 404
    assert b"streamlit" in get(server.port, token, cookie).body.lower()


def test_in_a_terminal_the_key_stands_at_the_end_and_the_browser_opens(tmp_path: Path) -> None:
    note, browser = tmp_path / "opened", tmp_path / "browser"
    browser.write_text(f"#!/bin/sh\necho \"$1\" >'{note}'\n")
    browser.chmod(0o755)
    mine, theirs = pty.openpty()
    command = [sys.executable, "cli.py", "serve", "--port", str(port := free_port())]
    environment = {**os.environ, "BROWSER": str(browser), "MENTORSPIEGEL_DATA": str(tmp_path)}
    with subprocess.Popen(command, cwd=ROOT, env=environment, stdout=theirs) as process:
        try:
            assert first_status(port) == 200
            while not note.exists():
                time.sleep(0.05)
            told = os.read(mine, 10_000).decode()
        finally:
            process.terminate()
    os.close(mine)
    os.close(theirs)
    page = tmp_path / f"screens-{port}.html"

    with_key = page.read_text().partition('href="')[2].partition('"')[0]
    assert f"Mentorspiegel is open on {with_key}\r\n" in told
    assert "/?key=" in with_key
    assert note.read_text() == f"{page.as_uri()}\n"  # a command line can be read by others
