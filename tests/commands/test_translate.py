"""translate: texts out to a PO file and back into the criteria."""

from pathlib import Path

import pytest

from assessment.catalogue.reading.loader import load_catalogue
from tests.support.command_line import Run, change, refusal


@pytest.fixture
def po(tmp_path: Path) -> Path:
    return tmp_path / "texts.po"


def contents(folder: Path) -> dict[str, bytes]:
    return {p.name + p.parent.name: p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def test_what_is_exported_and_imported_changes_no_byte(run: Run, folder: Path, po: Path) -> None:
    before = contents(folder)

    out = run("translate", "export-po", "en", "-o", po, "--criteria", folder)
    back = run("translate", "import-po", po, "--into", "en", "--criteria", folder)

    assert "0 without translation, 0 fuzzy" in out.stdout
    assert "0 texts in 0 files changed, 0 entries left aside" in back.stdout
    assert contents(folder) == before


def test_one_other_word_is_one_other_line(run: Run, folder: Path, po: Path) -> None:
    run("translate", "export-po", "en", "-o", po, "--criteria", folder)
    change(po, 'msgstr "Quality of mentoring"', 'msgstr "How good mentoring is"')
    before = (folder / "catalogue.yaml").read_text(encoding="utf-8")

    result = run("translate", "import-po", po, "--into", "en", "--criteria", folder)

    assert "1 texts in 1 files changed" in result.stdout
    after = (folder / "catalogue.yaml").read_text(encoding="utf-8")
    assert after == before.replace("Quality of mentoring", "How good mentoring is", 1)


def test_a_new_language_is_added_once_it_is_whole(run: Run, folder: Path, po: Path) -> None:
    run("translate", "export-po", "en", "-o", po, "--criteria", folder)
    before = contents(folder)
    whole = po.read_text(encoding="utf-8")
    change(po, 'msgstr "Quality of mentoring"', 'msgstr ""')

    lines = refusal(run("translate", "import-po", po, "--into", "fr", "--criteria", folder))
    assert lines[0] == "catalogue/title: no translation yet."
    assert lines[-1].startswith("1 texts lack `fr`, such as catalogue/title.")
    assert contents(folder) == before

    po.write_text(whole, encoding="utf-8")
    assert run("translate", "import-po", po, "--into", "fr", "--criteria", folder).exit_code == 0
    assert load_catalogue(folder).languages == ("nl", "en", "fr")


def test_a_changed_source_comes_out_fuzzy_and_stays_out(run: Run, folder: Path, po: Path) -> None:
    run("translate", "export-po", "en", "-o", po, "--criteria", folder)
    file = folder / "catalogue.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("nl: Kwaliteit van mentoring", "nl: Goede mentoring"), "utf-8")

    again = run("translate", "export-po", "en", "-o", po, "--criteria", folder)
    assert "1 fuzzy" in again.stdout
    change(po, 'msgstr "Quality of mentoring"', 'msgstr "Good mentoring"')
    left = run("translate", "import-po", po, "--into", "en", "--criteria", folder)
    assert "catalogue/title: marked fuzzy." in left.stderr
    taken = run("translate", "import-po", po, "--into", "en", "--fuzzy", "--criteria", folder)

    assert "1 texts in 1 files changed" in taken.stdout
    assert load_catalogue(folder).title.in_language("en") == "Good mentoring"


def test_words_that_were_not_imported_yet_survive_an_export(
    run: Run, folder: Path, po: Path
) -> None:
    run("translate", "export-po", "en", "-o", po, "--criteria", folder)
    change(po, 'msgstr "Quality of mentoring"', 'msgstr "My words"')

    again = run("translate", "export-po", "en", "-o", po, "--criteria", folder)

    assert "catalogue/title: the folder says something else" in again.stderr
    assert 'msgstr "My words"' in po.read_text(encoding="utf-8")


def test_a_file_that_is_none_is_refused(run: Run, folder: Path, po: Path) -> None:
    po.write_bytes(b"\xff\xfe no po")

    (line,) = refusal(run("translate", "import-po", po, "--into", "en", "--criteria", folder))

    assert "no PO file" in line


def test_the_language_that_is_translated_from_is_refused(run: Run, folder: Path, po: Path) -> None:
    (line,) = refusal(run("translate", "export-po", "nl", "-o", po, "--criteria", folder))

    assert "translated from" in line
    assert not po.exists()
