"""A result as a workbook: figures as numbers to go on with, every word of the organisation."""

from collections.abc import Callable

from exchange.spreadsheets.write import Book, book
from exchange.workbook import figures, texts, voices
from locales import Translator, translator
from reports.material import Material

Draw = Callable[[Book, Material, Translator], None]


def workbook(material: Material) -> bytes:
    """Return the workbook as the bytes of an .xlsx file."""
    t = translator(material.language)
    parts: list[Draw] = [
        figures.summary,
        figures.criteria,
        figures.gaps,
        voices.voices,
        texts.comments,
        texts.agreements,
        texts.answers,
        texts.codebook,
    ]
    with book(material.project.name, material.made_at) as (made, out):
        for draw in parts:
            draw(made, material, t)
    return out.getvalue()
