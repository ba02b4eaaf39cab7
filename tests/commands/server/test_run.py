"""Two servers in one process: each app on its own port, and one signal stops both."""

import socket
from pathlib import Path

import pytest

from tests.support.web.server import Server


def test_both_answer_and_one_signal_stops_both(tmp_path: Path) -> None:
    server = Server(tmp_path)
    server.start()
    ports = (server.port, server.participants_port)
    for port in ports:
        socket.create_connection(("127.0.0.1", port), timeout=5).close()
    server.stop()

    for port in ports:
        with pytest.raises(ConnectionRefusedError):
            socket.create_connection(("127.0.0.1", port), timeout=5)
    assert "Cancel" not in server.log.read_text()
