"""What each file of a criteria folder holds."""

import pytest
from pydantic import TypeAdapter

from assessment.catalogue.conversation import Thesis
from assessment.catalogue.model import Criterion, Header, Profile
from assessment.catalogue.reading.file_kinds import FILE_KINDS, kind_of
from assessment.catalogue.reading.yaml_document import parse_yaml
from tests.support.criteria_folder import EXTRAS, FILES


@pytest.mark.parametrize(
    ("name", "model", "list_of"),
    [
        ("catalogue.yaml", Header, ""),
        ("perspectives/client.yaml", Criterion, "criteria"),
        ("profiles/full.yaml", Profile, ""),
        ("theses.yaml", Thesis, "theses"),
    ],
)
def test_a_file_is_known_by_its_name_or_its_folder(name: str, model: type, list_of: str) -> None:
    assert (kind_of(name).model, kind_of(name).list_of) == (model, list_of)


@pytest.mark.parametrize("name", [name for name in (FILES | EXTRAS) if name.endswith(".yaml")])
def test_a_valid_file_is_of_the_type_of_its_kind(name: str) -> None:
    data = parse_yaml(name, (FILES | EXTRAS)[name]).data

    TypeAdapter(kind_of(name).annotation).validate_python(data)


@pytest.mark.parametrize("name", EXTRAS)
def test_entries_inside_a_part_are_where_the_kind_says(name: str) -> None:
    data = parse_yaml(name, EXTRAS[name]).data

    for steps in kind_of(name).inside.values():
        value = data
        for step in steps:
            value = value[step]
        assert isinstance(value, list | dict)


def test_every_kind_is_a_list_or_one_part() -> None:
    assert [name for name, kind in FILE_KINDS.items() if kind.list_of and kind.inside] == []
