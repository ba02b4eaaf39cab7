"""The pages of one respondent around the questions: begin, look back, stop, finish, delete."""

from collections.abc import Mapping
from functools import lru_cache

from markupsafe import Markup
from starlette.responses import RedirectResponse, Response

from assessment.answers import Answer
from assessment.catalogue.model import Edition
from assessment.judging.judgements import Judgement
from assessment.services import pairs, responding
from assessment.services.judging.giving import judgements_of
from locales import translator
from web.participant import cookie
from web.participant.context import SessionContext
from web.participant.position import page_of, position_of
from web.participant.question import saved_before
from web.participant.question_text import KEPT, question_text
from web.participant.render import HELP, render

DELETED = "deleted"
PAGES = frozenset({"about", "review", "missing", "pause", "thanks", "delete", "pair", HELP})


def first(context: SessionContext) -> Response:
    """Show where a respondent is: at the start, half-way or done."""
    respondent, t = context.session.respondent, context.t
    if respondent.finished_at is not None:
        return thanks(context)
    if respondent.started_at is not None:
        answers = _answers(context)
        welcome = t("Good to see you again") if answers else t("You can start now")
        return _half_way(context, welcome, answers)
    return about(context)


def about(context: SessionContext) -> Response:
    """Show what this is, how long it takes and who sees what."""
    is_deleted = bool(context.request.query_params.get(DELETED))
    notice = context.t("Your answers are deleted.") if is_deleted else ""
    return context.render("start", notice=notice)


def begin(context: SessionContext) -> Response:
    """Save that a respondent began, and go to the first question that is open."""
    responding.begin_session(context.workspace, context.session, context.language)
    return RedirectResponse(context.at(_next_page(context, _answers(context))), 303)


def _answers(context: SessionContext) -> Mapping[str, Answer | Judgement]:
    if context.to_judge:
        return judgements_of(context.workspace, context.session)
    return responding.answers(context.workspace, context.session)


def _is_answered(answers: Mapping[str, Answer | Judgement], criterion: str) -> bool:
    return criterion in answers and answers[criterion].is_answered


def _done(context: SessionContext, answers: Mapping[str, Answer | Judgement]) -> int:
    return sum(1 for criterion in context.criteria if _is_answered(answers, criterion.id))


def _next_page(context: SessionContext, answers: Mapping[str, Answer | Judgement]) -> str:
    """Return the page of the first question without an answer; when there is none, the look back."""
    for criterion in context.criteria:
        if not _is_answered(answers, criterion.id):
            return page_of(criterion.id)
    return "review"


def review(context: SessionContext) -> Response:
    """Show all questions with their answers."""
    answers = responding.answers(context.workspace, context.session)
    return context.render(
        "review",
        lines=[
            _line(context, number, answers.get(criterion.id, Answer(criterion.id)))
            for number, criterion in enumerate(context.criteria, 1)
        ],
        done=_done(context, answers),
        saved_before=saved_before(context),
    )


def _line(context: SessionContext, number: int, answer: Answer) -> tuple[str, Markup]:
    """Return the address of a question, and what stands there of it."""
    chosen = Answer(answer.criterion, answer.state, answer.level)
    has_words = bool(answer.comment or answer.evidence)
    edition = context.session.catalogue.edition
    line = _line_of(edition, chosen, context.role, context.language, number, has_words)
    return context.at(page_of(answer.criterion)), line


# measured: without this the look back at 46 questions takes 1.4 times as much processor time
@lru_cache(maxsize=KEPT)
def _line_of(
    edition: Edition, chosen: Answer, role: str, language: str, number: int, has_words: bool
) -> Markup:
    text, t = (
        question_text(edition.catalogue, chosen.criterion, role, language),
        translator(language),
    )
    values = {
        "number": number,
        "question": text.question,
        "answer": text.label_of(chosen, t),
        "is_answered": chosen.is_answered,
        "has_words": has_words,
    }
    return Markup(render("review_line", t, values))  # noqa: S704 (a template wrote it)


def pause(context: SessionContext) -> Response:
    """Show how to go on later."""
    return _half_way(context, context.t("You can go on later"), _answers(context))


def _half_way(
    context: SessionContext, heading: str, answers: Mapping[str, Answer | Judgement]
) -> Response:
    return context.render(
        "pause",
        heading=heading,
        done=_done(context, answers),
        next_page=_next_page(context, answers),
    )


def finish(context: SessionContext) -> Response:
    """Save that a respondent is done; whoever uses the device next does not find their answers."""
    responding.finish(context.workspace, context.session)
    response = RedirectResponse(context.at("thanks"), 303)
    cookie.forget(response, context.settings, context.session.respondent)
    return response


def thanks(context: SessionContext) -> Response:
    """Show thank you and what happens next."""
    view = pairs.pair_view(context.workspace, context.session) if context.in_pairs else None
    return context.render("thanks", both_finished=view is not None and view.both_finished)


def ask_delete(context: SessionContext) -> Response:
    """Ask whether all answers may go."""
    return context.render("delete")


def delete(context: SessionContext) -> Response:
    """Delete all answers of a respondent."""
    responding.erase(context.workspace, context.session)
    return RedirectResponse(f"{context.at('about')}?{DELETED}=1", 303)


def choose_language(context: SessionContext) -> Response:
    """Save the language that a respondent chose, and go back to where they were."""
    context.choose_language(context.form.get("go", ""))
    return RedirectResponse(context.at(known_page(context, context.form.get("from", ""))), 303)


def known_page(context: SessionContext, page: str) -> str:
    """Return a page of a respondent; the first one for anything else."""
    criterion = page.removeprefix(page_of(""))
    is_question = criterion != page and position_of(context.criteria, criterion) is not None
    return page if is_question or page in PAGES else ""
