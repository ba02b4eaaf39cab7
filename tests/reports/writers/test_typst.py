"""Texts and figures through typst."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from reports.charts import svg
from reports.writers import typst
from reports.writers.typst import Ready
from tests.support.files.documents import BREAK

AT = datetime(2026, 11, 20, tzinfo=UTC)


def test_a_text_that_runs_from_right_to_left_is_marked() -> None:
    assert Ready().text("yes") == "yes"
    assert Ready().text("نعم") == {"rtl": "نعم"}


def test_what_no_font_can_show_is_counted_over_all_texts() -> None:
    ready = Ready()

    assert (ready.text("中"), ready.heading("文")) == ("□", "□")
    assert ready.missing == 2


def test_a_heading_in_which_nothing_can_be_seen_gets_a_dash() -> None:
    assert Ready().heading(" \u200b") == "–"


def test_control_characters_and_tabs_are_gone() -> None:
    assert Ready().text("a\x07b\tc") == "ab c"
    assert Ready().words("a\x07b\tc") == "ab c"


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("a" * 50, ["a" * 8] * 6 + ["aa"]),
        ("https://example.org/a/b", ["https://", "example.", "org/", "a/", "b"]),
        ("kwaliteitsverbeteringstraject", ["kwaliteitsverbeteringstraject"]),
    ],
)
def test_a_long_word_may_go_on_in_the_next_line(word: str, parts: list[str]) -> None:
    shown = Ready().text(word)

    assert isinstance(shown, str)
    assert shown.replace(BREAK, "") == word
    assert shown.split(BREAK) == parts


def test_a_chart_becomes_pixels_of_its_own_size() -> None:
    small, wide = (
        typst.png(svg.picture(width, 150, [svg.bar((0, 0), width, 150, "#f00")], 14))
        for width in (150, 300)
    )

    assert small.startswith(b"\x89PNG")
    assert int.from_bytes(small[16:20]) == int.from_bytes(small[20:24])
    assert int.from_bytes(wide[20:24]) == int.from_bytes(small[20:24])
    assert int.from_bytes(wide[16:20]) > 1.9 * int.from_bytes(small[16:20])


def test_a_template_reads_nothing_outside_its_folder(tmp_path: Path) -> None:
    with pytest.raises(Exception, match=r"(?i)access|outside|not found|root"):
        typst.pdf("../fonts.py", {}, AT)


def test_what_is_warmed_is_a_document_like_any_other() -> None:
    typst.warm()
