"""Connections on which nothing whole comes do not stay open."""

import asyncio
import time

import uvicorn

from commands.server.patience import impatient
from commands.server.ports import take_port

WITHIN = 0.2  # seconds
REQUEST = b"GET / HTTP/1.1\r\nhost: us.example\r\n\r\n"


async def app(scope: object, receive: object, send: object) -> None:
    await asyncio.sleep(2 * WITHIN)  # an answer may take longer than a head
    await send({"type": "http.response.start", "status": 204, "headers": []})  # type: ignore[operator]
    await send({"type": "http.response.body", "body": b""})  # type: ignore[operator]


async def stays(*sent: bytes) -> float:
    """Send parts of requests, each after what comes for the one before; return how long it stays."""
    config = uvicorn.Config(app, lifespan="off", log_level="error", timeout_keep_alive=1)
    config.load()
    config.http_protocol_class = impatient(config.http_protocol_class, WITHIN)
    server = uvicorn.Server(config)
    with take_port("127.0.0.1", 0) as listener:
        listener.listen()
        running = asyncio.create_task(server.serve([listener]))
        reader, writer = await asyncio.open_connection(*listener.getsockname())
        for part in sent:
            writer.write(part)
            if part.endswith(b"\r\n\r\n"):
                assert b"204" in await reader.readuntil(b"\r\n\r\n")
        begun = time.monotonic()
        await asyncio.wait_for(reader.read(), 10)
        stayed = time.monotonic() - begun
        writer.close()
        server.should_exit = True
        await running
    return stayed


def test_a_silent_connection_is_closed() -> None:
    assert WITHIN / 2 < asyncio.run(stays()) < 0.8


def test_half_a_head_is_not_waited_for() -> None:
    assert WITHIN / 2 < asyncio.run(stays(b"GET / HTTP/1.1\r\nhost:")) < 0.8


def test_half_a_head_after_a_whole_one_is_not_waited_for_either() -> None:
    assert WITHIN / 2 < asyncio.run(stays(REQUEST, b"GET / HT")) < 0.8


def test_whoever_was_answered_may_be_silent_for_as_long_as_the_server_says() -> None:
    assert asyncio.run(stays(REQUEST)) > 0.8  # the second that uvicorn was given
