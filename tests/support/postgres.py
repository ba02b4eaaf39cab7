"""A private PostgreSQL for the tests: found on this machine, started on demand, gone at the end.

TEST_DATABASE_URL names another server. Every test begins with empty tables or an empty schema.
"""

import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

import psycopg
import pytest

from storage import migrate
from storage.tables import metadata

VARIABLE = "TEST_DATABASE_URL"
PATIENCE = 30  # seconds for the server to start
# TRUNCATE makes the files of every table and index anew, whatever was in them: twenty times as slow
FILLED = " UNION ALL ".join(
    f"SELECT '{table.name}' WHERE EXISTS (SELECT FROM {table.name})"  # noqa: S608 (names of our own)
    for table in reversed(metadata.sorted_tables)
)
COUNT_ANEW = """\
SELECT setval(format('%I.%I', schemaname, sequencename)::regclass, start_value, false)
FROM pg_sequences WHERE schemaname = current_schema()"""
FAST = ("fsync=off", "full_page_writes=off", "synchronous_commit=off", "max_connections=50")


def pytest_configure(config: pytest.Config) -> None:
    """Start before the workers of xdist, which take the URL over with the environment."""
    if getattr(config.option, "numprocesses", None) and not hasattr(config, "workerinput"):
        _start(config)


@pytest.fixture(scope="session")
def postgres_url(request: pytest.FixtureRequest) -> str:
    """The URL of a server. Without one the test is skipped, in continuous integration it fails."""
    _start(request.config)
    if VARIABLE in os.environ:
        return os.environ[VARIABLE]
    reason = f"no PostgreSQL: install it or set {VARIABLE}"
    return pytest.fail(reason) if os.environ.get("CI") else pytest.skip(reason)


@pytest.fixture
def postgres_schema(postgres_url: str) -> Iterator[str]:
    """The URL of an empty schema."""
    with _schema(postgres_url) as url:
        yield url


@pytest.fixture(scope="session")
def _migrated_schema(postgres_url: str) -> Iterator[str]:
    with _schema(postgres_url) as url:
        migrate(url)
        yield url


@pytest.fixture
def postgres_tables(_migrated_schema: str) -> Iterator[str]:
    """The URL of a schema with its tables, all empty; it is emptied for the next test."""
    yield _migrated_schema
    with psycopg.connect(_migrated_schema.replace("+psycopg", ""), autocommit=True) as connection:
        for (name,) in connection.execute(FILLED).fetchall():
            connection.execute(f"DELETE FROM {name}")  # noqa: S608 (names of our own)
        connection.execute(COUNT_ANEW)


@contextmanager
def _schema(server: str) -> Iterator[str]:
    """Make a schema of its own, and drop it at the end."""
    name = f"test_{uuid.uuid4().hex}"
    with psycopg.connect(server.replace("+psycopg", ""), autocommit=True) as connection:
        connection.execute(f"CREATE SCHEMA {name}")
        yield f"{server}?options={quote(f'-c search_path={name}')}"
        connection.execute(f"DROP SCHEMA {name} CASCADE")


def _start(config: pytest.Config) -> None:
    binaries = _binaries()
    if VARIABLE in os.environ or binaries is None:
        return
    folder = Path(tempfile.mkdtemp(prefix="postgres-"))
    config.add_cleanup(lambda: shutil.rmtree(folder, ignore_errors=True))
    server = _Server(binaries, folder)
    config.add_cleanup(server.stop)
    os.environ[VARIABLE] = server.url
    config.add_cleanup(lambda: os.environ.pop(VARIABLE, None))
    server.wait()


def _binaries() -> Path | None:
    places = [Path(name) for name in os.environ["PATH"].split(os.pathsep)]
    if shutil.which("pg_config"):
        shown = subprocess.run(
            ["pg_config", "--bindir"], capture_output=True, text=True, check=True
        )
        places.insert(0, Path(shown.stdout.strip()))
    places += sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    return next((p for p in places if (p / "initdb").exists() and (p / "postgres").exists()), None)


def _give_away(folder: Path) -> dict[str, str]:
    """Return the account to run as when we are root, which PostgreSQL refuses."""
    if not hasattr(os, "geteuid") or os.geteuid() != 0:
        return {}
    try:
        shutil.chown(folder, "postgres")
    except LookupError:
        shutil.chown(folder, "nobody")
    return {"user": folder.owner()}


class _Server:
    def __init__(self, binaries: Path, folder: Path) -> None:
        self.log = folder / "log"
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = str(free.getsockname()[1])
        self.url = f"postgresql+psycopg://tester@127.0.0.1:{port}/postgres"
        data = folder / "data"
        create = [binaries / "initdb", "-D", data, "-U", "tester", "-A", "trust", "-E", "UTF8"]
        create += ["--locale=C", "--no-sync"]
        run = [binaries / "postgres", "-D", data, "-p", port, "-h", "127.0.0.1", "-k", folder]
        run += [f"-c{setting}" for setting in FAST]
        account = _give_away(folder)
        with self.log.open("w") as log:
            subprocess.run(create, check=True, stdout=log, stderr=log, cwd=folder, **account)
            self.process = subprocess.Popen(run, stdout=log, stderr=log, cwd=folder, **account)

    def wait(self) -> None:
        deadline = time.monotonic() + PATIENCE
        while True:
            try:
                return psycopg.connect(self.url.replace("+psycopg", "")).close()
            except psycopg.OperationalError as error:
                if self.process.poll() is not None or time.monotonic() > deadline:
                    raise RuntimeError(
                        f"PostgreSQL did not start: {self.log.read_text()}"
                    ) from error
                time.sleep(0.05)

    def stop(self) -> None:
        self.process.send_signal(signal.SIGINT)  # do not wait for clients
        self.process.wait(PATIENCE)
