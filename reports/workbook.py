"""A result as a workbook: figures as numbers to go on with, every word of the organisation."""

from collections.abc import Callable

from locales import Translator, translator
from reports import workbook_figures, workbook_words
from reports.material import Material
from reports.spreadsheet import Book, book

Draw = Callable[[Book, Material, Translator], None]


def workbook(material: Material) -> bytes:
    """Return the workbook as the bytes of an .xlsx file."""
    t = translator(material.language)
    parts: list[Draw] = [
        workbook_figures.summary,
        workbook_figures.criteria,
        workbook_figures.gaps,
        workbook_figures.voices,
        workbook_words.comments,
        workbook_words.agreements,
        workbook_words.answers,
        workbook_words.codebook,
    ]
    with book(material.project.name, material.made_at) as (made, out):
        for draw in parts:
            draw(made, material, t)
    return out.getvalue()
