"""A funder reads in what came in a file, once, and lets go of it when its project asks."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from assessment.errors import InvalidInput, NotFound
from assessment.services.context import Workspace
from assessment.services.portfolio import reading, receiving
from tests.support.builders import NOW, a_project
from tests.support.portfolio.shares import a_charter, a_portfolio, a_share, closed_on


def test_a_file_comes_in_once_and_its_sender_is_known_from_then_on(workspace: Workspace) -> None:
    made = reading.save_portfolio(workspace, a_portfolio(""))
    first = a_share("S1", portfolio=made.id, sender="aa", source="p1")
    second = replace(first, id="S2", assessment="other")

    assert not receiving.receive(workspace, made.id, first).is_known_sender
    assert receiving.receive(workspace, made.id, second).is_known_sender
    for again in (first, replace(first, id="S3")):
        with pytest.raises(InvalidInput, match="here already"):
            receiving.receive(workspace, made.id, again)
    with pytest.raises(InvalidInput, match="another portfolio"):
        receiving.receive(workspace, made.id, replace(first, portfolio="F9"))


def test_what_comes_in_a_file_is_of_no_project_here_and_takes_no_share_of_others_away(
    workspace: Workspace,
) -> None:
    made, other = (reading.save_portfolio(workspace, a_portfolio("")) for _ in range(2))
    workspace.store.projects.save(a_project())
    theirs = workspace.store.shares.save(a_share("S1", portfolio=other.id))
    taken = replace(theirs, portfolio=made.id, sender="aa", assessment="x")
    with pytest.raises(InvalidInput, match="here already"):
        receiving.receive(workspace, made.id, taken)
    come = receiving.receive(workspace, made.id, replace(taken, id="S2", project="P1"))

    assert come.share.project is None
    assert workspace.store.shares.get("S1") == theirs


def test_a_later_file_of_the_same_sender_takes_the_place_of_the_former(
    workspace: Workspace,
) -> None:
    """As when the charter changed: the project consents again, and may show less."""
    made = reading.save_portfolio(workspace, a_portfolio(""))
    first = a_share("S1", portfolio=made.id, sender="aa", source="p1", group="Noord")
    receiving.receive(workspace, made.id, first)
    reading.change_charter(workspace, made.id, a_charter(purpose="Anders"))
    later = NOW + timedelta(hours=1)
    again = replace(first, id="S2", consented_at=later, charter_edition=2, group="")

    for other in (
        replace(again, sender="bb"),  # of somebody else
        replace(again, consented_at=NOW),  # not later
        replace(again, id="S1"),
    ):
        with pytest.raises(InvalidInput, match="here already"):
            receiving.receive(workspace, made.id, other)
    receiving.receive(workspace, made.id, again)
    view = reading.view_of(workspace, made.id)

    assert [(s.share.id, s.share.group, s.counts) for s in view.shares] == [("S2", "Noord", True)]
    assert workspace.store.shares.get("S1").snapshot is None


def test_what_was_let_go_of_is_gone_and_does_not_come_in_again(workspace: Workspace) -> None:
    made = reading.save_portfolio(workspace, a_portfolio(""))
    share = a_share("S1", portfolio=made.id, sender="aa", source="p1")
    receiving.receive(workspace, made.id, share)
    reading.view_of(workspace, made.id)  # so that it is in memory too
    left = receiving.let_go(workspace, "S1")

    assert (left.snapshot, left.alias, left.source) == (None, "", "")
    assert reading.view_of(workspace, made.id).shares == ()
    with pytest.raises(InvalidInput, match="taken back"):
        receiving.receive(workspace, made.id, share)


def test_a_share_that_exists_in_another_portfolio_is_not_given_away_by_its_id(
    workspace: Workspace,
) -> None:
    mine, other = (reading.save_portfolio(workspace, a_portfolio("")) for _ in range(2))
    workspace.store.shares.save(a_share("S1", portfolio=other.id, alias="Van een ander"))

    with pytest.raises(InvalidInput, match="here already") as refused:
        receiving.receive(workspace, mine.id, a_share("S1", portfolio=mine.id, source="p1"))
    assert refused.value.__cause__ is None
    assert workspace.store.shares.get("S1").portfolio == other.id


@pytest.mark.parametrize(
    "fields",
    [
        {"charter_edition": 2},
        {"consented_at": NOW + timedelta(days=2)},
        {"snapshot": closed_on(-2)},
    ],
)
def test_nobody_consents_beforehand_or_sends_from_the_future(
    workspace: Workspace, fields: dict[str, Any]
) -> None:
    """A file for a later edition of the charter would count as soon as that is written."""
    made = reading.save_portfolio(workspace, a_portfolio(""))

    with pytest.raises(InvalidInput, match="still to come"):
        receiving.receive(workspace, made.id, a_share("S1", portfolio=made.id, **fields))


def test_a_pool_takes_no_files_for_who_gets_one_can_read_it(workspace: Workspace) -> None:
    pool = reading.save_portfolio(workspace, a_portfolio("", is_pool=True))

    with pytest.raises(InvalidInput, match="whoever gets one"):
        receiving.receive(workspace, pool.id, a_share("S1", portfolio=pool.id))


def test_what_a_project_sent_itself_only_the_project_takes_back(workspace: Workspace) -> None:
    made = reading.save_portfolio(workspace, a_portfolio(""))
    workspace.store.projects.save(a_project())
    workspace.store.shares.save(a_share("S1", portfolio=made.id, project="P1"))

    with pytest.raises(NotFound):
        receiving.let_go(workspace, "S1")
