"""The pages of one person around the questions: begin, look back, stop, finish, delete."""

from collections.abc import Mapping

from assessment.answers import Answer
from assessment.services import pairs, responding
from web.participant import cookie, question
from web.participant.context import Here
from web.participant.question_text import question_page, state_names
from web.participant.request import Reply, Visit, see

DELETED = "deleted"


def first(here: Here, visit: Visit) -> Reply:
    """Show where this person is: at the start, half-way or done."""
    respondent, t = here.session.respondent, here.t
    if respondent.finished_at is not None:
        return thanks(here, visit)
    if respondent.started_at is not None:
        answers = _answers(here)
        welcome = t("Good to see you again") if answers else t("You can start now")
        return _half_way(here, welcome, answers)
    return about(here, visit)


def about(here: Here, visit: Visit) -> Reply:
    """Return what this is, how long it takes and who sees what."""
    t = here.t
    notice = t("Your answers are deleted.") if visit.query.get(DELETED) else ""
    return here.draw("start", notice=notice)


def begin(here: Here, _visit: Visit) -> Reply:
    """Save that this person began, and go to the first question that is open."""
    responding.begin_session(here.workspace, here.session, here.language)
    return see(here.at(_next_page(here, _answers(here))))


def _answers(here: Here) -> Mapping[str, Answer]:
    return responding.answers(here.workspace, here.session)


def _done(here: Here, answers: Mapping[str, Answer]) -> int:
    return sum(1 for c in here.criteria if c.id in answers and answers[c.id].is_answered)


def _next_page(here: Here, answers: Mapping[str, Answer]) -> str:
    """Return the page of the first question without an answer; when there is none, the look back."""
    for criterion in here.criteria:
        if criterion.id not in answers or not answers[criterion.id].is_answered:
            return question_page(criterion.id)
    return "review"


def review(here: Here, visit: Visit) -> Reply:
    """Show all questions with their answers, part by part."""
    answers = _answers(here)
    parts: dict[str, list[dict[str, object]]] = {}
    for criterion in here.criteria:
        asked = question.question(here, criterion.id)
        assert asked is not None  # noqa: S101  (it is one of the criteria)
        line = {
            "page": asked.spot.page,
            "number": asked.spot.number,
            "question": asked.words.question,
            "levels": asked.words.labels,
            "answer": answers.get(criterion.id),
        }
        parts.setdefault(asked.words.part, []).append(line)
    return here.draw(
        "review",
        sections=[{"title": title, "lines": lines} for title, lines in parts.items()],
        done=_done(here, answers),
        other_states=state_names(here.t),
        saved_before=question.saved_before(here, visit),
    )


def pause(here: Here, _visit: Visit) -> Reply:
    """Return how to go on later."""
    t = here.t
    return _half_way(here, t("You can go on later"), _answers(here))


def _half_way(here: Here, heading: str, answers: Mapping[str, Answer]) -> Reply:
    return here.draw(
        "pause", heading=heading, done=_done(here, answers), next_page=_next_page(here, answers)
    )


def finish(here: Here, _visit: Visit) -> Reply:
    """Save that this person is done; whoever uses the device next does not find their answers."""
    responding.finish(here.workspace, here.session)
    return see(here.at("thanks"), cookie.forget(here.session.respondent))


def thanks(here: Here, _visit: Visit) -> Reply:
    """Return thank you and what happens next."""
    view = pairs.pair_view(here.workspace, here.session) if here.is_pair else None
    return here.draw("thanks", both_finished=view is not None and view.both_finished)


def ask_delete(here: Here, _visit: Visit) -> Reply:
    """Ask whether all answers may go."""
    return here.draw("delete")


def delete(here: Here, _visit: Visit) -> Reply:
    """Delete all answers of this person."""
    responding.erase(here.workspace, here.session)
    return see(f"{here.at('about')}?{DELETED}=1")


def choose_language(here: Here, visit: Visit) -> Reply:
    """Save the language a person chose, and go back to where they were."""
    here.speak(visit.form.get("go", ""))
    return see(here.at(known_page(here, visit.form.get("from", ""))))


def known_page(here: Here, page: str) -> str:
    """Return a page of this person; the first one for anything else."""
    is_question = question.question(here, page.removeprefix("q/")) is not None
    plain = page in {"about", "review", "pause", "thanks", "delete", "pair"}
    return page if plain or (is_question and page.startswith("q/")) else ""
