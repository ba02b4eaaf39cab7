"""The JSON Schema takes what the reader takes, and refuses what it refuses."""

from typing import Any

import pytest
from jsonschema import Draft202012Validator

from assessment.catalogue.reading.json_schema import KINDS, json_schema
from assessment.catalogue.reading.yaml_document import parse_yaml
from tests.support.criteria_folder import EXTRAS, FILES

YAML_FILES = {name: text for name, text in (FILES | EXTRAS).items() if name.endswith(".yaml")}


def kind_of(name: str) -> str:
    return name.partition("/")[0].removesuffix(".yaml")


def problems(kind: str | None, data: Any) -> list[str]:
    return [error.message for error in Draft202012Validator(json_schema(kind)).iter_errors(data)]


@pytest.mark.parametrize("kind", [None, *KINDS])
def test_every_schema_is_one(kind: str | None) -> None:
    Draft202012Validator.check_schema(json_schema(kind))


@pytest.mark.parametrize("name", YAML_FILES)
def test_a_valid_file_fits_its_own_schema_and_that_of_any_file(name: str) -> None:
    data = parse_yaml(name, YAML_FILES[name]).data

    assert problems(kind_of(name), data) == []
    assert problems(None, data) == []


def test_an_unknown_key_does_not_fit() -> None:
    data = parse_yaml("x", FILES["theses.yaml"].replace("carried_by", "carried")).data

    assert problems("theses", data) != []


def test_what_the_reader_fills_in_itself_is_no_key() -> None:
    criterion = json_schema("perspectives")["$defs"]["Criterion"]

    assert "perspective" not in criterion["properties"]
    assert "phase" in criterion["properties"]
