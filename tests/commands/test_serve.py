"""serve: on this machine only, silent about who reads what, and clear about what is wrong."""

import http.client
import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from commands.common import Failure
from commands.serve import take_port
from tests.support.command_line import ROOT, Run, refusal
from tests.support.web.server import Server
from web.server.assets import STYLE


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    running = Server(tmp_path_factory.mktemp("data"))
    running.start()
    yield running
    running.stop()


def get(
    server: Server, path: str, headers: dict[str, str] | None = None
) -> http.client.HTTPResponse:
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=30)
    connection.request("GET", path, headers=headers or {})
    response = connection.getresponse()
    response.body = response.read()  # type: ignore[attr-defined]
    connection.close()
    return response


def free_port() -> int:
    with take_port("127.0.0.1", 0) as probe:
        return int(probe.getsockname()[1])


def test_it_says_where_to_open_it_and_who_can(server: Server) -> None:
    told = server.log.read_text()

    assert f"Mentorspiegel is open on {server.url}\n" in told
    assert "It listens on this machine only." in told


def test_it_is_well(server: Server) -> None:
    response = get(server, "/healthz")

    assert response.status == 200
    assert json.loads(response.body)["database"] == "ok"  # type: ignore[attr-defined]


def test_it_shows_the_screens(server: Server) -> None:
    assert b"<title>" in get(server, "/").body  # type: ignore[attr-defined]


def test_it_listens_on_this_machine_only(server: Server) -> None:
    heard = {
        connection.laddr.ip
        for connection in psutil.net_connections("tcp")
        if connection.status == psutil.CONN_LISTEN and connection.laddr.port == server.port
    }

    assert heard == {"127.0.0.1"}


def test_it_writes_down_nobody_and_no_address_of_a_page(server: Server) -> None:
    get(server, "/audit?project=secret-project")
    get(server, "/nowhere")

    told = server.log.read_text()

    assert len(told.splitlines()) == 2
    assert "secret-project" not in told


def test_a_port_in_use_is_named(server: Server, run: Run, data: Path) -> None:
    (line,) = refusal(run("serve", "--port", str(server.port)))

    assert line.startswith(f"Port {server.port} cannot be used: Address already in use.")
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

    assert f"open on http://localhost:{open_server.port}, on this machine only." in told
    assert "From elsewhere only the pages of participants answer" in told
    assert "https://spiegel.example/a/..." in told


def test_others_reach_participants_pages_and_nothing_else(open_server: Server) -> None:
    def status(path: str) -> int:
        return get(open_server, path, {"Host": "spiegel.example"}).status

    assert [status(path) for path in ("/", "/result", "/_stcore/health")] == [403] * 3
    assert status("/healthz") == 200
    assert status(f"/a/{'x' * 32}") == 404
    assert status(STYLE.address) == 200
    assert get(open_server, "/").status == 200


def test_no_secret_address_is_logged(open_server: Server) -> None:
    token = "t" * 32
    for path in (f"/a/{token}", f"/a/{token}/q/MC-01?saved=MC-02", f"/nowhere/{token}"):
        get(open_server, path)

    assert token not in open_server.log.read_text()


def test_not_even_by_a_server_that_is_started_in_another_way(tmp_path: Path) -> None:
    port, token = free_port(), "t" * 32
    command = [sys.executable, "-m", "uvicorn", "app:app", "--port", str(port)]
    environment = {**os.environ, "MENTORSPIEGEL_DATA": str(tmp_path)}
    with (tmp_path / "log").open("w") as log:
        process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=log, stderr=log)
    try:
        assert _answer(port) == 200
        assert _answer(port, f"/a/{token}/review") == 404
    finally:
        process.terminate()
        process.wait()

    assert token not in (tmp_path / "log").read_text()


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
        assert _answer(port) == 200
        process.send_signal(signal.SIGINT)
        code = process.wait(timeout=15)
    finally:
        process.kill()
        process.wait()

    assert code == 0
    assert (tmp_path / "here" / "mentorspiegel.sqlite3").exists()
    # two lines: Streamlit found its configuration too, or it would tell of every request
    assert len((tmp_path / "log").read_text().splitlines()) == 2


def _answer(port: int, path: str = "/healthz") -> int:
    until = time.monotonic() + 60
    while True:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
        try:
            connection.request("GET", path)
            return connection.getresponse().status
        except ConnectionError:
            assert time.monotonic() < until
            time.sleep(0.1)
        finally:
            connection.close()


@pytest.mark.parametrize("address", ["127.0.0.1", "localhost", "::1"])
def test_answers_are_sent_without_delay(address: str) -> None:
    if address == "::1" and not _speaks_ipv6():
        with pytest.raises(Failure, match="Port 0 cannot be used"):
            take_port(address, 0)
        return

    with take_port(address, 0) as listener:
        assert listener.proto == socket.IPPROTO_TCP  # asyncio looks at this


def _speaks_ipv6() -> bool:
    try:
        socket.create_server(("::1", 0), family=socket.AF_INET6).close()
    except OSError:
        return False
    return True
