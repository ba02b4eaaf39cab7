"""The answers of one respondent for the script of the page: read together, saved a few at a time.

A post is one transaction, in which each answer has a version of its own. It is confirmed by itself,
with what the database holds of it.
"""

from collections.abc import Collection, Mapping

from starlette.responses import JSONResponse, Response

from assessment.answers import Answer
from assessment.errors import InvalidInput, StaleWrite
from assessment.services import responding
from web.participant.context import SessionContext
from web.participant.question import (
    adds_nothing,
    choice_of,
    is_nothing,
    problem_of,
    read_answer,
)
from web.participant.question_text import question_text

MOST = 4  # answers in one post
FIELDS = ("criterion", "choice", "comment", "evidence", "version")
Told = dict[str, object]  # what the script reads


def show(context: SessionContext) -> Response:
    """Return every answer of a respondent."""
    given = responding.answers(context.workspace, context.session)
    return JSONResponse({"answers": [_as_stored(answer) for answer in given.values()]})


def save(context: SessionContext) -> Response:
    """Save the answers of a post, and return of each what became of it."""
    asked = {criterion.id for criterion in context.criteria}
    read = [_read(context, form, asked) for form in _forms(context.form)]
    answers = [one for one in read if isinstance(one, Answer)]
    outcomes = iter(responding.write_each(context.workspace, context.session, answers))
    told = [_told(context, one, next(outcomes)) if isinstance(one, Answer) else one for one in read]
    return JSONResponse({"answers": told})


def _forms(form: Mapping[str, str]) -> list[Mapping[str, str]]:
    """Return the answers that were posted. Raises InvalidInput for none, and for too many."""
    numbers = {name.partition("-")[0] for name in form}
    if not numbers <= {str(n) for n in range(1, MOST + 1)} or not numbers:
        raise InvalidInput("answers", "unknown", f"A post holds 1 to {MOST} answers.")
    return [
        {name: form.get(f"{number}-{name}", "") for name in FIELDS} for number in sorted(numbers)
    ]


def _read(
    context: SessionContext, form: Mapping[str, str], asked: Collection[str]
) -> Answer | Told:
    """Return an answer to save, or what became of one that there is nothing to save of."""
    criterion = form["criterion"]
    if criterion not in asked:
        return {"criterion": criterion, "result": "not asked"}
    try:
        answer = read_answer(criterion, form)
    except InvalidInput as error:
        return _refused(context, criterion, error)
    return _saved(context, answer) if is_nothing(answer) else answer


def _told(
    context: SessionContext, mine: Answer, outcome: Answer | StaleWrite[Answer] | InvalidInput
) -> Told:
    if isinstance(outcome, InvalidInput):
        return _refused(context, mine.criterion, outcome)
    if isinstance(outcome, Answer):
        return _saved(context, outcome)
    theirs = outcome.current
    if adds_nothing(mine, theirs):
        return _saved(context, theirs)
    return {"result": "conflict", **_as_stored(theirs)}


def _refused(context: SessionContext, criterion: str, error: InvalidInput) -> Told:
    return {"criterion": criterion, "result": "refused", "problem": problem_of(error, context.t)}


def _saved(context: SessionContext, answer: Answer) -> Told:
    catalogue = context.session.catalogue
    text = question_text(catalogue, answer.criterion, context.role, context.language)
    return {"result": "saved", "care": text.needs_care(answer), **_as_stored(answer)}


def _as_stored(answer: Answer) -> Told:
    return {
        "criterion": answer.criterion,
        "choice": choice_of(answer),
        "comment": answer.comment,
        "evidence": answer.evidence,
        "version": answer.version,
    }
