"""Logins as the gate knows them."""

import asyncio

import pytest

from assessment.errors import DatabaseUnavailable
from assessment.services.access import sign_in
from assessment.services.access.sign_in import OpenedLogin
from assessment.services.context import Workspace
from tests.support.access import add_account
from tests.support.builders import Clock
from web.server import login_cache
from web.server.login_cache import LoginCache


class Seconds:
    """A clock of seconds that stands still until it is moved."""

    def __init__(self) -> None:
        self.now = 1_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def seconds() -> Seconds:
    return Seconds()


@pytest.fixture
def cache(workspace: Workspace, seconds: Seconds) -> LoginCache:
    return LoginCache(lambda: workspace, seconds)


def test_asvs_7_4_1_a_login_that_ended_is_known_for_a_few_seconds_at_most(
    workspace: Workspace, opened: OpenedLogin, cache: LoginCache, seconds: Seconds
) -> None:
    assert asyncio.run(cache.find(opened.token)) == opened.login
    sign_in.sign_out(workspace, opened.login)

    seconds.now += login_cache.KNOWN_FOR

    assert asyncio.run(cache.find(opened.token)) is None


def test_a_token_is_looked_up_anew_when_it_is_forgotten(
    workspace: Workspace, opened: OpenedLogin, cache: LoginCache
) -> None:
    assert asyncio.run(cache.find(opened.token)) is not None
    sign_in.sign_out(workspace, opened.login)

    cache.forget(opened.token)

    assert asyncio.run(cache.find(opened.token)) is None
    assert asyncio.run(cache.find("")) is None


def test_a_login_in_use_is_marked_so_that_it_goes_on(
    workspace: Workspace, opened: OpenedLogin, cache: LoginCache, clock: Clock
) -> None:
    clock.forward(hours=11)
    asyncio.run(cache.find(opened.token))
    clock.forward(hours=11)

    assert sign_in.find_login(workspace, opened.token) is not None


def test_whether_there_are_accounts_is_looked_up_now_and_then(
    workspace: Workspace, cache: LoginCache, seconds: Seconds
) -> None:
    assert not asyncio.run(cache.in_use())
    add_account(workspace.store)
    assert not asyncio.run(cache.in_use())
    seconds.now += login_cache.KNOWN_FOR
    assert asyncio.run(cache.in_use())
    workspace.store.access.accounts.erase("U1")
    cache.forget_use()
    assert not asyncio.run(cache.in_use())


def test_a_flood_of_tokens_is_not_kept(cache: LoginCache, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(login_cache, "MOST", 3)
    for number in range(10):
        assert asyncio.run(cache.find(f"{number:043}")) is None


def test_a_page_that_is_merely_open_keeps_no_login_alive(
    workspace: Workspace, opened: OpenedLogin, cache: LoginCache, clock: Clock
) -> None:
    for _ in range(12):
        clock.forward(hours=1)
        cache.forget(opened.token)
        asyncio.run(cache.find(opened.token, is_used=False))

    assert sign_in.find_login(workspace, opened.token) is None


def test_a_login_is_known_without_a_question_until_it_is_old_or_has_to_be_marked(
    workspace: Workspace, opened: OpenedLogin, cache: LoginCache, seconds: Seconds, clock: Clock
) -> None:
    assert not cache.knows(opened.token)
    asyncio.run(cache.find(opened.token))
    assert cache.knows(opened.token)

    clock.forward(minutes=5)
    assert not cache.knows(opened.token)  # it is in use, which has to be written
    asyncio.run(cache.find(opened.token))
    assert cache.knows(opened.token)
    seconds.now += login_cache.KNOWN_FOR
    assert not cache.knows(opened.token)
    asyncio.run(cache.find("x" * 43))
    assert not cache.knows("x" * 43)


def test_what_cannot_be_a_token_is_not_kept_however_long_it_is(cache: LoginCache) -> None:
    assert asyncio.run(cache.find("x" * 60_000)) is None
    assert cache._known == {}


def test_a_database_that_goes_away_keeps_the_door_as_it_was(
    workspace: Workspace, seconds: Seconds
) -> None:
    at: list[Workspace] = [workspace]

    def given() -> Workspace:
        if not at:
            raise DatabaseUnavailable("no database")
        return at[0]

    cache = LoginCache(given, seconds)
    add_account(workspace.store)
    assert asyncio.run(cache.in_use())
    at.clear()
    seconds.now += login_cache.KNOWN_FOR

    assert asyncio.run(cache.in_use())
