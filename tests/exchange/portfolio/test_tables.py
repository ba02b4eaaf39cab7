"""A portfolio as data: exactly the allowed fields, each in the codebook, nothing of what does not count."""

import csv
import io
import zipfile

import pyarrow.parquet as pq
import pytest

from assessment.portfolio.snapshot import Openness
from assessment.services.context import Workspace
from assessment.services.portfolio import reading
from assessment.services.portfolio.views import PortfolioView
from exchange.portfolio import tables
from tests.support.builders import NOW
from tests.support.portfolio.shares import a_portfolio, a_share, a_snapshot


@pytest.fixture
def view(workspace: Workspace) -> PortfolioView:
    made = reading.save_portfolio(workspace, a_portfolio(""))
    open_ = a_snapshot(explanation="=1+1")
    closed = {"own_levels": (), "group_levels": (), "requirements": (), "agreements": None}
    done = a_snapshot(openness=Openness.DONE, **closed, explanation="")
    for name, fields in (
        ("S1", {"snapshot": open_}),
        ("S2", {"snapshot": done}),
        ("S3", {"charter_edition": 9}),
        ("S4", {}),
    ):
        workspace.store.shares.save(a_share(name, portfolio=made.id, **fields))
    workspace.store.shares.withdraw("S4")
    return reading.view_of(workspace, made.id)


def test_every_column_is_in_the_codebook_and_the_other_way_round(view: PortfolioView) -> None:
    for name, rows in tables.tables_of(view).items():
        assert rows
        assert {column for row in rows for column in row} == set(tables.CODEBOOK[name])


def test_grey_and_withdrawn_shares_and_what_was_not_chosen_are_in_no_file(
    view: PortfolioView,
) -> None:
    rows = tables.tables_of(view)

    assert [row["share"] for row in rows["shares"]] == ["S1", "S2"]
    for name in ("requirements", "levels", "groups", "agreements"):
        assert {row["share"] for row in rows[name]} == {"S1"}


def test_csv_and_workbook_and_parquet_hold_the_same(view: PortfolioView) -> None:
    made = tables.csv_files(view, NOW)
    with zipfile.ZipFile(io.BytesIO(made)) as packed:
        texts = {name: packed.read(name).decode() for name in packed.namelist()}
    shares = list(csv.DictReader(io.StringIO(texts["shares.csv"])))

    assert made == tables.csv_files(view, NOW)
    assert set(texts) == {f"{name}.csv" for name in (*tables.CODEBOOK, "codebook")}
    assert shares[0]["explanation"] == "'=1+1"  # no spreadsheet calculates it
    assert "true" in texts["requirements.csv"]
    long = pq.read_table(io.BytesIO(tables.parquet(view)))
    assert long.column("role").to_pylist() == ["own", "own", "mentee"]
    assert b"at least 5" in long.schema.metadata[b"n"]
    with zipfile.ZipFile(io.BytesIO(tables.xlsx(view, NOW))) as book:
        words = book.read("xl/sharedStrings.xml").decode()
        sheets = [book.read(name) for name in book.namelist() if "/sheet" in name]
    assert sheets
    assert not any(b"autoFilter" in sheet for sheet in sheets)  # nothing offers to sort by level
    assert "agreements_made" in words
    assert "S3" not in words
