"""The field of a pool: of projects that are all hidden from whoever reads it, whatever they try."""

from typing import Any

import numpy as np
import pytest

from assessment.portfolio.charter import Portfolio
from assessment.portfolio.snapshot import Openness, Snapshot
from assessment.services.context import Workspace
from assessment.services.portfolio import reading
from tests.support.access import an_office
from tests.support.builders import Clock, a_project
from tests.support.portfolio.shares import (
    TODAY,
    a_charter,
    a_portfolio,
    a_share,
    a_snapshot,
    closed_on,
    own_level,
)

Field = dict[str, tuple[int, float]]  # number of projects and median, by criterion


def a_pool(workspace: Workspace) -> Portfolio:
    later = a_charter(keep_until=TODAY.replace(year=TODAY.year + 4))
    return reading.save_portfolio(workspace, a_portfolio("", is_pool=True, charter=later))


def says(level: float, criterion: str = "MC-01", **fields: Any) -> Snapshot:
    return a_snapshot(own_levels=[own_level(criterion, level)], **fields)


def add(workspace: Workspace, portfolio: Portfolio, *names: str, **fields: Any) -> None:
    for name in names:
        given = {"portfolio": portfolio.id, "assessment": f"A-{name}", **fields}
        workspace.store.shares.save(a_share(f"{portfolio.id}-{name}", **given))


def take_back(workspace: Workspace, portfolio: Portfolio, *names: str) -> None:
    for name in names:
        workspace.store.shares.withdraw(f"{portfolio.id}-{name}")


def field(workspace: Workspace, pool: Portfolio) -> Field:
    found = reading.view_of(workspace, pool.id).bands
    return {criterion: (band.n, band.median) for criterion, band in found.items()}


def test_five_assessments_of_one_project_are_one_project(workspace: Workspace) -> None:
    pool = a_pool(workspace)
    workspace.store.projects.save(a_project())
    for n in range(6):
        add(workspace, pool, f"p{n}", project="P1", snapshot=closed_on(n, own_levels=[own_level()]))

    assert field(workspace, pool) == {}


def test_who_leaves_one_criterion_alone_is_not_hidden_by_others_who_said_nothing_about_it(
    workspace: Workspace, clock: Clock
) -> None:
    pool = a_pool(workspace)
    add(workspace, pool, *"abcdef", snapshot=says(1))
    bare = a_snapshot(openness=Openness.DONE, own_levels=(), group_levels=())
    add(workspace, pool, *"wxyz", snapshot=bare)
    assert field(workspace, pool) == {"MC-01": (6, 1.0)}
    take_back(workspace, pool, *"wxyz", "a")  # five left, of whom one had a level
    clock.forward(days=190)

    assert field(workspace, pool) == {"MC-01": (6, 1.0)}


def test_editions_do_not_differ_by_one_over_a_detour(workspace: Workspace, clock: Clock) -> None:
    pool = a_pool(workspace)
    add(workspace, pool, *"abcdefghij", snapshot=says(2))
    first = field(workspace, pool)
    take_back(workspace, pool, *"fghij")
    clock.forward(days=190)
    assert field(workspace, pool) == {"MC-01": (5, 2.0)}
    # four come back and a newcomer: beside the first edition one went and one came
    add(workspace, pool, "k", snapshot=says(4))
    for name in "fghi":
        add(workspace, pool, f"{name}-again", assessment=f"A-{name}", snapshot=says(2))
    clock.forward(days=190)

    assert first == {"MC-01": (10, 2.0)}
    assert field(workspace, pool) == {"MC-01": (5, 2.0)}  # as it was before


def test_two_pools_that_differ_by_one_project_do_not_tell_of_it(workspace: Workspace) -> None:
    first, second = a_pool(workspace), a_pool(workspace)
    for pool, names in ((first, "abcde"), (second, "abcdef")):
        for name in names:
            add(workspace, pool, name, snapshot=says(0))
    shown = field(workspace, first)

    assert shown == {"MC-01": (5, 0.0)}
    assert field(workspace, second) == {}


def test_of_a_project_that_is_seen_by_name_elsewhere_nothing_goes_into_the_field(
    workspace: Workspace,
) -> None:
    pool = a_pool(workspace)
    named = reading.save_portfolio(workspace, a_portfolio(""))
    for n in range(7):
        workspace.store.projects.save(a_project(id=f"P{n}"))
        add(workspace, pool, f"{n}", project=f"P{n}", snapshot=says(n % 5))
    for n in range(2):
        add(workspace, named, f"{n}", project=f"P{n}", snapshot=says(n % 5))
    take_back(workspace, named, "0")  # what was seen was seen

    assert field(workspace, pool) == {"MC-01": (5, 2.0)}  # of 2, 3, 4, 0 and 1
    add(workspace, named, "2", project="P2", snapshot=says(2))
    assert field(workspace, pool) == {}  # four hidden ones are left in what was made


def test_projects_of_the_own_organisation_are_not_hidden_from_it(workspace: Workspace) -> None:
    for n in range(6):
        workspace.store.projects.save(a_project(id=f"P{n}"))
    office = an_office(workspace)  # gets the projects that were there
    pool = a_pool(office.workspace)
    for n in range(6):
        add(workspace, pool, f"{n}", project=f"P{n}", snapshot=says(1))

    assert field(office.workspace, pool) == {}


def test_levels_on_another_scale_are_no_part_of_a_band(workspace: Workspace) -> None:
    pool = a_pool(workspace)
    add(workspace, pool, *"abcde", snapshot=says(1))
    other = a_snapshot(own_levels=[own_level(level=4, scale="experience")])
    add(workspace, pool, *"xyz", snapshot=other)

    assert field(workspace, pool) == {"MC-01": (5, 1.0)}


@pytest.mark.parametrize("number", range(1, 5))
def test_a_pool_that_had_too_few_need_not_wait_for_the_next_date(
    workspace: Workspace, number: int
) -> None:
    pool = a_pool(workspace)
    add(workspace, pool, *"abcd"[:number], snapshot=says(3))
    assert field(workspace, pool) == {}
    add(workspace, pool, *"vwxyz", snapshot=says(3))

    assert field(workspace, pool) == {"MC-01": (number + 5, 3.0)}


def test_a_pool_shows_the_field_and_nobody_in_it(workspace: Workspace) -> None:
    pool = a_pool(workspace)
    for n in range(5):
        add(workspace, pool, f"S{n}")
    add(workspace, pool, "gone")
    take_back(workspace, pool, "gone")
    view = reading.view_of(workspace, pool.id)

    assert (view.shares, view.withdrawn) == ((), ())
    assert view.bands["MC-01"].median == 2.0
    add(workspace, pool, "late", snapshot=says(4))
    assert reading.view_of(workspace, pool.id).bands == view.bands  # until the next edition


def test_three_editions_of_a_pool_give_no_hidden_project_away(
    workspace: Workspace, clock: Clock
) -> None:
    """Whoever solves all that was ever shown for one project stays half a level off, or more."""
    dice = np.random.default_rng(20261129)
    pool = a_pool(workspace)
    truth: list[float] = []
    shown = []
    for edition in range(3):
        for n in range((6, 1, 4)[edition]):
            level = float(dice.integers(0, 5))
            truth.append(level)
            snapshot = closed_on(-200 * edition, own_levels=[own_level(level=level)])
            add(workspace, pool, f"S{edition}-{n}", snapshot=snapshot)
        shown.append(reading.view_of(workspace, pool.id).bands["MC-01"])
        clock.forward(days=190)

    assert shown[0] == shown[1]  # one newcomer alone makes no edition
    assert shown[2].n == len(truth) == 11
    # worlds that could have been: all of the first six, and many of the five that came later
    later = dice.integers(0, 5, size=(40, 5))
    first = np.stack(np.meshgrid(*[np.arange(5)] * 6, indexing="ij"), axis=-1).reshape(-1, 6)
    later = np.vstack([truth[6:], later])
    worlds = np.hstack([np.tile(first, (len(later), 1)), np.repeat(later, len(first), axis=0)])
    for made in shown:  # what is left of all that could have been sent
        levels = np.sort(worlds[:, : made.n], axis=1)
        fits = rounded(np.median(levels, axis=1)) == made.median
        if made.low is not None and made.high is not None:
            low, high = np.quantile(levels, [0.25, 0.75], axis=1)
            fits &= (rounded(low) == made.low) & (rounded(high) == made.high)
        worlds = worlds[fits]

    assert truth in worlds.tolist()
    assert (
        worlds.max(axis=0) - worlds.min(axis=0) > 1
    ).all()  # nobody is known within half a level


def rounded(levels: np.ndarray) -> np.ndarray:
    return np.floor(levels / 0.5 + 0.5) * 0.5
