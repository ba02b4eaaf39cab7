"""Which files are read, and what a file may be."""

import os
from pathlib import Path

import pytest

from assessment.catalogue.reading.loader import check_folder, load_catalogue
from assessment.errors import CatalogueError
from tests.support.criteria_folder import CriteriaFolder

HEADER = "catalogue.yaml"
CLIENT = "perspectives/client.yaml"


def test_load_raises_all_problems(folder: CriteriaFolder) -> None:
    folder.remove("scales.yaml")

    with pytest.raises(CatalogueError) as caught:
        load_catalogue(folder.path)

    assert [str(problem) for problem in caught.value.problems] == [
        "scales.yaml: the file is missing. Restore it or write it."
    ]


def test_a_missing_folder_is_said_by_name(tmp_path: Path) -> None:
    missing = tmp_path / "nowhere"

    assert [str(problem) for problem in check_folder(missing)[1]] == [
        f"{missing}: there is no such criteria folder. Give the right folder or restore it."
    ]


def test_a_folder_that_is_a_file(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")

    assert [str(problem) for problem in check_folder(tmp_path / "file")[1]] == [
        f"{tmp_path}/file: a file stands where the criteria folder is expected. Give the folder."
    ]


def test_a_folder_with_an_impossible_name() -> None:
    assert [str(problem) for problem in check_folder(Path("a\0b"))[1]] == [
        "a\\u0000b: there is no such criteria folder. Give the right folder or restore it."
    ]


def test_a_folder_that_cannot_be_opened(tmp_path: Path) -> None:
    loop = tmp_path / "loop"
    loop.symlink_to(loop)

    assert [str(problem) for problem in check_folder(loop)[1]] == [
        f"{loop}: cannot be read: Too many levels of symbolic links. "
        "Give the right to read the folder."
    ]


def test_an_empty_folder_lacks_its_files(tmp_path: Path) -> None:
    assert [str(problem) for problem in check_folder(tmp_path)[1]] == [
        f"{HEADER}: the file is missing. Restore it or write it.",
        "scales.yaml: the file is missing. Restore it or write it.",
    ]


@pytest.mark.parametrize("name", [HEADER, "scales.yaml"])
def test_a_missing_file_is_the_only_problem(folder: CriteriaFolder, name: str) -> None:
    folder.remove(name)

    assert folder.problems() == [f"{name}: the file is missing. Restore it or write it."]


def test_a_missing_perspective_is_reported_where_it_is_named(folder: CriteriaFolder) -> None:
    folder.remove(CLIENT)

    assert folder.problems() == [
        f"{HEADER}:22:9: there is no file `{CLIENT}`. Write it or correct the id."
    ]


def test_a_perspective_that_is_not_named_is_reported(folder: CriteriaFolder) -> None:
    folder.write("perspectives/foo.yaml", "[]")

    assert folder.problems() == [
        f"perspectives/foo.yaml: `{HEADER}` has no perspective `foo`. Use one of: client."
    ]


def test_a_typo_in_a_perspective_is_reported_from_both_sides(folder: CriteriaFolder) -> None:
    folder.change(HEADER, "id: client", "id: cleint")

    assert folder.problems() == [
        f"{HEADER}:22:9: there is no file `perspectives/cleint.yaml`. Write it or correct the id.",
        f"{CLIENT}: `{HEADER}` has no perspective `client`. Did you mean `cleint`?",
    ]


def test_an_id_is_never_used_to_leave_the_folder(folder: CriteriaFolder) -> None:
    folder.change(HEADER, "id: client", "id: ../client")

    assert folder.problems() == [
        f"{HEADER}:22:9: `../client` cannot be an id, which holds letters, digits, "
        "`-` and `_` only, at most 40. Rename it."
    ]


@pytest.mark.parametrize("name", ["", "a b", "-a", "a--b", "é", "a" * 41, "a/b", "a\\u202e"])
def test_what_cannot_be_an_id(folder: CriteriaFolder, name: str) -> None:
    folder.change(HEADER, "id: tiny", f'id: "{name}"')

    assert "cannot be an id, which holds letters, digits" in folder.problems()[0]


def test_without_criteria_there_is_nothing_to_ask(folder: CriteriaFolder) -> None:
    folder.write(CLIENT, "[]")
    folder.write("ids.lock", "")
    folder.remove("theses.yaml")
    folder.remove("profiles/short.yaml")

    assert folder.problems() == ["perspectives: there are no criteria. Add at least one."]


def test_without_scales_there_is_nothing_to_answer(folder: CriteriaFolder) -> None:
    folder.write("scales.yaml", "[]")

    assert folder.problems()[-1] == "scales.yaml:1:1: there are no scales. Add at least one."


def test_without_profiles_there_is_nothing_to_choose(folder: CriteriaFolder) -> None:
    folder.remove("profiles/full.yaml")
    folder.remove("profiles/short.yaml")

    assert folder.problems() == [
        "profiles: there are no profiles. Add one, such as `profiles/full.yaml`."
    ]


def test_a_profile_is_called_like_its_file(folder: CriteriaFolder) -> None:
    folder.change("profiles/short.yaml", "id: short", "id: brief")

    assert folder.problems() == [
        "profiles/short.yaml:1:5: the id `brief` is not the file's name `short`. "
        "Make them the same."
    ]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("catalogue.yml", "this file is not read. Did you mean `catalogue.yaml`?"),
        ("scale.yaml", "this file is not read. Did you mean `scales.yaml`?"),
        ("SCALES.YAML", "this file is not read. Did you mean `scales.yaml`?"),
        (
            "zzz.yaml",
            "this file is not read. Use one of: catalogue.yaml, scales.yaml, theses.yaml, "
            "tensions.yaml, boundaries.yaml, relationship.yaml, factors.yaml, help.yaml, "
            "steps.yaml.",
        ),
        ("perspectives/result.yml", "this file is not read. Give it the ending `.yaml`."),
        ("profiles/own.YAML", "this file is not read. Give it the ending `.yaml`."),
        (
            "profiles/my own.yaml",
            "this file is not read. Use letters, digits, `-` and `_` in its name.",
        ),
        ("perspective/result.yaml", "this folder is not read. Did you mean `perspectives`?"),
        ("Profiles/own.yaml", "this folder is not read. Did you mean `profiles`?"),
    ],
)
def test_a_file_that_is_perhaps_meant_to_be_read_is_reported(
    folder: CriteriaFolder, name: str, expected: str
) -> None:
    folder.write(name, "[]")
    place = name if "folder" not in expected else name.split("/", maxsplit=1)[0]

    assert folder.problems() == [f"{place}: {expected}"]


def test_a_name_that_is_no_unicode_is_shown_safely(folder: CriteriaFolder) -> None:
    odd = os.fsencode(folder.path) + b"/profiles/\xff.yaml"
    with open(odd, "wb"):  # noqa: PTH123  (pathlib has no names of bytes)
        pass

    assert folder.problems() == [
        "profiles/\\udcff.yaml: this file is not read. "
        "Use letters, digits, `-` and `_` in its name."
    ]


def test_too_many_files_are_not_all_read(folder: CriteriaFolder) -> None:
    text = (folder.path / "profiles/full.yaml").read_text(encoding="utf-8")
    for number in range(200):
        folder.write(f"profiles/a{number}.yaml", text.replace("id: full", f"id: a{number}"))

    assert folder.problems() == [
        "profiles: 202 files; only the first 200 are read. Join or remove some."
    ]
