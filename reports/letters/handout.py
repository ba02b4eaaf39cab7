"""The feedback to those who answered, as one page to hand out."""

from collections.abc import Sequence
from datetime import datetime

from locales import translator
from reports.wording import feedback
from reports.wording.feedback import Passage
from reports.writers import typst
from reports.writers.typst import Ready


def handout_pdf(
    project: str, passages: Sequence[Passage], language: str, made_at: datetime
) -> bytes:
    """Return the feedback as a tagged PDF of one page."""
    ready, t = Ready(), translator(language)
    data = {
        "title": ready.heading(feedback.title(t)),
        "project": ready.text(project),
        "language": language,
        "footer": ready.text(f"{project} · {t.date(made_at.date())}"),
        "passages": [
            {
                "title": ready.heading(passage.title),
                "sentences": [ready.text(sentence) for sentence in passage.sentences],
                "items": [ready.text(item) for item in passage.items],
            }
            for passage in passages
        ],
    }
    return typst.pdf("handout.typ", data, made_at)
