"""Shares in the database: kept as they were sent, and gone once they were withdrawn."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from assessment.errors import InvalidInput, NotFound, StaleWrite
from assessment.portfolio.band import Band, BandEdition
from assessment.portfolio.outline import outline_of
from assessment.portfolio.shares import ShareRead
from assessment.portfolio.snapshot import AboutProject
from storage import SqlStore
from storage.portfolio import tables
from tests.support.access import an_organisation
from tests.support.builders import NOW, Clock, a_project, begin
from tests.support.portfolio.shares import (
    TODAY,
    a_charter,
    a_look,
    a_portfolio,
    a_share,
    a_snapshot,
)


@pytest.fixture
def shared(store: SqlStore) -> SqlStore:
    """A store with one portfolio."""
    begin(store)
    store.portfolios.save(a_portfolio())
    return store


def test_a_share_is_kept_as_it_was_sent(shared: SqlStore) -> None:
    sent = shared.shares.save(a_share(project="P1"))

    assert shared.shares.get("S1") == sent
    (listed,) = shared.shares.of_portfolio("F1")
    assert listed.share == replace(sent, snapshot=None)
    assert sent.snapshot is not None
    assert listed.outline == outline_of(sent.snapshot)
    assert listed.snapshot == sent.snapshot
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

    listed = shared.shares.of_portfolio("F1")
    assert [one.share.id for one in listed] == ["S1", "S2", "S3"]
    assert (listed[-1].outline, listed[-1].text) == (None, None)


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
    about = AboutProject(kind="school", region=f"{secret}3")  # stands in the outline too
    sent = a_snapshot(explanation=secret, project=about)
    sqlite_store.shares.save(a_share(snapshot=sent, alias=f"{secret}2"))
    file = Path(sqlite_tables.removeprefix("sqlite:///"))

    def bytes_on_disk() -> bytes:
        return b"".join(path.read_bytes() for path in file.parent.glob(f"{file.name}*"))

    assert secret.encode() in bytes_on_disk()
    sqlite_store.shares.withdraw("S1")

    assert secret.encode() not in bytes_on_disk()
    with closing(sqlite3.connect(file)) as connection:
        assert secret not in "".join(connection.iterdump())


def test_of_many_that_are_withdrawn_at_once_no_byte_is_left_when_the_program_ends(
    sqlite_store: SqlStore, sqlite_tables: str
) -> None:
    """The file is written anew once a minute: what waits its turn is marked, and done in the end."""
    secret = "HeelHerkenbareUitleg"
    sqlite_store.portfolios.save(a_portfolio())
    for n in range(60):
        sent = a_snapshot(explanation=f"{secret} {n} " * 30)
        sqlite_store.shares.save(a_share(f"S{n}", alias=f"{secret} {n}", snapshot=sent))
    for n in range(60):
        sqlite_store.shares.withdraw(f"S{n}")
    with sqlite_store.engine.begin() as connection:
        assert connection.exec_driver_sql("PRAGMA user_version").scalar_one() != 0
    sqlite_store.close()
    file = Path(sqlite_tables.removeprefix("sqlite:///"))

    assert secret.encode() not in b"".join(
        path.read_bytes() for path in file.parent.glob(f"{file.name}*")
    )


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
    first = BandEdition(TODAY, bands, dict.fromkeys(bands, frozenset({"S1", "S2"})))
    later = BandEdition(TODAY + timedelta(days=200), {}, {})
    assert shared.shares.editions("F1") == []
    for edition in (first, replace(first, bands={})):
        shared.shares.add_edition("F1", edition)

    assert shared.shares.editions("F1") == [first]
    shared.shares.add_edition("F1", later)
    assert shared.shares.editions("F1") == [first, later]
    with pytest.raises(NotFound):
        shared.shares.add_edition("F9", first)


def test_a_share_is_read_once_and_memory_forgets_what_is_not_there_any_more(
    shared: SqlStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("storage.portfolio.shares.MOST_KNOWN", 3)
    monkeypatch.setattr("storage.portfolio.shares.FEW", 1)
    for name in ("S1", "S2", "S3"):
        shared.shares.save(a_share(name, project="P1" if name == "S2" else None))
    first = shared.shares.of_portfolio("F1")
    second = shared.shares.of_portfolio("F1")
    known = shared.shares._known  # type: ignore[attr-defined]

    assert all(one is other for one, other in zip(first, second, strict=True))
    type(shared.shares)(shared.engine, shared.clock).withdraw("S1")  # as another process does
    shared.projects.erase("P1")
    assert [one.text is None for one in shared.shares.of_portfolio("F1")] == [False, True]
    assert set(known["F1"]) == {"S1", "S3"}
    shared.shares.withdraw("S3")
    assert set(known["F1"]) == {"S1"}
    for name in ("S4", "S5"):
        shared.shares.save(a_share(name))
    assert len(shared.shares.of_portfolio("F1")) == 4
    assert known == {}


def test_several_portfolios_stay_in_memory_while_there_is_room(
    shared: SqlStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("storage.portfolio.shares.MOST_KNOWN", 2)
    for name in ("F2", "F3"):
        shared.portfolios.save(a_portfolio(name))
    for name in ("F1", "F2", "F3"):
        shared.shares.save(a_share(f"S{name}", portfolio=name))
        shared.shares.of_portfolio(name)

    assert set(shared.shares._known) == {"F3"}  # type: ignore[attr-defined]


def test_an_outline_is_checked_as_a_snapshot_is(shared: SqlStore) -> None:
    shared.shares.save(a_share())
    with shared.engine.begin() as connection:
        wrong = tables.shares.c.outline.op("||")("x")
        connection.execute(tables.shares.update().values(outline=wrong))

    with pytest.raises(ValueError, match="json"):
        shared.shares.of_portfolio("F1")


def test_after_the_day_of_the_charter_nothing_is_left_of_its_shares(
    shared: SqlStore, clock: Clock
) -> None:
    shared.portfolios.save(a_portfolio("F2", charter=a_charter(keep_until=TODAY)))
    shared.shares.save(a_share("S1"))
    shared.shares.save(a_share("S2", portfolio="F2"))
    shared.shares.save_look(a_look(share="S2"))
    shared.shares.empty_expired()
    assert shared.shares.get("S2").snapshot is not None
    clock.forward(days=1)
    shared.shares.empty_expired()
    left = shared.shares.get("S2")

    assert (left.snapshot, left.alias, left.withdrawn_at) == (None, "", clock())
    assert shared.shares.looks("S2") == []
    assert shared.shares.get("S1").snapshot is not None


def test_people_of_an_organisation_know_its_own_projects_and_those_that_sent_by_name(
    shared: SqlStore,
) -> None:
    shared.portfolios.save(a_portfolio("pool", is_pool=True))
    for name in ("P2", "P3"):
        shared.projects.save(a_project(id=name))
    shared.shares.save(a_share("S1", project="P1"))
    shared.shares.save(a_share("S2", project="P2", portfolio="pool"))
    shared.shares.withdraw("S1")

    assert "A1" in shared.shares.known_to(None)  # also of what was taken back
    assert "A-S2" not in shared.shares.known_to(None)
    shared.access.organisations.save(an_organisation("ORG1"))
    assert {"A1", "A-S2"} <= shared.shares.known_to("ORG1")
    assert shared.shares.known_to("ORG2") == set()
