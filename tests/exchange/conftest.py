"""What several tests of files need."""

from pathlib import Path

import pytest

from tests.support.criteria_folder import CriteriaFolder
from tests.support.workspace import CRITERIA


@pytest.fixture
def example_folder(tmp_path: Path) -> CriteriaFolder:
    """A copy of the files of the example alone, which a test may spoil."""
    made = CriteriaFolder(tmp_path / "criteria")
    for path in (CRITERIA / "example").iterdir():
        made.write(f"example/{path.name}", path.read_bytes())
    return made
