"""serve: two ports, a key, silent about who reads what, and clear about what is wrong."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psutil
import pytest

from tests.support.command_line import ROOT, Run, refusal
from tests.support.web.asking import SCREENS, first_status, free_port, get
from tests.support.web.server import Server
from web.server.assets import STYLE


def test_it_says_where_to_open_it_and_who_can(server: Server) -> None:
    told = server.log.read_text()

    assert f"Mentorspiegel is open on {server.url}\n" in told
    assert f"It asks for the key of this start, which is in {server.key_file}\n" in told
    assert f"Pages of participants are on http://localhost:{server.participants_port}/a." in told
    assert "All of it is on this machine only." in told


def test_it_is_well(server: Server) -> None:
    response = get(server.port, "/healthz")

    assert response.status == 200
    assert json.loads(response.body)["database"] == "ok"


def heard(port: int) -> set[str]:
    """Return the addresses on which somebody listens on a port."""
    return {
        connection.laddr.ip
        for connection in psutil.net_connections("tcp")
        if connection.status == psutil.CONN_LISTEN and connection.laddr.port == port
    }


def test_it_listens_on_this_machine_only(server: Server) -> None:
    assert heard(server.port) == heard(server.participants_port) == {"127.0.0.1"}


def test_it_writes_down_nobody_and_no_address_of_a_page(server: Server) -> None:
    get(server.port, "/audit?project=secret-project")
    get(server.port, "/nowhere")

    told = server.log.read_text()

    assert len(told.splitlines()) == 4
    assert "secret-project" not in told


def test_a_port_in_use_is_named(server: Server, run: Run, data: Path) -> None:
    used = str(server.port)
    (line,) = refusal(run("serve", "--port", used))
    ports = ("--port", str(free_port()), "--participants-port", used)
    (second,) = refusal(run("serve", *ports))

    for told, option in ((line, "--port"), (second, "--participants-port")):
        assert told.startswith(f"Port {server.port} cannot be used: Address already in use.")
        assert told.endswith(f"python cli.py serve {option} NUMBER")
    assert not data.exists()


@pytest.fixture(scope="module")
def open_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server that others can reach."""
    folder = tmp_path_factory.mktemp("open")
    running = Server(folder, address="0.0.0.0", public_url="https://spiegel.example/")  # noqa: S104
    running.start()
    yield running
    running.stop()


def test_whoever_listens_for_others_is_told_what_they_reach(open_server: Server) -> None:
    told = open_server.log.read_text()

    assert f"open on {open_server.url}\n" in told
    assert (
        "Pages of participants are on https://spiegel.example/a. Others reach these alone" in told
    )
    assert f"on 0.0.0.0, port {open_server.participants_port}." in told


def test_others_reach_participants_pages_and_nothing_else(open_server: Server) -> None:
    def status(path: str) -> int:
        return get(open_server.participants_port, path, {"Host": "spiegel.example"}).status

    assert heard(open_server.participants_port) == {"0.0.0.0"}  # noqa: S104
    assert heard(open_server.port) == {"127.0.0.1"}
    assert [status(path) for path in SCREENS] == [404] * 10
    assert status("/healthz") == 200
    assert status(f"/a/{'x' * 32}") == 404
    assert status(STYLE.address) == 200


def test_no_secret_address_is_logged(open_server: Server) -> None:
    token = "t" * 32
    for path in (f"/a/{token}", f"/a/{token}/q/MC-01?saved=MC-02", f"/nowhere/{token}"):
        get(open_server.port, path)
        get(open_server.participants_port, path)

    assert token not in open_server.log.read_text()


@contextmanager
def started_by_hand(tmp_path: Path, app: str) -> Iterator[int]:
    """Run one app with uvicorn, in no terminal; give its port."""
    port = free_port()
    command = [sys.executable, "-m", "uvicorn", app, "--port", str(port)]
    environment = {**os.environ, "MENTORSPIEGEL_DATA": str(tmp_path)}
    with (tmp_path / "log").open("w") as log:
        process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=log, stderr=log)
    try:
        assert first_status(port) == 200
        yield port
    finally:
        process.terminate()
        process.wait()


def test_not_even_by_a_server_that_is_started_in_another_way(tmp_path: Path) -> None:
    token = "t" * 32
    with started_by_hand(tmp_path, "app:participants") as port:
        assert first_status(port, f"/a/{token}/review") == 404
        assert first_status(port, "/result") == 404

    assert token not in (tmp_path / "log").read_text()


def test_screens_that_are_started_in_another_way_ask_for_the_key_too(tmp_path: Path) -> None:
    with started_by_hand(tmp_path, "app:app") as port:
        assert first_status(port, "/") == 403
        assert first_status(port, f"/?key={'k' * 32}") == 403
    told = (tmp_path / "log").read_text()

    assert "The screens ask for a key: a terminal shows it here" in told
    assert "k" * 32 not in told


def test_a_database_that_cannot_be_used_stops_it(run: Run, data: Path) -> None:
    data.mkdir()
    (data / "mentorspiegel.sqlite3").write_text("no database")

    (line,) = refusal(run("serve", "--port", str(free_port())))

    assert "is not a database" in line


def test_broken_criteria_are_named_but_do_not_stop_it(tmp_path: Path) -> None:
    (tmp_path / "criteria").mkdir()
    server = Server(tmp_path, criteria=str(tmp_path / "criteria"))

    server.start()
    server.stop()

    assert f"The criteria in {tmp_path / 'criteria'} cannot be used yet:\ncatalogue.yaml: the" in (
        server.log.read_text()
    )


def test_it_works_from_any_folder_and_ends_quietly(tmp_path: Path) -> None:
    port = free_port()
    command = [sys.executable, ROOT / "cli.py", "serve", "--port", str(port), "--data", "here"]
    with (tmp_path / "log").open("w") as log:
        process = subprocess.Popen(command, cwd=tmp_path, stdout=log, stderr=log)
    try:
        assert first_status(port) == 200
        process.send_signal(signal.SIGINT)
        code = process.wait(timeout=15)
    finally:
        process.kill()
        process.wait()

    assert code == 0
    assert (tmp_path / "here" / "mentorspiegel.sqlite3").exists()
    assert (tmp_path / "here" / f"screens-{port}.html").exists()
    # no more lines: Streamlit found its configuration too, or it would tell of every request
    assert len((tmp_path / "log").read_text().splitlines()) == 4
