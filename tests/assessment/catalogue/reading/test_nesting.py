"""Files made to exhaust a reader are refused at once, whichever parser reads them."""

import time
from typing import Any

import pytest
import yaml

from assessment.catalogue.reading.yaml_document import read_yaml
from tests.assessment.catalogue.reading.conftest import CriteriaFolder

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
