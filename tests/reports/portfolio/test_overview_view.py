"""The overview: like with like, in order of name, group or date, each picture with its words."""

from dataclasses import replace

import pytest

from assessment.portfolio.overview import ContextFilter, ProjectOrder
from assessment.portfolio.snapshot import Openness
from assessment.services.context import Workspace
from assessment.services.portfolio import reading
from assessment.services.portfolio.views import PortfolioView
from exchange.portfolio import example_portfolio
from locales import translator
from reports.identity import LIGHT
from reports.portfolio import overview_view as views
from tests.support.portfolio.shares import (
    a_portfolio,
    a_share,
    a_snapshot,
    about_assessment,
    own_level,
)

T = translator("en")


@pytest.fixture
def example(workspace: Workspace) -> PortfolioView:
    made = example_portfolio.add_example(workspace, T)
    return reading.view_of(workspace, made.id)


def names(
    view: PortfolioView, order: ProjectOrder, context: ContextFilter | None = None
) -> list[str]:
    return [s.share.alias for s in views.seen_in_order(view, context or ContextFilter(), order)]


def test_projects_stand_by_name_group_or_date_whatever_their_levels(
    example: PortfolioView,
) -> None:
    by_name = names(example, ProjectOrder.NAME)

    assert by_name == sorted(by_name)
    assert names(example, ProjectOrder.DATE)[0] == "Vakmentoren"  # the oldest
    assert set(names(example, ProjectOrder.GROUP)) == set(by_name)
    assert names(example, ProjectOrder.NAME, ContextFilter(kind="school")) == [
        "Eerste Stap",
        "Samen Sterk",
    ]


def test_every_picture_has_its_reading_and_its_table(
    example: PortfolioView, workspace: Workspace
) -> None:
    seen = views.seen_in_order(example, ContextFilter(), ProjectOrder.NAME)
    catalogue = workspace.catalogue
    shown = [
        views.open_core(example.open_criteria, catalogue, T),
        *views.perspectives(seen, catalogue, T),
        views.movement(example, seen, T),
        views.agreements(seen, workspace.now().date(), T),
        views.likeness(seen, T),
    ]
    # the pictures of perspectives are read alike: the first one says how
    assert [n for n, exhibit in enumerate(shown) if not exhibit.reading] == [2, 3, 4]
    for exhibit in shown:
        assert exhibit.reading.endswith(".") or exhibit in shown[2:5]
        assert exhibit.table.rows
        assert exhibit.draw is None or exhibit.draw(LIGHT).startswith("<svg")
    assert len(shown) == 8
    compared = {row[0]: row[2] for row in shown[-1].table.rows}
    assert compared["Vakmentoren"] == "not comparable: another version of the catalogue"
    assert compared["Taalkoppels"] == "no levels shown"
    assert compared["Eerste Stap"].endswith("shared")
    assert not any("Vakmentoren" in row for row in shown[1].table.rows)


def test_nothing_shared_is_no_picture_and_no_fault() -> None:
    empty = views.open_core({}, None, T)

    assert (empty.draw, empty.table.rows) == (None, ())
    assert views.perspectives([], None, T) == []


@pytest.mark.parametrize("number", [1, 4, 5])
def test_a_portfolio_of_any_size_says_what_it_can(workspace: Workspace, number: int) -> None:
    made = reading.save_portfolio(workspace, a_portfolio(""))
    for n in range(number):
        workspace.store.shares.save(a_share(f"S{n}", portfolio=made.id))
    view = reading.view_of(workspace, made.id)
    seen = views.seen_in_order(view, ContextFilter(), ProjectOrder.NAME)
    words = views.likeness(seen, T).table.rows[0][2]

    assert words == ("0 of 2 shared" if number == 1 else "2 of 2 shared")
    assert views.movement(view, seen, T).draw is None


def test_grey_shares_are_listed_and_counted_nowhere(workspace: Workspace) -> None:
    made = reading.save_portfolio(workspace, a_portfolio(""))
    workspace.store.shares.save(a_share("S1", portfolio=made.id))
    workspace.store.shares.save(a_share("S2", portfolio=made.id, charter_edition=9))
    view = reading.view_of(workspace, made.id)
    seen = views.seen_in_order(view, ContextFilter(), ProjectOrder.NAME)

    assert views.agreements(seen, workspace.now().date(), T).table.rows == (
        ("Project S1", "3", "1", "0"),
    )
    assert views.likeness(seen, T).table.rows[1][2].startswith("not counted")


def test_movement_needs_levels_that_both_shares_have(workspace: Workspace) -> None:
    made = reading.save_portfolio(workspace, a_portfolio(""))
    then = about_assessment(closed_on=workspace.now().date().replace(year=2025))
    other = a_snapshot(assessment=then, own_levels=(own_level("MC-09"),))
    bare = a_snapshot(openness=Openness.DONE, own_levels=(), group_levels=())
    for name, source, snapshot in (
        ("S1", "p", other),
        ("S2", "p", a_snapshot()),
        ("S3", "q", bare.model_copy(update={"assessment": then})),
        ("S4", "q", bare),
    ):
        share = a_share(name, portfolio=made.id, source=source, snapshot=snapshot)
        workspace.store.shares.save(replace(share, alias=name))
    view = reading.view_of(workspace, made.id)
    moved = views.movement(view, views.seen_in_order(view, ContextFilter(), ProjectOrder.NAME), T)

    assert moved.draw is None
    assert moved.table.rows[0] == ("S2", "0 up, 0 the same, 0 down, 2 new · other people answered")
