"""docs/security.md: every requirement of the first level once, and tests that there are."""

import ast
import re
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PAGE = (ROOT / "docs" / "security.md").read_text(encoding="utf-8")
ROWS = re.findall(r"^\| (V[^|]+) \| [^|]+ \| ([a-z/ ]+) \| (.+) \|$", PAGE, flags=re.MULTILINE)
# the requirements of ASVS 5.0.0 at level 1, by chapter and section
LEVEL_1 = {
    "1.2": (1, 2, 3, 4, 5), "1.3": (1, 2), "1.5": (1,), "2.1": (1,), "2.2": (1, 2), "2.3": (1,),
    "3.2": (1, 2), "3.3": (1,), "3.4": (1, 2), "3.5": (1, 2, 3), "4.1": (1,), "4.4": (1,),
    "5.2": (1, 2), "5.3": (1, 2), "6.1": (1,), "6.2": (1, 2, 3, 4, 5, 6, 7, 8), "6.3": (1, 2),
    "6.4": (1, 2), "7.2": (1, 2, 3, 4), "7.4": (1, 2), "8.1": (1,), "8.2": (1, 2), "8.3": (1,),
    "9.1": (1, 2, 3), "9.2": (1,), "10.4": (1, 2, 3, 4, 5), "11.3": (1, 2), "11.4": (1,),
    "12.1": (1,), "12.2": (1, 2), "13.4": (1,), "14.2": (1,), "14.3": (1,), "15.1": (1,),
    "15.2": (1,), "15.3": (1,),
}  # fmt: skip


def numbers(cell: str) -> list[str]:
    """Return the requirements of a row, such as "V1.1.1 – V1.1.3, V1.2.1"."""
    found = []
    for part in cell.split(", "):
        first, _, last = part.strip().partition(" – ")
        section, _, number = first.rpartition(".")
        until = int((last or first).rpartition(".")[2])
        found += [f"{section}.{each}" for each in range(int(number), until + 1)]
    return found


@cache
def names_in(file: str) -> set[str]:
    tree = ast.parse((ROOT / file).read_text(encoding="utf-8"))
    return {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}


def test_every_requirement_of_the_first_level_stands_there_once() -> None:
    expected = [f"V{section}.{each}" for section, all_ in LEVEL_1.items() for each in all_]

    assert len(expected) == 70
    assert sorted(number for row in ROWS for number in numbers(row[0])) == sorted(expected)


def test_every_row_says_how_it_stands_and_what_is_met_is_shown() -> None:
    assert {state for _, state, _ in ROWS} == {"met", "partly", "not met", "n/a"}
    by_reason = {
        "V6.1.1",
        "V6.4.2",
        "V8.1.1",
        "V8.3.1",
    }  # documents, or something that is not there
    unshown = {name for name, state, shown in ROWS if state == "met" and "::" not in shown}

    assert unshown == by_reason


def test_the_check_of_parts_names_every_lock_that_people_run() -> None:
    (command,) = re.findall(r"^uvx pip-audit .*$", PAGE, flags=re.MULTILINE)

    named = re.findall(r"-r (\S+)", command)
    assert sorted(named) == sorted(file.name for file in ROOT.glob("requirements*.txt"))
    assert "**within 7 days**" in PAGE
    assert "**within 30 days**" in PAGE


def test_every_test_that_is_named_is_there() -> None:
    named = re.findall(r"`(tests/[\w/.]+)::(test_\w+)`", PAGE)

    assert len(named) > 60
    assert [f"{file}::{name}" for file, name in named if name not in names_in(file)] == []
