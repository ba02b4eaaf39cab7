"""The files in docs/hosting, started as they stand there: two processes, PostgreSQL, nginx or Caddy with TLS."""

import http.client
import os
import re
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack, closing, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from http.cookies import SimpleCookie
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pyotp
import pytest
from websockets.exceptions import ConnectionClosedError, InvalidStatus
from websockets.sync.client import ClientConnection, connect

from assessment.access.accounts import SignInFactor
from assessment.access.acts import MembershipKind
from assessment.access.memberships import Access
from assessment.services.access import joining, members, server, sign_in
from assessment.services.access.sign_in import opened_workspace
from assessment.services.context import Workspace
from runtime import new_id, new_login_token, new_token, now
from storage import open_store
from tests.support.command_line import ROOT
from tests.support.web.front import NAME, Front, Start, WebReply, caddy, nginx, running_front
from tests.support.web.hosting import new_database, settings, text
from tests.support.web.server import Server
from web.server.gate import COOKIE
from web.server.login_cache import KNOWN_FOR

KIM = "kim@example.org"
PASSWORD = "een lange zin met woorden"
SITE = f"https://{NAME}"
FORM = {"Content-Type": "application/x-www-form-urlencoded", "Sec-Fetch-Site": "same-origin"}
HSTS = "max-age=31536000; includeSubDomains"


@dataclass(frozen=True)
class Hosted:
    """Two processes on one database behind one web server."""

    front: Front
    processes: tuple[Server, Server]
    environment: dict[str, str]
    workspace: Workspace


@pytest.fixture(scope="module", params=[nginx, caddy], ids=["nginx", "caddy"])
def hosted(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, postgres_url: str
) -> Iterator[Hosted]:
    data, folder = tmp_path_factory.mktemp("hosted"), tmp_path_factory.mktemp("front")
    config = text("Caddyfile" if request.param is caddy else "nginx.conf")
    with ExitStack() as stack:
        database = stack.enter_context(new_database(postgres_url))
        given = {**settings(), "database_url": database}
        given.pop("data")
        processes = Server(data, **given), Server(data, **given)
        for written, one in zip(("127.0.0.1:8501", "127.0.0.1:8502"), processes, strict=True):
            assert written in config
            config = config.replace(written, f"127.0.0.1:{one.port}")
            stack.callback(one.stop)
            one.start()
        front = stack.enter_context(running_front(request.param, folder, config))
        store = stack.enter_context(closing(open_store(database, clock=now)))
        workspace = Workspace(
            store=store,
            now=now,
            new_id=new_id,
            new_token=new_token,
            new_login_token=new_login_token,
        )
        given["data"] = str(data)
        environment = {f"MENTORSPIEGEL_{name.upper()}": value for name, value in given.items()}
        yield Hosted(front, processes, {**os.environ, **environment}, workspace)


class Person:
    """Somebody with a browser that keeps cookies and follows where it is sent."""

    def __init__(self, front: Front) -> None:
        self.front = front
        self.cookies: dict[str, str] = {}

    @property
    def cookie(self) -> str:
        return "; ".join(f"{name}={value}" for name, value in self.cookies.items())

    def ask(self, path: str, body: str | None = None, **headers: str) -> WebReply:
        own = {"Cookie": self.cookie, **({} if body is None else {**FORM, "Origin": SITE})}
        reply = self.front.ask(path, {**own, **headers}, body)
        for line in reply.headers.get_all("set-cookie", ()):
            for name, morsel in SimpleCookie(line).items():
                assert morsel["secure"], line
                assert morsel["httponly"] or name == "_streamlit_xsrf", line
                self.cookies[name] = morsel.value
        return reply

    def begin(self, token: str, typed: str) -> None:
        """Begin at a link with a password and an app that shows codes."""
        assert self.ask(f"/account/join/{token}").status == 200  # looking spends nothing
        assert self.ask(f"/account/join/{token}", typed).status == 303
        page = self.ask("/account/password").text
        (secret,) = re.findall(r'name="secret" value="([A-Z0-9]+)"', page)
        code = pyotp.TOTP(secret).at(datetime.now(UTC))
        sent = f"secret={secret}&password={PASSWORD.replace(' ', '+')}&code={code}"
        assert self.ask("/account/password", sent).status == 200

    def screen(self, origin: str = SITE) -> ClientConnection:
        """Open the socket of a screen."""
        return connect(
            f"wss://{NAME}/_stcore/stream",
            sock=socket.create_connection(("127.0.0.1", self.front.ports.secure), timeout=20),
            ssl=self.front.context,
            server_hostname=NAME,
            origin=origin,  # type: ignore[arg-type]
            additional_headers={"Cookie": self.cookie},
            subprotocols=["streamlit"],  # type: ignore[list-item]
            open_timeout=20,
        )


def run(hosted: Hosted, *arguments: str) -> str:
    """Run a command with the settings of the processes."""
    command = [sys.executable, "cli.py", *arguments]
    done = subprocess.run(
        command, cwd=ROOT, env=hosted.environment, capture_output=True, text=True, check=True
    )
    return done.stdout


def begun(hosted: Hosted) -> Person:
    """Let the first admin begin, and wait until the other process knows that there are accounts."""
    admin = Person(hosted.front)
    (first,) = re.findall(rf"{SITE}/account/join/(\S+)", run(hosted, "accounts", "first-admin"))
    admin.begin(first, "name=Kim&address=kim%40example.org&organisation=Samen+sterk")
    time.sleep(KNOWN_FOR)
    return admin


@pytest.fixture
def in_use(hosted: Hosted) -> Hosted:
    """The same, with an account: a test before made it, unless that ran in another process."""
    if hosted.workspace.store.access.accounts.find(KIM) is None:
        begun(hosted)
    return hosted


def owner_at_work(workspace: Workspace) -> Workspace:
    account = workspace.store.access.accounts.find(KIM)
    assert account is not None
    memberships = tuple(workspace.store.access.memberships.of_account(account.id))
    organisation = next(m.organisation for m in memberships if m.organisation)
    return opened_workspace(workspace, Access(account.id, organisation, memberships))


def test_from_an_empty_database_two_come_in_until_one_is_removed_with_a_page_open(
    hosted: Hosted,
) -> None:
    coordinator = Person(hosted.front)
    assert coordinator.ask("/").status == 403  # nobody comes in before there is an account
    admin = begun(hosted)
    page = admin.ask("/")
    assert (page.status, page.headers.get_all("strict-transport-security")) == (200, [HSTS])

    owner = owner_at_work(hosted.workspace)
    invited = joining.invite(owner, MembershipKind.COORDINATOR)
    coordinator.begin(invited.token, "name=Robin&address=robin%40example.org")
    with coordinator.screen() as opened:
        (robin,) = [m for m in members.members_of(owner).members if m.name == "Robin"]
        server.disable_account(hosted.workspace, robin.membership.account)
        with pytest.raises(ConnectionClosedError):
            list(opened)  # until the server closes it by itself
        assert opened.close_code == 4401
    assert [coordinator.ask("/").status for _ in range(4)] == [303] * 4  # both processes know
    assert admin.ask("/").status == 200


def test_nobody_gets_a_socket_without_a_login_from_another_site_or_with_a_header_of_the_gate(
    in_use: Hosted,
) -> None:
    stranger = Person(in_use.front)
    assert stranger.ask("/", **{"X-Mentorspiegel-Login": "x"}).status == 303
    for origin in (SITE, "https://elsewhere.example"):
        with pytest.raises(InvalidStatus) as refused:
            stranger.screen(origin)
        assert refused.value.response.status_code == 403


def test_what_a_visitor_says_about_the_line_and_the_name_counts_for_nothing(in_use: Hosted) -> None:
    stranger = Person(in_use.front)
    for name, value in (("X-Forwarded-Proto", "http"), ("X-Forwarded-Host", "localhost")):
        assert stranger.ask("/account/sign-in", **{name: value}).status == 200
        assert stranger.ask("/", **{name: value}).status == 303
    with suppress(http.client.RemoteDisconnected):  # nginx says nothing at all
        assert "<form" not in stranger.ask("/account/sign-in", Host="localhost").text


def test_pages_of_respondents_and_health_come_through_without_a_cookie(in_use: Hosted) -> None:
    somebody = Person(in_use.front)
    statuses = [somebody.ask(path).status for path in ("/a/", "/healthz", f"/a/{'x' * 32}")]

    assert (statuses, somebody.cookies) == ([200, 200, 404], {})
    assert somebody.ask("/a/", "a" * 100_000).status == 413


def test_when_one_process_dies_the_other_one_goes_on_for_everybody(in_use: Hosted) -> None:
    people = [Person(in_use.front) for _ in range(6)]
    for person in people:
        person.cookies.update(signed_in_as(in_use.workspace, KIM))
    in_use.processes[0].kill()

    assert {person.ask("/").status for person in people} == {200}


def signed_in_as(workspace: Workspace, address: str) -> dict[str, str]:
    account = workspace.store.access.accounts.find(address)
    assert account is not None
    return {COOKIE: sign_in.open_login(workspace, account, {SignInFactor.PASSKEY}, "").token}


@pytest.fixture
def echoes() -> Iterator[tuple[int, int]]:
    """The ports of two programs that say nothing but which one they are."""

    class Echo(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.end_headers()
            self.wfile.write(f"{self.server.server_address[1]} {self.headers}".encode())

        def log_message(self, *_said: object) -> None:
            """Say nothing."""

    with ExitStack() as stack:
        both = [stack.enter_context(ThreadingHTTPServer(("127.0.0.1", 0), Echo)) for _ in "ab"]
        for one in both:
            threading.Thread(target=one.serve_forever).start()
            stack.callback(one.shutdown)
        yield both[0].server_address[1], both[1].server_address[1]


@pytest.mark.parametrize("start", [nginx, caddy])
def test_a_login_stays_with_its_process_and_logins_are_spread(
    start: Start, echoes: tuple[int, int], tmp_path: Path
) -> None:
    config = text("Caddyfile" if start is caddy else "nginx.conf")
    for written, port in zip(("127.0.0.1:8501", "127.0.0.1:8502"), echoes, strict=True):
        config = config.replace(written, f"127.0.0.1:{port}")
    with running_front(start, tmp_path, config) as front:
        seen = []
        for token in (new_token() for _ in range(16)):
            headers = [{"Cookie": f"a=b; {COOKIE}={token}; c={n}"} for n in range(3)]
            replies = [front.ask("/", each).text for each in headers]
            (port,) = {reply.partition(" ")[0] for reply in replies}
            seen.append(port)
            assert "X-Forwarded-For: proxy" in replies[0]
            assert "Ms-Process" not in replies[0]
    assert len(set(seen)) == 2
