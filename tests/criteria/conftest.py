"""The catalogue that is shipped."""

from pathlib import Path

import pytest

from assessment.catalogue.model import Catalogue
from assessment.catalogue.reading.loader import load_catalogue

CRITERIA = Path(__file__).parents[2] / "criteria"


@pytest.fixture(scope="session")
def shipped() -> Catalogue:
    return load_catalogue(CRITERIA)
