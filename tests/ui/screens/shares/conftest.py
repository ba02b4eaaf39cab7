"""A portfolio to send to."""

import pytest

from assessment.portfolio.charter import Charter, Portfolio
from assessment.services.context import Workspace
from assessment.services.portfolio import reading
from tests.support.portfolio.shares import a_charter, a_portfolio


@pytest.fixture
def portfolio(workspace: Workspace) -> Portfolio:
    return reading.save_portfolio(workspace, a_portfolio("", charter=charter(workspace)))


def charter(workspace: Workspace, **fields: object) -> Charter:
    """Return a charter that ends a year from now, on the clock of the test."""
    return a_charter(keep_until=workspace.now().date().replace(year=2027), **fields)
