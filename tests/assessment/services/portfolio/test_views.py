"""Views of a portfolio: the newest share of every project, what was before, and what moved."""

from assessment.portfolio.charter import Portfolio
from assessment.services.context import Workspace
from assessment.services.portfolio import reading
from assessment.services.portfolio.views import ProjectMovement
from tests.support.builders import a_project
from tests.support.portfolio.shares import (
    TODAY,
    a_snapshot,
    about_assessment,
    add,
    closed_on,
    own_level,
)


def movements(workspace: Workspace, portfolio: Portfolio) -> dict[str, ProjectMovement]:
    view = reading.view_of(workspace, portfolio.id)
    found = {seen.share.id: view.movement(seen) for seen in view.shares}
    return {name: moved for name, moved in found.items() if moved is not None}


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
    movement = movements(workspace, portfolio)

    assert set(movement) == {"S2"}
    assert movement["S2"].then == before
    assert (movement["S2"].steps.up, movement["S2"].steps.new) == (("MC-01",), ("MC-02",))


def test_what_is_grey_is_also_not_what_was_before(
    workspace: Workspace, portfolio: Portfolio
) -> None:
    for name, days, level, edition in (
        ("S1", 600, 1, 1),
        ("S2", 300, 4, 9),  # grey: between the two that count
        ("S3", 0, 2, 1),
        ("S4", -20, 0, 9),  # grey: after them
    ):
        sent = closed_on(days, own_levels=[own_level(level=level)])
        add(workspace, portfolio, name, source="p", snapshot=sent, charter_edition=edition)
    movement = movements(workspace, portfolio)

    assert set(movement) == {"S3"}
    assert movement["S3"].then.own["MC-01"].level == 1
    assert movement["S3"].steps.up == ("MC-01",)


def test_there_is_no_movement_from_another_catalogue(
    workspace: Workspace, portfolio: Portfolio
) -> None:
    workspace.store.projects.save(a_project())
    other = about_assessment(catalogue="other", closed_on=TODAY.replace(year=TODAY.year - 1))
    add(workspace, portfolio, "S1", project="P1", snapshot=a_snapshot(assessment=other))
    add(workspace, portfolio, "S2", project="P1")

    assert movements(workspace, portfolio) == {}


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


def test_what_another_key_signed_is_no_share_of_the_same_project(
    workspace: Workspace, portfolio: Portfolio
) -> None:
    """Whoever copies the hash of a project into a file of their own takes no place in its stead."""
    add(workspace, portfolio, "S1", source="p", sender="aa", snapshot=closed_on(20))
    add(workspace, portfolio, "S2", source="p", sender="bb", snapshot=closed_on(10))
    view = reading.view_of(workspace, portfolio.id)

    assert set(view.compared) == {"S1", "S2"}
    assert view.earlier(workspace.store.shares.get("S2")) == ()
    assert movements(workspace, portfolio) == {}
