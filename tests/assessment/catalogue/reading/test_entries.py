"""Parts of a catalogue as they are written, also those that are not right."""

import pytest

from assessment.catalogue.reading.entries import LONGEST_ID, Entries, is_identifier
from assessment.catalogue.reading.yaml_document import parse_yaml

HEADER = """\
roles:
  - id: mentor
  - id: mentee
perspectives: none
phases:
  - id: 1
  - words
"""


@pytest.mark.parametrize("name", ["MC-05", "a", "first_year", "1", "x" * LONGEST_ID])
def test_letters_digits_dashes_and_underscores_make_an_id(name: str) -> None:
    assert is_identifier(name)


@pytest.mark.parametrize(
    "name", [None, "", "a b", "-a", "a-", "a--b", "é", "a\n", "x" * (LONGEST_ID + 1)]
)
def test_anything_else_is_no_id(name: str | None) -> None:
    assert not is_identifier(name)


def test_the_parts_of_the_header_are_entries_in_their_order() -> None:
    entries = Entries()

    entries.add_header(parse_yaml("catalogue.yaml", HEADER))

    assert list(entries.ids("roles")) == ["mentor", "mentee"]
    assert [entry.steps for entry in entries.of("roles")] == [("roles", 0), ("roles", 1)]


def test_a_kind_is_incomplete_when_an_id_cannot_be_known() -> None:
    entries = Entries()

    entries.add_header(parse_yaml("catalogue.yaml", HEADER))

    # no list, no usable id, not there at all; what is optional may be left out
    assert entries.incomplete == {"perspectives", "phases", "ambitions"}
    assert [entry.id for entry in entries.of("phases")] == [None]


@pytest.mark.parametrize("data", ["", "words", "- a"])
def test_a_header_that_is_no_mapping_leaves_every_kind_incomplete(data: str) -> None:
    entries = Entries()

    entries.add_header(parse_yaml("catalogue.yaml", data))

    assert entries.incomplete >= {"roles", "perspectives", "phases", "ambitions", "sources"}
    assert entries.of("roles") == []


@pytest.mark.parametrize(
    ("at_key", "expected"),
    [(False, "f.yaml:2:9: wrong."), (True, "f.yaml:2:3: wrong.")],
)
def test_a_problem_stands_at_its_place_in_the_file(at_key: bool, expected: str) -> None:
    located = parse_yaml("f.yaml", "- id: T-1\n  role: mentor\n")
    entries = Entries()
    entries.add("theses", located, (0,), located.data[0])

    entries.of("theses")[0].problem(("role",), "wrong.", at_key=at_key)

    assert [str(problem) for problem in located.problems] == [expected]
