"""What was shared in an older database is all there after an upgrade, and can be seen in an overview."""

import json

import sqlalchemy as sa

from assessment.portfolio.band import Band
from assessment.portfolio.outline import outline_of
from storage import open_store
from storage.portfolio import tables
from tests.support.builders import NOW, Clock
from tests.support.older_databases import at_revision
from tests.support.portfolio.shares import TODAY, a_portfolio, a_share, a_snapshot

SNAPSHOT = a_snapshot(explanation="Één uitleg")
BANDS = {"MC-01": {"n": 5, "median": 2.0, "low": None, "high": None}}


def fill(url: str) -> None:
    """Make a database of revision 0011 with a share, one that was withdrawn, and an edition of bands."""
    portfolio = a_portfolio(is_pool=True)
    with at_revision(url, "0011") as connection:
        row = vars(portfolio) | vars(portfolio.charter)
        del row["charter"]
        connection.execute(sa.insert(tables.portfolios), row)
        for share, sent in ((a_share(), SNAPSHOT.as_json()), (a_share("S2"), None)):
            row = vars(share) | {"snapshot": sent, "withdrawn_at": None if sent else NOW}
            connection.execute(sa.insert(tables.shares), row)
        statement = sa.text(
            "INSERT INTO band_editions (portfolio, made_on, bands, shares) "
            "VALUES ('F1', :day, :bands, :shares)"
        )
        given = {"bands": json.dumps(BANDS), "shares": '["S1", "gone"]'}
        connection.execute(statement.bindparams(day=TODAY), given)


def test_shares_get_their_outlines_and_bands_who_is_in_them(
    database_url: str, clock: Clock
) -> None:
    fill(database_url)
    store = open_store(database_url, clock=clock)
    listed = store.shares.of_portfolio("F1")
    (edition,) = store.shares.editions("F1")

    assert [one.outline for one in listed] == [outline_of(SNAPSHOT), None]
    assert listed[0].snapshot == SNAPSHOT
    assert edition.bands == {"MC-01": Band(5, 2.0)}
    assert edition.contributors == {"MC-01": {"A-S1", "gone"}}
    assert store.share_files.all("P1") == []
    store.close()
