"""A folder that says what another one said is not taken apart again."""

import shutil
from pathlib import Path

from assessment.catalogue.reading.loader import load_catalogue
from tests.support.criteria_folder import CriteriaFolder


def test_folders_that_say_the_same_give_one_catalogue(
    folder: CriteriaFolder, tmp_path: Path
) -> None:
    copied = shutil.copytree(folder.path, tmp_path / "copied")

    assert load_catalogue(copied) is load_catalogue(folder.path)


def test_what_goes_wrong_beside_the_texts_of_a_good_folder_is_noticed(
    folder: CriteriaFolder,
) -> None:
    load_catalogue(folder.path)
    (folder.path / "ids.lock").write_text("C-1\n", encoding="utf-8")
    assert "C-2" in folder.problems()[0]

    folder.write("ids.lock", "C-1\nC-2\n")
    folder.write("thesis.yaml", "[]\n")
    assert "thesis.yaml" in folder.problems()[0]

    folder.remove("thesis.yaml")
    folder.remove("ids.lock")
    assert "missing" in folder.problems()[0]
