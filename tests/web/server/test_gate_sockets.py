"""The one door: sockets, and the files that are named on them."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from starlette.types import Message, Receive, Scope, Send

from assessment.access.accounts import SignInFactor
from assessment.services.access import sign_in
from assessment.services.access.sign_in import OpenedLogin
from assessment.services.context import Workspace
from tests.support.access import add_account
from tests.support.web.gate import Seen, a_scope, answering, ask
from tests.support.web.messages import naming, saying
from web.server.gate import COOKIE, ENDED, LOGIN_HEADER, Gate
from web.server.login_cache import LoginCache

PUBLIC = "mentoring.example"


@pytest.fixture
def seen() -> Seen:
    return Seen()


@pytest.fixture
def logins(workspace: Workspace) -> LoginCache:
    return LoginCache(lambda: workspace, iter(range(0, 10**6, 100)).__next__)  # nothing is kept


@pytest.fixture
def gate(seen: Seen, logins: LoginCache) -> Gate:
    return Gate(
        answering(seen.screens, "_streamlit_xsrf=1; Path=/"),
        alone=lambda _screens: answering(seen.alone),
        light=answering(seen.light),
        logins=logins,
        public_url=f"https://{PUBLIC}",
    )


@pytest.fixture
def opened(workspace: Workspace) -> OpenedLogin:
    account = add_account(workspace.store)
    return sign_in.open_login(workspace, account, {SignInFactor.PASSKEY}, "")


def cookie(opened: OpenedLogin) -> str:
    return f"{COOKIE}={opened.token}"


def login_of(scope: Scope) -> list[bytes]:
    return [value for name, value in scope["headers"] if name.lower() == LOGIN_HEADER]


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
    line.incoming += [{"type": "websocket.receive", "bytes": b"click"}] * 2
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
    line.incoming.append({"type": "websocket.receive", "bytes": b"click"})
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


def test_the_files_of_a_login_are_kept_up_to_a_number(
    gate: Gate, opened: OpenedLogin, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("web.server.gate.MOST_FILES", 2)
    for number in range(5):
        gate.note_files(opened.login, {"bytes": naming(f"/media/f{number}.pdf")})

    assert list(gate.files[opened.login.id]) == ["/media/f3.pdf", "/media/f4.pdf"]


def test_the_address_of_a_file_of_somebody_else_opens_nothing_also_when_it_was_typed(
    gate: Gate, opened: OpenedLogin
) -> None:
    gate.note_files(opened.login, {"bytes": saying("/media/abc123.pdf")})

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
