"""How long answering takes: from the words that a role reads, and the choosing."""

from math import ceil

import pytest

from assessment.catalogue.effort import (
    SECONDS_TO_CHOOSE,
    SECONDS_TO_WEIGH,
    WORDS_PER_MINUTE,
    Effort,
    effort,
    profile_effort,
)
from assessment.catalogue.model import Catalogue, Profile, Text
from tests.support.catalogues import a_catalogue, a_criterion

LONG = Text({"en": "word " * (WORDS_PER_MINUTE - 10)})  # with ten words of the scale: one minute


def two() -> Catalogue:
    """Return two criteria: a mentee reads 160 words of the first, and as few as may be of the other."""
    criteria = (
        a_criterion("C-1", also_asked=("mentee",), ask={"mentee": LONG}),
        a_criterion("C-2", also_asked=("mentee",)),
        a_criterion("C-3"),
    )
    only = Profile(id="only", title=LONG, description=LONG, criteria=("C-2", "C-3"))
    catalogue = a_catalogue(*criteria)
    return Catalogue.model_validate(
        {**catalogue.model_dump(), "profiles": [*catalogue.profiles, only]}
    )


def test_reading_and_choosing_add_up_to_begun_minutes() -> None:
    catalogue = two()
    first, second, _ = catalogue.criteria

    assert effort(catalogue, [], "mentee", "en") == Effort(0, 0)
    assert effort(catalogue, [second], "mentee", "en") == Effort(1, 1)
    assert effort(catalogue, [first], "mentee", "en") == Effort(1, 2)
    many = effort(catalogue, [first] * 6, "mentee", "en")
    assert many == Effort(6, 6 + SECONDS_TO_CHOOSE * 6 // 60)


def test_the_names_of_the_levels_are_not_read_where_a_role_has_its_own_words() -> None:
    own = [{"en": "word " * WORDS_PER_MINUTE}, *[{"en": "word"}] * 4]
    shown = a_criterion(
        also_asked=("mentee",), rubric_for={"mentee": own}, question=Text({"en": ""})
    )
    words = WORDS_PER_MINUTE + 4
    catalogue = a_catalogue(shown)

    asked = effort(catalogue, catalogue.criteria * 10, "mentee", "en")

    seconds = words * 10 / WORDS_PER_MINUTE * 60 + 10 * SECONDS_TO_CHOOSE
    assert asked == Effort(10, ceil(seconds / 60))


def test_the_organisation_weighs_longer() -> None:
    catalogue = two()

    asked = effort(catalogue, [catalogue.criteria[1]] * 10, "coordinator", "en")

    assert asked == Effort(10, 10 * SECONDS_TO_WEIGH // 60 + 1)


@pytest.mark.parametrize(
    ("profile", "role", "scope", "questions"),
    [
        ("full", "coordinator", None, 3),
        ("full", "mentee", None, 2),
        ("only", "mentee", None, 1),
        ("full", "mentee", {"C-1"}, 1),
        ("only", "mentee", {"C-1"}, 0),
        ("full", "partner", None, 0),
    ],
)
def test_a_profile_asks_what_its_role_is_asked_in_scope(
    profile: str, role: str, scope: set[str] | None, questions: int
) -> None:
    catalogue = two()
    found = catalogue.profile(profile)
    assert found is not None

    assert profile_effort(catalogue, found, role, "en", scope).questions == questions
