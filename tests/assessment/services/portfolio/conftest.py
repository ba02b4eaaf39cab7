"""What the tests of portfolios share."""

import pytest

from assessment.portfolio.charter import Portfolio
from assessment.services.context import Workspace
from assessment.services.portfolio import reading
from tests.support.portfolio.shares import a_portfolio


@pytest.fixture
def portfolio(workspace: Workspace) -> Portfolio:
    return reading.save_portfolio(workspace, a_portfolio(""))
