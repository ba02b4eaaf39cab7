"""What a catalogue may hold for a talk, read from files as authors write them."""

from typing import Any

import pytest
import yaml
from pydantic import ValidationError

from assessment.catalogue.base import Part
from assessment.catalogue.conversation import (
    Boundaries,
    Relationship,
    RelationshipPhase,
    Tension,
    Thesis,
    Timeline,
)
from tests.support.criteria_folder import EXTRAS, FILES

THESIS = yaml.safe_load(FILES["theses.yaml"])[0]
TENSION = yaml.safe_load(EXTRAS["tensions.yaml"])[0]
BOUNDARIES = yaml.safe_load(EXTRAS["boundaries.yaml"])
RELATIONSHIP = yaml.safe_load(EXTRAS["relationship.yaml"])


def without(data: dict[str, Any], key: str) -> dict[str, Any]:
    return {name: value for name, value in data.items() if name != key}


def test_a_thesis_names_no_sources_unless_it_has_some() -> None:
    thesis = Thesis.model_validate(THESIS)

    assert (thesis.sources, thesis.speaks_for, thesis.criteria) == ((), (), ("C-1",))
    assert Thesis.model_validate({**THESIS, "sources": ["S001"]}).sources == ("S001",)


def test_the_arguments_of_a_thesis_keep_their_order() -> None:
    arguments = [{"en": "it is clear"}, {"en": "it is fair"}]

    thesis = Thesis.model_validate({**THESIS, "speaks_for": arguments})

    assert [text.in_language("en") for text in thesis.speaks_for] == ["it is clear", "it is fair"]
    assert thesis.speaks_against == ()


def test_a_tension_has_two_sides_and_how_to_deal_with_them() -> None:
    tension = Tension.model_validate(TENSION)

    sides = (tension.one_side, tension.other_side, tension.handling)
    assert [text.in_language("en") for text in sides] == [
        "Often.",
        "Now and then.",
        "Choose together.",
    ]


def test_boundaries_hold_professions_what_tells_them_apart_and_signals() -> None:
    boundaries = Boundaries.model_validate(BOUNDARIES)

    [aspect], [signal] = boundaries.aspects, boundaries.signals
    assert [profession.id for profession in boundaries.professions] == ["coach"]
    assert aspect.own.in_language("en") == "The whole person."
    assert {name: text.in_language("en") for name, text in aspect.others.items()} == {
        "coach": "One aim."
    }
    assert (signal.profession, signal.criteria) == ("coach", ("C-1", "C-2"))


def test_a_relationship_goes_without_an_example_of_a_timeline() -> None:
    assert Relationship.model_validate(without(RELATIONSHIP, "timeline")).timeline is None


def test_a_step_of_the_timeline_may_yield_nothing() -> None:
    timeline = Relationship.model_validate(RELATIONSHIP).timeline

    assert timeline is not None
    products = [step.product and step.product.in_language("en") for step in timeline.steps]
    assert products == ["Appointment", None]


@pytest.mark.parametrize(
    ("model", "data", "optional"),
    [
        (Thesis, THESIS, {"sources"}),
        (Tension, TENSION, {"sources"}),
        (Boundaries, BOUNDARIES, {"sources", "role"}),
        (Relationship, RELATIONSHIP, {"timeline"}),
        (RelationshipPhase, RELATIONSHIP["phases"][0], {"sources"}),
        (Timeline, RELATIONSHIP["timeline"], {"sources"}),
    ],
)
def test_nothing_else_may_be_left_out(
    model: type[Part], data: dict[str, Any], optional: set[str]
) -> None:
    missing = set()
    for key in data:
        try:
            model.model_validate(without(data, key))
        except ValidationError:
            missing.add(key)

    assert missing == data.keys() - optional


def test_a_part_of_a_part_refuses_what_it_does_not_know() -> None:
    phase = {**RELATIONSHIP["phases"][0], "note": {"en": "words"}}

    with pytest.raises(ValidationError, match="note"):
        Relationship.model_validate({**RELATIONSHIP, "phases": [phase]})
