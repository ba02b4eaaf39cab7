"""Scripts of a group session, and what a facilitator does in each kind of step."""

import json

import pytest
from pydantic import ValidationError

from assessment.catalogue.model import Catalogue
from assessment.catalogue.reading.loader import load_catalogue
from assessment.catalogue.scripts import ScriptMoment, ScriptStep
from tests.support.criteria_folder import CriteriaFolder


@pytest.mark.parametrize(
    ("fields", "talked_about"),
    [({}, 1), ({"items": 6}, 6), ({"items": 6, "talk_about": 3}, 3), ({"talk_about": 0}, 1)],
)
def test_a_step_talks_about_all_its_items_unless_it_says_of_how_many(
    fields: dict[str, int], talked_about: int
) -> None:
    assert ScriptStep.model_validate({"kind": "rate", "minutes": 5, **fields}).talked_about == (
        talked_about
    )


@pytest.mark.parametrize("seconds", [0, 4, 4.5, "60", 480 * 60 + 1])
def test_a_moment_is_as_long_as_people_can_keep(seconds: object) -> None:
    with pytest.raises(ValidationError):
        ScriptMoment.model_validate({"do": "vote", "seconds": seconds})


def test_scripts_and_guides_are_found_by_name_and_never_frozen(
    rich_folder: CriteriaFolder,
) -> None:
    catalogue = load_catalogue(rich_folder.path)
    [script] = catalogue.scripts

    assert catalogue.script("hour") == script
    assert catalogue.script("day") is None
    assert [step.kind for step in script.steps] == ["welcome", "rate"]
    guide = catalogue.guide("rate")
    assert guide is not None
    assert guide.title.in_language("en") == "In the mirror"
    assert catalogue.guide("thesis") is None
    assert {"scripts", "guides"}.isdisjoint(json.loads(catalogue.snapshot))
    assert Catalogue.from_snapshot(catalogue.snapshot).scripts == ()
