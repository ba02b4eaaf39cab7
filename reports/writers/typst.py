"""Texts and figures to PDF or PNG with typst.

Texts reach a template as data, never as markup: nothing that somebody typed can be read as code.
Templates can read nothing outside their own folder and fetch nothing.
"""

import json
import re
from collections.abc import Mapping
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path
from threading import Thread
from typing import Any

import typst

from reports.identity import LIGHT
from reports.plain_text import is_right_to_left, is_visible, plain
from reports.wording.results import NOTHING
from reports.writers.fonts import FONTS, printable

TEMPLATES = Path(__file__).resolve().parent / "templates"
LONG = 20  # letters in a row that may not fit in a column
_LONG_WORD = re.compile(rf"\S{{{LONG},}}")
_STEP = 8
PIXELS = 150  # per inch
REMEMBERED = 10  # documents
_BREAK = "\N{ZERO WIDTH SPACE}"
_AFTER = re.compile(rf"([/?&=._:;,@#%+~|-]+|[^\s/?&=._:;,@#%+~|-]{{{_STEP}}})(?=\S)")


class Ready:
    """Makes texts fit for a template, and counts what no font can show."""

    def __init__(self) -> None:
        self.missing = 0

    def text(self, text: str) -> str | dict[str, str]:
        """Return one text, marked when it runs from right to left."""
        shown, missing = printable(plain(text).replace("\t", " "))
        self.missing += missing
        shown = _LONG_WORD.sub(_breakable, shown)
        return {"rtl": shown} if is_right_to_left(shown) else shown

    def heading(self, text: str) -> str | dict[str, str]:
        """Return the text of a heading; PDF/UA refuses one in which nothing can be seen."""
        return self.text(text) if is_visible(text) else NOTHING

    def words(self, text: str) -> str:
        """Return one text for a place that shows no direction: a title, an alternative text."""
        return printable(plain(text).replace("\t", " "))[0]


def _breakable(match: re.Match[str]) -> str:
    """Let a word that is longer than any in a dictionary go on in the next line."""
    word = match[0]
    if word.isalpha() and len(word) <= 2 * LONG:
        return word  # hyphenated by the rules of its language
    return _AFTER.sub(rf"\1{_BREAK}", word)


@lru_cache(maxsize=1)
def _fonts() -> typst.Fonts:
    return typst.Fonts(False, False, [FONTS])  # noqa: FBT003  (neither of the system nor built in)


def warm() -> None:
    """Load fonts and templates, so that whoever asks for the first document does not wait for them."""
    text = printable("e\N{COMBINING ACUTE ACCENT}")[0]
    block = {"kind": "paragraph", "text": text, "look": "body"}
    empty = dict.fromkeys(("title", "subtitle", "kind", "footer", "contents"), text)
    pdf(
        "report.typ",
        {
            **empty,
            "facts": {"kind": "facts", "pairs": [[text, text]]},
            "language": "en",
            "has_cover": True,
            "sections": [
                {"title": text, "starts_page": True, "keeps_page": True, "blocks": [block]}
            ],
        },
        datetime.fromtimestamp(0, UTC),
    )


def pdf(template: str, data: Mapping[str, Any], made_at: datetime) -> bytes:
    """Return a tagged PDF that keeps PDF/UA-1: the same bytes for the same data and moment."""
    made = _compiled(
        template,
        data,
        format="pdf",
        pdf_standards=["ua-1"],
        timestamp=int(made_at.timestamp()),
    )
    Thread(target=_forget, name="forget-report").start()  # whoever asked need not wait for it
    return made


def _forget() -> None:
    """Let typst drop what it remembers of a document: a report leaves 45 MB that nothing asks for again.

    It drops what the last REMEMBERED documents did not need, so it gets that many empty ones.
    """
    for _ in range(REMEMBERED + 1):
        typst.compile(b"", None, font_paths=_fonts(), format="svg")


def png(svg: str) -> bytes:
    """Return a chart as pixels, for documents that cannot hold SVG."""
    return _compiled("chart.typ", {"svg": printable(plain(svg))[0]}, format="png", ppi=PIXELS)


def _compiled(template: str, data: Mapping[str, Any], **options: Any) -> bytes:
    document: bytes = typst.compile(
        TEMPLATES / template,
        None,
        root=TEMPLATES,
        font_paths=_fonts(),
        sys_inputs={"data": json.dumps({"colours": vars(LIGHT), **data}, ensure_ascii=False)},
        **options,
    )
    return document
