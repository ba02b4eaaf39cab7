"""The files of docs/hosting, and a database as that page says to make one."""

import re
import uuid
from collections.abc import Iterator
from contextlib import contextmanager

import psycopg

from tests.support.command_line import ROOT

HOSTING = ROOT / "docs" / "hosting"


def text(name: str) -> str:
    return (HOSTING / name).read_text(encoding="utf-8")


def settings() -> dict[str, str]:
    """Return the settings of the example."""
    pairs = re.findall(r"^MENTORSPIEGEL_(\w+)=(.*)$", text("mentorspiegel.env"), re.MULTILINE)
    return {name.lower(): value for name, value in pairs}


@contextmanager
def new_database(server: str) -> Iterator[str]:
    """Make a database of its own, as the page says, and drop it at the end."""
    name = f"hosting_{uuid.uuid4().hex}"
    with psycopg.connect(server.replace("+psycopg", ""), autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
        yield server.rpartition("/")[0] + f"/{name}"
        connection.execute(f"DROP DATABASE {name} WITH (FORCE)")
