"""What of the key is kept: for its owner alone, and hashes where that is enough."""

import stat
from datetime import UTC, datetime
from pathlib import Path

import pytest

from commands.server import key_files
from settings import Settings

NOW = datetime(2026, 11, 28, 12, tzinfo=UTC)
HASH = "a" * 64


@pytest.fixture
def given(tmp_path: Path) -> Settings:
    return Settings(data=tmp_path / "data", port=8600)


def test_both_files_are_for_their_owner_alone_in_a_folder_of_their_owner(given: Settings) -> None:
    for _ in range(2):  # also when they were there
        key_files.write_page(given, "http://127.0.0.1:8600/?key=k")
        key_files.write_tickets(given, {HASH: NOW})

    files = sorted(given.data.iterdir())
    assert [file.name for file in files] == ["screens-8600.html", "screens-8600.tickets"]
    assert [stat.S_IMODE(file.stat().st_mode) for file in files] == [0o600] * 2
    assert stat.S_IMODE(given.data.stat().st_mode) == 0o700


def test_the_page_leads_to_the_address_with_the_key(given: Settings) -> None:
    key_files.write_page(given, "http://127.0.0.1:8600/?key=k")

    page = key_files.page_file(given).read_text()
    assert 'content="0; url=http://127.0.0.1:8600/?key=k"' in page
    assert 'href="http://127.0.0.1:8600/?key=k"' in page


def test_tickets_are_read_as_they_were_written(given: Settings) -> None:
    assert key_files.read_tickets(given) == {}
    key_files.write_tickets(given, {HASH: NOW, "b" * 64: NOW})

    assert key_files.read_tickets(given) == {HASH: NOW, "b" * 64: NOW}


def test_what_cannot_be_read_lets_nobody_in(given: Settings) -> None:
    key_files.write_tickets(given, {HASH: NOW})
    with key_files.tickets_file(given).open("ab") as file:
        file.write(b"\xff\xff\nno date\n" + b"c" * 64 + b" 2026-11-28\n\n")

    assert key_files.read_tickets(given) == {HASH: NOW}
