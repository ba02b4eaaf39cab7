"""What the running program works with: clock, ids and tokens, settings, database, and its key."""

import secrets
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from pathlib import Path

import storage
from assessment.catalogue.help_numbers import HelpNumber
from assessment.catalogue.model import Catalogue
from assessment.catalogue.reading.shelf import CatalogueShelf
from assessment.respondents import token_hash
from assessment.services.context import CatalogueCache, Workspace
from assessment.store import Store
from settings import Settings
from storage import SqlStore

PATIENCE = 1.5  # seconds that a light page waits for others who write
BACKUP = "mentorspiegel"  # how the names of nightly backups begin
TICKET_DAYS = 30  # how long a browser that was let in stays so
MOST_TICKETS = 100  # of so many browsers; then the oldest one has to show the key again


def now() -> datetime:
    """Return the present moment."""
    return datetime.now(UTC)


def new_id() -> str:
    """Return a new random id; it never starts with a dash, so that it may stand in a command."""
    return secrets.token_hex(8)


def new_token() -> str:
    """Return a new secret for a link: 24 random bytes."""
    return secrets.token_urlsafe(24)


def new_login_token() -> str:
    """Return a new secret for the cookie of a login: 32 random bytes."""
    return secrets.token_urlsafe(32)


@lru_cache(maxsize=1)
def settings() -> Settings:
    """Return the settings of this process."""
    return Settings()


def open_store(url: str) -> SqlStore:
    """Open a database, made or brought up to date first. Close it in the end. Raises StorageError."""
    return storage.open_store(url, clock=now)


def workspace_on(
    store: Store,
    given: Settings,
    *,
    catalogue: Catalogue | None = None,
    more_catalogues: Sequence[Catalogue] = (),
    numbers: Mapping[str, tuple[HelpNumber, ...]] | None = None,
    older_catalogues: CatalogueCache | None = None,
) -> Workspace:
    """Return a workspace with the clock, ids and tokens of this program.

    `catalogue` is that of today, the default one, beside which there may be more. Whoever makes a workspace anew for every click brings the cache of
    older ones, too.
    """
    return Workspace(
        store=store,
        now=now,
        new_id=new_id,
        new_token=new_token,
        new_login_token=new_login_token,
        threshold=given.threshold,
        sends_mail=given.sends_mail,
        current_catalogue=catalogue,
        more_catalogues=tuple(more_catalogues),
        numbers=numbers or {},
        older_catalogues=CatalogueCache() if older_catalogues is None else older_catalogues,
    )


def last_backup(folder: Path | None) -> datetime | None:
    """Return when the newest backup of a folder was made, None if there is none to see.

    A backup gets its name once it was restored on trial (docs/hosting/backup.sh).
    """
    if folder is None:
        return None
    try:
        made = [file.stat().st_mtime for file in folder.glob(f"{BACKUP}-*[!w]")]  # not .new
    except OSError:
        return None
    return datetime.fromtimestamp(max(made), UTC) if made else None


@lru_cache(maxsize=4)
def _shared_store(url: str) -> SqlStore:
    return storage.open_store(url, clock=now, busy_timeout=PATIENCE)


def shared_store() -> SqlStore:
    """Return the store that all HTTP routes share. Raises StorageError."""
    return _shared_store(settings().database)


@lru_cache(maxsize=1)
def light_workspaces() -> tuple[Workspace, Workspace | None]:
    """Return the workspace of the light pages, and the same one to read in without ever waiting.

    The second one is as `SqlStore.at_once` gives it; there is none on a server. The numbers to call are
    those that the criteria folders hold when the program starts. Raises StorageError.
    """
    shelf = CatalogueShelf(settings().criteria, settings().catalogues)
    store = shared_store()
    workspace = workspace_on(store, settings(), numbers=shelf.numbers())
    quick = store.at_once()
    return workspace, None if quick is None else replace(workspace, store=quick)


def participants_workspace() -> Workspace:
    """Return the workspace of the pages of participants. Raises StorageError."""
    return light_workspaces()[0]


def quick_workspace() -> Workspace | None:
    """Return the same workspace to read in without ever waiting, where there is one.

    There is none before the other one was opened, which takes a while.
    """
    return light_workspaces()[1] if light_workspaces.cache_info().currsize else None


Tickets = dict[str, datetime]  # the hash of a ticket, and when it was given


class ScreenKey:
    """The key of the screens, another one at every start, and the browsers that came with it.

    Such a browser gets a ticket of its own. Tickets outlive the program, so that a page that is open goes
    on when the program starts again; of a ticket only the hash is kept.
    """

    def __init__(self, clock: Callable[[], datetime] = now) -> None:
        self.text = new_token()
        self.is_told = False  # where to find it
        self._clock = clock
        self._tickets: Tickets = {}
        self._save: Callable[[Tickets], None] = lambda _tickets: None

    def keep(self, tickets: Mapping[str, datetime], save: Callable[[Tickets], None]) -> None:
        """Go on with tickets of an earlier start, and save them all whenever one is added."""
        self._tickets = dict(tickets)
        self._save = save

    def fits(self, given: str) -> bool:
        """Return whether somebody has the key."""
        return secrets.compare_digest(self.text.encode(), given.encode(errors="replace"))

    def new_ticket(self) -> str:
        """Return a new ticket, for a browser that came with the key."""
        ticket = new_token()
        oldest = self._clock() - timedelta(days=TICKET_DAYS)
        valid = [(each, given) for each, given in self._tickets.items() if given > oldest]
        self._tickets = {**dict(valid[1 - MOST_TICKETS :]), token_hash(ticket): self._clock()}
        self._save(self._tickets)
        return ticket

    def lets_in(self, ticket: str) -> bool:
        """Return whether a browser that shows this was let in before."""
        given = self._tickets.get(token_hash(ticket))
        return given is not None and self._clock() - given < timedelta(days=TICKET_DAYS)


@lru_cache(maxsize=1)
def screen_key() -> ScreenKey:
    """Return the key of the screens of this process."""
    return ScreenKey()
