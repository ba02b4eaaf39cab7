"""A share that is grey is in no figure of any kind: only named among who is not in it."""

import io
import re
import zipfile
from dataclasses import replace

import pyarrow.parquet as pq
import pytest

from assessment.portfolio.overview import ContextFilter, ProjectOrder
from assessment.portfolio.snapshot import GroupLevel
from assessment.services.context import Workspace
from assessment.services.portfolio import reading
from assessment.services.portfolio.views import PortfolioView
from exchange.portfolio import tables
from locales import translator
from reports.identity import LIGHT
from reports.portfolio import criterion_view, overview_view
from reports.portfolio.board_paper import board_paper
from reports.writers import html
from tests.support.builders import NOW
from tests.support.portfolio.shares import a_charter, a_portfolio, a_share, a_snapshot, closed_on

T = translator("en")
GREY = "Grijs project"
GROUP = GroupLevel(criterion="MC-01", scale="assurance", role="mentee", n=9, mean=3.7, sd=0.4)


def views(workspace: Workspace) -> tuple[PortfolioView, PortfolioView]:
    """Return a portfolio in which one share is grey, and the same one without that share."""
    made = [reading.save_portfolio(workspace, a_portfolio("")) for _ in range(2)]
    for number, portfolio in enumerate(made):
        for n in range(3):
            for days in (0, 300):
                share = a_share(
                    f"{number}{n}{days}",
                    portfolio=portfolio.id,
                    alias=f"Project {n}",
                    source=f"p{n}",
                    assessment=f"{n} {days}",
                    snapshot=closed_on(days),
                )
                workspace.store.shares.save(share)
    sent = a_snapshot(group_levels=[GROUP], explanation="Grijze uitleg", agreements_made=900)
    for name, snapshot in (("now", sent), ("then", closed_on(200))):
        grey = a_share(name, portfolio=made[0].id, alias=GREY, source="p9", snapshot=snapshot)
        workspace.store.shares.save(grey)
    changed = a_charter(readers="Ook het bestuur")
    for portfolio in made:
        reading.change_charter(workspace, portfolio.id, changed)
        for listed in workspace.store.shares.of_portfolio(portfolio.id):
            if listed.share.alias != GREY:
                whole = workspace.store.shares.get(listed.share.id)
                workspace.store.shares.save(replace(whole, charter_edition=2))
    first, second = (reading.view_of(workspace, portfolio.id) for portfolio in made)
    return first, second


def figures(view: PortfolioView) -> list[str]:
    """Return everything that is drawn, counted or said of a portfolio but who is not in it."""
    seen = overview_view.seen_in_order(view, ContextFilter(), ProjectOrder.NAME)
    shown = [
        overview_view.open_core(view.open_criteria, None, T),
        *overview_view.perspectives(seen, None, T),
        overview_view.movement(view, seen, T),
        overview_view.agreements(seen, NOW.date(), T),
        criterion_view.own_levels(seen, "MC-01", T),
        criterion_view.group_means(seen, "MC-01", "mentee", None, T),
    ]
    drawn = [exhibit.draw(LIGHT) for exhibit in shown if exhibit.draw is not None]
    return [
        *drawn,
        *(str(exhibit.table) for exhibit in shown),
        str(criterion_view.explanations(seen)),
    ]


def test_every_figure_is_as_if_the_grey_share_was_not_there(workspace: Workspace) -> None:
    with_grey, without = views(workspace)

    assert figures(with_grey) == figures(without)
    assert GREY not in "".join(figures(with_grey))
    assert with_grey.reference == without.reference


def test_no_file_holds_anything_of_it(workspace: Workspace) -> None:
    with_grey, without = views(workspace)

    def texts(view: PortfolioView) -> list[str]:
        found = [str(pq.read_table(io.BytesIO(tables.parquet(view))).to_pylist())]
        for made in (tables.csv_files(view, NOW), tables.xlsx(view, NOW)):
            with zipfile.ZipFile(io.BytesIO(made)) as packed:
                found += [packed.read(name).decode() for name in sorted(packed.namelist())]
        return [re.sub(r"\b[01](\d(?:0|300))\b", r"\1", text) for text in found]  # ids of shares

    assert texts(with_grey) == texts(without)
    for word in (GREY, "Grijze uitleg"):
        assert word not in "".join(texts(with_grey))


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_board_reads_its_name_and_the_reason(workspace: Workspace, language: str) -> None:
    with_grey, without = views(workspace)
    pages = [html.write(board_paper(v, None, language, NOW)) for v in (with_grey, without)]
    reason = translator(language)(
        "not counted: its consent is to an earlier charter, or its time is over"
    )

    assert f"{GREY}: {reason}" in pages[0]
    assert pages[0].count(GREY) == 1
    assert "900" not in pages[0]
