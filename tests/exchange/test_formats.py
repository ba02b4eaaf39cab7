"""The formats of a result: one list, and one or several files of each."""

from importlib import import_module
from pathlib import PurePath

import pytest

from exchange import formats
from tests.support.material import the_material


@pytest.mark.parametrize("name", ["xlsx", "csv", "json", "parquet"])
def test_every_format_stands_in_the_list(name: str) -> None:
    assert formats.make(name, the_material())


@pytest.mark.parametrize("name", formats.FORMATS)
def test_every_format_has_a_function_that_makes_it(name: str) -> None:
    module, _, function = formats.FORMATS[name].place.partition(":")

    assert callable(getattr(import_module(module), function))
    assert formats.FORMATS[name].media_type.startswith(("application/", "text/"))


def test_only_documents_have_a_short_form() -> None:
    short = [name for name, form in formats.FORMATS.items() if form.has_short_form]

    assert short == ["pdf", "docx", "html"]


def test_one_format_is_one_file() -> None:
    (name,) = formats.files("json", the_material(), PurePath("out/result.json"))

    assert name == "result.json"


@pytest.mark.parametrize("name", ["result.zip", "result.ZIP"])
def test_csv_asked_as_a_zip_is_one_file(name: str) -> None:
    files = formats.files("csv", the_material(), PurePath(name))

    assert list(files) == [name]
    assert files[name].startswith(b"PK")


def test_csv_is_the_scores_with_the_other_tables_beside_them() -> None:
    files = formats.files("csv", the_material(), PurePath("out/result.csv"))

    assert set(files) == {
        "result.csv",
        *(
            f"result-{table}.csv"
            for table in ("agreements", "answers", "codebook", "comments", "counts", "groups")
        ),
    }
    assert files["result.csv"].startswith(b"assessment,criterion,in_scope")


def test_an_unknown_format_is_an_error_of_the_caller() -> None:
    with pytest.raises(KeyError):
        formats.make("doc", the_material())
