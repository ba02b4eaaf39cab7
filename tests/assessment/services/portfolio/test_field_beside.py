"""The field of a pool beside one's own result: given back where the pool says so, from five others."""

import pytest

from assessment.errors import NotFound
from assessment.portfolio.charter import Portfolio
from assessment.services.context import Workspace
from assessment.services.portfolio import reading, sending
from tests.support.access import an_office
from tests.support.builders import a_project
from tests.support.portfolio.shares import a_portfolio, a_share, a_snapshot, own_level


def a_pool(workspace: Workspace, number: int, **fields: bool) -> Portfolio:
    """Make a pool in which project P1 and others sent something, read once."""
    workspace.store.projects.save(a_project())
    made = reading.save_portfolio(workspace, a_portfolio("", is_pool=True, **fields))
    for n in range(number):
        level = own_level(level=n % 5)
        workspace.store.shares.save(
            a_share(
                f"S{n}",
                portfolio=made.id,
                project="P1" if n == 0 else None,
                snapshot=a_snapshot(own_levels=[level]),
            )
        )
    reading.view_of(workspace, made.id)
    return made


def test_a_project_sees_the_middle_of_the_others(workspace: Workspace) -> None:
    a_pool(workspace, 9, gives_back=True)
    found = sending.field_beside(workspace, "S0")

    assert found is not None
    (line,) = found.lines
    assert (line.criterion, line.own, line.others.n, line.others.median) == ("MC-01", 0.0, 8, 2.0)
    assert line.others.low is not None


@pytest.mark.parametrize(("number", "gives_back"), [(5, True), (9, False)])
def test_it_is_off_by_default_and_of_too_few_others_it_says_nothing(
    workspace: Workspace, number: int, gives_back: bool
) -> None:
    a_pool(workspace, number, gives_back=gives_back)

    assert sending.field_beside(workspace, "S0") is None


def test_who_came_later_or_took_it_back_sees_none(workspace: Workspace) -> None:
    made = a_pool(workspace, 9, gives_back=True)
    late = a_share("late", portfolio=made.id, project="P1")
    workspace.store.shares.save(late)

    assert sending.field_beside(workspace, "late") is None
    sending.withdraw(workspace, "S0")
    assert sending.field_beside(workspace, "S0") is None


def test_nobody_sees_it_beside_the_share_of_another_organisation(workspace: Workspace) -> None:
    a_pool(workspace, 9, gives_back=True)
    an_office(workspace)  # gets the projects that were there
    other = an_office(workspace, "ORG2")

    with pytest.raises(NotFound):
        sending.field_beside(other.workspace, "S0")


def test_projects_of_ones_own_organisation_are_no_others(workspace: Workspace) -> None:
    """Who sees the levels of four of nine sees the middle of the five that are left, or nothing."""
    for n in range(5):
        workspace.store.projects.save(a_project(id=f"P{n}"))
    office = an_office(workspace)
    umbrella = an_office(workspace, "ORG2")
    made = reading.save_portfolio(
        umbrella.workspace, a_portfolio("", is_pool=True, gives_back=True)
    )
    for n in range(9):
        project = f"P{n}" if n < 4 else None
        share = a_share(f"S{n}", portfolio=made.id, project=project)
        workspace.store.shares.save(share)
    reading.view_of(umbrella.workspace, made.id)
    found = sending.field_beside(office.workspace, "S0")
    assert found is not None
    assert {line.others.n for line in found.lines} == {5}

    workspace.store.shares.save(a_share("S9", portfolio=made.id, project="P4"))
    assert sending.field_beside(office.workspace, "S9") is None  # it is in no band yet
