"""Translations as a PO file, which every program for translators reads. Babel does the format."""

import re
from collections.abc import Iterable
from io import BytesIO

from babel.messages.catalog import Catalog
from babel.messages.pofile import PoFileError, read_po, write_po

from exchange.translation.translate import Translation

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
_PLURALS = re.compile(rb"nplurals\s*=\s*0*(\d+)", re.I)  # Arabic has most: six


def write_entries(entries: Iterable[Translation], project: str, language: str) -> bytes:
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


def read_entries(data: bytes) -> list[Translation]:
    """Return the entries of a PO file. Raises ValueError when it is none."""
    if any(len(number) > 1 for number in _PLURALS.findall(data)):
        raise ValueError("more plural forms than any language has")
    if b"msgid_plural" in data:
        raise ValueError("texts of criteria have no plural forms")
    try:
        messages = read_po(BytesIO(data), abort_invalid=True)
    except (PoFileError, UnicodeDecodeError, LookupError, IndexError) as error:
        raise ValueError(str(error)) from error
    return [
        Translation(str(m.context), m.id, m.string, m.fuzzy)
        for m in messages
        if m.id and m.context and isinstance(m.id, str) and isinstance(m.string, str)
    ]
