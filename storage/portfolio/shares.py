"""Shares: who sent what, who looked at it, and what is left of it once it was withdrawn."""
# ruff: noqa: D102 (what a method does stands in assessment/portfolio/store.py)

from collections.abc import Sequence, Set
from dataclasses import asdict
from typing import Any

from sqlalchemy import ColumnElement, Connection, Engine, Row, delete, func, insert, select, update

from assessment.errors import InvalidInput, NotFound
from assessment.portfolio.band import Band, BandEdition
from assessment.portfolio.shares import OutsideLook, ShareRead, ShareRow
from assessment.portfolio.snapshot import Snapshot
from storage import versioned_rows
from storage.engine import Clock, Repository, forget_old_pages, reading, write_transaction, writing
from storage.portfolio import tables
from storage.portfolio.portfolios import get_portfolio

_READ = versioned_rows.columns(tables.share_reads, ShareRead)
_LOOK = versioned_rows.columns(tables.outside_looks, OutsideLook)


_WITHOUT_SNAPSHOT = tuple(c for c in tables.shares.c if c.name != "snapshot")
MOST_KNOWN = 6_000  # snapshots that stay in memory
FEW = 100  # that are asked for by id


class Shares(Repository):
    """Shares. A snapshot never changes, so it is checked once; a withdrawn one is forgotten."""

    def __init__(self, engine: Engine, clock: Clock) -> None:
        super().__init__(engine, clock)
        self._known: dict[str, Snapshot] = {}

    @reading
    def of_portfolio(self, connection: Connection, portfolio_id: str) -> list[ShareRow]:
        table, mine = tables.shares, tables.shares.c.portfolio == portfolio_id
        order = table.c.withdrawn_at.is_not(None), func.lower(table.c.alias), table.c.id
        query = select(*_WITHOUT_SNAPSHOT).where(mine).order_by(*order)
        rows = [row._mapping for row in connection.execute(query)]
        for row in rows:
            if row["withdrawn_at"] is not None:  # perhaps by another process
                self._known.pop(row["id"], None)
        kept = {row["id"] for row in rows if row["withdrawn_at"] is None}
        known = {name: self._known[name] for name in kept & self._known.keys()}
        if kept - known.keys():
            known |= self._read(connection, mine, kept - known.keys())
        return [ShareRow(**row, snapshot=known.get(row["id"])) for row in rows]

    def _read(
        self, connection: Connection, mine: ColumnElement[bool], wanted: Set[str]
    ) -> dict[str, Snapshot]:
        """Read and check the snapshots that are not in memory yet."""
        table = tables.shares
        query = select(table.c.id, table.c.snapshot).where(mine, table.c.snapshot.is_not(None))
        if len(wanted) <= FEW:
            query = query.where(table.c.id.in_(wanted))
        found = {name: _checked(sent) for name, sent in connection.execute(query) if name in wanted}
        if len(self._known) + len(found) > MOST_KNOWN:
            self._known.clear()
        self._known |= dict(list(found.items())[:MOST_KNOWN])
        return found

    @reading
    def of_project(self, connection: Connection, project_id: str) -> list[ShareRow]:
        table = tables.shares
        query = select(table).where(table.c.project == project_id)
        ordered = query.order_by(table.c.consented_at.desc(), table.c.id)
        return [_share(row) for row in connection.execute(ordered)]

    @reading
    def get(self, connection: Connection, share_id: str) -> ShareRow:
        return _get(connection, share_id)

    @writing
    def save(self, connection: Connection, share: ShareRow) -> ShareRow:
        table = tables.shares
        get_portfolio(connection, share.portfolio)
        same = table.c.portfolio == share.portfolio, table.c.assessment == share.assessment
        other = select(table.c.id).where(*same, table.c.id != share.id)
        if connection.execute(other).first() is not None:
            text = "This assessment was sent to this portfolio already. Withdraw that one first."
            raise InvalidInput("assessment", "sent", text)
        self._known.pop(share.id, None)
        row = vars(share) | {"snapshot": share.snapshot and share.snapshot.as_json()}
        if versioned_rows.write(connection, table, ("id",), row):
            return versioned_rows.next_version(share)
        return versioned_rows.check_current(_get(connection, share.id), share)

    def withdraw(self, share_id: str) -> ShareRow:
        table, looks = tables.shares, tables.outside_looks
        with write_transaction(self.engine) as connection:
            share = _get(connection, share_id)
            emptied = {
                "snapshot": None,
                "alias": "",
                "group": "",
                "source": "",
                # so that the same assessment can be sent again
                "assessment": f"withdrawn {share.id}",
                "withdrawn_at": share.withdrawn_at or self.clock(),
                "version": share.version + 1,
            }
            connection.execute(update(table).where(table.c.id == share_id).values(emptied))
            connection.execute(delete(looks).where(looks.c.share == share_id))
            left = _get(connection, share_id)
        self._known.pop(share_id, None)
        forget_old_pages(self.engine)
        return left

    @writing
    def note_read(self, connection: Connection, read: ShareRead) -> None:
        _get(connection, read.share)
        connection.execute(insert(tables.share_reads), vars(read))

    @reading
    def reads(self, connection: Connection, share_id: str) -> Sequence[ShareRead]:
        table = tables.share_reads
        query = select(*_READ).where(table.c.share == share_id).order_by(table.c.number.desc())
        return [ShareRead(*row) for row in connection.execute(query)]

    @reading
    def looks(self, connection: Connection, share_id: str) -> list[OutsideLook]:
        table = tables.outside_looks
        query = select(*_LOOK).where(table.c.share == share_id)
        ordered = query.order_by(table.c.made_on.desc(), table.c.id)
        return [OutsideLook(*row) for row in connection.execute(ordered)]

    @writing
    def save_look(self, connection: Connection, look: OutsideLook) -> OutsideLook:
        table = tables.outside_looks
        if _get(connection, look.share).snapshot is None:
            raise NotFound("share", look.share)
        if versioned_rows.write(connection, table, ("id",), vars(look)):
            return versioned_rows.next_version(look)
        row = connection.execute(select(*_LOOK).where(table.c.id == look.id)).first()
        if row is None:
            raise NotFound("look", look.id)
        return versioned_rows.check_current(OutsideLook(*row), look)

    @reading
    def last_edition(self, connection: Connection, portfolio_id: str) -> BandEdition | None:
        table = tables.band_editions
        query = select(table).where(table.c.portfolio == portfolio_id)
        row = connection.execute(query.order_by(table.c.made_on.desc()).limit(1)).first()
        if row is None:
            return None
        bands = {name: Band(**one) for name, one in row.bands.items()}
        return BandEdition(row.made_on, bands, frozenset(row.shares))

    @writing
    def add_edition(self, connection: Connection, portfolio_id: str, edition: BandEdition) -> None:
        get_portfolio(connection, portfolio_id)
        row = {
            "portfolio": portfolio_id,
            "made_on": edition.made_on,
            "bands": {name: asdict(one) for name, one in edition.bands.items()},
            "shares": sorted(edition.shares),
        }
        connection.execute(versioned_rows.insert_new(connection, tables.band_editions), row)


def _get(connection: Connection, share_id: str) -> ShareRow:
    table = tables.shares
    row = connection.execute(select(table).where(table.c.id == share_id)).first()
    if row is None:
        raise NotFound("share", share_id)
    return _share(row)


def _share(row: Row[Any]) -> ShareRow:
    held = dict(row._mapping)
    sent = held.pop("snapshot")
    return ShareRow(**held, snapshot=None if sent is None else _checked(sent))


def _checked(sent: Any) -> Snapshot:
    """Return a snapshot from JSON values: dates and words are texts there."""
    return Snapshot.model_validate(sent, strict=False)
