"""What is wrong in the files of an example is said, and nothing of it is used."""

from pathlib import Path

import pytest

from assessment.errors import CatalogueError
from assessment.services.context import Workspace
from exchange import example_project
from exchange.example_file import has_example
from tests.support.criteria_folder import CriteriaFolder
from tests.support.workspace import CRITERIA


def test_a_folder_without_example_says_so(tmp_path: Path) -> None:
    assert not has_example(tmp_path)
    assert has_example(CRITERIA)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("profile: short", "profile: [short", "project.yaml"),
        ("size:", "sizes:", "project.yaml"),
        ("profile: short", "profile: gone", "no profile gone"),
        ("assessment: A1", "assessment: A9", "no assessment A9"),
        ("catalogue-2026.2.json", "gone.json", "no snapshot"),
        ("catalogue-2026.2.json", "answers.csv", "no snapshot"),
    ],
)
def test_a_broken_example_is_refused(
    workspace: Workspace, example_folder: CriteriaFolder, old: str, new: str, said: str
) -> None:
    path = example_folder.path / "example" / "project.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    with pytest.raises(CatalogueError, match=said):
        example_project.add_example(workspace, example_folder.path, "nl")
