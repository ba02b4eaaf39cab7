"""Editors accept the files that are shipped, and no others."""

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from assessment.catalogue.reading.json_schema import KINDS, json_schema
from tests.criteria.conftest import CRITERIA

FILES = [p for p in sorted(CRITERIA.rglob("*.yaml")) if p.parent.name != "example"]


def kind_of(path: Path) -> str:
    return path.parent.name if path.parent != CRITERIA else path.stem


def errors(schema: dict[str, Any], data: object) -> list[str]:
    return [error.message for error in Draft202012Validator(schema).iter_errors(data)]


def test_every_kind_of_file_is_shipped_but_the_factors() -> None:
    assert set(KINDS) - {kind_of(path) for path in FILES} <= {"factors"}


@pytest.mark.parametrize("kind", [None, *KINDS])
def test_a_schema_is_a_schema(kind: str | None) -> None:
    Draft202012Validator.check_schema(json_schema(kind))


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.relative_to(CRITERIA).as_posix())
def test_the_shipped_files_fit_their_schema(path: Path) -> None:
    data = yaml.safe_load(path.read_text(encoding="utf-8"))

    assert errors(json_schema(kind_of(path)), data) == []
    assert errors(json_schema(), data) == []


def test_a_slip_does_not_fit() -> None:
    data = yaml.safe_load((CRITERIA / "perspectives" / "client.yaml").read_text(encoding="utf-8"))
    data[0]["titel"] = data[0].pop("title")
    data[1]["requirement"] = "minimum"
    data[2]["perspective"] = "client"

    found = errors(json_schema("perspectives"), data)

    assert len(found) == 4
    assert errors(json_schema(), data) != []


def test_a_level_may_carry_a_mark_beside_its_languages() -> None:
    data = yaml.safe_load((CRITERIA / "perspectives" / "client.yaml").read_text(encoding="utf-8"))
    data[0]["rubric"][0]["care"] = True
    data[0]["rubric_for"] = {"mentee": data[0]["rubric"]}

    assert errors(json_schema("perspectives"), data) == []

    data[0]["rubric"][0]["care"] = "yes"
    assert errors(json_schema("perspectives"), data) != []


def test_a_schema_can_be_written_as_json() -> None:
    assert json.loads(json.dumps(json_schema()))["title"] == "A file of criteria"


def test_what_the_loader_fills_in_is_no_field_to_write() -> None:
    criterion = json_schema("perspectives")["$defs"]["Criterion"]

    assert "perspective" not in criterion["properties"]
    assert "phase" in criterion["properties"]


def test_a_schema_of_one_kind_is_of_that_kind_alone() -> None:
    scales = json_schema("scales")

    assert (scales["title"], scales["type"]) == ("scales file", "array")
    assert "anyOf" not in scales
    assert [part["title"] for part in json_schema()["anyOf"]] == [f"{kind} file" for kind in KINDS]


def test_exactly_one_role_is_asked_everything_and_is_the_own_one() -> None:
    def roles(*switches: dict[str, bool]) -> list[dict[str, Any]]:
        words = {"nl": "x", "en": "x"}
        names = ("title", "plural", "description")
        return [
            {"id": f"r{number}", **dict.fromkeys(names, words), **more}
            for number, more in enumerate(switches)
        ]

    rule = json_schema("catalogue")
    schema = {"$defs": rule["$defs"], **rule["$defs"]["Header"]["properties"]["roles"]}
    own, stranger = {"organisation": True, "asked_everything": True}, {"asked_everything": True}

    assert errors(schema, roles(own, {})) == []
    for wrong in (roles({}), roles(stranger), roles(own, own)):
        assert len(errors(schema, wrong)) == 1
