"""Running programs for all tests that only ask them something."""

from collections.abc import Iterator

import pytest

from tests.support.access.two_organisations import Both, two_organisations
from tests.support.web.server import Server


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    running = Server(tmp_path_factory.mktemp("data"))
    running.start()
    yield running
    running.stop()


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Both]:
    with two_organisations(tmp_path_factory.mktemp("organisations")) as made:
        yield made
