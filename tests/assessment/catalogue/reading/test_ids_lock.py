"""`ids.lock` keeps every criterion id that was ever used."""

from pathlib import Path

import pytest

from assessment.catalogue.reading.loader import check_folder, load_catalogue, write_ids_lock
from assessment.errors import CatalogueError
from tests.support.criteria_folder import CriteriaFolder

CLIENT = "perspectives/client.yaml"
COMMAND = "`python cli.py check-criteria --lock`"


def lock_again(folder: CriteriaFolder) -> str:
    catalogue, _ = check_folder(folder.path)
    assert catalogue is not None
    write_ids_lock(folder.path, catalogue)
    return (folder.path / "ids.lock").read_text(encoding="utf-8")


def without_second(folder: CriteriaFolder) -> None:
    text = (folder.path / CLIENT).read_text(encoding="utf-8")
    folder.write(CLIENT, text[: text.index("- id: C-2")])


def test_a_missing_lock_is_reported_once(folder: CriteriaFolder) -> None:
    folder.remove("ids.lock")

    assert folder.problems() == [f"ids.lock: the file is missing. Write it with {COMMAND}."]


def test_a_new_id_has_to_be_added(folder: CriteriaFolder) -> None:
    folder.write("ids.lock", "C-1\n")

    assert folder.problems() == [
        f"{CLIENT}:23:7: the id `C-2` is not in ids.lock. Add it with {COMMAND}."
    ]


def test_a_retired_id_must_not_return(folder: CriteriaFolder) -> None:
    folder.write("ids.lock", "C-1\nC-2 retired\n")

    assert folder.problems() == [
        f"{CLIENT}:23:7: the id `C-2` was retired and must not return. Take a new id."
    ]


def test_an_id_does_not_go_unnoticed(folder: CriteriaFolder) -> None:
    without_second(folder)

    assert folder.problems() == [
        "ids.lock:2:1: no criterion has the id C-2 any more. "
        f"Restore the criterion, or retire its id with {COMMAND}."
    ]


def test_no_id_is_called_gone_while_a_file_cannot_be_read(folder: CriteriaFolder) -> None:
    folder.write(CLIENT, "[")

    assert not any(problem.startswith("ids.lock") for problem in folder.problems())


def test_a_criterion_without_id_has_one_problem(folder: CriteriaFolder) -> None:
    folder.change(CLIENT, "- id: C-2\n  title", "- title")

    assert folder.problems() == [f"{CLIENT}:23:3: the key `id` is missing. Add it."]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("C-2 gone", "`C-2 gone` is not understood. Write an id, or an id and `retired`."),
        (
            "C-2 retired 2026",
            "`C-2 retired 2026` is not understood. Write an id, or an id and `retired`.",
        ),
        ("# C-2", "`# C-2` is not understood. Write an id, or an id and `retired`."),
        ("C-1", "C-1 stands here twice, first in line 1. Keep one."),
    ],
)
def test_a_strange_line_is_reported(folder: CriteriaFolder, line: str, expected: str) -> None:
    folder.write("ids.lock", f"C-1\n{line}\n")

    assert folder.problems() == [f"ids.lock:2:1: {expected}"]


def test_a_lock_that_is_no_text_is_reported(folder: CriteriaFolder) -> None:
    folder.write("ids.lock", b"C-1\nC-\xff\n")

    assert folder.problems() == [
        "ids.lock:2:3: not written in UTF-8. Save the file as UTF-8 in your editor."
    ]


def test_a_lock_that_is_a_link_to_itself_is_reported(folder: CriteriaFolder) -> None:
    folder.remove("ids.lock")
    (folder.path / "ids.lock").symlink_to("ids.lock")

    assert folder.problems() == [
        "ids.lock: cannot be read: Too many levels of symbolic links. "
        "Restore the file or the right to read it."
    ]


def test_empty_lines_do_not_matter(folder: CriteriaFolder) -> None:
    folder.write("ids.lock", "\n\nC-1\n\n  C-2  \n\n")

    assert folder.problems() == []


def test_there_is_a_catalogue_when_only_the_lock_is_wrong(folder: CriteriaFolder) -> None:
    folder.remove("ids.lock")

    assert check_folder(folder.path)[0] is not None


def test_there_is_no_catalogue_when_something_else_is_wrong(folder: CriteriaFolder) -> None:
    folder.change(CLIENT, "weight: 1", "weight: 0")

    assert check_folder(folder.path)[0] is None


def test_the_lock_is_written_in_order(folder: CriteriaFolder) -> None:
    folder.remove("ids.lock")

    assert lock_again(folder) == "C-1\nC-2\n"
    assert folder.problems() == []


def test_an_id_that_is_gone_is_kept_as_retired(folder: CriteriaFolder) -> None:
    without_second(folder)

    assert lock_again(folder) == "C-1\nC-2 retired\n"
    assert folder.problems() == []


def test_a_retired_id_stays_retired(folder: CriteriaFolder) -> None:
    folder.write("ids.lock", "C-1\nC-2 retired\n")

    assert lock_again(folder) == "C-1\nC-2 retired\n"


def test_a_lock_that_cannot_be_read_is_not_overwritten(folder: CriteriaFolder) -> None:
    folder.write("ids.lock", "C-1\nC-2 gone\n")

    with pytest.raises(CatalogueError, match="is not understood"):
        lock_again(folder)
    assert (folder.path / "ids.lock").read_text(encoding="utf-8") == "C-1\nC-2 gone\n"


def test_a_lock_is_not_looked_for_in_a_file(folder: CriteriaFolder, tmp_path: Path) -> None:
    catalogue = load_catalogue(folder.path)
    (tmp_path / "file").write_text("x")

    with pytest.raises(CatalogueError, match="cannot be read: Not a directory"):
        write_ids_lock(tmp_path / "file", catalogue)


def test_a_lock_that_cannot_be_written_says_so(folder: CriteriaFolder, tmp_path: Path) -> None:
    catalogue = load_catalogue(folder.path)

    with pytest.raises(CatalogueError) as caught:
        write_ids_lock(tmp_path / "nowhere", catalogue)

    assert str(caught.value) == (
        "ids.lock: cannot be written: No such file or directory. Give the right to write it."
    )
