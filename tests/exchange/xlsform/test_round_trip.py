"""A catalogue as XLSForm and back: the same catalogue."""

import pytest

from assessment.catalogue.reading.loader import load_catalogue
from tests.support.files.xlsforms import back, small
from tests.support.workspace import CRITERIA

SHIPPED = load_catalogue(CRITERIA)
ROLES = SHIPPED.role_ids


@pytest.mark.parametrize("role", ROLES)
def test_the_shipped_catalogue_comes_back_the_same_for_every_role(role: str) -> None:
    assert back(SHIPPED, role=role).content_hash == SHIPPED.content_hash


def test_odd_ids_and_lines_come_back() -> None:
    assert back(small()) == small()
