"""What stands in each kind of file of a criteria folder."""

from typing import Any

import pytest
import yaml
from pydantic import BaseModel, TypeAdapter, ValidationError

from assessment.catalogue.conversation import Boundaries, Factor, Relationship, Tension, Thesis
from assessment.catalogue.help_numbers import HelpNumber
from assessment.catalogue.model import Criterion, Header, Profile, Scale
from assessment.catalogue.reading.file_kinds import FILE_KINDS, kind_of
from assessment.catalogue.scripts import SessionScript, StepGuide
from tests.support.criteria_folder import EXTRAS, FILES

WRITTEN = {
    name: yaml.safe_load(text)
    for name, text in {**FILES, **EXTRAS}.items()
    if name.endswith(".yaml")
}


def ids_inside(data: Any) -> list[str]:
    """The ids of the parts of a list, or of the one part."""
    parts = data if isinstance(data, list) else [data]
    return [part["id"] for part in parts if isinstance(part, dict) and "id" in part]


@pytest.mark.parametrize(
    ("name", "model", "list_of"),
    [
        ("catalogue.yaml", Header, ""),
        ("scales.yaml", Scale, "scales"),
        ("perspectives/client.yaml", Criterion, "criteria"),
        ("perspectives/anything-else.yaml", Criterion, "criteria"),
        ("profiles/short.yaml", Profile, ""),
        ("theses.yaml", Thesis, "theses"),
        ("tensions.yaml", Tension, "tensions"),
        ("boundaries.yaml", Boundaries, ""),
        ("relationship.yaml", Relationship, ""),
        ("factors.yaml", Factor, "factors"),
        ("help.yaml", HelpNumber, "help"),
        ("steps.yaml", StepGuide, "guides"),
        ("sessions/hour.yaml", SessionScript, ""),
    ],
)
def test_a_name_tells_what_stands_in_the_file(
    name: str, model: type[BaseModel], list_of: str
) -> None:
    assert (kind_of(name).model, kind_of(name).list_of) == (model, list_of)


@pytest.mark.parametrize("name", ["notes.yaml", "profile/short.yaml", "Scales.yaml", ""])
def test_another_name_has_no_kind(name: str) -> None:
    with pytest.raises(KeyError):
        kind_of(name)


@pytest.mark.parametrize("name", WRITTEN)
def test_a_file_as_it_is_written_is_of_its_kind_and_of_no_other(name: str) -> None:
    fitting = []
    for key, kind in FILE_KINDS.items():
        try:
            TypeAdapter(kind.annotation).validate_python(WRITTEN[name])
        except ValidationError:
            continue
        fitting.append(key)

    assert fitting == [name.partition("/")[0]]


def test_a_list_is_a_list_of_the_model_and_one_part_is_the_model_itself() -> None:
    scales = TypeAdapter(kind_of("scales.yaml").annotation).validate_python(WRITTEN["scales.yaml"])
    profile = TypeAdapter(kind_of("profiles/full.yaml").annotation).validate_python(
        WRITTEN["profiles/full.yaml"]
    )

    assert isinstance(scales, tuple)
    assert [type(scale) for scale in scales] == [Scale]
    assert isinstance(profile, Profile)


@pytest.mark.parametrize(
    ("name", "ids"),
    [
        ("profiles/short.yaml", {"profiles": ["short"]}),
        (
            "boundaries.yaml",
            {"boundaries": [], "professions": ["coach"], "aspects": ["aim"], "signals": ["BS-1"]},
        ),
        ("relationship.yaml", {"relationship_phases": ["start"], "timelines": []}),
        ("theses.yaml", {}),
    ],
)
def test_the_steps_lead_to_the_entries_inside_a_part(name: str, ids: dict[str, list[str]]) -> None:
    found = {}
    for kind, steps in kind_of(name).inside.items():
        data = WRITTEN[name]
        for step in steps:
            data = data[step]
        found[kind] = ids_inside(data)

    assert found == ids
