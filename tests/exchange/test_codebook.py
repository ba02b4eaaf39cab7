"""The codebook: what every file, column, code and criterion means, in every language."""

from typing import Any

from exchange.codebook import COLUMNS, codebook_rows
from exchange.data_files import FORMAT
from reports.material import Material
from tests.support.catalogues import levels
from tests.support.material import the_material
from tests.support.outcomes import an_outcome, catalogue_of, text


def rows_of(material: Material) -> list[dict[str, Any]]:
    return list(codebook_rows(material, FORMAT))


def test_the_codebook_names_catalogue_version_hash_and_every_text() -> None:
    material = the_material()
    found = {(row["part"], row["code"], row["field"]): row for row in rows_of(material)}
    catalogue = material.outcome.catalogue

    assert found["about", "catalogue_hash", ""]["en"] == catalogue.content_hash
    assert found["about", "format", ""]["en"] == "mentorspiegel-data-2"
    for criterion in catalogue.criteria:
        assert found["criterion", criterion.id, "title"]["en"] == criterion.title.root["en"]
        assert ("criterion", criterion.id, "level 4") in found


def test_the_codebook_holds_the_words_for_other_roles() -> None:
    catalogue = catalogue_of(C_1={"ask": {"mentee": text("In my words?")}})
    outcome = an_outcome({"C-1": {"coordinator": "3"}}, catalogue)
    rows = rows_of(the_material(outcome, comments={}))

    assert [r["en"] for r in rows if r["field"] == "question for mentee"] == ["In my words?"]


def test_the_codebook_holds_the_levels_in_the_words_of_other_roles() -> None:
    own = {"also_asked": ("mentee",), "rubric_for": {"mentee": levels("I")}}
    outcome = an_outcome({"C-1": {"coordinator": "3"}}, catalogue_of(C_1=own))
    rows = rows_of(the_material(outcome, comments={}))

    assert [r["en"] for r in rows if r["field"] == "level 4 for mentee"] == ["I 4"]


def test_what_is_plain_english_stands_in_every_column_of_a_language() -> None:
    found = {(row["part"], row["code"], row["field"]): row for row in rows_of(the_material())}

    for file, columns in COLUMNS.items():
        for name, meaning in columns.items():
            row = found["column", file, name]
            assert meaning
            assert {row[language] for language in row if language in ("en", "nl")} == {meaning}


def test_a_text_without_a_translation_is_empty_not_english() -> None:
    catalogue = catalogue_of(C_1={"title": text("One")})
    catalogue = catalogue.model_copy(update={"languages": ("en", "fr")})
    outcome = an_outcome({"C-1": {"coordinator": "3"}}, catalogue)
    rows = rows_of(the_material(outcome, comments={}))

    (title,) = [r for r in rows if (r["code"], r["field"]) == ("C-1", "title")]
    assert (title["en"], title["fr"]) == ("One", "")
