"""libyaml reads; the pure parser, where libyaml is not built in, says the same in its own words."""

import re
from typing import Any

import pytest
import yaml

from assessment.catalogue.reading.yaml_document import PARSER, Alias, Disputed, Located, read_yaml
from tests.assessment.catalogue.reading.conftest import FILES, CriteriaFolder

OWN_WORDS = re.compile(r"this is no valid YAML: .*?\. (?=[A-Z])")
NAME = "perspectives/client.yaml"
TITLE = "{nl: Veilig, en: Safe}"


def both(folder: CriteriaFolder, name: str = NAME) -> tuple[Located, Located]:
    return (
        read_yaml(folder.path, name, yaml.CSafeLoader),
        read_yaml(folder.path, name, yaml.SafeLoader),
    )


def without_own_words(located: Located) -> list[str]:
    return [OWN_WORDS.sub("", str(problem)) for problem in located.problems]


def plain(data: Any) -> Any:
    """Return data in which two disputed words, and two aliases, are equal."""
    if isinstance(data, dict):
        return {key: plain(value) for key, value in data.items()}
    if isinstance(data, list):
        return [plain(value) for value in data]
    return type(data) if isinstance(data, (Disputed, Alias)) else data


def test_libyaml_reads_where_it_is_built_in() -> None:
    assert PARSER is yaml.CSafeLoader


@pytest.mark.parametrize("name", [name for name in FILES if name.endswith(".yaml")])
def test_both_find_the_same_data_in_the_same_places(folder: CriteriaFolder, name: str) -> None:
    fast, pure = both(folder, name)

    assert (fast.data, fast.values, fast.keys, fast.raw) == (
        pure.data,
        pure.values,
        pure.keys,
        pure.raw,
    )


@pytest.mark.parametrize(
    "new",
    [
        "\n    nl: >-\n      één\n      twee\n    en: |\n      one\n\n      two\n",
        '"😀: é" # note',
        "{nl: no, en: 010}",
        "[1, 2.5, 2024-01-01, null, ~, true]",
        "'it''s'",
        '"a\\u00e9\\n\\x41"',
        "\n  - x\n  - y",
        "!!python/object:os.system x",
        "&a x",
        "*a",
        "{<<: *a}",
        "{[a]: b}",
        "{a: 1, a: 2}",
        "x\n---\ny",
        "\tx",
        "a\x85b",
        '"\\0"',
        "- " * 20,
        "[" * 20,
        "{nl: Veilig, en: Safe",
        "{nl: Let op: dit}",
        "Let op: dit",
        "@home",
        "`x`",
        "%x",
        '"never closed',
        "'never closed",
        "}",
        "a\n b: c",
    ],
)
def test_both_say_the_same_but_for_the_parsers_own_words(folder: CriteriaFolder, new: str) -> None:
    folder.change(NAME, TITLE, new)

    fast, pure = both(folder)

    assert without_own_words(pure) == without_own_words(fast)
    assert plain(pure.data) == plain(fast.data)


@pytest.mark.parametrize(
    ("new", "expected"),
    [
        (
            "{nl: Veilig?, en: Safe}",
            f"{NAME}:2:21: this is no valid YAML: expected ',' or '}}', but got '?'. "
            "Close every bracket; quote a text with a comma, colon, bracket or `?`.",
        ),
        (
            ">#",
            f"{NAME}:2:11: this is no valid YAML: expected chomping or indentation indicators, "
            "but found '#'. Check indentation, quotes and colons here and in the line above.",
        ),
    ],
)
def test_the_pure_parser_is_a_little_stricter(
    folder: CriteriaFolder, new: str, expected: str
) -> None:
    folder.change(NAME, TITLE, new)

    fast, pure = both(folder)

    assert fast.problems == []
    assert [str(problem) for problem in pure.problems] == [expected]


@pytest.mark.parametrize("content", [r'"\UFFFFFFFF"', r'"\U00110000"', f"%YAML 1.{'9' * 5000}\n"])
def test_a_number_that_is_too_large_does_not_break_the_pure_parser(
    folder: CriteriaFolder, content: str
) -> None:
    folder.write("theses.yaml", content)

    fast, pure = both(folder, "theses.yaml")

    assert len(fast.problems) == 1
    assert [str(problem) for problem in pure.problems] == [
        r"theses.yaml: this is no valid YAML: a number after `\U` or `%` is too large. Remove it."
    ]
