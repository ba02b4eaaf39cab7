"""Whoever is asked reads own words, about what that person can know, and not too many of them."""

import re
from collections import Counter
from collections.abc import Iterator

import pytest

from assessment.catalogue.effort import WORDS_PER_MINUTE, profile_effort
from assessment.catalogue.model import Catalogue, Criterion, Text
from assessment.catalogue.readability import criterion_ease

LANGUAGES = ("nl", "en")
ASKED = {"coordinator": 75, "mentor": 30, "mentee": 24, "facilitator": 11, "partner": 6}
PLAIN_FOR_MENTEES = 70  # reading ease of all that a mentee reads of one criterion
MENTEE_MINUTES, MENTOR_MINUTES = 10, 20
MOST_WORDS = {"mentee": {"nl": 48, "en": 52}, "mentor": {"nl": 70, "en": 76}}  # of one criterion

I_OR_WE = {
    "nl": re.compile(r"\b(ik|me|mij|mijn|mezelf|wij|we|ons|onze)\b", re.IGNORECASE),
    "en": re.compile(r"\b(I|me|my|myself|we|us|our)\b", re.IGNORECASE),
}
I_OR_YOU_ALL = {  # a coordinator alone is no "we", a team no "I"
    "nl": re.compile(r"\b(ik|me|mij|mijn|wij|we|ons|onze|je|jij|jouw|jullie)\b", re.IGNORECASE),
    "en": re.compile(r"\b(I|me|my|we|us|our|you|your)\b", re.IGNORECASE),
}
SAMPLE = {"nl": re.compile("gespreide steekproef"), "en": re.compile("spread sample")}
FOUND_OUT = {"nl": re.compile("navraag"), "en": re.compile("were asked")}
NOT_FOR_MENTEES = {  # what one mentee cannot see, and office words
    "nl": re.compile(
        r"\b(protocol|beleid|plan|procedure|gedragscode|evaluatie|traject|koppels?|match|intake|"
        r"coördinator|procesbegeleider|facilitator|medewerkers?|organisatie|partner|dossier|criterium|"
        r"vertrouwelijk|verwachtingen|leervraag|leerdoel|reflecteren|mentees|iedereen|"
        r"de (?:mentee|mentor))\b",
        re.IGNORECASE,
    ),
    "en": re.compile(
        r"\b(protocol|policy|plan|procedure|code of conduct|evaluation|match|pairs?|intake|"
        r"coordinator|facilitator|staff|organisation|partner|confidential|expectations|mentees|"
        r"everyone|the (?:mentee|mentor))\b",
        re.IGNORECASE,
    ),
}
NOT_FOR_MENTORS = {
    "nl": re.compile(
        r"\b(beleid|protocol|andere koppels|alle mentoren|elke mentor|de mentor)\b", re.I
    ),
    "en": re.compile(
        r"\b(policy|protocol|other pairs|all mentors|every mentor|the mentor)\b", re.I
    ),
}
LADDER_OF_WORDS = re.compile(r"\b(soms|vaak|altijd|zelden|sometimes|often|always|rarely)\b", re.I)
CARE = {
    ("mentee", "MC-36", 0),
    ("mentee", "MC-41", 0),
    ("mentee", "MC-42", 0),
    ("mentee", "MC-44", 0),
    ("mentee", "MC-45", 0),
    ("mentee", "MC-45", 1),
    ("mentee", "MC-51", 0),
    ("mentee", "MC-52", 0),
    ("mentee", "MC-62", 0),
    ("mentee", "MC-62", 1),
    ("mentee", "MC-62", 2),
    ("mentee", "MC-75", 0),
    ("mentee", "MC-75", 1),
    ("mentor", "MC-41", 0),
    ("mentor", "MC-45", 0),
    ("mentor", "MC-45", 1),
    ("mentor", "MC-57", 0),
    ("mentor", "MC-57", 1),
    ("mentor", "MC-75", 0),
}


def asked(shipped: Catalogue, role: str) -> list[Criterion]:
    return [criterion for criterion in shipped.criteria if shipped.is_asked(criterion, role)]


def levels(shipped: Catalogue, role: str) -> Iterator[tuple[str, int, Text]]:
    """Yield every level that a role can choose, with the criterion and the level."""
    for criterion in asked(shipped, role):
        for level, text in enumerate(shipped.rubric(criterion, role)):
            yield criterion.id, level, text


def read_by(shipped: Catalogue, role: str) -> Iterator[tuple[str, Text]]:
    """Yield all that a role reads: its questions and its levels."""
    for criterion in asked(shipped, role):
        yield criterion.id, criterion.question_for(role)
    for name, _, text in levels(shipped, role):
        yield name, text


@pytest.mark.parametrize(("role", "number"), ASKED.items())
def test_each_role_is_asked_what_was_counted(shipped: Catalogue, role: str, number: int) -> None:
    assert len(asked(shipped, role)) == number


def test_whoever_is_asked_chooses_from_levels_in_own_words(shipped: Catalogue) -> None:
    for criterion in shipped.criteria:
        assert set(criterion.rubric_for) == set(criterion.ask), criterion.id
        assert shipped.in_the_words_of_the_lead(criterion) == (), criterion.id


def test_a_question_asks_one_thing(shipped: Catalogue) -> None:
    for criterion in shipped.criteria:
        for text in (criterion.question, *criterion.ask.values()):
            for words in text.root.values():
                assert words.count("?") == 1, criterion.id
                assert words.endswith("?"), criterion.id


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("role", ["mentee", "mentor"])
def test_mentee_and_mentor_answer_in_the_first_person(
    shipped: Catalogue, role: str, language: str
) -> None:
    distant = [
        (name, level, words)
        for name, level, text in levels(shipped, role)
        if not I_OR_WE[language].search(words := text.in_language(language))
    ]

    assert distant == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_a_coordinator_reads_fits_who_is_alone_and_a_team(
    shipped: Catalogue, language: str
) -> None:
    found = [
        (name, words)
        for name, text in read_by(shipped, "coordinator")
        if I_OR_YOU_ALL[language].search(words := text.in_language(language))
    ]

    assert found == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_people_live_can_be_known_from_all_pairs_or_from_a_sample(
    shipped: Catalogue, language: str
) -> None:
    sample, found_out = SAMPLE[language], FOUND_OUT[language]
    for criterion in asked(shipped, "coordinator"):
        if criterion.scale == "experience":
            levels = [t.in_language(language) for t in shipped.rubric(criterion, "coordinator")]
            assert found_out.search(levels[0]), criterion.id
            assert sample.search(levels[4]), criterion.id


def test_the_coordinator_reads_where_a_level_is_chosen_what_counts(shipped: Catalogue) -> None:
    hints = {
        (scale.id, number): level.hint.in_language("en")
        for scale in shipped.scales
        for number, level in enumerate(scale.levels)
        if level.hint
    }

    assert set(hints) == {("assurance", 3), ("experience", 0), ("experience", 2)}
    assert "alone" in hints["assurance", 3]
    assert "do not know" in hints["experience", 0]
    assert "sample" in hints["experience", 2]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("role", "forbidden"), [("mentee", NOT_FOR_MENTEES), ("mentor", NOT_FOR_MENTORS)]
)
def test_nobody_is_asked_what_they_cannot_see(
    shipped: Catalogue, role: str, forbidden: dict[str, re.Pattern[str]], language: str
) -> None:
    found = [
        (name, words)
        for name, text in read_by(shipped, role)
        if forbidden[language].search(words := text.in_language(language))
    ]

    assert found == []


def test_no_answer_is_about_how_often(shipped: Catalogue) -> None:
    """A ladder has two of these words or more; one of them may just be what somebody says."""
    for role in ASKED:
        for criterion in asked(shipped, role):
            for language in LANGUAGES:
                texts = [text.in_language(language) for text in shipped.rubric(criterion, role)]
                words = {w.lower() for text in texts for w in LADDER_OF_WORDS.findall(text)}
                assert len(words) <= 1, (criterion.id, role, words)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("role", ["mentee", "mentor"])
def test_what_is_read_of_one_criterion_is_short(
    shipped: Catalogue, role: str, language: str
) -> None:
    words: Counter[str] = Counter()
    for name, text in read_by(shipped, role):
        words[name] += len(text.in_language(language).split())

    assert {n: w for n, w in words.items() if w > MOST_WORDS[role][language]} == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_answer_of_a_mentee_is_one_sentence(shipped: Catalogue, language: str) -> None:
    for name, level, text in levels(shipped, "mentee"):
        assert len(re.findall(r"[.?!]", text.in_language(language))) == 1, (name, level)


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_a_mentee_reads_is_easy(shipped: Catalogue, language: str) -> None:
    eases = criterion_ease(shipped, "mentee", language)

    assert len(eases) == ASKED["mentee"]
    assert {name: ease for name, ease in eases.items() if ease < PLAIN_FOR_MENTEES} == {}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("role", "minutes"), [("mentee", MENTEE_MINUTES), ("mentor", MENTOR_MINUTES)]
)
def test_a_whole_set_takes_no_longer_than_promised(
    shipped: Catalogue, role: str, minutes: int, language: str
) -> None:
    full = shipped.profile("full")
    assert full is not None
    effort = profile_effort(shipped, full, role, language)

    assert WORDS_PER_MINUTE == 160
    assert effort.questions == ASKED[role]
    assert effort.minutes <= minutes


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_level_has_the_words_of_another(shipped: Catalogue, language: str) -> None:
    meanings = [m.meaning.in_language(language) for s in shipped.scales for m in s.levels]
    found = Counter(meanings)
    for criterion in shipped.criteria:
        for wording in (criterion.rubric, *criterion.rubric_for.values()):
            found.update(text.in_language(language) for text in wording)

    assert [words for words, number in found.items() if number > 1] == []


def test_answers_that_tell_of_fear_are_followed_by_care(shipped: Catalogue) -> None:
    marked = {
        (role, name, level)
        for role in ASKED
        for name, level, _ in levels(shipped, role)
        if shipped.needs_care(shipped.by_id[name], role, level)
    }

    assert marked == CARE


def test_a_pair_is_not_asked_what_one_may_not_dare_to_tell_the_other(shipped: Catalogue) -> None:
    risky = {name for _, name, _ in CARE} - {"MC-42", "MC-51"}
    for profile in shipped.pair_profiles:
        assert risky.isdisjoint(profile.criteria), profile.id
        assert profile.warning is not None, profile.id
