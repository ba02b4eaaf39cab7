"""The tables of portfolios hold the fields of the domain, and no answer."""

from dataclasses import fields

from assessment.portfolio.charter import Charter, Portfolio
from assessment.portfolio.shares import OutsideLook, ShareRead, ShareRow
from storage.portfolio import tables


def test_a_table_has_a_column_for_every_field() -> None:
    portfolio = {f.name for f in fields(Portfolio)} - {"charter"} | {
        f.name for f in fields(Charter)
    }

    assert portfolio <= set(tables.portfolios.c.keys())
    for table, kind in (
        (tables.shares, ShareRow),
        (tables.share_reads, ShareRead),
        (tables.outside_looks, OutsideLook),
    ):
        assert {f.name for f in fields(kind)} <= set(table.c.keys())


def test_no_share_leads_to_answers_or_accounts() -> None:
    mine = (tables.portfolios, tables.shares, tables.share_reads, tables.outside_looks)
    named = {key.column.table.name for table in mine for key in table.foreign_keys}

    assert named == {"organisations", "portfolios", "projects", "shares"}
