"""The one door: pages, sockets, downloads and uploads."""

import asyncio

import pytest
from starlette.datastructures import Headers

from assessment.access.accounts import SignInFactor
from assessment.errors import DatabaseUnavailable
from assessment.services.access import sign_in
from assessment.services.access.sign_in import OpenedLogin
from assessment.services.context import Workspace
from tests.support.access import add_account
from tests.support.web.gate import PUBLIC, Seen, a_scope, answering, ask, cookie, login_of
from web.server.gate import LOGIN_HEADER, Gate
from web.server.login_cache import LoginCache


def test_without_accounts_all_is_as_it_was(gate: Gate, seen: Seen) -> None:
    for scope in (a_scope(), a_scope("/media/x.pdf"), a_scope("/healthz")):
        ask(gate, scope)

    assert [scope["path"] for scope in seen.alone] == ["/", "/media/x.pdf"]
    assert [scope["path"] for scope in seen.screens] == ["/healthz"]


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


def test_what_is_neither_page_nor_socket_is_passed_on(gate: Gate, seen: Seen) -> None:
    asyncio.run(gate({"type": "lifespan"}, lambda: None, lambda _m: asyncio.sleep(0)))  # type: ignore[arg-type, return-value]

    assert [scope["type"] for scope in seen.screens] == ["lifespan"]


def test_without_a_database_nobody_comes_in_and_the_gate_says_so(seen: Seen) -> None:
    def broken() -> Workspace:
        raise DatabaseUnavailable("no database")

    closed = Gate(
        answering(seen.screens),
        alone=lambda _screens: answering(seen.alone),
        logins=LoginCache(broken),
    )

    assert ask(closed, a_scope())[0] == 503
    assert ask(closed, a_scope("/media/x.pdf"))[0] == 503
    assert ask(closed, a_scope("/healthz"))[0] == 200  # which says itself what is wrong
    assert [scope["path"] for scope in seen.screens] == ["/healthz"]


@pytest.mark.parametrize(
    "name", [b"X-MENTORSPIEGEL-LOGIN", b"x_mentorspiegel_login", b"X-Mentorspiegel_Login"]
)
def test_no_spelling_of_the_header_is_believed(
    gate: Gate, opened: OpenedLogin, seen: Seen, name: bytes
) -> None:
    scope = a_scope(cookie=cookie(opened))
    scope["headers"] += [(name, b"somebody else"), (name, b"twice")]
    ask(gate, scope)

    heard = Headers(scope=seen.screens[-1]).getlist(LOGIN_HEADER.decode())
    assert heard == [opened.login.id]
