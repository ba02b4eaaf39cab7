"""A portfolio in every format that is offered."""

import pytest

from assessment.services.context import Workspace
from assessment.services.portfolio import reading
from exchange.portfolio import example_portfolio, formats
from locales import translator


@pytest.mark.parametrize("name", formats.FORMATS)
def test_every_format_can_be_made_of_the_example(workspace: Workspace, name: str) -> None:
    made = example_portfolio.add_example(workspace, translator("nl"))
    view = reading.view_of(workspace, made.id)
    content = formats.make(name, view, workspace.catalogue, "nl", workspace.now())

    starts = {"pdf": b"%PDF", "parquet": b"PAR1"}
    assert content.startswith(starts.get(name, b"PK"))
