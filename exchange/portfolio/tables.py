"""What a portfolio holds as data: a workbook, CSV files with a codebook, and Parquet.

Exactly the fields that the projects chose to show, and nothing of shares that do not count.
"""

import csv
import io
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime

from assessment.portfolio.snapshot import Snapshot
from assessment.services.portfolio.views import PortfolioView, SeenShare
from assessment.text import neutralised
from exchange.spreadsheets.write import Book, Cell, book

FORMAT = "mentorspiegel-portfolio-1"
Value = str | int | float | bool | None
Row = dict[str, Value]
_LONG = ("share", "criterion", "scale", "role", "n", "of", "mean", "sd")
_WIDE = {"meaning": 70, "explanation": 60, "name": 30, "target_group": 30}  # characters
CODEBOOK: Mapping[str, Mapping[str, str]] = {
    "shares": {
        "share": "id of the share",
        "name": "the name that the project chose",
        "group": "group of the funder, to order by",
        "kind": "kind of project: a code",
        "target_group": "for whom, as the project wrote it",
        "minors": "whether mentees are minors: a code",
        "stage": "how far the project is: a code",
        "size": "people or pairs in a year",
        "region": "as the project wrote it",
        "openness": "done, core, levels or voices: each shows what the former shows",
        "assessment": "name of the assessment",
        "closed_on": "day on which it was closed",
        "catalogue": "id of the catalogue",
        "catalogue_version": "its version",
        "criteria": "criteria that were asked",
        "coverage": "share of them with an answer, 0 to 1",
        "voices": "people who answered, of groups that may be shown",
        "fillers": "people who filled it in for the organisation",
        "previous_closed_on": "day on which the assessment before was closed",
        "agreements_made": "agreements that were made",
        "agreements_kept": "agreements that are done",
        "explanation": "what the project wrote itself",
        "not_comparable": "why it is not compared; empty when it is",
    },
    "requirements": {
        "share": "id of the share",
        "criterion": "id of the criterion",
        "core": "whether it is core; the others are minimal",
        "met": "whether it is met; empty when it was not answered",
    },
    "levels": {
        "share": "id of the share",
        "criterion": "id of the criterion",
        "perspective": "id of its perspective",
        "scale": "id of its scale",
        "level": "level that the organisation chose, 0 to 4: a judgement, no sample",
    },
    "groups": {
        "share": "id of the share",
        "criterion": "id of the criterion",
        "scale": "id of its scale",
        "role": "which group",
        "n": "how many of them gave a level, at least 5",
        "of": "how many were asked; empty when that is not known",
        "mean": "mean of their levels, 0 to 4",
        "sd": "standard deviation, n - 1",
    },
    "agreements": {
        "share": "id of the share",
        "criterion": "id of the criterion",
        "status": "how far: a code",
        "due": "by when; empty for no day",
    },
}


def tables_of(view: PortfolioView) -> dict[str, list[Row]]:
    """Return the rows of every table; a pool has none, for it shows no project."""
    counted = [seen for seen in view.shares if seen.counts]
    return {
        "shares": [_about(seen) for seen in counted],
        "requirements": [row for s in counted for row in _requirements(s.share.id, s.snapshot)],
        "levels": _parts(counted, "own_levels", "levels"),
        "groups": _parts(counted, "group_levels", "groups"),
        "agreements": _parts(counted, "agreements", "agreements"),
    }


def _about(seen: SeenShare) -> Row:
    flat = {
        **seen.snapshot.project.model_dump(mode="json"),
        **seen.snapshot.assessment.model_dump(mode="json"),
        **seen.snapshot.model_dump(
            mode="json",
            include={"openness", "agreements_made", "agreements_kept", "explanation"},
        ),
        "assessment": seen.snapshot.assessment.name,
        "share": seen.share.id,
        "name": seen.share.alias,
        "group": seen.share.group,
        "not_comparable": seen.not_alike,
    }
    return {column: flat[column] for column in CODEBOOK["shares"]}


def _requirements(share: str, snapshot: Snapshot) -> Iterator[Row]:
    for one in snapshot.requirements:
        yield {"share": share, "criterion": one.criterion, "core": one.is_core, "met": one.met}


def _parts(counted: Sequence[SeenShare], field: str, table: str) -> list[Row]:
    rows = []
    for seen in counted:
        for one in getattr(seen.snapshot, field) or ():
            flat = {"share": seen.share.id, **one.model_dump(mode="json")}
            rows.append({column: flat[column] for column in CODEBOOK[table]})
    return rows


def csv_files(view: PortfolioView, made_at: datetime) -> bytes:
    """Return a zip with a CSV file per table and the codebook; the same content, the same bytes."""
    out = io.BytesIO()
    moment = (made_at.year, made_at.month, made_at.day, made_at.hour, made_at.minute, 0)
    tables = tables_of(view)
    texts = {name: _csv(rows, list(CODEBOOK[name])) for name, rows in tables.items()}
    texts["codebook"] = _csv(_codebook(), ["table", "column", "meaning"])
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, text in texts.items():
            info = zipfile.ZipInfo(f"{name}.csv", moment)
            info.compress_type = zipfile.ZIP_DEFLATED
            packed.writestr(info, text.encode())
    return out.getvalue()


def parquet(view: PortfolioView) -> bytes:
    """Return the levels and group means as one Parquet table: own levels have the role "own"."""
    import pyarrow as pa  # not needed for the other formats
    import pyarrow.parquet as pq

    tables = tables_of(view)
    own = [{**row, "role": "own", "mean": row["level"]} for row in tables["levels"]]
    rows = [{name: row.get(name) for name in _LONG} for row in (*own, *tables["groups"])]
    types = {"n": pa.int64(), "of": pa.int64(), "mean": pa.float64(), "sd": pa.float64()}
    meanings = {"format": FORMAT} | {name: CODEBOOK["groups"][name] for name in _LONG}
    schema = pa.schema([(name, types.get(name, pa.string())) for name in _LONG], meanings)
    out = io.BytesIO()
    pq.write_table(pa.Table.from_pylist(rows, schema), out)
    return out.getvalue()


def xlsx(view: PortfolioView, made_at: datetime) -> bytes:
    """Return a workbook: a sheet per table, and the codebook."""
    tables = {name: (list(CODEBOOK[name]), rows) for name, rows in tables_of(view).items()}
    tables["codebook"] = (["table", "column", "meaning"], _codebook())
    with book(view.portfolio.name, made_at) as (target, out):
        for name, (columns, rows) in tables.items():
            header = [(column, _WIDE.get(column, 16)) for column in columns]
            cells = [[_shown(target, row[column]) for column in columns] for row in rows]
            target.listing(name, header, cells, filters=False)  # nothing offers to sort by level
    return out.getvalue()


def _shown(target: Book, value: Value) -> Cell:
    """Return a value for a cell: numbers as numbers, all else as text."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return _cell(value)
    return (value, target.whole if isinstance(value, int) else target.number)


def _codebook() -> list[Row]:
    rows: list[Row] = [{"table": "about", "column": "format", "meaning": FORMAT}]
    for table, columns in CODEBOOK.items():
        for column, meaning in columns.items():
            rows.append({"table": table, "column": column, "meaning": meaning})
    return rows


def _csv(rows: Sequence[Row], columns: Sequence[str]) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([_cell(row[column]) for column in columns] for row in rows)
    return out.getvalue()


def _cell(value: Value) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value) if isinstance(value, int | float) else neutralised(str(value))
