"""The PDF, opened by other programs."""

import io
import shutil
import subprocess
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import numpy as np
import page
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray
from PIL import Image
from pypdf import PdfReader

from reports.document.model import Facts, Heading, Paragraph, Quotes, Report, Section
from reports.tables import Table
from reports.writers import pdf
from tests.support.builders import an_agreement
from tests.support.files.documents import flat, pdf_pages, pdf_text
from tests.support.material import MADE_AT, the_material, the_project, with_text

LONG = pdf.document(the_material())
SHORT = pdf.document(the_material(short=True))
GOLDEN = Path(__file__).parent / "golden"
DPI = 40


def problems(data: bytes) -> list[Any]:
    report = page.validate_pdf_bytes(data, profile=page.ValidationProfile.PDF_UA_1)
    return list(report.failures)


@pytest.mark.parametrize("data", [LONG, SHORT], ids=["long", "short"])
def test_it_keeps_pdf_ua_1(data: bytes) -> None:
    assert problems(data) == []


@pytest.mark.parametrize(("language", "data"), [("en", LONG), ("nl", None)])
def test_it_is_tagged_and_names_its_language_and_title(language: str, data: bytes | None) -> None:
    made = data or pdf.document(the_material(language=language))
    reader = PdfReader(io.BytesIO(made))
    root = reader.trailer["/Root"]

    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == language
    assert reader.metadata is not None
    assert reader.metadata.title == "Maatjes"
    assert reader.metadata.creation_date == MADE_AT


def test_headings_are_bookmarks() -> None:
    outline = PdfReader(io.BytesIO(LONG)).outline
    titles = [entry["/Title"] for entry in outline if not isinstance(entry, list)]

    assert "Summary" in str(outline)
    assert "Appendix: our own answers" in str(outline)
    assert titles


def test_every_page_has_its_number(tmp_path: Path) -> None:
    pages = pdf_text(LONG, tmp_path).replace(" ", "").split("\f")[:-1]

    assert [f"{n}/{len(pages)}" in text for n, text in enumerate(pages, 1)] == [True] * len(pages)


def test_no_page_is_left_nearly_empty(tmp_path: Path) -> None:
    inked = [float((pixels(page) < 128).any(axis=1).mean()) for page in pictures(LONG, tmp_path)]

    assert len(inked) < 10
    assert min(inked[1:-1]) > 0.1  # of the lines of a page; the last one ends where it ends


def test_charts_are_told_in_words() -> None:
    texts = [obj.get("/Alt") for obj in _elements(LONG) if obj.get("/S") == "/Figure"]

    assert texts
    assert all(texts)
    assert any("Client: 2.1 of 4, target 3.0" in str(text) for text in texts)


def _elements(data: bytes) -> list[Any]:
    reader = PdfReader(io.BytesIO(data))
    found = (reader.get_object(n) for n in range(1, len(reader.xref[0]) + 1))
    return [obj for obj in found if hasattr(obj, "get")]


def test_the_short_report_has_two_pages_however_much_there_is_to_say() -> None:
    agreements = [an_agreement(str(n), text="word " * 2000, owner="role " * 30) for n in range(40)]
    project = the_project(name="name " * 30)

    assert pdf_pages(SHORT) == 2
    for language in ("nl", "en"):
        made = the_material(short=True, agreements=agreements, project=project, language=language)
        assert pdf_pages(pdf.document(made)) == 2


def test_the_same_input_gives_the_same_bytes() -> None:
    assert pdf.document(the_material()) == LONG


def test_another_moment_gives_other_bytes() -> None:
    later = datetime(2027, 1, 1, tzinfo=UTC)

    assert pdf.document(the_material(made_at=later)) != LONG


def test_only_our_own_fonts_are_used() -> None:
    fonts = {str(o["/BaseFont"]).split("+")[-1] for o in _elements(LONG) if "/BaseFont" in o}

    assert fonts
    assert {name.partition("-")[0] for name in fonts} <= {
        "SourceSans3", "SourceSerifPro", "DejaVuSans", "NotoEmoji",
    }  # fmt: skip


@pytest.mark.parametrize(
    "typed",
    [
        '#read("/etc/passwd") *bold* _it_ $x^2$ `raw` @ref <label> \\u{41} // gone /* gone */',
        '<script>alert(1)</script> & "quotes" <b>',
        "= Heading\n- list\n+ list\n/ term: x",
        "{{ 7*7 }} ${x} %s {0} {language}",
    ],
)
def test_nothing_that_was_typed_is_read_as_code(typed: str, tmp_path: Path) -> None:
    data = pdf.document(with_text(typed))
    said = flat(pdf_text(data, tmp_path))

    assert problems(data) == []
    for line in typed.split("\n"):
        assert said.count(flat(line)) >= 5
    assert "root:" not in said


def test_control_characters_are_left_out(tmp_path: Path) -> None:
    said = pdf_text(pdf.document(with_text("one\x07two\x1b\u202ethree")), tmp_path)

    assert "onetwothree" in said


def test_a_hundred_thousand_characters_are_all_there(tmp_path: Path) -> None:
    made = the_material(comments={"C-1": {"mentee": ("twelve chars " * 7692,)}})

    said = flat(pdf_text(pdf.document(made), tmp_path))

    assert said.count("twelve chars") == 7692


@pytest.mark.parametrize("typed", ["a" * 5000, "https://example.org/" + "a/b?c=d&" * 200])
def test_a_word_without_end_stays_within_the_margins(typed: str, tmp_path: Path) -> None:
    data = pdf.document(with_text(typed))
    boxes = pdf_text(data, tmp_path, "-bbox")
    rights = [float(part.split('"')[0]) for part in boxes.split('xMax="')[1:]]

    said = flat(pdf_text(data, tmp_path)).replace(" ", "")

    assert sum(map(said.count, "a/?")) >= 5 * sum(map(typed.count, "a/?"))
    assert max(rights) <= 595.3 - 60


def test_a_long_dutch_word_is_left_to_the_rules_of_its_language(tmp_path: Path) -> None:
    word = "kwaliteitsverbeteringstraject"

    said = pdf_text(pdf.document(the_material(comments={"C-1": {"mentee": (word,)}})), tmp_path)

    assert word in said


def test_right_to_left_and_emoji_are_shown(tmp_path: Path) -> None:
    data = pdf.document(with_text("نعم 👍 🏽 é ж"))
    said = pdf_text(data, tmp_path)

    assert problems(data) == []
    assert "👍" in said
    assert "نعم" in said
    assert "□" not in said


def test_what_no_font_can_show_stands_as_a_box_and_is_said(tmp_path: Path) -> None:
    made = the_material(comments={"C-1": {"mentee": ("中 and 文",)}})
    one = the_material(comments={"C-1": {"mentee": ("中",)}})

    data = pdf.document(made)
    said = flat(pdf_text(data, tmp_path))

    assert problems(data) == []
    assert "□ and □" in said
    assert "2 characters cannot be printed" in said
    assert "One character cannot be printed" in flat(pdf_text(pdf.document(one), tmp_path))


def a_report(texts: list[str]) -> Report:
    table = Table(texts[0], ("a", texts[0]), tuple((text, text) for text in texts), figures=1)
    blocks = (
        *(Paragraph(text) for text in texts),
        *(Heading(text) for text in texts),
        Quotes(texts[0], tuple(texts)),
        table,
    )
    facts = Facts(tuple((text, text) for text in texts))
    section = Section(texts[0], blocks)
    return Report(texts[0], texts[-1], texts[0], facts, (section,), texts[0], "nl", MADE_AT)


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(st.text(), min_size=1, max_size=4))
def test_any_text_can_be_printed(texts: list[str]) -> None:
    assert pdf.write(a_report(texts)).startswith(b"%PDF")


def test_accents_that_a_font_cannot_put_on_a_letter_are_told() -> None:
    texts = ["∈\u0323 x\u0323", "\U0001f44d\u0301", "\u20ac\u1dcd"]

    assert pdf.write(a_report(texts)).startswith(b"%PDF")


def test_an_unknown_block_is_refused() -> None:
    broken = replace(a_report(["x"]), sections=(Section("x", ("text",)),))  # type: ignore[arg-type]

    with pytest.raises(TypeError, match="no such block"):
        pdf.write(broken)


def pictures(data: bytes, folder: Path) -> list[Path]:
    """Return every page as poppler draws it, in grey."""
    (folder / "drawn.pdf").write_bytes(data)
    command = ["pdftoppm", "-r", str(DPI), "-gray", "-png", "drawn.pdf", "page"]
    subprocess.run(command, cwd=folder, check=True, capture_output=True)
    return sorted(folder.glob("page-*.png"))


def pixels(path: Path) -> NDArray[np.float64]:
    with Image.open(path) as image:
        return np.asarray(image, np.float64)


@pytest.mark.parametrize(("name", "data"), [("long", LONG), ("short", SHORT)])
def test_pages_look_as_they_did(name: str, data: bytes, tmp_path: Path) -> None:
    """A change that is meant: remove the old pictures, run this twice, look at the new ones."""
    GOLDEN.mkdir(exist_ok=True)
    known = sorted(GOLDEN.glob(f"{name}-*.png"))
    found = pictures(data, tmp_path)
    if not known:
        for number, path in enumerate(found, 1):
            shutil.copy(path, GOLDEN / f"{name}-{number:02}.png")
        pytest.fail("there were no pictures, so they were made: look at them, and run again")

    assert len(known) == len(found)
    for before, now in zip(known, found, strict=True):
        difference = np.abs(pixels(before) - pixels(now))
        assert difference.mean() < 1.0, f"{before.name} looks different"
        assert (difference > 96).mean() < 0.004, f"{before.name} looks different"
