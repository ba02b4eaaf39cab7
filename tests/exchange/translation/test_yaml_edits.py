"""Words are written where they belong; every other character of the file stays."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.catalogue.reading.text_file import STRANGE
from assessment.catalogue.reading.yaml_document import parse_yaml
from exchange.translation.yaml_edits import Edit, with_language, with_words

FILE = """\
# a comment above
- id: C-1   # beside
  title: {nl: Veilig, en: "Safe"}  # flow
  question:
    # inside
    nl: Is het veilig?
    en: 'Is it safe?' # after

  rubric:
    - nl: >-
        een lange
        tekst

      en: one
    - nl: twee
      en: >-
        a long
        text
"""


def changed(steps: tuple[str | int, ...], language: str, words: str, text: str = FILE) -> str:
    return with_words(text, parse_yaml("file", text), [Edit(steps, language, words)])


@pytest.mark.parametrize(
    ("steps", "language", "words", "old", "new"),
    [
        ((0, "title"), "en", "Secure", '"Safe"', "Secure"),
        ((0, "title"), "nl", "Zeker, wis", "nl: Veilig", 'nl: "Zeker, wis"'),
        ((0, "question"), "en", "Safe?", "'Is it safe?' #", "Safe? #"),
        ((0, "question"), "nl", "Let op: dit", "Is het veilig?", '"Let op: dit"'),
        ((0, "question"), "nl", "nee", "Is het veilig?", "nee"),
        ((0, "question"), "nl", "no", "Is het veilig?", '"no"'),
        ((0, "rubric", 0), "nl", "een", ">-\n        een lange\n        tekst", "een"),
        ((0, "rubric", 1), "en", "b", ">-\n        a long\n        text", "b"),
        ((0, "title"), "de", "Sicher", '"Safe"}', '"Safe", de: Sicher}'),
        ((0, "question"), "de", "Ja?", "# after\n", "# after\n    de: Ja?\n"),
        ((0, "rubric", 0), "de", "eins", "en: one\n", "en: one\n      de: eins\n"),
        ((0, "rubric", 1), "de", "zwei", "text\n", "text\n      de: zwei\n"),
    ],
)
def test_only_the_words_change(
    steps: tuple[str | int, ...], language: str, words: str, old: str, new: str
) -> None:
    assert FILE.count(old) >= 1
    head, _, tail = FILE.rpartition(old)

    assert changed(steps, language, words) == head + new + tail


def test_a_long_text_is_folded_below_its_key() -> None:
    words = " ".join(["woord"] * 30)

    lines = changed((0, "question"), "nl", words).split("\n")
    start = lines.index("    nl: >-")

    assert lines[start + 1].startswith("      woord")
    assert max(map(len, lines)) <= 110
    assert lines[start - 1] == "    # inside"


def test_a_language_may_be_added_to_the_last_line_of_a_file() -> None:
    text = "title:\n  nl: ja\n  en: yes it is"

    assert changed(("title",), "de", "doch", text) == f"{text}\n  de: doch"


def test_several_edits_do_not_stand_in_each_others_way() -> None:
    edits = [
        Edit((0, "title"), "nl", "Een"),
        Edit((0, "title"), "de", "Drei"),
        Edit((0, "rubric", 1), "en", "Two"),
    ]

    data = parse_yaml("", with_words(FILE, parse_yaml("", FILE), edits)).data

    assert data[0]["title"] == {"nl": "Een", "en": "Safe", "de": "Drei"}
    assert data[0]["rubric"][1]["en"] == "Two"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("languages: [nl, en]\nx: 1\n", "languages: [nl, en, de]\nx: 1\n"),
        (
            "languages:\n  - nl\n  - en # two\nx: 1\n",
            "languages:\n  - nl\n  - en # two\n  - de\nx: 1\n",
        ),
    ],
)
def test_a_language_is_added_to_the_list(text: str, expected: str) -> None:
    assert with_language(text, parse_yaml("", text), "de") == expected


def test_a_language_that_looks_like_a_switch_is_quoted() -> None:
    text = "languages: [nl, en]\n"

    assert with_language(text, parse_yaml("", text), "no") == 'languages: [nl, en, "no"]\n'


USABLE = st.text(min_size=1, max_size=300).filter(lambda t: t.strip() and not STRANGE.search(t))
PLACES = st.sampled_from([(0, "title"), (0, "question"), (0, "rubric", 0), (0, "rubric", 1)])


@given(words=USABLE, steps=PLACES, language=st.sampled_from(["nl", "en", "de"]))
def test_whatever_words_are_written_the_same_are_read(
    words: str, steps: tuple[str | int, ...], language: str
) -> None:
    before = parse_yaml("", FILE)
    after = parse_yaml("", changed(steps, language, words))

    assert after.problems == []
    assert after.values.keys() - before.values.keys() <= {(*steps, language)}
    for way in before.values.keys() - {(*steps, language)}:
        assert _at(after.data, way) == _at(before.data, way) or steps[: len(way)] == way
    assert _at(after.data, (*steps, language)) == words


def _at(data: object, way: tuple[str | int, ...]) -> object:
    for step in way:
        data = data[step]  # type: ignore[index]
    return data
