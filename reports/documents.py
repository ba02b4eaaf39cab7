"""Documents for people: an outcome as PDF, DOCX or HTML."""

from collections.abc import Sequence
from datetime import datetime
from typing import Literal

from assessment.agreements import Agreement
from assessment.projects import Project
from assessment.services.outcome import Outcome
from exchange import formats
from reports.material import Comments, Material

NO_COMMENTS: Comments = {}


def make(  # noqa: PLR0913  (what belongs to an outcome, and how it is wanted)
    outcome: Outcome,
    project: Project,
    agreements: Sequence[Agreement],
    *,
    kind: Literal["pdf", "docx", "html"],
    language: str,
    short: bool,
    made_at: datetime,
    comments: Comments = NO_COMMENTS,
) -> bytes:
    """Return a document, long or of two pages: the same bytes for the same input.

    `comments` holds what other voices wrote, by criterion and role. Voices that may not be shown
    are left out, whatever it holds.
    """
    material = Material(outcome, project, agreements, language, made_at, short, comments)
    return formats.make(kind, material)
