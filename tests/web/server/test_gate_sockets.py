"""The one door: sockets, and the files that are named on them."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from starlette.types import Message, Receive, Scope, Send
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from assessment.access.accounts import SignInFactor
from assessment.services.access import sign_in
from assessment.services.access.sign_in import OpenedLogin
from assessment.services.context import Workspace
from tests.support.access import add_account
from tests.support.web.gate import Seen, a_scope, ask, cookie
from tests.support.web.messages import (
    clicking,
    emptying,
    naming,
    offering,
    saying,
    wanting,
)
from web.server.gate import ENDED, Gate
from web.server.named_files import files_named

OFFERED = "0123456789abcdef" * 2


class Line:
    """A socket of a browser, with what the page behind the gate does on it."""

    def __init__(self, gate: Gate, screens: Callable[[Receive, Send], Awaitable[Any]]) -> None:
        async def app(_scope: Scope, receive: Receive, send: Send) -> None:
            await screens(receive, send)

        gate.app = app
        self.gate = gate
        self.sent: list[Message] = []
        self.incoming: list[Message] = [{"type": "websocket.connect"}]

    async def receive(self) -> Message:
        return self.incoming.pop(0)

    async def send(self, message: Message) -> None:
        self.sent.append(message)

    def open(self, **headers: str) -> None:
        scope = a_scope(
            "/_stcore/stream", kind="websocket", origin="http://localhost:8501", **headers
        )
        asyncio.run(self.gate(scope, self.receive, self.send))


def test_a_socket_without_login_or_from_another_page_is_closed(
    gate: Gate, opened: OpenedLogin
) -> None:
    async def never(_receive: Receive, _send: Send) -> None:
        raise AssertionError

    line = Line(gate, never)
    line.open()
    line.open(cookie=cookie(opened), sec_fetch_site="cross-site")

    assert line.sent == [{"type": "websocket.close", "code": ENDED}] * 2


def test_asvs_7_4_1_an_open_socket_closes_with_the_next_message_after_its_login_ended(
    gate: Gate, workspace: Workspace, opened: OpenedLogin
) -> None:
    heard: list[str] = []

    async def page(receive: Receive, send: Send) -> None:
        heard.append((await receive())["type"])
        await send({"type": "websocket.accept"})
        heard.append((await receive())["type"])
        await send({"type": "websocket.send", "bytes": b"first"})
        sign_in.sign_out(workspace, opened.login)
        await send({"type": "websocket.send", "bytes": b"never seen"})
        heard.append((await receive())["type"])

    line = Line(gate, page)
    line.incoming += [{"type": "websocket.receive", "bytes": clicking()}] * 2
    line.open(cookie=cookie(opened))

    assert heard == ["websocket.connect", "websocket.receive", "websocket.disconnect"]
    assert [message.get("bytes") for message in line.sent] == [None, b"first", None]
    assert line.sent[-1] == {"type": "websocket.close", "code": ENDED}


def test_a_click_after_the_login_ended_does_nothing(
    gate: Gate, workspace: Workspace, opened: OpenedLogin
) -> None:
    heard: list[str] = []

    async def page(receive: Receive, send: Send) -> None:
        await receive()
        sign_in.sign_out(workspace, opened.login)
        heard.append((await receive())["type"])
        await send({"type": "websocket.close", "code": 1000})

    line = Line(gate, page)
    line.incoming.append({"type": "websocket.receive", "bytes": clicking()})
    line.open(cookie=cookie(opened))

    assert heard == ["websocket.disconnect"]
    assert line.sent == [{"type": "websocket.close", "code": ENDED}]


def test_a_file_is_for_the_login_whose_page_named_it(
    gate: Gate, workspace: Workspace, opened: OpenedLogin, seen: Seen
) -> None:
    async def page(_receive: Receive, send: Send) -> None:
        await send({"type": "websocket.send", "bytes": naming("/media/abc123.pdf")})
        await send({"type": "websocket.send", "text": "nothing"})

    screens = gate.app
    Line(gate, page).open(cookie=cookie(opened))
    gate.app = screens
    add_account(workspace.store, "U2")
    other = sign_in.open_login(
        workspace, workspace.store.access.accounts.get("U2"), {SignInFactor.PASSKEY}, ""
    )

    assert ask(gate, a_scope("/media/abc123.pdf", cookie=cookie(opened)))[0] == 200
    assert ask(gate, a_scope("/media/abc123.pdf", cookie=cookie(other)))[0] == 404
    assert ask(gate, a_scope("/media/other.pdf", cookie=cookie(opened)))[0] == 404


def test_the_address_of_a_file_of_somebody_else_opens_nothing_also_when_it_was_typed(
    gate: Gate, opened: OpenedLogin
) -> None:
    asyncio.run(gate.files.note(opened.login, files_named(saying("/media/abc123.pdf"))))

    assert ask(gate, a_scope("/media/abc123.pdf", cookie=cookie(opened)))[0] == 404


def test_asvs_7_4_1_a_page_that_nobody_touches_closes_when_its_login_ended(
    gate: Gate, workspace: Workspace, opened: OpenedLogin, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("web.server.gate.LOOKED_AT_EVERY", 0.01)
    heard: list[str] = []

    async def page(receive: Receive, _send: Send) -> None:
        await receive()
        heard.append((await receive())["type"])

    line = Line(gate, page)

    async def silent() -> Message:
        if line.incoming:
            return line.incoming.pop(0)
        sign_in.sign_out(workspace, opened.login)
        await asyncio.sleep(60)
        raise AssertionError

    line.receive = silent  # type: ignore[method-assign]
    line.open(cookie=cookie(opened))

    assert heard == ["websocket.disconnect"]
    assert line.sent == [{"type": "websocket.close", "code": ENDED}]


def test_what_no_page_of_ours_asks_never_reaches_the_screens(
    gate: Gate, opened: OpenedLogin
) -> None:
    heard: list[Message] = []

    async def page(receive: Receive, _send: Send) -> None:
        await receive()
        heard.append(await receive())

    line = Line(gate, page)
    line.incoming += [
        {"type": "websocket.receive", "bytes": emptying()},
        {"type": "websocket.receive", "text": "hello"},
        {"type": "websocket.receive", "bytes": clicking()},
    ]
    line.open(cookie=cookie(opened))

    assert [message["bytes"] for message in heard] == [clicking()]
    assert line.sent == []


def test_a_file_on_demand_is_made_for_the_login_to_which_it_was_offered(
    gate: Gate, workspace: Workspace, opened: OpenedLogin
) -> None:
    heard: list[Message] = []
    add_account(workspace.store, "U2")
    other = sign_in.open_login(
        workspace, workspace.store.access.accounts.get("U2"), {SignInFactor.PASSKEY}, ""
    )

    async def offers(receive: Receive, send: Send) -> None:
        await receive()
        await send({"type": "websocket.send", "bytes": offering(OFFERED)})
        heard.append(await receive())

    async def listens(receive: Receive, _send: Send) -> None:
        await receive()
        heard.append(await receive())

    wants = {"type": "websocket.receive", "bytes": wanting(OFFERED)}
    mine = Line(gate, offers)
    mine.incoming.append(wants)
    mine.open(cookie=cookie(opened))
    theirs = Line(gate, listens)
    theirs.incoming += [wants, {"type": "websocket.disconnect"}]
    theirs.open(cookie=cookie(other))

    assert heard == [wants, {"type": "websocket.disconnect"}]
    [told] = [ForwardMsg.FromString(message["bytes"]) for message in theirs.sent]
    assert told.backend_operation_response.error_msg
    assert not told.backend_operation_response.HasField("deferred_file")
