"""Translations as a PO file, which every program for translators reads. Babel does the format."""

from collections.abc import Iterable
from dataclasses import dataclass
from io import BytesIO

from babel.messages.catalog import Catalog
from babel.messages.pofile import PoFileError, read_po, write_po

_HEADER = """\
msgid ""
msgstr ""
"Project-Id-Version: {project}\\n"
"Language: {language}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"

"""
_WIDTH = 100


@dataclass(frozen=True)
class PoEntry:
    """One message: where it is used (msgctxt), what it says and its translation."""

    context: str
    source: str
    target: str = ""
    is_fuzzy: bool = False
    previous: str = ""
    place: str = ""


def written(entries: Iterable[PoEntry], project: str, language: str) -> bytes:
    """Return a PO file with these entries, in this order; nothing in it depends on the time."""
    catalogue = Catalog()
    for entry in entries:
        file, _, line = entry.place.partition(":")
        message = catalogue.add(
            entry.source,
            entry.target,
            locations=[(file, int(line))] if line else [],
            flags=["fuzzy"] if entry.is_fuzzy else [],
            previous_id=[entry.previous] if entry.previous else [],
            context=entry.context,
        )
        message.flags &= {"fuzzy"}  # a percent sign in a text is no placeholder
    out = BytesIO()
    write_po(out, catalogue, width=_WIDTH, omit_header=True, include_previous=True)
    return _HEADER.format(project=project, language=language).encode() + out.getvalue()


def entries_of(data: bytes) -> list[PoEntry]:
    """Return the entries of a PO file. Raises ValueError when it is none."""
    try:
        found = read_po(BytesIO(data), abort_invalid=True)
    except (PoFileError, UnicodeDecodeError, LookupError, IndexError) as error:
        raise ValueError(str(error)) from error
    return [
        PoEntry(str(m.context), m.id, m.string, m.fuzzy)
        for m in found
        if m.id and m.context and isinstance(m.id, str) and isinstance(m.string, str)
    ]
