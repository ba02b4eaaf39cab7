"""The answers of one respondent for the script of the page: read together, saved a few at a time.

Each answer of a post stands for itself: it has a version of its own, and is confirmed by itself with
what the database holds of it.
"""

from collections.abc import Mapping

from starlette.responses import JSONResponse, Response

from assessment.answers import Answer
from assessment.errors import InvalidInput, MentorspiegelError, StaleWrite
from assessment.services import responding
from web.participant.context import SessionContext
from web.participant.question import (
    Question,
    adds_nothing,
    choice_of,
    problem_of,
    question_of,
    read_answer,
)

MOST = 4  # answers in one post
FIELDS = ("criterion", "choice", "comment", "evidence", "version")
Told = dict[str, object]  # what the script reads


def show(context: SessionContext) -> Response:
    """Return every answer of a respondent."""
    given = responding.answers(context.workspace, context.session)
    return JSONResponse({"answers": [_as_stored(answer) for answer in given.values()]})


def save(context: SessionContext) -> Response:
    """Save the answers of a post one by one, and return of each what became of it.

    What comes after one that cannot be saved for now is not mentioned: it will be sent again.
    """
    told: list[Told] = []
    for form in _forms(context.form):
        try:
            told.append(_save(context, form))
        except MentorspiegelError:
            if not told:
                raise
            break
    return JSONResponse({"answers": told})


def _forms(form: Mapping[str, str]) -> list[Mapping[str, str]]:
    """Return the answers that were posted. Raises InvalidInput for none, and for too many."""
    numbers = {name.partition("-")[0] for name in form}
    if not numbers <= {str(n) for n in range(1, MOST + 1)} or not numbers:
        raise InvalidInput("answers", "unknown", f"A post holds 1 to {MOST} answers.")
    return [
        {name: form.get(f"{number}-{name}", "") for name in FIELDS} for number in sorted(numbers)
    ]


def _save(context: SessionContext, form: Mapping[str, str]) -> Told:
    criterion = form["criterion"]
    question = question_of(context, criterion)
    if question is None:
        return {"criterion": criterion, "result": "not asked"}
    try:
        answer = read_answer(criterion, form)
        return _saved(question, question.save(answer))
    except StaleWrite as stale:
        if not isinstance(stale.current, Answer):
            raise
        if adds_nothing(answer, stale.current):
            return _saved(question, stale.current)
        return {"result": "conflict", **_as_stored(stale.current)}
    except InvalidInput as error:
        problem = problem_of(error, context.t)
        return {"criterion": criterion, "result": "refused", "problem": problem}


def _saved(question: Question, answer: Answer) -> Told:
    care = question.text.needs_care(answer)
    return {"result": "saved", "care": care, **_as_stored(answer)}


def _as_stored(answer: Answer) -> Told:
    return {
        "criterion": answer.criterion,
        "choice": choice_of(answer),
        "comment": answer.comment,
        "evidence": answer.evidence,
        "version": answer.version,
    }
