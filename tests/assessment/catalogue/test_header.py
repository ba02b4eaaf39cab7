"""What stands at the head of a catalogue, and the profiles."""

import pytest
from pydantic import ValidationError

from assessment.catalogue.header import About, Ambition, Profile
from tests.support.catalogues import text


@pytest.mark.parametrize("target", [-1, 5, "3", 2.5])
def test_an_ambition_aims_at_a_level_of_a_scale(target: object) -> None:
    with pytest.raises(ValidationError):
        Ambition.model_validate(
            {
                "id": "high",
                "title": text(),
                "description": text(),
                "minimal": target,
                "growth": None,
            }
        )


def test_an_ambition_may_aim_at_nothing() -> None:
    assert (
        Ambition(id="low", title=text(), description=text(), minimal=3, growth=None).growth is None
    )


@pytest.mark.parametrize(
    ("about", "criteria", "asked"),
    [
        ("project", ("C-1", "C-2"), ["C-1"]),
        ("relationship", ("C-1", "C-2"), ["C-1", "C-2"]),
        ("project", "all", ["C-1", "C-3"]),
    ],
)
def test_of_a_single_relationship_all_is_asked_whatever_the_assessment_asks(
    about: About, criteria: tuple[str, ...], asked: list[str]
) -> None:
    profile = Profile(id="p", title=text(), description=text(), criteria=criteria, about=about)
    known = frozenset({"C-1", "C-2", "C-3"})

    assert sorted(profile.asked_of(known, {"C-1", "C-3"})) == asked
    assert profile.asked_of(known) == (known if criteria == "all" else set(criteria))
