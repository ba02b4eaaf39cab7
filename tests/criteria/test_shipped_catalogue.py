"""What the shipped catalogue promises beyond what the loader checks of every catalogue."""

import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from assessment.catalogue.effort import profile_effort
from assessment.catalogue.model import Catalogue, Criterion
from assessment.catalogue.reading.loader import check_folder
from reports.catalogue_page.page import overview_page
from tests.criteria.conftest import CRITERIA

FULL_FIELDS = ("rubric", "why", "look_for", "prompts", "next_steps")
WIDEST_LINE = 110
DOCS = CRITERIA.parent / "docs"
OTHER_WORDS = re.compile(r"trajector|farewell", re.IGNORECASE)


def texts(part: Any) -> Iterator[dict[str, str]]:
    """Find every text in a catalogue that was turned into plain data."""
    if isinstance(part, dict) and set(part) == {"nl", "en"}:
        yield part
    elif isinstance(part, dict):
        for value in part.values():
            yield from texts(value)
    elif isinstance(part, list):
        for value in part:
            yield from texts(value)


@pytest.fixture(scope="session")
def all_texts(shipped: Catalogue) -> list[dict[str, str]]:
    talk = shipped.model_dump(mode="json", include={"guides", "scripts"})
    return list(texts([json.loads(shipped.snapshot), talk]))


@pytest.fixture(scope="session")
def short(shipped: Catalogue) -> list[Criterion]:
    profile = shipped.profile("short")
    assert profile is not None
    return [shipped.by_id[name] for name in profile.criteria]


def test_it_has_no_problems() -> None:
    assert check_folder(CRITERIA)[1] == []


def test_it_holds_those_of_the_inventory_and_those_from_the_standards(shipped: Catalogue) -> None:
    assert sorted(shipped.by_id) == [f"MC-{number:02}" for number in range(1, 76)]
    from_standards = [c.id for c in shipped.criteria if c.origin == "standards"]
    assert sorted(from_standards) == [f"MC-{number}" for number in (*range(61, 71), 75)]


def test_criteria_stand_in_order_of_id_in_their_file(shipped: Catalogue) -> None:
    for perspective in shipped.perspectives:
        ids = [c.id for c in shipped.criteria if c.perspective == perspective.id]
        assert ids == sorted(ids)


def test_every_text_is_in_dutch_and_english(
    shipped: Catalogue, all_texts: list[dict[str, str]]
) -> None:
    assert shipped.languages == ("nl", "en")
    assert len(all_texts) > 700
    assert all(text["nl"].strip() and text["en"].strip() for text in all_texts)


def test_the_two_languages_are_not_the_same_text(all_texts: list[dict[str, str]]) -> None:
    alike = {text["nl"] for text in all_texts if text["nl"] == text["en"] and " " in text["nl"]}

    assert alike == {"Mentoring Europe / ECEBM", "Australian Youth Mentoring Benchmarks (AYMN)"}


@pytest.mark.parametrize(
    ("perspective", "criteria", "minimal"),
    [("client", 25, 16), ("organisation", 18, 10), ("result", 11, 5), ("process", 21, 15)],
)
def test_perspectives_hold_what_was_counted(
    shipped: Catalogue, perspective: str, criteria: int, minimal: int
) -> None:
    found = [c.requirement for c in shipped.criteria if c.perspective == perspective]

    assert (len(found), found.count("minimal")) == (criteria, minimal)


def test_phases_hold_what_was_counted(shipped: Catalogue) -> None:
    assert Counter(c.phase for c in shipped.criteria) == {
        "preparation": 11,
        "recruitment": 3,
        "matching": 6,
        "training": 3,
        "start_up": 5,
        "guidance": 25,
        "deepening": 2,
        "closure": 3,
        "evaluation": 6,
        "programme_wide": 11,
    }


def test_lead_roles_are_what_was_counted(shipped: Catalogue) -> None:
    # who can know it, leads; what only all pairs together show is led by the coordinator
    assert Counter(c.role for c in shipped.criteria) == {
        "coordinator": 48,
        "facilitator": 2,
        "mentor": 20,
        "mentee": 5,
    }


def test_the_coordinator_is_asked_everything(shipped: Catalogue) -> None:
    assert [role.id for role in shipped.roles if role.asked_everything] == ["coordinator"]


def test_the_organisation_speaks_through_coordinator_and_facilitator(shipped: Catalogue) -> None:
    assert shipped.organisation_roles == {"coordinator", "facilitator"}


def test_whoever_is_asked_gets_own_words(shipped: Catalogue) -> None:
    for criterion in shipped.criteria:
        asked = {role for role in shipped.role_ids if shipped.is_asked(criterion, role)}
        assert set(criterion.ask) == asked - {criterion.role}, criterion.id


def test_also_asked_and_ask_keep_the_order_of_the_roles(shipped: Catalogue) -> None:
    for criterion in shipped.criteria:
        for roles in (criterion.also_asked, tuple(criterion.ask)):
            assert roles == tuple(sorted(roles, key=shipped.role_ids.index)), criterion.id


def test_a_facilitator_hears_what_a_pair_says_on_the_way(shipped: Catalogue) -> None:
    for name in ("MC-41", "MC-46"):
        assert shipped.by_id[name].also_asked == ("facilitator", "mentee")


def test_every_criterion_weighs_the_same(shipped: Catalogue) -> None:
    assert {criterion.weight for criterion in shipped.criteria} == {1}


def test_the_short_profile_has_twelve_for_the_project_and_eight_for_people(
    short: list[Criterion],
) -> None:
    scales = [criterion.scale for criterion in short]

    assert (scales.count("assurance"), scales.count("experience")) == (12, 8)


def test_every_criterion_has_all_fields(shipped: Catalogue) -> None:
    for criterion in shipped.criteria:
        assert all(getattr(criterion, name) for name in FULL_FIELDS), criterion.id


def test_the_full_profile_has_all_criteria(shipped: Catalogue) -> None:
    profile = shipped.profile("full")

    assert profile is not None
    assert profile.criteria == "all"


def test_no_two_levels_share_their_text(shipped: Catalogue) -> None:
    for criterion in shipped.criteria:
        for wording in shipped.wordings(criterion, shipped.role_ids):
            for language in shipped.languages:
                levels = {text.in_language(language) for text in wording.texts}
                assert len(levels) == 5, (criterion.id, wording.roles)


def test_no_two_criteria_share_title_or_question(shipped: Catalogue) -> None:
    for field in ("title", "question"):
        for language in shipped.languages:
            found = [getattr(c, field).in_language(language) for c in shipped.criteria]
            assert len(set(found)) == 75


def test_every_criterion_says_where_it_comes_from(shipped: Catalogue) -> None:
    for criterion in shipped.criteria:
        assert bool(criterion.sources) == (criterion.origin == "sources"), criterion.id
        assert criterion.evidence, criterion.id
        assert criterion.supported_by or criterion.studies, criterion.id


def test_what_rests_on_research_names_the_study_and_what_it_found(shipped: Catalogue) -> None:
    years = {study.id: str(study.year) for study in shipped.studies}
    for criterion in shipped.criteria:
        if criterion.evidence == "research":
            assert criterion.studies, criterion.id
        for name in criterion.studies:
            assert criterion.why is not None
            assert all(years[name] in words for words in criterion.why.root.values()), criterion.id


def test_every_study_is_used_and_doubted(shipped: Catalogue) -> None:
    used = {name for criterion in shipped.criteria for name in criterion.studies}

    assert used == {study.id for study in shipped.studies}
    assert all(study.doubts for study in shipped.studies)


def test_every_source_and_standard_is_used(shipped: Catalogue) -> None:
    named = {
        name
        for criterion in shipped.criteria
        for name in (*criterion.sources, *criterion.supported_by)
    }

    for part in (*shipped.sources, *shipped.standards):
        assert any(name == part.id or name.startswith(f"{part.id}-") for name in named), part.id


def test_texts_use_plain_quotes_dashes_and_full_stops(all_texts: list[dict[str, str]]) -> None:
    found = [
        words
        for text in all_texts
        for words in text.values()
        if re.search(r"[\u2010-\u2015\u2018-\u201f\u2026]| [-'\"]|  |!|\.\.\.|\n", words)
    ]

    assert found == []


def test_prompts_ask_something(shipped: Catalogue) -> None:
    for criterion in shipped.criteria:
        for text in criterion.prompts:
            for words in text.root.values():
                assert re.search(r"[?.]\Z", words), criterion.id
                assert "?" in words, criterion.id


def test_statements_end_with_a_full_stop(shipped: Catalogue) -> None:
    for criterion in shipped.criteria:
        why = (criterion.why,) if criterion.why else ()
        rubrics = (text for levels in criterion.rubric_for.values() for text in levels)
        for text in (*why, *criterion.rubric, *rubrics, *criterion.look_for):
            assert all(words.endswith(".") for words in text.root.values()), criterion.id


def test_titles_do_not_end_with_a_full_stop(shipped: Catalogue) -> None:
    for criterion in shipped.criteria:
        assert not any(words.endswith(".") for words in criterion.title.root.values())


def test_one_english_word_stands_for_one_dutch_word(all_texts: list[dict[str, str]]) -> None:
    assert not [text["en"] for text in all_texts if OTHER_WORDS.search(text["en"])]
    for text in all_texts:
        if re.search(r"\btraject", text["nl"]):
            assert "mentoring relationship" in text["en"]


@pytest.mark.parametrize(
    "path", sorted(CRITERIA.rglob("*.yaml")), ids=lambda path: path.relative_to(CRITERIA).as_posix()
)
def test_lines_are_short_enough_to_review(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").split("\n")

    assert [number for number, line in enumerate(lines, 1) if len(line) > WIDEST_LINE] == []


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_page_to_read_is_current(shipped: Catalogue, language: str) -> None:
    page = (DOCS / f"catalogue.{language}.md").read_text(encoding="utf-8")

    assert page == overview_page(shipped, language), "write it with `python cli.py overview`"


@pytest.mark.parametrize("name", ["interim", "final"])
def test_the_evaluations_of_a_relationship_ask_mentor_and_mentee_the_same_in_ten_minutes(
    shipped: Catalogue, name: str
) -> None:
    profile = shipped.profile(name)
    assert profile is not None
    assert profile in shipped.pair_profiles
    assert profile in shipped.invited_profiles
    assert profile not in shipped.audit_profiles
    assert shipped.pair_roles(profile) == ("mentor", "mentee")

    for role in ("mentor", "mentee"):
        for language in shipped.languages:
            asked = profile_effort(shipped, profile, role, language)
            assert asked.questions == len(profile.criteria)
            assert asked.minutes <= 10
