"""The examples of nginx and Caddy in docs/participants.md, started as they stand there."""

import http.client
import ssl
import time
from collections.abc import Iterator

import pytest

from runtime import open_store, workspace_on
from settings import Settings
from tests.support.invitations import small_catalogue
from tests.support.session.room import a_room, a_step
from tests.support.web.asking import SCREENS, cookie_for
from tests.support.web.front import NAME, Front, caddy, example, nginx, running_front
from tests.support.web.server import Server
from web.server.assets import STYLE
from web.session.pulses import KEPT

HSTS = "max-age=31536000"


@pytest.fixture(scope="module", params=[nginx, caddy], ids=["nginx", "caddy"])
def front(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, server: Server
) -> Iterator[Front]:
    config = example("caddyfile" if request.param is caddy else "nginx")
    assert "127.0.0.1:8601" in config  # the port of the participants, not that of the screens
    config = config.replace("127.0.0.1:8601", f"127.0.0.1:{server.participants_port}")
    with running_front(request.param, tmp_path_factory.mktemp("front"), config) as running:
        yield running


def test_participants_come_through_and_are_told_to_keep_to_encryption(front: Front) -> None:
    for path, status in (("/a/", 200), (STYLE.address, 200), (f"/a/{'x' * 32}", 404)):
        response = front.ask(path)

        assert response.status == status
        assert response.headers["strict-transport-security"] == HSTS


def test_no_screen_comes_through_whatever_name_or_key_is_sent(front: Front, server: Server) -> None:
    cookie = cookie_for(server, server.key)
    upgrade = {"Upgrade": "websocket", "Connection": "Upgrade", "Sec-WebSocket-Version": "13"}
    upgrade["Sec-WebSocket-Key"] = "dGhlIHNhbXBsZSBub25jZQ=="
    for path in (*SCREENS, "/_stcore/stream", f"/?key={server.key}", "/a/../_stcore/health"):
        for headers in (cookie, {**cookie, **upgrade}):
            response = front.ask(path, headers)

            assert response.status in (403, 404), path
            assert response.headers["strict-transport-security"] == HSTS
            assert response.headers["set-cookie"] is None


def test_too_much_at_once_is_refused(front: Front) -> None:
    headers = {"Content-Type": "application/x-www-form-urlencoded", "Sec-Fetch-Site": "same-origin"}

    assert front.ask("/a/", headers, "a" * 100_000).status == 413


def test_who_comes_without_encryption_is_sent_on(front: Front) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", front.ports.plain, timeout=10)
    connection.request("GET", "/a/x", headers={"Host": NAME})
    response = connection.getresponse()
    connection.close()

    assert response.status in (301, 308)
    assert str(response.headers["location"]).startswith(f"https://{NAME}")


def test_an_old_encrypted_line_is_refused(front: Front) -> None:
    assert front.protocol(ssl.TLSVersion.TLSv1_2) == "TLSv1.2"
    assert front.protocol(ssl.TLSVersion.TLSv1_3) == "TLSv1.3"
    with pytest.raises((ssl.SSLError, ConnectionError)):
        front.protocol(ssl.TLSVersion.TLSv1_1)


def test_the_phone_of_a_session_hears_that_the_group_moved_on(front: Front, server: Server) -> None:
    store = open_store(f"sqlite:///{server.database}")
    room = a_room(
        workspace_on(store, Settings(), catalogue=small_catalogue()),
        a_step("welcome"),
        roles=["mentor"] * 5,
    )
    state = f"/s/{room.keys.join_token}/state"
    first = front.ask(state)
    known = {"If-None-Match": str(first.headers["etag"])}
    again = front.ask(state, known)
    room.run("start")
    store.close()
    time.sleep(KEPT)
    moved = front.ask(state, known)

    assert (first.status, again.status, moved.status) == (200, 304, 200)
    assert moved.headers["etag"] != first.headers["etag"]
