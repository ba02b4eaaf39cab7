"""The formats a result can be taken along in: one list for screens and command line.

What makes a format is imported when it is asked for, so that starting up does not wait for it.
"""

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from pathlib import PurePath

from reports.material import Material


@dataclass(frozen=True)
class Format:
    """One format; `place` is `module:function`, from a Material to bytes."""

    ending: str
    media_type: str
    place: str
    has_short_form: bool = False


MAIN_TABLE = "scores"  # what a single CSV file holds

FORMATS: dict[str, Format] = {
    "pdf": Format("pdf", "application/pdf", "reports.writers.pdf:document", has_short_form=True),
    "docx": Format(
        "docx",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "reports.writers.docx:document",
        has_short_form=True,
    ),
    "html": Format("html", "text/html", "reports.writers.html:document", has_short_form=True),
    "xlsx": Format(
        "xlsx",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "exchange.workbook.build:workbook",
    ),
    "csv": Format("zip", "application/zip", "exchange.data_files:data_files"),
    "json": Format("json", "application/json", "exchange.data_files:json_file"),
    "parquet": Format(
        "parquet", "application/vnd.apache.parquet", "exchange.data_files:parquet_file"
    ),
}


def files(name: str, material: Material, output: PurePath) -> dict[str, bytes]:
    """Return an outcome as files by name, relative to the folder of `output`.

    One file, but for CSV that is not asked as a zip: then `output` holds the scores, and the other
    tables and the codebook stand beside it as `<output>-answers.csv`, and so on.
    """
    if name != "csv" or output.suffix.casefold() == ".zip":
        return {output.name: make(name, material)}
    from exchange.data_files import texts

    tables = {table.removesuffix(".csv"): words for table, words in texts(material).items()}
    ending = output.suffix
    named = {
        output.name if table == MAIN_TABLE else f"{output.stem}-{table}{ending}": words
        for table, words in tables.items()
    }
    return {file: words.encode("utf-8") for file, words in named.items()}


def make(name: str, material: Material) -> bytes:
    """Return an outcome in one of FORMATS. Raises KeyError for another name."""
    module, _, function = FORMATS[name].place.partition(":")
    writer: Callable[[Material], bytes] = getattr(import_module(module), function)
    return writer(material)
