"""The parts of a catalogue by kind, right or wrong, with the place where each begins."""

import pytest

from assessment.catalogue.reading.entries import LONGEST_ID, Entries, Entry, is_identifier
from assessment.catalogue.reading.yaml_document import Located, parse_yaml

HEADER = """\
roles:
  - id: mentor
  - id: mentee
perspectives:
  - id: client
phases: []
ambitions:
  - id: floor
"""


def a_header(text: str = HEADER) -> tuple[Entries, Located]:
    entries, header = Entries(), parse_yaml("catalogue.yaml", text)
    entries.add_header(header)
    return entries, header


@pytest.mark.parametrize("name", ["a", "C-1", "EEP4", "two_words", "a-b_c-9", "0", "x" * 40])
def test_letters_and_digits_joined_by_dashes_make_an_id(name: str) -> None:
    assert is_identifier(name)


@pytest.mark.parametrize(
    "name",
    [None, "", "-a", "a-", "_a", "a--b", "a b", "a.b", "../a", "a/b", "é", "a\n", "x" * 41],
)
def test_whatever_could_not_name_a_file_is_no_id(name: str | None) -> None:
    assert LONGEST_ID == 40
    assert not is_identifier(name)


def test_the_parts_of_the_header_are_known_by_kind_in_their_order() -> None:
    entries, _ = a_header()

    assert list(entries.ids("roles")) == ["mentor", "mentee"]
    assert list(entries.ids("perspectives")) == ["client"]
    assert [entry.id for entry in entries.of("ambitions")] == ["floor"]
    assert (entries.of("phases"), entries.incomplete) == ([], set())


def test_sources_and_standards_may_be_left_out_and_what_is_needed_may_not() -> None:
    entries, _ = a_header("roles:\n  - id: mentor\nsources:\n  - id: S1\n")

    assert list(entries.ids("sources")) == ["S1"]
    assert entries.incomplete == {"perspectives", "phases", "ambitions"}


@pytest.mark.parametrize("text", ["[", "- id: x", "words"])
def test_of_a_header_that_is_no_header_nothing_is_known(text: str) -> None:
    entries, _ = a_header(text)

    assert entries.by_kind == {}
    assert entries.incomplete == {
        "roles",
        "perspectives",
        "phases",
        "ambitions",
        "sources",
        "standards",
        "studies",
    }


@pytest.mark.parametrize("part", ["{title: x}", "{id: 5}", '{id: "a b"}', '{id: ""}'])
def test_a_part_without_usable_id_is_kept_and_its_kind_is_incomplete(part: str) -> None:
    entries, _ = a_header(HEADER.replace("phases: []", f"phases: [{part}, {{id: end}}]"))

    assert len(entries.of("phases")) == 2
    assert "end" in entries.ids("phases")
    assert entries.incomplete == {"phases"}


def test_what_is_no_part_is_not_kept_and_its_kind_is_incomplete() -> None:
    entries, _ = a_header(HEADER.replace("phases: []", "phases: [start, {id: end}]"))

    assert list(entries.ids("phases")) == ["end"]
    assert len(entries.of("phases")) == 1
    assert entries.incomplete == {"phases"}


def test_an_id_that_is_no_text_is_none() -> None:
    located = parse_yaml("theses.yaml", "- id: 5")

    assert Entry(located, (0,), located.data[0]).id is None


def test_a_problem_stands_at_a_value_of_the_part_or_at_its_key() -> None:
    entries, header = a_header()
    mentee = entries.of("roles")[1]

    mentee.problem(("id",), "wrong value")
    mentee.problem(("id",), "wrong key", at_key=True)

    assert [str(problem) for problem in header.problems] == [
        "catalogue.yaml:3:9: wrong value",
        "catalogue.yaml:3:5: wrong key",
    ]


def test_parts_of_several_files_come_in_the_order_in_which_they_are_added() -> None:
    entries = Entries()
    for name in ("b", "a"):
        located = parse_yaml(f"perspectives/{name}.yaml", f"- id: {name}-1")
        entries.add("criteria", located, (0,), located.data[0])

    assert list(entries.ids("criteria")) == ["b-1", "a-1"]
    assert [entry.located.file for entry in entries.of("criteria")] == [
        "perspectives/b.yaml",
        "perspectives/a.yaml",
    ]
