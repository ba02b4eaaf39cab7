"""serve: on this machine only, silent about who reads what, and clear about what is wrong."""

import http.client
import json
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from commands.running import take_port
from tests.browser.server import Server
from tests.cli.conftest import ROOT, Run, program, refusal


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    running = Server(tmp_path_factory.mktemp("data"))
    running.start()
    yield running
    running.stop()


def get(server: Server, path: str) -> http.client.HTTPResponse:
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=30)
    connection.request("GET", path)
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


@pytest.mark.parametrize("address", ["0.0.0.0", "::", "192.168.1.2", "example.org"])  # noqa: S104
def test_listening_for_others_is_refused(run: Run, data: Path, address: str) -> None:
    (line,) = refusal(run("serve", "--address", address))

    assert line.startswith(f"Not listening on {address}: without sign-in")
    assert not data.exists()


def test_listening_for_others_is_refused_as_a_setting_too(tmp_path: Path) -> None:
    result = program("serve", data=str(tmp_path / "data"), address="0.0.0.0")  # noqa: S104

    assert result.returncode == 1
    assert "without sign-in" in result.stderr


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

    assert "The criteria cannot be used yet:\ncatalogue.yaml: the file is missing" in (
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


def _answer(port: int) -> int:
    until = time.monotonic() + 60
    while True:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
        try:
            connection.request("GET", "/healthz")
            return connection.getresponse().status
        except ConnectionError:
            assert time.monotonic() < until
            time.sleep(0.1)
        finally:
            connection.close()


@pytest.mark.parametrize("address", ["127.0.0.1", "localhost", "::1"])
def test_answers_are_sent_without_delay(address: str) -> None:
    if address == "::1" and not _speaks_ipv6():
        pytest.skip("no IPv6 here")

    with take_port(address, 0) as listener:
        assert listener.proto == socket.IPPROTO_TCP  # asyncio looks at this


def _speaks_ipv6() -> bool:
    try:
        socket.create_server(("::1", 0), family=socket.AF_INET6).close()
    except OSError:
        return False
    return True
