"""Whose file is whose: what was handed to the pages of a login is for this login alone.

A download is there only as long as who was given it lost no membership since.
"""

from collections.abc import Iterable

from assessment.access.logins import Login
from assessment.access.memberships import Membership
from assessment.errors import StorageError
from web.server.login_cache import LoginCache
from web.server.named_files import DOWNLOADS, ON_DEMAND, PLACES

MOST_FILES = 2_000  # that are remembered of one login
MOST_LOGINS = 1_000  # whose files are remembered: those that were handed one last

_Held = frozenset[Membership]


class LoginFiles:
    """The files that were named to the pages of each login."""

    def __init__(self, logins: LoginCache) -> None:
        self._logins = logins
        # by login, both with the oldest first; with a download what its login might do then
        self._files: dict[str, dict[str, _Held]] = {}

    async def note(self, login: Login, named: Iterable[str]) -> None:
        """Remember files that were named to a page of a login."""
        names = list(named)
        if not names:
            return
        held: _Held = frozenset()
        if any(name.startswith(DOWNLOADS) for name in names):
            try:
                held = await self._logins.memberships(login)
            except StorageError:
                return  # the page goes on; the file is asked for once more
        known = self._files.pop(login.id, {})
        self._files[login.id] = known
        for name in names:
            known.pop(name, None)
            known[name] = held
        _shorten(known, MOST_FILES)
        _shorten(self._files, MOST_LOGINS)

    async def may_get(self, login: Login, path: str) -> bool:
        """Return whether a path is no file, or one of this login that lost no membership since."""
        if not path.startswith(PLACES):
            return True
        held = self._files.get(login.id, {}).get(path)
        return held is not None and (not held or held <= await self._logins.memberships(login))

    def may_have_made(self, login: Login, file_id: str) -> bool:
        """Return whether a file to be made on demand was offered to a page of this login."""
        return ON_DEMAND + file_id in self._files.get(login.id, ())

    def forget(self, login: Login) -> None:
        """Forget the files of a login that ended."""
        self._files.pop(login.id, None)


def _shorten(known: dict[str, _Held] | dict[str, dict[str, _Held]], most: int) -> None:
    while len(known) > most:
        known.pop(next(iter(known)))
