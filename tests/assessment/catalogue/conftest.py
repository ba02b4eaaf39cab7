"""A valid little criteria folder."""

from pathlib import Path

import pytest

from tests.support.criteria_folder import EXTRAS, CriteriaFolder


@pytest.fixture
def folder(tmp_path: Path) -> CriteriaFolder:
    return CriteriaFolder.valid(tmp_path / "criteria")


@pytest.fixture
def rich_folder(folder: CriteriaFolder) -> CriteriaFolder:
    """The same with the files that may be left out."""
    for name, content in EXTRAS.items():
        folder.write(name, content)
    return folder
