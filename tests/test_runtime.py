"""What the program runs on: time, chance, the database that the settings name, and its key."""

import os
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

import runtime
from assessment.access.logins import is_login_token
from assessment.catalogue.model import Catalogue
from assessment.errors import DatabaseUnavailable
from assessment.respondents import is_token
from assessment.services import assessments, projects
from assessment.services.context import CatalogueCache
from settings import Settings
from storage import SqlStore
from tests.support.builders import Clock, a_project
from tests.support.empty_database import locked_for_all
from tests.support.workspace import fresh_runtime


@pytest.fixture
def database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The database file that the settings name, which is not there yet."""
    monkeypatch.setenv("MENTORSPIEGEL_DATA", str(tmp_path / "data"))
    with fresh_runtime():
        yield tmp_path / "data" / "mentorspiegel.sqlite3"
        runtime.shared_store().close()


def test_the_clock_gives_the_time_with_its_zone() -> None:
    assert runtime.now().utcoffset() == timedelta()
    assert runtime.now() <= runtime.now()


def test_ids_differ_and_may_stand_in_a_command() -> None:
    ids = {runtime.new_id() for _ in range(100)}

    assert len(ids) == 100
    assert all(name.isalnum() and len(name) == 16 for name in ids)


def test_tokens_differ_in_every_place_and_can_be_used_in_a_link() -> None:
    tokens = {runtime.new_token() for _ in range(2_000)}

    assert len(tokens) == 2_000
    assert all(map(is_token, tokens))
    # all 64 characters in each of the 32 places: nothing counts, no clock shows
    assert [len(set(place)) for place in zip(*tokens, strict=True)] == [64] * 32


def test_the_token_of_a_login_is_longer() -> None:
    tokens = {runtime.new_login_token() for _ in range(2_000)}

    assert len(tokens) == 2_000
    assert all(map(is_login_token, tokens))


def test_a_workspace_has_the_settings_and_the_catalogue_it_is_given(
    sqlite_store: SqlStore, catalogue: Catalogue
) -> None:
    cache = CatalogueCache()

    workspace = runtime.workspace_on(
        sqlite_store, Settings(threshold=7), catalogue=catalogue, older_catalogues=cache
    )

    assert (workspace.store, workspace.threshold) == (sqlite_store, 7)
    assert workspace.catalogue is catalogue
    assert workspace.older_catalogues is cache


def test_a_workspace_that_is_given_no_cache_has_one_of_its_own(sqlite_store: SqlStore) -> None:
    first, second = (runtime.workspace_on(sqlite_store, Settings()) for _ in range(2))

    assert first.older_catalogues is not second.older_catalogues


def test_the_routes_share_one_store(database: Path) -> None:
    store = runtime.shared_store()

    assert database.exists()
    assert runtime.shared_store() is store
    assert runtime.participants_workspace().store is store


def test_on_a_file_pages_are_also_read_without_waiting_once_it_is_open(database: Path) -> None:
    assert runtime.quick_workspace() is None

    patient = runtime.participants_workspace()
    quick = runtime.quick_workspace()

    assert quick is not None
    assert quick.store is not patient.store
    assert replace(quick, store=patient.store) == patient
    with locked_for_all(database), pytest.raises(DatabaseUnavailable):
        quick.store.projects.all()
    assert quick.store.projects.all() == []


def test_on_a_server_all_pages_are_read_with_patience(
    postgres_tables: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MENTORSPIEGEL_DATABASE_URL", postgres_tables)
    with fresh_runtime():
        runtime.participants_workspace()

        assert runtime.quick_workspace() is None
        runtime.shared_store().close()


def test_the_pages_of_participants_work_without_a_catalogue_of_today(
    database: Path, catalogue: Catalogue
) -> None:
    store = runtime.shared_store()
    coordinators = runtime.workspace_on(store, Settings(), catalogue=catalogue)
    project = projects.create_project(coordinators, a_project())
    assessment = assessments.start_assessment(
        coordinators, project.id, name="2026", profile="short", ambition="floor"
    )

    participants = runtime.participants_workspace()

    assert participants.current_catalogue is None
    assert participants.catalogue_of(assessment).content_hash == catalogue.content_hash
    assert participants.numbers_to_call(catalogue.id) == catalogue.help
    assert catalogue.help
    assert runtime.participants_workspace() is participants


def test_the_settings_are_read_once(database: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    settings = runtime.settings()
    monkeypatch.setenv("MENTORSPIEGEL_LANGUAGE", "en")

    assert runtime.settings() is settings


def test_each_start_has_a_key_of_its_own_and_no_other_fits() -> None:
    key = runtime.ScreenKey()

    assert key.fits(key.text)
    assert not any(map(key.fits, ("", key.text[:-1], f"{key.text} ", "é", "\ud800")))
    assert not runtime.ScreenKey().fits(key.text)
    assert runtime.screen_key() is runtime.screen_key()


def test_of_tickets_only_hashes_are_kept_and_these_let_browsers_in_at_the_next_start() -> None:
    kept: list[runtime.Tickets] = []
    key = runtime.ScreenKey()
    early = key.new_ticket()  # before there is anything to keep it
    key.keep({}, kept.append)
    first, second = key.new_ticket(), key.new_ticket()
    next_start = runtime.ScreenKey()
    next_start.keep(kept[-1], kept.append)

    assert len({early, first, second}) == 3
    assert all(map(is_token, (first, second)))
    assert all(map(next_start.lets_in, (first, second)))
    assert not any(map(next_start.lets_in, (*kept[-1], early, key.text, "")))


def test_tickets_that_are_over_and_too_many_are_forgotten(clock: Clock) -> None:
    key, kept = runtime.ScreenKey(clock), list[runtime.Tickets]()
    key.keep({"f" * 64: clock.now - timedelta(days=31)}, kept.append)
    tickets = [key.new_ticket() for _ in range(runtime.MOST_TICKETS + 1)]

    assert len(kept[0]) == 1
    assert len(kept[-1]) == runtime.MOST_TICKETS
    assert [key.lets_in(ticket) for ticket in tickets[:2]] == [False, True]


def test_the_last_backup_is_the_newest_that_got_its_name(tmp_path: Path) -> None:
    assert runtime.last_backup(None) is None
    assert runtime.last_backup(tmp_path / "nothing") is None
    (tmp_path / "mentorspiegel-1.sqlite3.new").touch()
    assert runtime.last_backup(tmp_path) is None
    first, second = tmp_path / "mentorspiegel-1.sqlite3", tmp_path / "mentorspiegel-2.dump"
    for file, moment in ((first, 2_000), (second, 1_000)):
        file.touch()
        os.utime(file, (moment, moment))

    assert runtime.last_backup(tmp_path) == datetime.fromtimestamp(2_000, UTC)


def test_a_folder_that_cannot_be_read_has_no_backup(tmp_path: Path) -> None:
    (tmp_path / "mentorspiegel-1.dump").symlink_to(tmp_path / "gone")

    assert runtime.last_backup(tmp_path) is None
