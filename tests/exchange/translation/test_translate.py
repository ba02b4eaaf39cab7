"""Texts go out to translators and come back; what does not fit is said and left aside."""

from dataclasses import replace

import pytest

from assessment.catalogue.reading.loader import load_catalogue
from assessment.errors import InvalidInput
from exchange.translation.translate import (
    Imported,
    Translation,
    import_into,
    translations,
    updated,
    write_files,
)
from tests.support.criteria_folder import EXTRAS, FILES, CriteriaFolder

BOTH = ("nl", "en")
TITLE = Translation("C-1.title", "Veilig", "Safe", place="perspectives/client.yaml:2")


@pytest.fixture
def folder(tmp_path_factory: pytest.TempPathFactory) -> CriteriaFolder:
    made = CriteriaFolder(tmp_path_factory.mktemp("criteria"))
    for name, content in (FILES | EXTRAS).items():
        made.write(name, content)
    return made


def taken(folder: CriteriaFolder, *entries: Translation, **options: bool) -> Imported:
    return import_into(folder.path, BOTH, "en", entries, **options)


def test_every_text_goes_out_with_its_translation_and_its_place(folder: CriteriaFolder) -> None:
    found = translations(folder.path, BOTH, "en")

    assert TITLE in found
    assert all(text.source and text.target for text in found)


def test_a_new_language_goes_out_empty(folder: CriteriaFolder) -> None:
    assert {text.target for text in translations(folder.path, BOTH, "de")} == {""}


def test_what_went_out_comes_back_without_a_change(folder: CriteriaFolder) -> None:
    result = taken(folder, *translations(folder.path, BOTH, "en"))

    assert result == Imported()


def test_other_words_are_written_where_they_belong(folder: CriteriaFolder) -> None:
    result = taken(folder, replace(TITLE, target="Secure"))
    write_files(folder.path, result.files)

    assert (result.changed, list(result.files)) == (1, ["perspectives/client.yaml"])
    assert load_catalogue(folder.path).by_id["C-1"].title.in_language("en") == "Secure"


def test_a_whole_new_language_round_trip(folder: CriteriaFolder) -> None:
    out = translations(folder.path, BOTH, "de")
    back = [replace(text, target=f"{text.source} auf Deutsch") for text in out]

    result = import_into(folder.path, BOTH, "de", back)
    write_files(folder.path, result.files)

    assert load_catalogue(folder.path).languages == ("nl", "en", "de")
    again = translations(folder.path, (*BOTH, "de"), "de")
    assert {t.context: t.target for t in again} == {t.context: t.target for t in back}


def test_the_levels_of_a_role_go_out_and_come_back_and_their_marks_stay(
    folder: CriteriaFolder,
) -> None:
    marked = "".join(f"      - {{nl: ik {n}, en: I {n}, care: true}}\n" for n in range(5))
    new = f"  rubric_for:\n    mentee:\n{marked}  why: {{nl: Daarom."
    folder.change("perspectives/client.yaml", "  why: {nl: Daarom.", new)
    out = translations(folder.path, BOTH, "de")

    result = import_into(
        folder.path, BOTH, "de", [replace(text, target=f"{text.source}!") for text in out]
    )
    write_files(folder.path, result.files)

    own = load_catalogue(folder.path).by_id["C-1"].rubric_for["mentee"]
    assert "C-1.rubric_for.mentee.4" in {text.context for text in out}
    assert [(level.root["de"], level.care) for level in own] == [
        (f"ik {n}!", True) for n in range(5)
    ]


def test_a_new_language_waits_until_every_text_is_there(folder: CriteriaFolder) -> None:
    result = import_into(folder.path, BOTH, "de", [replace(TITLE, target="Sicher")])

    assert "C-1.title" not in result.untranslated
    assert "C-2.title" in result.untranslated


@pytest.mark.parametrize(
    ("entry", "note"),
    [
        (replace(TITLE, context="C-9.title"), "C-9.title: there is no such text."),
        (replace(TITLE, target=" "), "C-1.title: no translation yet."),
        (replace(TITLE, target="Sa\x07fe"), "C-1.title: the character U+0007 cannot be used."),
        (replace(TITLE, target="Secure", is_fuzzy=True), "C-1.title: marked fuzzy."),
        (
            replace(TITLE, source="Zeker", target="Secure"),
            "C-1.title: made of a text that has changed.",
        ),
    ],
)
def test_what_does_not_fit_is_said_and_left_aside(
    folder: CriteriaFolder, entry: Translation, note: str
) -> None:
    result = taken(folder, entry)

    assert result.files == {}
    assert [line.startswith(note) for line in result.notes] == [True]


@pytest.mark.parametrize("fields", [{"is_fuzzy": True}, {"source": "Zeker"}])
def test_what_is_fuzzy_is_taken_when_asked(
    folder: CriteriaFolder, fields: dict[str, str | bool]
) -> None:
    entry = replace(TITLE, target="Secure", **fields)

    result = taken(folder, entry, take_fuzzy=True)

    assert (result.changed, result.notes) == (1, [])


def test_line_ends_and_byte_order_mark_stay(folder: CriteriaFolder) -> None:
    path = folder.path / "perspectives" / "client.yaml"
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    before = path.read_bytes()

    write_files(folder.path, taken(folder, replace(TITLE, target="Secure")).files)

    assert path.read_bytes() == before.replace(b"Safe}", b"Secure}", 1)


@pytest.mark.parametrize("language", ["", "Dutch", "../en", "nl"])
def test_only_another_language_is_translated_into(folder: CriteriaFolder, language: str) -> None:
    with pytest.raises(InvalidInput):
        translations(folder.path, BOTH, language)
    with pytest.raises(InvalidInput):
        import_into(folder.path, BOTH, language, [])


def one_updated(present: Translation, earlier: Translation) -> tuple[Translation, list[str]]:
    found, differing = updated([present], {earlier.context: earlier})
    return found[0], differing


def test_what_a_translator_wrote_is_kept_for_a_new_language() -> None:
    present = replace(TITLE, target="")

    assert one_updated(present, replace(TITLE, target="Sicher")) == (
        replace(TITLE, target="Sicher"),
        [],
    )


def test_a_changed_source_makes_a_translation_fuzzy() -> None:
    found, differing = one_updated(replace(TITLE, source="Veilig contact"), TITLE)

    assert (found.target, found.is_fuzzy, found.previous) == ("Safe", True, "Veilig")
    assert differing == []


def test_what_is_fuzzy_stays_so_until_a_translator_has_looked() -> None:
    earlier = replace(TITLE, is_fuzzy=True, previous="Zeker")

    found, _ = one_updated(TITLE, earlier)

    assert (found.is_fuzzy, found.previous) == (True, "Zeker")


def test_both_languages_rewritten_in_the_folder_win() -> None:
    present = replace(TITLE, source="Veilig contact", target="Safe contact")

    assert one_updated(present, TITLE) == (present, [])


def test_words_of_a_translator_that_were_not_imported_yet_are_kept_and_named() -> None:
    found, differing = one_updated(TITLE, replace(TITLE, target="Secure"))

    assert found.target == "Secure"
    assert differing == ["C-1.title"]


def test_a_text_without_earlier_translation_is_as_it_is() -> None:
    assert updated([TITLE], {}) == ([TITLE], [])
    assert one_updated(TITLE, replace(TITLE, target="")) == (TITLE, [])
