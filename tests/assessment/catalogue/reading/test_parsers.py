"""Both parsers of YAML say the same, and refuse at once a file made to exhaust a reader."""

import re
import time
from typing import Any

import pytest
import yaml

from assessment.catalogue.reading.yaml_document import PARSER, Alias, Disputed, Located, read_yaml
from tests.support.criteria_folder import FILES, CriteriaFolder

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


MANY = 500_000
DEEP = "nested more than 12 deep. Check the indentation."
KEY = "a mapping or list as key. Use a plain word as key."
BOMBS = {
    "brackets": ("[" * MANY, DEEP),
    "closed brackets": ("[" * MANY + "]" * (MANY - 1), DEEP),
    "brackets on lines": ("[\n" * (MANY - 1), DEEP),
    "braces": ("{" * MANY, KEY),
    "maps in braces": ("{a: " * (MANY // 2 - 1), DEEP),
    "questions in braces": ("{? " * (MANY // 2), KEY),
    "dashes": ("- " * (MANY - 1), DEEP),
    "dashes on lines": ("".join(f"{' ' * depth}-\n" for depth in range(1_400)), DEEP),
    "keys on lines": ("".join(f"{' ' * depth}a:\n" for depth in range(1_400)), DEEP),
    "question marks": ("? " * (MANY - 1), KEY),
    "questions and dashes": ("? - " * (MANY // 2 - 1), KEY),
    "brackets and braces": ("[{a: " * (MANY // 3), DEEP),
    "dashes, then brackets": ("- " * 6 + "[" * MANY, DEEP),
    "keys, then braces": ("a:\n b:\n  c:\n   " + "{a: " * (MANY // 3), DEEP),
}
PARSERS = [yaml.CSafeLoader, yaml.SafeLoader]


@pytest.mark.parametrize("parser", PARSERS)
@pytest.mark.parametrize("name", BOMBS)
def test_deep_nesting_is_refused_at_once(folder: CriteriaFolder, name: str, parser: Any) -> None:
    content, expected = BOMBS[name]
    folder.write("theses.yaml", content)
    start = time.process_time()

    located = read_yaml(folder.path, "theses.yaml", parser)

    assert time.process_time() - start < 5
    assert located.data is None
    assert [problem.message for problem in located.problems] == [expected]


def test_the_place_of_too_much_nesting_is_named(folder: CriteriaFolder) -> None:
    folder.write("theses.yaml", "- " * 20)

    assert folder.problems() == [
        "theses.yaml:1:27: nested more than 12 deep. Check the indentation."
    ]


@pytest.mark.parametrize(
    "content",
    ["- a\n" * 250_000, "[" + "a," * 450_000 + "]", "".join(f"k{n}: 1\n" for n in range(90_000))],
)
def test_a_wide_file_is_refused_at_once(folder: CriteriaFolder, content: str) -> None:
    folder.write("theses.yaml", content)
    start = time.process_time()

    assert "more than 20,000 values. Shorten the file." in folder.problems()[0]
    assert time.process_time() - start < 5


def test_a_billion_laughs_are_not_laughed(folder: CriteriaFolder) -> None:
    lines = ["a0: &a0 [ha, ha, ha, ha, ha, ha, ha, ha, ha]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 10)]
    folder.write("catalogue.yaml", "\n".join(lines))
    start = time.process_time()

    found = folder.problems()

    assert time.process_time() - start < 5
    assert "catalogue.yaml:1:5: the anchor `&a0` is not allowed. Write the text out." in found
    assert "catalogue.yaml:2:10: the alias `*a0` is not allowed. Write the text out." in found


@pytest.mark.parametrize(
    "content",
    [
        "1" * 999_999,
        "1" * 999_998 + "x",
        "1:" * 400_000 + "x",
        "_" * 999_999,
        "- " + "9_" * 400_000,
    ],
)
def test_a_long_number_is_no_trap_for_the_reader(folder: CriteriaFolder, content: str) -> None:
    folder.write("theses.yaml", content)
    start = time.process_time()

    assert folder.problems()
    assert time.process_time() - start < 5


def test_many_near_matches_are_found_in_time(folder: CriteriaFolder) -> None:
    ids = "".join(f"  - {{id: standard-{n}, title: {{nl: a, en: b}}}}\n" for n in range(2_000))
    text = (folder.path / "catalogue.yaml").read_text(encoding="utf-8")
    folder.write("catalogue.yaml", text + ids)
    many = ", ".join(f"standart-{n}" for n in range(15_000))
    folder.change("perspectives/client.yaml", "[EEP4-S2, EEP4]", f"[{many}]")
    start = time.process_time()

    assert len(folder.problems()) == 1_000
    assert time.process_time() - start < 5
