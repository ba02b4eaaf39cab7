"""Shares: who sent what, who looked at it, and what is left of it once it was withdrawn."""
# ruff: noqa: D102 (what a method does stands in assessment/portfolio/store.py)

from collections.abc import Sequence, Set
from dataclasses import asdict, fields
from typing import Any

from sqlalchemy import (
    Connection,
    Engine,
    Row,
    Text,
    cast,
    delete,
    false,
    func,
    insert,
    literal,
    null,
    select,
    update,
)

from assessment.errors import InvalidInput, NotFound
from assessment.portfolio.band import Band, BandEdition
from assessment.portfolio.outline import as_text, outline_of, read_outlines
from assessment.portfolio.shares import ListedShare, OutsideLook, ShareRead, ShareRow
from assessment.portfolio.snapshot import Snapshot
from storage import versioned_rows
from storage.column_types import UtcTime
from storage.engine import Clock, Repository, read_transaction, reading, writing
from storage.files.erasing import erasing
from storage.portfolio import tables
from storage.portfolio.portfolios import get_portfolio
from storage.tables import assessments, projects

_READ = versioned_rows.columns(tables.share_reads, ShareRead)
_LOOK = versioned_rows.columns(tables.outside_looks, OutsideLook)
# a row in the order of its fields, without the snapshot
_ROW = tuple(
    null().label("snapshot") if field.name == "snapshot" else tables.shares.c[field.name]
    for field in fields(ShareRow)
)
_SHARE = versioned_rows.columns(tables.shares, ShareRow)
MOST_KNOWN = 6_000  # shares that stay in memory
FEW = 100  # that are asked for by id


class Shares(Repository):
    """Shares. One is read anew when its version is another; what is not there any more is forgotten."""

    def __init__(self, engine: Engine, clock: Clock) -> None:
        super().__init__(engine, clock)
        self._known: dict[str, dict[str, ListedShare]] = {}  # by portfolio

    @reading
    def of_portfolio(self, connection: Connection, portfolio_id: str) -> list[ListedShare]:
        table = tables.shares
        order = table.c.withdrawn_at.is_not(None), func.lower(table.c.alias), table.c.id
        query = select(table.c.id, table.c.version).where(table.c.portfolio == portfolio_id)
        present = connection.execute(query.order_by(*order)).all()
        known = self._known.get(portfolio_id, {})
        kept = {name: known[name] for name, version in present if _is_of(known.get(name), version)}
        new = {name for name, _ in present} - kept.keys()
        found = kept | (self._read(connection, portfolio_id, new) if new else {})
        self._keep(portfolio_id, found)
        return [found[name] for name, _ in present if name in found]

    def _read(
        self, connection: Connection, portfolio_id: str, wanted: Set[str]
    ) -> dict[str, ListedShare]:
        """Read the shares that are not in memory yet, and check all their outlines at once."""
        table = tables.shares
        query = select(table.c.outline, cast(table.c.snapshot, Text), *_ROW)
        query = query.where(table.c.portfolio == portfolio_id)
        if len(wanted) <= FEW:
            query = query.where(table.c.id.in_(wanted))
        rows = connection.execute(query).all()
        outlines = iter(read_outlines([outline for outline, *_ in rows if outline is not None]))
        listed = {}
        for outline, text, *values in rows:
            share = ShareRow(*values)
            found = None if outline is None else next(outlines)
            listed[share.id] = ListedShare(share, found, text)
        return listed

    def _keep(self, portfolio_id: str, found: dict[str, ListedShare]) -> None:
        """Remember what is there now, and nothing else of this portfolio."""
        self._known.pop(portfolio_id, None)
        # copies: other threads look and forget meanwhile
        if sum(map(len, list(self._known.values()))) + len(found) > MOST_KNOWN:
            self._known.clear()
        if len(found) <= MOST_KNOWN:
            self._known[portfolio_id] = dict(found)

    @reading
    def of_project(self, connection: Connection, project_id: str) -> list[ShareRow]:
        table = tables.shares
        query = select(*_SHARE).where(table.c.project == project_id)
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
        self._forget(share)
        sent = share.snapshot
        row = vars(share) | {
            "snapshot": sent and sent.as_json(),
            "outline": sent and as_text(outline_of(sent)),
        }
        return versioned_rows.save(connection, table, share, _get, row)

    def withdraw(self, share_id: str) -> ShareRow:
        with erasing(self.engine) as connection:
            _get(connection, share_id)
            self._empty(connection, [share_id])
            left = _get(connection, share_id)
        self._forget(left)
        return left

    def empty_expired(self) -> None:
        shares, portfolios = tables.shares, tables.portfolios
        joined = shares.join(portfolios, shares.c.portfolio == portfolios.c.id)
        is_over = portfolios.c.keep_until < self.clock().date(), shares.c.withdrawn_at.is_(None)
        query = select(shares.c.id).select_from(joined).where(*is_over)
        with read_transaction(self.engine) as connection:
            expired = list(connection.execute(query).scalars())
        if expired:
            with erasing(self.engine) as connection:
                for start in range(0, len(expired), FEW):
                    self._empty(connection, expired[start : start + FEW])
            self._known.clear()

    def _empty(self, connection: Connection, names: Sequence[str]) -> None:
        """Leave of some shares the fact that they were sent, and nothing else."""
        table, looks = tables.shares, tables.outside_looks
        emptied = {
            "snapshot": None,
            "outline": None,
            "alias": "",
            "group": "",
            "source": "",
            # so that the same assessment can be sent again
            "assessment": literal("withdrawn ", Text) + table.c.id,
            "withdrawn_at": func.coalesce(table.c.withdrawn_at, literal(self.clock(), UtcTime)),
            "version": table.c.version + 1,
        }
        connection.execute(update(table).where(table.c.id.in_(names)).values(emptied))
        connection.execute(delete(looks).where(looks.c.share.in_(names)))

    def _forget(self, share: ShareRow) -> None:
        self._known.get(share.portfolio, {}).pop(share.id, None)

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
        if _get(connection, look.share).snapshot is None:
            raise NotFound("share", look.share)
        return versioned_rows.save(connection, tables.outside_looks, look, _get_look)

    @reading
    def known_to(self, connection: Connection, organisation: str | None) -> set[str]:
        shares, portfolios = tables.shares, tables.portfolios
        # without accounts nothing is hidden from who is at the machine: only what was sent by name counts
        mine = projects.c.organisation == organisation if organisation else false()
        own = select(projects.c.id).where(mine)
        named = portfolios.c.organisation.is_not_distinct_from(organisation), ~portfolios.c.is_pool
        joined = shares.join(portfolios, shares.c.portfolio == portfolios.c.id)
        by_name = select(shares.c.project).select_from(joined).where(*named)
        found: set[str] = set()
        for project, name in (
            (assessments.c.project, assessments.c.id),
            (shares.c.project, shares.c.assessment),
        ):
            for known in (own, by_name.where(shares.c.project.is_not(None))):
                found.update(connection.execute(select(name).where(project.in_(known))).scalars())
        return found

    @reading
    def editions(self, connection: Connection, portfolio_id: str) -> list[BandEdition]:
        table = tables.band_editions
        query = select(table).where(table.c.portfolio == portfolio_id).order_by(table.c.made_on)
        return [_edition(row) for row in connection.execute(query)]

    @writing
    def add_edition(self, connection: Connection, portfolio_id: str, edition: BandEdition) -> None:
        get_portfolio(connection, portfolio_id)
        row = {
            "portfolio": portfolio_id,
            "made_on": edition.made_on,
            "bands": {name: asdict(one) for name, one in edition.bands.items()},
            "contributors": {name: sorted(of) for name, of in edition.contributors.items()},
        }
        connection.execute(versioned_rows.insert_new(connection, tables.band_editions), row)


def _edition(row: Row[Any]) -> BandEdition:
    bands = {name: Band(**one) for name, one in row.bands.items()}
    contributors = {name: frozenset(of) for name, of in row.contributors.items()}
    return BandEdition(row.made_on, bands, contributors)


def _is_of(known: ListedShare | None, version: int) -> bool:
    return known is not None and known.share.version == version


def _get(connection: Connection, share_id: str) -> ShareRow:
    table = tables.shares
    row = connection.execute(select(*_SHARE).where(table.c.id == share_id)).first()
    if row is None:
        raise NotFound("share", share_id)
    return _share(row)


def _get_look(connection: Connection, look_id: str) -> OutsideLook:
    return versioned_rows.get(connection, tables.outside_looks, OutsideLook, "look", look_id)


def _share(row: Row[Any]) -> ShareRow:
    held = dict(row._mapping)
    sent = held.pop("snapshot")
    return ShareRow(**held, snapshot=None if sent is None else _checked(sent))


def _checked(sent: Any) -> Snapshot:
    """Return a snapshot from JSON values: dates and words are texts there."""
    return Snapshot.model_validate(sent, strict=False)
