"""Tables as CSV, and several files in one zip: the same content, the same bytes."""

import csv
import io
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from assessment.text import neutralised

_OLDEST = 1980  # a zip knows no earlier year


def csv_text(rows: Iterable[Mapping[str, object]], header: Sequence[str] = ()) -> str:
    """Return rows as CSV; cells that a spreadsheet would calculate get an apostrophe.

    `header` names the columns when there may be no row.
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    written = list(rows)
    writer.writerow(written[0] if written else header)
    writer.writerows([_cell(value) for value in row.values()] for row in written)
    return out.getvalue()


def zipped(texts: Mapping[str, str], at: datetime) -> bytes:
    """Return text files by name as the bytes of a zip, all of one moment."""
    out = io.BytesIO()
    moment = (max(at.year, _OLDEST), at.month, at.day, at.hour, at.minute, at.second)
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, text in texts.items():
            info = zipfile.ZipInfo(name, moment)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = 0o600 << 16
            packed.writestr(info, text.encode("utf-8"))
    return out.getvalue()


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value) if isinstance(value, int | float) else neutralised(str(value))
