"""How long the overview of a portfolio of 5,000 shares takes.

The first look after a start reads the outline of every share, all later ones none. Figures are seconds
of the processor; `old` is what reading and checking every snapshot takes in the same run.
"""

import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from time import process_time

import runtime
from assessment.catalogue.reading.loader import load_catalogue
from assessment.portfolio.comparing import open_criteria
from assessment.portfolio.overview import ContextFilter, ProjectOrder, filter_choices
from assessment.services.context import Workspace
from assessment.services.portfolio import reading
from exchange.portfolio import example_portfolio
from locales import translator
from reports.portfolio.overview_view import seen_in_order
from settings import Settings

SHARES = 5_000
BAR = 0.3  # seconds


def filled(workspace: Workspace, number: int) -> str:
    """Return the id of a portfolio with so many more shares than the example has."""
    made = example_portfolio.add_example(workspace, translator("en"))
    shares = reading.view_of(workspace, made.id).shares
    rows = [replace(seen.share, snapshot=seen.snapshot) for seen in shares]
    for n in range(number):
        row = replace(
            rows[n % len(rows)], id=f"b{n}", assessment=f"a{n}", source=f"s{n}", version=0
        )
        workspace.store.shares.save(row)
    return made.id


def overview(workspace: Workspace, portfolio: str) -> int:
    """Make what the first picture shows, and return how many projects are in it."""
    view = reading.view_of(workspace, portfolio)
    filter_choices(seen.outline for seen in view.newest)
    seen = seen_in_order(view, ContextFilter(), ProjectOrder.NAME)
    open_criteria(one.outline for one in seen if one.is_compared)
    return len(seen)


def seconds(work: Callable[[], object]) -> float:
    """Return how long the processor worked."""
    start = process_time()
    work()
    return process_time() - start


def run() -> list[str]:
    """Measure and return the lines to print."""
    with tempfile.TemporaryDirectory() as folder:
        given = Settings(data=Path(folder))
        store = runtime.open_store(given.database)
        workspace = runtime.workspace_on(store, given, catalogue=load_catalogue(given.criteria))
        portfolio = filled(workspace, SHARES)
        fresh = runtime.open_store(given.database)
        reader = replace(workspace, store=fresh)
        first = seconds(lambda: overview(reader, portfolio))
        later = min(seconds(lambda: overview(reader, portfolio)) for _ in range(3))
        view = reading.view_of(reader, portfolio)
        old = seconds(lambda: [seen.snapshot for seen in view.shares])
        fresh.close()
        store.close()
    return [f"first {first:.3f} s, later {later:.3f} s (bar {BAR} s), old {old:.2f} s"]


if __name__ == "__main__":
    print("\n".join(run()))
