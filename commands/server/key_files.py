"""What of the key is kept beside the database: the way in for a browser, and hashes of tickets.

The page with the key saves the browser from getting the key on its command line, where other people who
use this machine could read it. Both files belong to who started the program alone.
"""

import os
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

from settings import Settings

_PAGE = """<!doctype html>
<html lang="nl"><head><meta charset="utf-8"><title>Mentorspiegel</title>
<meta http-equiv="refresh" content="0; url={address}"></head>
<body><p><a href="{address}">Mentorspiegel</a></p></body></html>
"""


def page_file(given: Settings) -> Path:
    """Return where the page stands that opens the screens; servers with other ports have others."""
    return given.data.absolute() / f"screens-{given.port}.html"


def tickets_file(given: Settings) -> Path:
    """Return where the hashes of tickets stand."""
    return page_file(given).with_suffix(".tickets")


def write_page(given: Settings, address: str) -> None:
    """Write the page that leads to an address with the key."""
    _write(page_file(given), _PAGE.format(address=address))


def write_tickets(given: Settings, tickets: Mapping[str, datetime]) -> None:
    """Write the hash of every ticket, and when it was given."""
    lines = (f"{hashed} {since.isoformat()}\n" for hashed, since in tickets.items())
    _write(tickets_file(given), "".join(lines))


def read_tickets(given: Settings) -> dict[str, datetime]:
    """Return what was written last. What cannot be read lets nobody in."""
    file = tickets_file(given)
    lines = file.read_text("utf-8", "replace").splitlines() if file.exists() else []
    return dict(filter(None, map(_ticket, lines)))


def _ticket(line: str) -> tuple[str, datetime] | None:
    hashed, _, since = line.partition(" ")
    try:
        given = datetime.fromisoformat(since)
    except ValueError:
        return None
    return None if given.tzinfo is None else (hashed, given)


def _write(file: Path, text: str) -> None:
    """Write a file that only its owner may read, in place of the one before."""
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    new = file.with_name(f".{file.name}.{os.getpid()}")
    new.unlink(missing_ok=True)
    new.touch(mode=0o600, exist_ok=False)
    new.write_text(text, "utf-8")
    new.replace(file)
