"""The one door: pages, sockets, downloads and uploads."""

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


def test_without_accounts_all_is_as_it_was(gate: Gate, seen: Seen) -> None:
    for scope in (a_scope(), a_scope("/a/token"), a_scope("/healthz")):
        ask(gate, scope)

    assert [scope["path"] for scope in seen.alone] == ["/", "/a/token", "/healthz"]
    assert seen.screens == seen.light == []


def test_the_first_account_begins_on_this_machine(gate: Gate, seen: Seen) -> None:
    assert ask(gate, a_scope("/account/join/x"))[0] == 200
    assert ask(gate, a_scope("/account/join/x", host="elsewhere.example"))[0] == 403
    assert len(seen.light) == 1


def test_asvs_8_3_1_with_accounts_nobody_comes_in_without(
    gate: Gate, opened: OpenedLogin, seen: Seen
) -> None:
    for path in ("/", "/result", "/media/x.pdf", "/_stcore/host-config", "/preview/x"):
        status, headers = ask(gate, a_scope(path))
        assert (status, headers["location"].partition("?")[0]) == (303, "/account/sign-in")
    assert ask(gate, a_scope("/_stcore/upload_file/a/b", method="PUT"))[0] == 401
    assert ask(gate, a_scope("/x", sec_fetch_mode="cors"))[0] == 401
    assert seen.screens == []


def test_who_signs_in_is_led_back_to_where_one_wanted_to_be(
    gate: Gate, opened: OpenedLogin
) -> None:
    assert ask(gate, a_scope("/result"))[1]["location"].endswith("?next=%2Fresult%3Fa%3D1")


def test_who_signed_in_comes_in_and_the_screens_hear_who_it_is(
    gate: Gate, opened: OpenedLogin, seen: Seen
) -> None:
    status, headers = ask(gate, a_scope(cookie=cookie(opened)))

    assert status == 200
    assert login_of(seen.screens[0]) == [opened.login.id.encode()]
    assert headers["cache-control"] == "no-store"
    assert "frame-ancestors 'none'" in headers["content-security-policy"]


def test_a_header_from_outside_is_dropped(gate: Gate, opened: OpenedLogin, seen: Seen) -> None:
    forged = {"X-Mentorspiegel-Login": "forged", "x-mentorspiegel-login": "forged"}
    for name, value in forged.items():
        scope = a_scope(cookie=cookie(opened))
        scope["headers"].append((name.encode(), value.encode()))
        ask(gate, scope)

    assert [login_of(scope) for scope in seen.screens] == [[opened.login.id.encode()]] * 2


def test_a_forged_header_lets_nobody_in_without_accounts_either(gate: Gate, seen: Seen) -> None:
    scope = a_scope()
    scope["headers"].append((LOGIN_HEADER, b"forged"))
    ask(gate, scope)

    assert login_of(seen.alone[0]) == []


def test_asvs_6_3_3_a_login_that_misses_a_factor_opens_no_screen(
    gate: Gate, workspace: Workspace, seen: Seen
) -> None:
    account = add_account(workspace.store)
    half = sign_in.open_login(workspace, account, {SignInFactor.PASSWORD}, "")

    assert ask(gate, a_scope(cookie=cookie(half)))[0] == 303
    assert seen.screens == []


def test_asvs_7_4_1_a_cookie_after_signing_out_opens_nothing(
    gate: Gate, workspace: Workspace, opened: OpenedLogin, seen: Seen
) -> None:
    sign_in.sign_out(workspace, opened.login)

    assert ask(gate, a_scope(cookie=cookie(opened)))[0] == 303
    assert seen.screens == []


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"host": PUBLIC, "x_forwarded_proto": "https"}, 200),
        ({"host": PUBLIC, "x_forwarded_proto": "http"}, 403),
        ({"host": PUBLIC}, 403),
        ({"host": "elsewhere.example", "x_forwarded_proto": "https"}, 403),
        ({"host": "localhost:8501", "x_forwarded_for": "192.0.2.1"}, 403),
    ],
)
def test_asvs_12_2_1_others_come_in_over_https_only(
    gate: Gate, opened: OpenedLogin, headers: dict[str, str], status: int
) -> None:
    found, sent = ask(gate, a_scope(cookie=cookie(opened), **headers))

    assert found == status
    assert ("strict-transport-security" in sent) == (status == 200)


def test_asvs_3_3_1_every_cookie_is_for_an_encrypted_line(gate: Gate, opened: OpenedLogin) -> None:
    _, headers = ask(gate, a_scope(cookie=cookie(opened)))

    assert headers["set-cookie"].endswith("; Secure")


def test_asvs_3_5_1_another_website_makes_no_request_in_the_name_of_who_signed_in(
    gate: Gate, opened: OpenedLogin, seen: Seen
) -> None:
    foreign = {"sec_fetch_site": "cross-site", "origin": "https://evil.example"}
    status, _ = ask(gate, a_scope(method="POST", cookie=cookie(opened), **foreign))

    assert status == 401
    assert seen.screens == []


def test_pages_of_respondents_need_no_account(gate: Gate, opened: OpenedLogin, seen: Seen) -> None:
    for path in ("/a/token", "/s/code", "/control/key", "/screen/key", "/join"):
        assert ask(gate, a_scope(path))[0] == 200
    assert len(seen.light) == 5
    assert ask(gate, a_scope("/abc"))[0] == 303


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
        await send({"type": "websocket.send", "bytes": b"\x0a\x12/media/abc123.pdf\x18/x"})
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
    names = b" ".join(b"/media/f%d.pdf" % n for n in range(5))

    gate.note_files(opened.login, {"bytes": names})

    assert list(gate.files[opened.login.id]) == ["/media/f3.pdf", "/media/f4.pdf"]


def test_what_is_neither_page_nor_socket_is_passed_on(gate: Gate, seen: Seen) -> None:
    asyncio.run(gate({"type": "lifespan"}, lambda: None, lambda _m: asyncio.sleep(0)))  # type: ignore[arg-type, return-value]

    assert [scope["type"] for scope in seen.screens] == ["lifespan"]
