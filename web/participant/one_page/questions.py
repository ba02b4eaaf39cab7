"""The texts of all questions of a role in one language: the same for everybody who is asked them."""

import gzip
import json
from dataclasses import dataclass
from functools import lru_cache

from starlette.responses import Response

from assessment.catalogue.model import Edition
from locales import translator
from web.participant.context import SessionContext
from web.participant.messages import JSON
from web.participant.question_text import question_text

KEPT = 100  # sets of questions in memory; the longest takes about 40 KB


@dataclass(frozen=True)
class QuestionSet:
    """What is sent, as it is and compressed: made once and compressed once."""

    plain: bytes
    compressed: bytes


def show(context: SessionContext) -> Response:
    """Return the questions; nothing of who is asked."""
    catalogue = context.session.catalogue
    asked = tuple(criterion.id for criterion in context.criteria)
    body = body_of(catalogue.edition, asked, context.role, context.language)
    headers = {"vary": "accept-encoding"}
    if "gzip" not in context.request.headers.get("accept-encoding", ""):
        return Response(body.plain, headers=headers, media_type=JSON)
    headers["content-encoding"] = "gzip"
    return Response(body.compressed, headers=headers, media_type=JSON)


@lru_cache(maxsize=KEPT)
def body_of(edition: Edition, asked: tuple[str, ...], role: str, language: str) -> QuestionSet:
    """Return the questions of a role in one language."""
    questions = [
        _question(edition, criterion, role, language, n, len(asked))
        for n, criterion in enumerate(asked, 1)
    ]
    whole = {"language": language, "questions": questions}
    plain = json.dumps(whole, ensure_ascii=False, separators=(",", ":")).encode()
    return QuestionSet(plain, gzip.compress(plain, mtime=0))


def _question(
    edition: Edition, criterion: str, role: str, language: str, number: int, total: int
) -> dict[str, object]:
    t = translator(language)
    text = question_text(edition.catalogue, criterion, role, language)
    return {
        "id": criterion,
        "title": t("Question {n} of {total}", n=number, total=total),
        "saved": t("Question {n}: saved", n=number),
        "question": text.question,
        "levels": [[level.label, level.meaning, level.care] for level in text.levels],
    }
