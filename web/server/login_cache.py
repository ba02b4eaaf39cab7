"""Logins as the gate knows them: looked up in the database at most every few seconds."""

import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace

from assessment.access.logins import Login, is_login_token
from assessment.access.memberships import Membership
from assessment.errors import DatabaseUnavailable, StorageError
from assessment.services.access import sign_in
from assessment.services.context import Workspace
from web.server.workers import run_reading, run_writing

KNOWN_FOR = 5.0  # seconds that nobody asks the database again: a login that ended works no longer
MOST = 10_000  # tokens that are known; then all are looked up anew


@dataclass(frozen=True)
class _Known:
    login: Login | None
    until: float


class LoginCache:
    """Whose login a token is, and whether there are accounts at all."""

    def __init__(
        self, workspace: Callable[[], Workspace], clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._workspace = workspace
        self._clock = clock
        self._known: dict[str, _Known] = {}
        self._in_use_until = 0.0
        self._in_use = False

    async def find(self, token: str, *, is_used: bool = True) -> Login | None:
        """Return the login of a token, None if there is none (any more).

        One that `is_used` goes on; a page that is merely open does not keep it alive.
        """
        if not is_login_token(token):  # nor is it remembered, however long it is
            return None
        known = self._known.get(token)
        if known is None or known.until <= self._clock():
            login = await run_reading(sign_in.find_login, self._workspace(), token)
            known = self._know(token, login)
        if is_used and known.login is not None and known.login.needs_mark(self._workspace().now()):
            known = await self._mark(token, known.login)
        return known.login

    def knows(self, token: str) -> bool:
        """Return whether a token was a login a moment ago, and it need not be marked again."""
        known = self._known.get(token)
        if known is None or known.login is None or known.until <= self._clock():
            return False
        return not known.login.needs_mark(self._workspace().now())

    def _know(self, token: str, login: Login | None) -> _Known:
        if len(self._known) >= MOST:
            self._known.clear()
        known = _Known(login, self._clock() + KNOWN_FOR)
        self._known[token] = known
        return known

    async def _mark(self, token: str, login: Login) -> _Known:
        workspace = self._workspace()
        with suppress(DatabaseUnavailable):  # it is written the next time
            await run_writing(sign_in.mark_login, workspace, login)
        return self._know(token, replace(login, seen_at=workspace.now()))

    def forget(self, token: str) -> None:
        """Look a token up anew: it has just been signed out, or in."""
        self._known.pop(token, None)

    async def memberships(self, login: Login) -> frozenset[Membership]:
        """Return the memberships that a login opens now."""
        own = await run_reading(self._workspace().store.access.logins.access, login.id)
        return frozenset() if own is None else frozenset(own.memberships)

    async def in_use(self) -> bool:
        """Return whether anybody can sign in: then nobody comes in without."""
        if self._in_use_until <= self._clock():
            try:
                self._in_use = await run_reading(self._workspace().store.access.accounts.any)
            except StorageError:
                if not self._in_use:
                    raise  # nobody comes in before it is known
            self._in_use_until = self._clock() + KNOWN_FOR
        return self._in_use

    def forget_use(self) -> None:
        """Look anew whether anybody can sign in."""
        self._in_use_until = 0.0
