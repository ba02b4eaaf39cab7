"""The collector of sentences: what code and templates say, and translations in step with it."""

from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from locales import messages
from locales.messages import po_file, update, used_messages

CODE = '''
t("Saved")
st.write(f"<p>{t('In a string: {n}', n=3)}</p>")
session.words()("Said at once")
context.t("Said to a respondent")
t.plural("One answer", "{n} answers", number)
t.plural("One answer of {who}", "{n} answers of {who}", number, who="mentees")
fault(cell, "This cell is {what}.", what="empty")
refused("No spreadsheet.")
t(chosen)
said("Not a sentence of ours")
t.date("Neither is this")
"""t('Nor what a text says')"""
'''
TEMPLATE = """
<h1>{{ t("Thank you") }}</h1>
{% if n %}<p>{{ t.plural("One question", "{n} questions", n) }}</p>{% endif %}
<p>{{ t("Saved") }} {{ other("Not ours") }} {{ title }}</p>
"""


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A program of one package that says nothing yet, with a folder for translations."""
    (tmp_path / "ui").mkdir()
    monkeypatch.setattr(messages, "ROOT", tmp_path)
    monkeypatch.setattr(messages, "PACKAGES", ("ui",))
    monkeypatch.setattr(messages, "FOLDER", tmp_path / "locales")
    return tmp_path


def translate(root: Path, text: str) -> Path:
    """Write the file with the translations into Dutch."""
    path = po_file("nl")
    path.parent.mkdir(parents=True)
    path.write_text(text, encoding="utf-8")
    return path


def translations(path: Path) -> dict[object, object]:
    with path.open("rb") as file:
        return {m.id: m.string for m in read_po(file, locale="nl") if m.id}


def test_every_sentence_of_the_code_is_found_and_nothing_else(root: Path) -> None:
    (root / "ui" / "page.py").write_text(CODE, encoding="utf-8")

    assert set(used_messages()) == {
        "Saved",
        "In a string: {n}",
        "Said at once",
        "Said to a respondent",
        ("One answer", "{n} answers"),
        ("One answer of {who}", "{n} answers of {who}"),
        "This cell is {what}.",
        "No spreadsheet.",
    }


def test_every_sentence_of_a_template_is_found(root: Path) -> None:
    (root / "ui" / "templates").mkdir()
    (root / "ui" / "templates" / "thanks.html").write_text(TEMPLATE, encoding="utf-8")

    assert set(used_messages()) == {"Thank you", "Saved", ("One question", "{n} questions")}


def test_sentences_come_once_in_the_order_of_the_files(root: Path) -> None:
    (root / "ui" / "b.py").write_text('t("Second")\nt("First")', encoding="utf-8")
    (root / "ui" / "a.py").write_text('t("First")', encoding="utf-8")

    assert used_messages() == ["First", "Second"]


def test_new_sentences_are_added_empty_and_unused_ones_go(root: Path) -> None:
    code = 't("Saved")\nt("New")\nt.plural("One", "{n}", n)'
    (root / "ui" / "page.py").write_text(code, encoding="utf-8")
    path = translate(
        root, 'msgid "Saved"\nmsgstr "Opgeslagen"\n\nmsgid "Unused"\nmsgstr "Ongebruikt"\n'
    )

    assert update("nl") == ["New", "('One', '{n}')"]
    assert translations(path) == {"Saved": "Opgeslagen", "New": "", ("One", "{n}"): ("", "")}


def test_what_is_in_step_stays_as_it_is(root: Path) -> None:
    (root / "ui" / "page.py").write_text('t.plural("One", "{n}", n)', encoding="utf-8")
    path = translate(
        root, 'msgid "One"\nmsgid_plural "{n}"\nmsgstr[0] "Eén"\nmsgstr[1] "{n} stuks"\n'
    )

    assert update("nl") == []
    before = path.read_bytes()
    assert update("nl") == []
    assert path.read_bytes() == before
    assert translations(path) == {("One", "{n}"): ("Eén", "{n} stuks")}


def test_a_new_language_begins_with_every_sentence_empty(root: Path) -> None:
    (root / "ui" / "page.py").write_text('t("Saved")', encoding="utf-8")

    assert update("fr") == ["Saved"]
    assert translations(po_file("fr")) == {"Saved": ""}
