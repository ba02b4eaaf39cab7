"""Other programs that open what was made."""

import html.parser
import io
import re
import subprocess
from dataclasses import replace
from pathlib import Path
from typing import Any

from docx import Document
from pypdf import PdfReader

from reports.document.model import (
    Bullets,
    Facts,
    Figure,
    Heading,
    Paragraph,
    Pictured,
    PicturedItem,
    Quotes,
    Report,
    Sides,
    WritingLines,
)
from reports.tables import Table

BREAK = "\N{ZERO WIDTH SPACE}"  # where a long word may go on in the next line


def flat(text: str) -> str:
    """Return a text without what only shapes it: line breaks, places to break, many spaces."""
    return re.sub(r"\s+", " ", text.replace(BREAK, "")).strip()


def pdf_text(data: bytes, folder: Path, *options: str) -> str:
    """Return the text of a PDF as poppler reads it."""
    path = folder / "read.pdf"
    path.write_bytes(data)
    command = ["pdftotext", *options, str(path), "-"]
    return subprocess.run(command, capture_output=True, check=True, text=True).stdout


def pdf_pages(data: bytes) -> int:
    return len(PdfReader(io.BytesIO(data)).pages)


def docx_text(data: bytes) -> str:
    """Return all paragraphs of a document, those in tables too."""
    document = Document(io.BytesIO(data))
    cells = [cell.text for t in document.tables for row in t.rows for cell in row.cells]
    return "\n".join([*(p.text for p in document.paragraphs), *cells])


class Page(html.parser.HTMLParser):
    """The tags and the text of a page of HTML."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.said: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self.said.append(" " if tag not in ("br",) else "\n")

    def handle_data(self, data: str) -> None:
        self.said.append(data)

    @property
    def text(self) -> str:
        return "".join(self.said)

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.tags if name == tag]


def html_text(data: bytes) -> str:
    return Page(data.decode()).text


def document_text(kind: str, data: bytes, folder: Path) -> str:
    """Return the text of a PDF, DOCX or HTML in one line."""
    readers = {
        "pdf": lambda: pdf_text(data, folder, "-layout"),
        "docx": lambda: docx_text(data),
        "html": lambda: html_text(data),
    }
    return flat(readers[kind]())


def titles(report: Report) -> list[str]:
    return [section.title for section in report.sections]


def facts(report: Report) -> dict[str, str]:
    return dict(report.facts.pairs)


def blocks(report: Report, kind: type) -> list[Any]:
    """Return all blocks of one kind, in the order of reading."""
    inside = [report.facts, *(block for section in report.sections for block in section.blocks)]
    found = []
    while inside:
        block = inside.pop(0)
        if isinstance(block, Sides):
            inside = [*block.left, *block.right, *inside]
        elif isinstance(block, Pictured):
            inside = [*block.items, *inside]
        elif isinstance(block, kind):
            found.append(block)
    return found


def in_words(report: Report) -> list[str]:
    """Return what every chart and every small picture shows, in the order of reading."""
    drawn = (Figure, PicturedItem)
    return [block.alt for block in blocks(report, object) if isinstance(block, drawn)]


def section_text(report: Report, title: str) -> str:
    """Return everything that a section says; raises StopIteration when it is not there."""
    section = next(section for section in report.sections if section.title == title)
    shown = replace(report, sections=(section,), facts=Facts(()))
    return "\n".join(_said(block) for block in blocks(shown, object)).strip("\n")


def _said(block: Any) -> str:
    match block:
        case Heading(text) | Paragraph(text) | WritingLines(text):
            return str(text)
        case Bullets(items):
            return "\n".join(items)
        case Facts(pairs):
            return "\n".join(f"{name}: {said}" for name, said in pairs)
        case Quotes(who, texts):
            return "\n".join([who, *texts])
        case Table():
            return "\n".join([block.caption, *(" | ".join(r) for r in (block.header, *block.rows))])
        case Figure():
            return f"{block.caption}\n{block.alt}"
        case PicturedItem():
            return f"{block.text}\n{block.alt}"
        case _:
            return ""
