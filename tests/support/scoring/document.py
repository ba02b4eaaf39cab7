"""Reads docs/scoring.md: its tables and blocks are what the tests expect."""

import re
from pathlib import Path

DOCUMENT = Path(__file__).resolve().parents[3] / "docs" / "scoring.md"
NOTHING = "–"

Cells = dict[str, str]


def section(title: str) -> str:
    """The text under one heading of the document."""
    parts = re.split(r"^## ", DOCUMENT.read_text(encoding="utf-8"), flags=re.MULTILINE)
    return next(part.partition("\n")[2] for part in parts if part.startswith(f"{title}\n"))


def block(title: str, kind: str) -> str:
    """The fenced block of a kind (csv, json) under one heading."""
    found = re.search(rf"^```{kind}\n(.*?)^```$", section(title), re.MULTILINE | re.DOTALL)
    assert found, f"no {kind} block under {title}"
    return found[1]


def table(title: str, first_column: str) -> list[Cells]:
    """The table under one heading whose first column has this name."""
    lines = section(title).split("\n")
    start = next(n for n, line in enumerate(lines) if line.startswith(f"| {first_column} |"))
    rows = []
    for line in lines[start:]:
        if not line.startswith("|"):
            break
        rows.append([cell.strip().strip("`") for cell in line.strip("|").split("|")])
    header, _, *body = rows
    return [dict(zip(header, cells, strict=True)) for cells in body]


def figure(value: float | None) -> str:
    """A figure as the document writes it."""
    return NOTHING if value is None else f"{round(value, 3):g}"
