"""A funder reads in what came in a file, once, and lets go of it when its project asks."""

from dataclasses import replace

import pytest

from assessment.errors import InvalidInput, NotFound
from assessment.services.context import Workspace
from assessment.services.portfolio import reading, receiving
from tests.support.builders import a_project
from tests.support.portfolio.shares import a_portfolio, a_share


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


def test_what_a_project_sent_itself_only_the_project_takes_back(workspace: Workspace) -> None:
    made = reading.save_portfolio(workspace, a_portfolio(""))
    workspace.store.projects.save(a_project())
    workspace.store.shares.save(a_share("S1", portfolio=made.id, project="P1"))

    with pytest.raises(NotFound):
        receiving.let_go(workspace, "S1")
