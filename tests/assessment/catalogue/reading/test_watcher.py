"""Authors see a change at once; a broken folder never replaces a good catalogue."""

import os
from pathlib import Path

import pytest

from assessment.catalogue.reading.watcher import CatalogueWatch
from assessment.errors import CatalogueError
from tests.support.workspace import CRITERIA


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for path in CRITERIA.rglob("*"):
        if path.is_file():
            target = tmp_path / path.relative_to(CRITERIA)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(path.read_bytes())
    return tmp_path


def change(path: Path, old: str, new: str) -> None:
    path.write_text(path.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    os.utime(path, ns=(path.stat().st_atime_ns, path.stat().st_mtime_ns + 1_000_000))


def test_an_unchanged_folder_is_read_once(folder: Path) -> None:
    watch = CatalogueWatch(folder)
    assert watch.current() is watch.current()


def test_a_changed_file_is_noticed(folder: Path) -> None:
    watch = CatalogueWatch(folder)
    before = watch.current()
    change(folder / "catalogue.yaml", f'"{before.version}"', '"2030.1"')
    assert watch.current().version == "2030.1"


def test_a_broken_file_keeps_the_last_good_catalogue_and_says_what_is_wrong(folder: Path) -> None:
    watch = CatalogueWatch(folder)
    good = watch.current()
    change(folder / "scales.yaml", "- id: assurance", "- idd: assurance")
    assert watch.current() is good
    assert any("idd" in problem.message for problem in watch.problems)
    change(folder / "scales.yaml", "- idd: assurance", "- id: assurance")
    assert watch.current() == good
    assert watch.problems == ()


def test_without_any_good_catalogue_the_problems_are_raised(tmp_path: Path) -> None:
    with pytest.raises(CatalogueError):
        CatalogueWatch(tmp_path / "gone").current()


def test_a_file_that_vanishes_while_looking_is_no_error(folder: Path) -> None:
    (folder / "dangling").symlink_to(folder / "nowhere")
    assert CatalogueWatch(folder).current()
