"""Answers as CSV: its header, its rows, and how they are written."""

import csv
import io
from collections.abc import Iterable
from dataclasses import dataclass

from assessment.answers import Answer, Reason
from assessment.text import neutralised

HEADER = (
    "assessment",
    "respondent",
    "role",
    "criterion",
    "state",
    "level",
    "reason",
    "comment",
    "evidence",
)


@dataclass(frozen=True)
class Row:
    """One answer with its assessment, respondent and role, as it stands in a file."""

    assessment: str
    respondent: str
    role: str
    answer: Answer


def write_answers(rows: Iterable[Row]) -> str:
    """Return the CSV of the rows. Cells that a spreadsheet would calculate get an apostrophe."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(HEADER)
    for row in rows:
        answer = row.answer
        cells = (
            row.assessment,
            row.respondent,
            row.role,
            answer.criterion,
            answer.state or "",
            "" if answer.level is None else str(answer.level),
            _reason_cell(answer),
            answer.comment,
            answer.evidence,
        )
        writer.writerow([neutralised(cell) for cell in cells])
    return out.getvalue()


def _reason_cell(answer: Answer) -> str:
    if not answer.reason_text:
        return answer.reason or ""
    return f"{answer.reason or Reason.OTHER}: {answer.reason_text}"
