"""The shipped catalogue is whole: every row of the inventory, both languages, plain words."""

from collections import Counter
from pathlib import Path

import pytest

from assessment.catalogue.model import Catalogue, Profile
from assessment.catalogue.readability import LOWEST_CRITERION, criterion_ease
from tests.criteria.conftest import CRITERIA

ROWS = (Path(__file__).parent / "inventory_rows.txt").read_text(encoding="utf-8").split()
PROFILES = ("adults", "final", "full", "interim", "minors", "pair", "short", "small", "starting")
TESTED_READERS = ("mentee", "mentor", "partner")


def profile(shipped: Catalogue, name: str) -> Profile:
    found = shipped.profile(name)
    assert found is not None
    return found


def named(shipped: Catalogue, name: str) -> list[str]:
    criteria = profile(shipped, name).criteria
    return list(shipped.by_id) if criteria == "all" else list(criteria)


def test_every_row_of_the_inventory_is_covered(shipped: Catalogue) -> None:
    covered = {row for criterion in shipped.criteria for row in criterion.sources}

    assert len(ROWS) == len(set(ROWS)) == 272
    assert [row for row in ROWS if row not in covered] == []


def test_every_row_that_is_named_stands_in_the_inventory(shipped: Catalogue) -> None:
    boundaries, relationship = shipped.boundaries, shipped.relationship
    assert boundaries is not None
    assert relationship is not None
    assert relationship.timeline is not None
    parts = (
        *shipped.criteria,
        *shipped.theses,
        *shipped.tensions,
        *shipped.factors,
        boundaries,
        *relationship.phases,
        relationship.timeline,
    )

    assert {row for part in parts for row in part.sources} - set(ROWS) == set()


def test_every_criterion_has_a_rubric_of_five_levels_of_its_own(shipped: Catalogue) -> None:
    for criterion in shipped.criteria:
        assert len(criterion.rubric) == 5, criterion.id


def test_no_rubric_repeats_a_level_of_another_criterion(shipped: Catalogue) -> None:
    for language in shipped.languages:
        levels = Counter(t.in_language(language) for c in shipped.criteria for t in c.rubric)
        assert [words for words, number in levels.items() if number > 1] == []


def test_no_level_only_repeats_the_scale(shipped: Catalogue) -> None:
    scale_words = {
        words.in_language(language).rstrip(".").lower()
        for scale in shipped.scales
        for level in scale.levels
        for words in (level.label, level.meaning)
        for language in shipped.languages
    }
    rubrics = {
        words.rstrip(".").lower()
        for criterion in shipped.criteria
        for level in criterion.rubric
        for words in level.root.values()
    }

    assert rubrics & scale_words == set()


@pytest.mark.parametrize("role", TESTED_READERS)
@pytest.mark.parametrize("language", ["nl", "en"])
def test_what_others_read_of_a_criterion_is_plain(
    shipped: Catalogue, role: str, language: str
) -> None:
    eases = criterion_ease(shipped, role, language)

    assert eases
    assert {name: ease for name, ease in eases.items() if ease < LOWEST_CRITERION} == {}


def test_the_profiles_are_those_that_the_guide_names(shipped: Catalogue) -> None:
    assert tuple(p.id for p in shipped.profiles) == PROFILES
    guide = (CRITERIA / "README.md").read_text(encoding="utf-8")
    assert [name for name in PROFILES if f"`{name}`" not in guide] == []


def test_a_project_chooses_the_shortest_profile_first(shipped: Catalogue) -> None:
    names = [p.id for p in shipped.audit_profiles]

    assert names == ["short", "small", "starting", "adults", "full", "minors"]


@pytest.mark.parametrize(
    "name", ["adults", "final", "interim", "pair", "short", "small", "starting"]
)
def test_a_profile_names_criteria_in_order(shipped: Catalogue, name: str) -> None:
    assert named(shipped, name) == sorted(named(shipped, name))


@pytest.mark.parametrize("name", PROFILES)
def test_a_profile_only_changes_what_it_holds(shipped: Catalogue, name: str) -> None:
    assert set(profile(shipped, name).requirement) <= set(named(shipped, name))


def test_minors_get_what_keeps_them_safe_as_minimal(shipped: Catalogue) -> None:
    wanted = ("MC-23", "MC-27", "MC-29", "MC-61", "MC-62", "MC-63", "MC-75")
    changed = profile(shipped, "minors").requirement

    for name in wanted:
        assert changed.get(name, shipped.by_id[name].requirement) == "minimal"


def test_a_pair_is_asked_what_both_are_asked(shipped: Catalogue) -> None:
    for name in named(shipped, "pair"):
        for role in ("mentor", "mentee"):
            assert shipped.is_asked(shipped.by_id[name], role), (name, role)


def test_five_phases_have_a_question_each(shipped: Catalogue) -> None:
    assert shipped.relationship is not None
    phases = shipped.relationship.phases

    assert [p.id for p in phases] == [
        "preparation",
        "start_up",
        "guidance",
        "deepening",
        "closure",
    ]
    assert all(w.endswith("?") for p in phases for w in p.question.root.values())


def test_each_profession_has_signals_with_an_action(shipped: Catalogue) -> None:
    boundaries = shipped.boundaries
    assert boundaries is not None
    signals = Counter(signal.profession for signal in boundaries.signals)

    assert set(signals) == {profession.id for profession in boundaries.professions}
    assert min(signals.values()) >= 3
