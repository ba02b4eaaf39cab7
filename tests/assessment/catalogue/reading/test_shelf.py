"""Several catalogues to choose from; a broken one never takes another one down."""

from pathlib import Path

import pytest

from assessment.catalogue.reading.shelf import CatalogueShelf
from assessment.errors import CatalogueError
from tests.support.criteria_folder import EXTRAS, CriteriaFolder


def a_folder(path: Path, name: str = "tiny") -> CriteriaFolder:
    """Write a valid catalogue whose id is `name`."""
    folder = CriteriaFolder.valid(path)
    folder.change("catalogue.yaml", "id: tiny", f"id: {name}")
    return folder


@pytest.fixture
def shelf(tmp_path: Path) -> CatalogueShelf:
    a_folder(tmp_path / "default")
    for name in ("beta", "alpha"):
        a_folder(tmp_path / "more" / name, name)
    (tmp_path / "more" / "notes").mkdir()
    return CatalogueShelf(tmp_path / "default", tmp_path / "more")


def ids(shelf: CatalogueShelf) -> list[str]:
    return [catalogue.id for catalogue in shelf.current()]


def test_the_default_one_comes_first_then_the_others_by_folder(shelf: CatalogueShelf) -> None:
    assert ids(shelf) == ["tiny", "alpha", "beta"]
    assert shelf.problems() == {}


def test_without_another_folder_there_is_one(shelf: CatalogueShelf, tmp_path: Path) -> None:
    assert ids(CatalogueShelf(shelf.default)) == ["tiny"]
    assert ids(CatalogueShelf(shelf.default, tmp_path / "gone")) == ["tiny"]


def test_the_default_one_may_stand_among_the_others(shelf: CatalogueShelf) -> None:
    assert shelf.more is not None
    same = CatalogueShelf(shelf.more / "beta", shelf.more)

    assert ids(same) == ["beta", "alpha"]
    assert same.problems() == {}


def test_a_broken_one_is_named_and_takes_no_other_down(
    shelf: CatalogueShelf, tmp_path: Path
) -> None:
    CriteriaFolder(tmp_path / "more" / "alpha").remove("scales.yaml")

    assert ids(shelf) == ["tiny", "beta"]
    [(folder, problems)] = shelf.problems().items()
    assert folder.endswith("alpha")
    assert problems[0].file == "scales.yaml"


def test_one_that_breaks_later_stays_as_it_was(shelf: CatalogueShelf, tmp_path: Path) -> None:
    shelf.current()
    CriteriaFolder(tmp_path / "more" / "alpha").remove("scales.yaml")

    assert ids(shelf) == ["tiny", "alpha", "beta"]
    assert next(iter(shelf.problems())).endswith("alpha")


def test_a_broken_default_one_is_raised(shelf: CatalogueShelf) -> None:
    CriteriaFolder(shelf.default).remove("scales.yaml")

    with pytest.raises(CatalogueError):
        shelf.current()
    assert next(iter(shelf.problems())).endswith("default")


def test_of_two_with_one_id_the_first_counts_and_the_other_is_named(
    shelf: CatalogueShelf, tmp_path: Path
) -> None:
    a_folder(tmp_path / "more" / "zeta")

    assert ids(shelf) == ["tiny", "alpha", "beta"]
    [(folder, problems)] = shelf.problems().items()
    assert folder.endswith("zeta")
    assert "the id `tiny` is that of" in problems[0].message


def test_numbers_to_call_are_read_alone_the_default_ones_first(
    shelf: CatalogueShelf, tmp_path: Path
) -> None:
    for name in ("default", "more/alpha", "more/beta"):
        CriteriaFolder(tmp_path / name).write("help.yaml", EXTRAS["help.yaml"])
    CriteriaFolder(tmp_path / "more" / "alpha").remove("scales.yaml")
    CriteriaFolder(tmp_path / "more" / "beta").change("help.yaml", '"102"', "102")

    found = shelf.numbers()

    assert list(found) == ["tiny", "alpha", "beta"]
    assert [number.number for number in found["tiny"]] == ["0800-0432", "102"]
    assert found["alpha"] == found["tiny"]
    assert found["beta"] == ()


def test_a_folder_without_numbers_or_without_a_catalogue_holds_nobody_up(tmp_path: Path) -> None:
    a_folder(tmp_path / "default")

    assert CatalogueShelf(tmp_path / "default").numbers() == {"tiny": ()}
    assert CatalogueShelf(tmp_path / "gone").numbers() == {}
