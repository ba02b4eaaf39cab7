"""What the organisation does stands on a ladder on which each step holds the one below."""

import re

import pytest

from assessment.catalogue.model import Catalogue, Criterion
from tests.criteria.conftest import CRITERIA

ONE_PERSON = re.compile(
    r"\b(één persoon|hangt van|op gevoel|medewerkers?|teams?|one person|depends on|by feel|staff)\b",
    re.I,
)
ASKED = {
    "nl": re.compile(r"gevraagd|vroeg|vragen|zeggen"),
    "en": re.compile(r"\bask|\bsay\b|\btell"),
}
ANSWERED = {
    "nl": re.compile(r"hoor(t|de|den)|horen|gehoord|verteld|\bzei\b"),
    "en": re.compile(r"\bhear|\btold\b|\bsaid\b"),
}
CHANGED = re.compile(
    r"verbeterd|aangepast|veranderd|beter geworden|improved|adjusted|changed|better since", re.I
)


@pytest.fixture(scope="session")
def ladder(shipped: Catalogue) -> list[Criterion]:
    return [criterion for criterion in shipped.criteria if criterion.scale == "assurance"]


def words(criterion: Criterion, level: int, language: str) -> str:
    return criterion.rubric[level].in_language(language)


def test_the_scales_are_assurance_and_experience(
    shipped: Catalogue, ladder: list[Criterion]
) -> None:
    assert [scale.id for scale in shipped.scales] == ["assurance", "experience"]
    assert len(ladder) == 46
    for path in CRITERIA.rglob("*.yaml"):
        assert "scale: practice" not in path.read_text(encoding="utf-8"), path.name


@pytest.mark.parametrize("language", ["nl", "en"])
def test_nobody_stays_low_for_working_alone(ladder: list[Criterion], language: str) -> None:
    found = [
        (criterion.id, level)
        for criterion in ladder
        for level in range(5)
        if ONE_PERSON.search(words(criterion, level, language))
    ]

    assert found == []


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_top_is_to_ask_and_to_say_what_was_done_with_it(
    ladder: list[Criterion], language: str
) -> None:
    for criterion in ladder:
        top = words(criterion, 4, language)
        assert ASKED[language].search(top), (criterion.id, top)
        assert ANSWERED[language].search(top), (criterion.id, top)
        assert not CHANGED.search(top), (criterion.id, top)


def test_paper_alone_never_passes_the_first_step(ladder: list[Criterion]) -> None:
    for criterion in ladder:
        for level in (2, 3, 4):
            assert "alleen op papier" not in words(criterion, level, "nl"), criterion.id
