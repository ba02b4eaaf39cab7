"""One question on a screen: show it, save what is chosen, say what happened."""

from collections.abc import Mapping
from dataclasses import dataclass

from starlette.responses import HTMLResponse, RedirectResponse, Response

from assessment.answers import Answer, AnswerState
from assessment.errors import InvalidInput, StaleWrite
from assessment.respondents import MAX_COMMENT
from assessment.services import responding
from locales import Translator
from web.participant.context import SessionContext
from web.participant.position import Position, position_of
from web.participant.question_page import QuestionPage, SavedAnswer
from web.participant.question_text import QuestionText, question_text

SAVED = "saved"  # in an address: which question was answered on the page before
LEVELS = ("0", "1", "2", "3", "4")
OTHER = frozenset(state.value for state in AnswerState if state is not AnswerState.LEVEL)


@dataclass(frozen=True)
class Question:
    """One question that a respondent is asked."""

    context: SessionContext
    position: Position

    @property
    def text(self) -> QuestionText:
        """What it says, in the words of the respondent's role."""
        context = self.context
        catalogue = context.session.catalogue
        return question_text(catalogue, self.position.criterion, context.role, context.language)

    @property
    def stored(self) -> Answer:
        """The answer that the database has; version 0 if it has none."""
        context = self.context
        return responding.answer(context.workspace, context.session, self.position.criterion)

    def page(self, answer: Answer, saved_before: SavedAnswer | None = None) -> QuestionPage:
        """Return the page of this question with an answer."""
        return QuestionPage(
            text=self.text,
            position=self.position,
            language=self.context.language,
            languages=self.context.languages,
            in_pairs=self.context.in_pairs,
            is_anonymous=self.context.is_anonymous,
            contact=self.context.contact,
            choice=choice_of(answer),
            is_saved=answer.version > 0,
            needs_care=self.text.needs_care(answer),
            saved_before=saved_before,
        )


def question_of(context: SessionContext, criterion: str) -> Question | None:
    """Return a question of a respondent; None if they are not asked it."""
    position = position_of(context.criteria, criterion)
    return None if position is None else Question(context, position)


def show(context: SessionContext) -> Response:
    """Show a question with its answer, and say which one was just saved."""
    question = question_of(context, context.request.path_params["criterion"])
    if question is None:
        return context.no_page()
    answer = question.stored
    page = question.page(answer, saved_before(context))
    if answer.comment or answer.evidence:
        words = {"comment": answer.comment, "evidence": answer.evidence}
        return HTMLResponse(page.render_with(context.token, str(answer.version), **words))
    return HTMLResponse(page.render(context.token, answer.version))


def saved_before(context: SessionContext) -> SavedAnswer | None:
    """Return which question was just saved, if the database has its answer."""
    question = question_of(context, context.request.query_params.get(SAVED, ""))
    stored = question.stored if question else None
    if question is None or stored is None or not stored.version:
        return None
    return SavedAnswer(question.position.number, question.text.needs_care(stored))


def save(context: SessionContext) -> Response:
    """Save what was chosen and go where the respondent wants to go."""
    question = question_of(context, context.request.path_params["criterion"])
    if question is None:
        return context.no_page()
    try:
        answer = read_answer(question.position.criterion, context.form)
        saved = answer
        if not is_nothing(answer):
            saved = responding.write(context.workspace, context.session, answer)
    except StaleWrite as stale:
        if not isinstance(stale.current, Answer):
            raise
        return _conflict(question, answer, stale.current)
    except InvalidInput as error:
        return _refused(question, error)
    return _go_on(question, saved)


def is_nothing(answer: Answer) -> bool:
    """Return whether an answer is empty and always was."""
    is_empty = answer.state is None and not answer.comment and not answer.evidence
    return is_empty and not answer.version


def read_answer(criterion: str, form: Mapping[str, str]) -> Answer:
    """Return the answer that a form holds. Raises InvalidInput for what our form never sends."""
    choice = form.get("choice", "")
    version = form.get("version", "0")
    if (choice and choice not in LEVELS and choice not in OTHER) or not _is_number(version):
        raise InvalidInput("choice", "unknown", "This is not one of the options.")
    is_level = choice in LEVELS
    state = AnswerState.LEVEL if is_level else AnswerState(choice) if choice else None
    comment = form.get("comment", "").strip()
    level = int(choice) if is_level else None
    evidence = form.get("evidence", "").strip()
    return Answer(criterion, state, level, comment=comment, evidence=evidence, version=int(version))


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) <= 9


def choice_of(answer: Answer) -> str:
    """Return the option of an answer, empty if none is chosen."""
    if answer.state is AnswerState.LEVEL:
        return str(answer.level)
    return answer.state.value if answer.state else ""


def _go_on(question: Question, saved: Answer) -> Response:
    """Lead to the page that was asked for, which says what was saved on the way."""
    context, position = question.context, question.position
    button = context.form.get("go", "")
    context.choose_language(button)
    pages = {
        "next": position.after,
        "back": position.before,
        "review": "review",
        "pause": "pause",
    }
    address = context.at(pages.get(button, position.page))
    if button in pages and saved.version:
        address += f"?{SAVED}={position.criterion}"
    return RedirectResponse(address, 303)


def adds_nothing(mine: Answer, theirs: Answer) -> bool:
    """Return whether an answer says nothing that another one does not say."""
    same = mine.comment in ("", theirs.comment) and mine.evidence in ("", theirs.evidence)
    return mine.state is None and same


def _conflict(question: Question, mine: Answer, theirs: Answer) -> Response:
    """Ask which of two answers to keep, unless nothing was said here."""
    context = question.context
    if adds_nothing(mine, theirs):
        return _go_on(question, theirs)
    text = question.text
    return context.render(
        "conflict",
        status=409,
        position=question.position,
        text=text,
        mine=mine,
        my_choice=choice_of(mine),
        my_label=text.label_of(mine, context.t),
        theirs=theirs,
        their_label=text.label_of(theirs, context.t),
    )


def _refused(question: Question, error: InvalidInput) -> Response:
    """Show a question again with what is wrong; what was typed stays on the screen."""
    context, stored = question.context, question.stored
    words = {"comment": stored.comment, "evidence": stored.evidence}
    if error.field in words:
        words = {name: context.form.get(name, "").replace("\0", "") for name in words}
    problem = problem_of(error, context.t)
    version = str(stored.version)
    page = question.page(stored).render_with(context.token, version, problem=problem, **words)
    return HTMLResponse(page, 422)


def problem_of(error: InvalidInput, t: Translator) -> str:
    """Return why an answer is not saved, in words."""
    reasons = {
        "too_long": t("Your words are too long: at most {n} characters fit.", n=MAX_COMMENT),
        "characters": t("Your words hold a character that cannot be kept. Type them again."),
    }
    reason = reasons.get(error.rule, t("That could not be read. Choose again."))
    return t("Not saved.") + " " + reason
