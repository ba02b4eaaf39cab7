"""A funder reads: what counts, what is compared, what moved, and what may not be known."""

from dataclasses import replace

import numpy as np
import pytest

from assessment.access.acts import MembershipKind
from assessment.errors import InvalidInput, NotFound, NotPermitted
from assessment.portfolio.charter import Portfolio
from assessment.portfolio.comparing import NotAlike
from assessment.services.context import Workspace
from assessment.services.portfolio import reading
from tests.support.access import add_member, an_office, at_work
from tests.support.builders import Clock, a_project
from tests.support.portfolio.shares import (
    TODAY,
    a_charter,
    a_look,
    a_portfolio,
    a_share,
    a_snapshot,
    about_assessment,
    closed_on,
    own_level,
)


@pytest.fixture
def portfolio(workspace: Workspace) -> Portfolio:
    return reading.save_portfolio(workspace, a_portfolio(""))


def add(workspace: Workspace, portfolio: Portfolio, id: str, **fields: object) -> None:  # noqa: A002
    workspace.store.shares.save(a_share(id, portfolio=portfolio.id, **fields))


def test_shares_that_are_not_alike_are_shown_with_the_reason_and_not_compared(
    workspace: Workspace, portfolio: Portfolio
) -> None:
    other = a_snapshot(assessment=about_assessment(catalogue="other"))
    for name, snapshot in (
        ("S1", a_snapshot()),
        ("S2", a_snapshot()),
        ("S3", other),
        ("S4", closed_on(800)),
    ):
        add(workspace, portfolio, name, snapshot=snapshot)
    view = reading.view_of(workspace, portfolio.id)

    assert {s.share.id: s.not_alike for s in view.shares} == {
        "S1": None,
        "S2": None,
        "S3": NotAlike.OTHER_CATALOGUE,
        "S4": NotAlike.TOO_OLD,
    }
    assert set(view.compared) == {"S1", "S2"}
    assert view.open_criteria == {"MC-01": (0, 2), "MC-02": (2, 2)}


def test_a_portfolio_without_shares_is_empty_and_not_broken(
    workspace: Workspace, portfolio: Portfolio
) -> None:
    view = reading.view_of(workspace, portfolio.id)

    assert (view.reference, view.shares, view.compared, view.open_criteria) == (None, (), {}, {})


def test_movement_is_between_two_shares_of_one_project(
    workspace: Workspace, portfolio: Portfolio
) -> None:
    workspace.store.projects.save(a_project())
    before = a_snapshot(
        own_levels=[own_level(level=1)],
        assessment=about_assessment(closed_on=TODAY.replace(year=TODAY.year - 1)),
    )
    add(workspace, portfolio, "S1", project="P1", snapshot=before)
    add(workspace, portfolio, "S2", project="P1")
    add(workspace, portfolio, "S3")
    add(workspace, portfolio, "S4", project="P1", charter_edition=9)
    movement = reading.view_of(workspace, portfolio.id).movement

    assert set(movement) == {"S2"}
    assert (movement["S2"].up, movement["S2"].new) == (("MC-01",), ("MC-02",))


def test_there_is_no_movement_from_another_catalogue(
    workspace: Workspace, portfolio: Portfolio
) -> None:
    workspace.store.projects.save(a_project())
    other = about_assessment(catalogue="other", closed_on=TODAY.replace(year=TODAY.year - 1))
    add(workspace, portfolio, "S1", project="P1", snapshot=a_snapshot(assessment=other))
    add(workspace, portfolio, "S2", project="P1")

    assert reading.view_of(workspace, portfolio.id).movement == {}


def test_a_withdrawn_share_is_listed_without_content(
    workspace: Workspace, portfolio: Portfolio
) -> None:
    add(workspace, portfolio, "S1")
    workspace.store.shares.withdraw("S1")
    view = reading.view_of(workspace, portfolio.id)

    assert ([s.id for s in view.withdrawn], view.shares) == (["S1"], ())


def test_a_pool_shows_the_field_and_nobody_in_it(workspace: Workspace) -> None:
    pool = reading.save_portfolio(workspace, a_portfolio("", is_pool=True))
    for n in range(5):
        add(workspace, pool, f"S{n}")
    view = reading.view_of(workspace, pool.id)

    assert view.shares == ()
    assert view.bands["MC-01"].median == 2.0
    add(workspace, pool, "late", snapshot=a_snapshot(own_levels=[own_level(level=4)]))
    assert reading.view_of(workspace, pool.id).bands == view.bands  # until the next edition


def test_a_pool_of_four_shows_nothing(workspace: Workspace) -> None:
    pool = reading.save_portfolio(workspace, a_portfolio("", is_pool=True))
    for n in range(4):
        add(workspace, pool, f"S{n}")

    assert reading.view_of(workspace, pool.id).bands == {}


def test_three_editions_of_a_pool_give_no_hidden_project_away(
    workspace: Workspace, clock: Clock
) -> None:
    """Whoever solves all that was ever shown for one project stays half a level off, or more."""
    dice = np.random.default_rng(20261129)
    pool = reading.save_portfolio(
        workspace,
        a_portfolio(
            "", is_pool=True, charter=a_charter(keep_until=TODAY.replace(year=TODAY.year + 4))
        ),
    )
    truth: list[float] = []
    shown = []
    for edition in range(3):
        for n in range((6, 1, 4)[edition]):
            level = float(dice.integers(0, 5))
            truth.append(level)
            snapshot = closed_on(-200 * edition)
            snapshot = snapshot.model_copy(update={"own_levels": (own_level(level=level),)})
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


def test_only_the_own_organisation_opens_its_portfolio(workspace: Workspace) -> None:
    first, second = an_office(workspace), an_office(workspace, "ORG2")
    made = reading.save_portfolio(first.workspace, a_portfolio(""))
    add(workspace, made, "S1")
    share = workspace.store.shares.get("S1")

    assert made.organisation == "ORG1"
    assert reading.portfolios_of(second.workspace) == []
    for act in (
        lambda w: reading.view_of(w, made.id),
        lambda w: reading.change_charter(w, made.id, a_charter()),
        lambda w: reading.invite_project(w, made.id),
        lambda w: reading.invitations_of(w, made.id),
        lambda w: reading.erase_portfolio(w, made.id),
        lambda w: reading.save_portfolio(w, made),
        lambda w: reading.note_read(w, share, "view"),
        lambda w: reading.put_in_group(w, share, "Noord"),
        lambda w: reading.looks_at(w, share),
        lambda w: reading.save_look(w, a_look("")),
    ):
        with pytest.raises(NotFound):
            act(second.workspace)
    assert reading.view_of(first.workspace, made.id).shares


def test_a_reader_reads_and_changes_nothing(workspace: Workspace) -> None:
    office = an_office(workspace)
    made = reading.save_portfolio(office.workspace, a_portfolio(""))
    add(workspace, made, "S1")
    reader = at_work(
        workspace, add_member(workspace.store, MembershipKind.PORTFOLIO_READER, "ORG1")
    )
    share = reading.view_of(reader, made.id).shares[0].share
    reading.note_read(reader, share, "view")

    assert [r.membership for r in workspace.store.shares.reads("S1")] == ["portfolio_reader"]
    with pytest.raises(NotPermitted):
        reading.change_charter(reader, made.id, a_charter())


def test_without_accounts_the_person_at_this_machine_may_try_it(
    workspace: Workspace, portfolio: Portfolio
) -> None:
    add(workspace, portfolio, "S1")
    share = workspace.store.shares.get("S1")
    reading.note_read(workspace, share, "pdf")

    assert reading.portfolios_of(workspace) == [portfolio]
    assert [r.membership for r in workspace.store.shares.reads("S1")] == ["local"]
    assert reading.put_in_group(workspace, share, " Noord ").group == "Noord"
    renamed = reading.save_portfolio(workspace, replace(portfolio, name="Anders"))
    assert renamed.name == "Anders"
    reading.erase_portfolio(workspace, portfolio.id)
    assert reading.portfolios_of(workspace) == []


def test_a_look_from_outside_stands_beside_and_is_never_mixed_in(
    workspace: Workspace, portfolio: Portfolio
) -> None:
    add(workspace, portfolio, "S1")
    before = reading.view_of(workspace, portfolio.id)
    look = reading.save_look(workspace, a_look(""))

    share = workspace.store.shares.get("S1")
    assert reading.looks_at(workspace, share) == [look]
    assert reading.save_look(workspace, replace(look, note="Gezien")).note == "Gezien"
    assert reading.view_of(workspace, portfolio.id) == before
    with pytest.raises(InvalidInput):
        reading.save_look(workspace, a_look("", role=""))


def test_a_reader_who_was_removed_reads_nothing_more(workspace: Workspace) -> None:
    office = an_office(workspace)
    made = reading.save_portfolio(office.workspace, a_portfolio(""))
    add(workspace, made, "S1")
    reader = at_work(
        workspace, add_member(workspace.store, MembershipKind.PORTFOLIO_READER, "ORG1")
    )
    share = reading.view_of(reader, made.id).shares[0].share
    removed = replace(reader, access=replace(reader.access, memberships=()))

    for act in (
        lambda: reading.view_of(removed, made.id),
        lambda: reading.note_read(removed, share, "view"),
        lambda: reading.portfolios_of(removed),
    ):
        with pytest.raises(NotPermitted):
            act()


def test_of_a_project_the_newest_share_is_compared_and_the_others_stay_beside_it(
    workspace: Workspace, portfolio: Portfolio
) -> None:
    add(workspace, portfolio, "S1", source="p", snapshot=closed_on(400))
    add(workspace, portfolio, "S2", source="p", snapshot=closed_on(20))
    add(workspace, portfolio, "S3", source="p", snapshot=closed_on(200))
    add(workspace, portfolio, "S4")
    view = reading.view_of(workspace, portfolio.id)

    assert set(view.compared) == {"S2", "S4"}
    assert [s.share.id for s in view.earlier(workspace.store.shares.get("S2"))] == ["S3", "S1"]
    assert view.earlier(workspace.store.shares.get("S4")) == ()
