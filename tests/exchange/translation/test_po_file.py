"""A PO file holds the same entries after writing and reading."""

import pytest

from exchange.translation.po_file import read_entries, write_entries
from exchange.translation.translate import Translation

ENTRIES = [
    Translation("MC-05.title", "Veilig", "Safe"),
    Translation("MC-06.title", "Veilig", "Secure", is_fuzzy=True),
    Translation("MC-07.title", '30 % "meer" \\ é %s', '30 % "more" \\ é %s'),
    Translation("MC-08.why", "lang " * 60 + "eind", ""),
]


def test_what_is_written_is_read() -> None:
    assert read_entries(write_entries(ENTRIES, "tiny 1", "en")) == ENTRIES


def test_place_mark_and_earlier_source_are_written_for_the_translator() -> None:
    entry = Translation(
        "C-1.title",
        "Veilig contact",
        "Safe",
        is_fuzzy=True,
        previous="Veilig",
        place="client.yaml:2",
    )

    text = write_entries([entry], "tiny 1", "pt-BR").decode()

    assert "#: client.yaml:2" in text
    assert "#, fuzzy\n" in text
    assert '#| msgid "Veilig"' in text
    assert '"Language: pt-BR\\n"' in text


def test_the_same_entries_are_the_same_file() -> None:
    assert write_entries(ENTRIES, "tiny 1", "en") == write_entries(ENTRIES, "tiny 1", "en")


def test_entries_without_a_name_are_passed_by() -> None:
    assert read_entries(b'msgid "a"\nmsgstr "b"\n') == []


@pytest.mark.parametrize("data", [b"no po file", b"\xff\xfe\x00"])
def test_what_is_no_po_file_is_said(data: bytes) -> None:
    with pytest.raises(ValueError):
        read_entries(data)


def test_a_text_with_a_plural_is_refused_before_its_forms_are_counted() -> None:
    entry = b'msgctxt "a"\nmsgid "one"\nmsgid_plural "more"\nmsgstr[0] "een"\n'

    with pytest.raises(ValueError, match="no plural forms"):
        read_entries(entry)


@pytest.mark.parametrize("number", ["999999999", "10"])
def test_more_plural_forms_than_any_language_has_are_refused(number: str) -> None:
    header = f'msgid ""\nmsgstr "Plural-Forms: nplurals={number}; plural=0;\\n"\n'

    with pytest.raises(ValueError, match="plural forms"):
        read_entries(header.encode())
