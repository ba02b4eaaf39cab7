"""A result as a workbook: figures as numbers to go on with, every word of the organisation."""

from collections.abc import Callable

from exchange.spreadsheets.write import Book, book
from exchange.workbook import figures, texts, voices
from locales import Translator, translator
from reports.material import Material

Render = Callable[[Book, Material, Translator], None]


def workbook(material: Material) -> bytes:
    """Return the workbook as the bytes of an .xlsx file."""
    t = translator(material.language)
    parts: list[Render] = [
        figures.summary,
        figures.criteria,
        figures.gaps,
        voices.voices,
        texts.comments,
        texts.agreements,
        texts.answers,
        texts.codebook,
    ]
    with book(material.project.name, material.made_at) as (target, out):
        for render in parts:
            render(target, material, t)
    return out.getvalue()
