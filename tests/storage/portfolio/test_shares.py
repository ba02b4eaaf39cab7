"""Shares in the database: kept as they were sent, and gone once they were withdrawn."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from assessment.errors import InvalidInput, NotFound, StaleWrite
from assessment.portfolio.band import Band, BandEdition
from assessment.portfolio.shares import ShareRead
from storage import SqlStore
from tests.support.builders import NOW, begin
from tests.support.portfolio.shares import TODAY, a_look, a_portfolio, a_share, a_snapshot


@pytest.fixture
def shared(store: SqlStore) -> SqlStore:
    """A store with one portfolio."""
    begin(store)
    store.portfolios.save(a_portfolio())
    return store


def test_a_share_is_kept_as_it_was_sent(shared: SqlStore) -> None:
    sent = shared.shares.save(a_share(project="P1"))

    assert shared.shares.get("S1") == sent
    assert shared.shares.of_portfolio("F1") == [sent]
    assert shared.shares.of_project("P1") == [sent]
    assert shared.shares.save(a_share(project="P1")) == sent
    with pytest.raises(StaleWrite):
        shared.shares.save(replace(a_share(project="P1"), alias="Anders"))
    with pytest.raises(NotFound):
        shared.shares.get("S9")
    with pytest.raises(NotFound):
        shared.shares.save(a_share("S2", portfolio="F9"))


def test_an_assessment_is_in_a_portfolio_once(shared: SqlStore) -> None:
    shared.shares.save(a_share())

    with pytest.raises(InvalidInput, match="Withdraw that one first"):
        shared.shares.save(a_share("S2", assessment="A-S1"))
    shared.shares.withdraw("S1")
    shared.shares.save(a_share("S2", assessment="A-S1"))


def test_shares_stand_by_name_and_withdrawn_ones_last(shared: SqlStore) -> None:
    for name, alias in (("S1", "b"), ("S2", "C"), ("S3", "a")):
        shared.shares.save(a_share(name, alias=alias))
    shared.shares.withdraw("S3")

    assert [s.id for s in shared.shares.of_portfolio("F1")] == ["S1", "S2", "S3"]


def test_a_withdrawn_share_is_a_fact_without_content(shared: SqlStore) -> None:
    shared.shares.save(a_share())
    shared.shares.save_look(a_look())
    shared.shares.note_read(ShareRead("S1", NOW, "owner", "view"))

    left = shared.shares.withdraw("S1")

    assert (left.snapshot, left.alias, left.withdrawn_at) == (None, "", NOW)
    assert shared.shares.withdraw("S1").withdrawn_at == NOW
    assert shared.shares.looks("S1") == []
    assert [read.what for read in shared.shares.reads("S1")] == ["view"]
    with pytest.raises(NotFound):
        shared.shares.save_look(a_look("L2"))


def test_after_withdrawal_no_byte_of_it_is_in_the_file(
    sqlite_store: SqlStore, sqlite_tables: str
) -> None:
    secret = "HeelHerkenbareUitleg"
    sqlite_store.portfolios.save(a_portfolio())
    sqlite_store.shares.save(a_share(snapshot=a_snapshot(explanation=secret), alias=f"{secret}2"))
    file = Path(sqlite_tables.removeprefix("sqlite:///"))

    def bytes_on_disk() -> bytes:
        return b"".join(path.read_bytes() for path in file.parent.glob(f"{file.name}*"))

    assert secret.encode() in bytes_on_disk()
    sqlite_store.shares.withdraw("S1")

    assert secret.encode() not in bytes_on_disk()
    with closing(sqlite3.connect(file)) as connection:
        assert secret not in "".join(connection.iterdump())


def test_who_looked_is_kept_the_newest_first(shared: SqlStore) -> None:
    shared.shares.save(a_share())
    reads = [
        ShareRead("S1", NOW + timedelta(hours=n), "reader", what)
        for n, what in ((0, "view"), (1, "pdf"))
    ]
    for read in reads:
        shared.shares.note_read(read)

    assert shared.shares.reads("S1") == reads[::-1]
    with pytest.raises(NotFound):
        shared.shares.note_read(replace(reads[0], share="S9"))


def test_a_look_from_outside_changes_under_its_version(shared: SqlStore) -> None:
    shared.shares.save(a_share())
    look = shared.shares.save_look(a_look())
    changed = shared.shares.save_look(replace(look, note="Gezien"))

    assert shared.shares.looks("S1") == [changed]
    with pytest.raises(StaleWrite):
        shared.shares.save_look(replace(look, note="Anders"))
    with pytest.raises(NotFound):
        shared.shares.save_look(a_look("L9", version=3))


def test_an_edition_of_bands_stays_as_it_was_made(shared: SqlStore) -> None:
    bands = {"MC-01": Band(5, 2.0), "MC-02": Band(8, 2.5, 1.0, 3.0)}
    first = BandEdition(TODAY, bands, frozenset({"S1", "S2"}))
    later = BandEdition(TODAY + timedelta(days=200), {}, frozenset())
    assert shared.shares.last_edition("F1") is None
    for edition in (first, replace(first, bands={})):
        shared.shares.add_edition("F1", edition)

    assert shared.shares.last_edition("F1") == first
    shared.shares.add_edition("F1", later)
    assert shared.shares.last_edition("F1") == later
    with pytest.raises(NotFound):
        shared.shares.add_edition("F9", first)


def test_a_snapshot_is_checked_once_and_memory_forgets_what_was_withdrawn_elsewhere(
    shared: SqlStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("storage.portfolio.shares.MOST_KNOWN", 3)
    monkeypatch.setattr("storage.portfolio.shares.FEW", 1)
    for name in ("S1", "S2", "S3"):
        shared.shares.save(a_share(name))
    first = {s.id: s.snapshot for s in shared.shares.of_portfolio("F1")}
    second = {s.id: s.snapshot for s in shared.shares.of_portfolio("F1")}

    assert all(second[name] is first[name] for name in first)
    type(shared.shares)(shared.engine, shared.clock).withdraw("S1")  # as another process does
    rows = {s.id: s.snapshot for s in shared.shares.of_portfolio("F1")}
    assert rows["S1"] is None
    assert "S1" not in shared.shares._known  # type: ignore[attr-defined]
    for name in ("S4", "S5"):
        shared.shares.save(a_share(name))
    assert len(shared.shares.of_portfolio("F1")) == 5
    assert len(shared.shares._known) <= 3  # type: ignore[attr-defined]
