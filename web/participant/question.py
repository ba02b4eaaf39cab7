"""One question on a screen: show it, keep what is chosen, say what happened."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from assessment.answers import Answer, AnswerState
from assessment.errors import InvalidInput, StaleWrite
from assessment.respondents import MAX_COMMENT
from assessment.services import responding
from web.participant.context import Here
from web.participant.question_text import KEPT, QuestionWords, Spot, Wording, spots, state_names
from web.participant.render import told
from web.participant.request import Reply, Visit, see

LEVELS = ("0", "1", "2", "3", "4")
# in pages that are kept: characters that no text has, for what differs from person to person
TOKEN_HOLE, VERSION_HOLE = "\ue000", "\ue001"
_drawn_before: dict[object, bytes] = {}


@dataclass(frozen=True)
class Question:
    """One question for one person."""

    here: Here
    spot: Spot

    @property
    def key(self) -> tuple[str, str, str]:
        """Criterion, role and language: what the words depend on."""
        return self.spot.criterion, self.here.session.invitation.role, self.here.language

    @property
    def words(self) -> QuestionWords:
        """What it says, in the words of this role."""
        return Wording(self.here.session.catalogue).question(*self.key)

    def draw(self, answer: Answer, *, status: int = 200, **said: object) -> Reply:
        """Render it with an answer, and with `comment` or `problem` when something is wrong."""
        values = {"saved_before": None, "problem": None, "comment": answer.comment, **said}
        if values["comment"] or values["problem"]:
            return self._drawn(self.here, answer, str(answer.version), values, status=status)
        return Reply(status, self._from_memory(answer, values))

    def _from_memory(self, answer: Answer, values: Mapping[str, object]) -> bytes:
        """Return a page without words of a person: all but its address and version is the same."""
        here, choice, saved = self.here, choice_of(answer), values["saved_before"]
        hash_ = here.session.catalogue.content_hash
        key = (hash_, self.key, self.spot, here.is_pair, choice, answer.version > 0, saved)
        page = _drawn_before.get(key)
        if page is None:
            if len(_drawn_before) >= KEPT:
                _drawn_before.clear()
            blank = replace(here, token=TOKEN_HOLE)
            page = self._drawn(blank, answer, VERSION_HOLE if answer.version else "0", values).body
            _drawn_before[key] = page
        filled = page.replace(TOKEN_HOLE.encode(), here.token.encode())
        return filled.replace(VERSION_HOLE.encode(), str(answer.version).encode())

    def _drawn(
        self,
        here: Here,
        answer: Answer,
        version: str,
        values: Mapping[str, object],
        *,
        status: int = 200,
    ) -> Reply:
        return here.draw(
            "question",
            status=status,
            place=self.spot,
            part=self.words.part,
            options=Wording(here.session.catalogue).options(*self.key, choice_of(answer)),
            version=version,
            longest=MAX_COMMENT,
            **values,
        )


def question(here: Here, name: str) -> Question | None:
    """Return a question of this person, None if they are not asked it."""
    found = spots(tuple((c.id, c.perspective) for c in here.session.criteria)).get(name)
    return None if found is None else Question(here, found)


def show(asked: Question, visit: Visit) -> Reply:
    """Show a question with its answer, and say which one was just saved."""
    return asked.draw(_stored(asked), saved_before=saved_before(asked.here, visit))


def _stored(asked: Question) -> Answer:
    here = asked.here
    return responding.answer(here.workspace, here.session, asked.spot.criterion)


def saved_before(here: Here, visit: Visit) -> int | None:
    """Return the number of the question that was just saved, if the database has it."""
    found = question(here, visit.query.get("saved", ""))
    return found.spot.number if found and _stored(found).version else None


def keep(asked: Question, visit: Visit) -> Reply:
    """Write what was chosen and go where the person wants to go."""
    here = asked.here
    try:
        wanted = chosen(asked.spot.criterion, visit.form)
        stored = _written(here, wanted)
    except StaleWrite as stale:
        return _conflict(asked, wanted, stale, visit)
    except InvalidInput as wrong:
        if visit.wants_json:
            return told(422, saved=False)
        return _refused(asked, wrong, visit)
    if visit.wants_json:
        return told(200, saved=True, version=str(stored.version))
    return see(_next(asked, visit, stored))


def _written(here: Here, wanted: Answer) -> Answer:
    """Write an answer unless nothing was said. Raises StaleWrite, InvalidInput."""
    if wanted.state is None and not wanted.comment and not wanted.version:
        return wanted
    return responding.write(here.workspace, here.session, wanted)


def chosen(criterion: str, form: Mapping[str, str]) -> Answer:
    """Return the answer that a form holds. Raises InvalidInput for what our form never sends."""
    choice = form.get("choice", "")
    version = form.get("version", "0")
    states = {s.value for s in AnswerState} - {AnswerState.LEVEL.value}
    if (choice and choice not in LEVELS and choice not in states) or not _is_number(version):
        raise InvalidInput("choice", "unknown", "This is not one of the options.")
    is_level = choice in LEVELS
    state = AnswerState.LEVEL if is_level else AnswerState(choice) if choice else None
    comment = form.get("comment", "").strip()
    level = int(choice) if is_level else None
    return Answer(criterion, state, level, comment=comment, version=int(version))


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) <= 9


def choice_of(answer: Answer) -> str:
    """Return the option of an answer, empty if none is chosen."""
    if answer.state is AnswerState.LEVEL:
        return str(answer.level)
    return answer.state.value if answer.state else ""


def _next(asked: Question, visit: Visit, stored: Answer) -> str:
    """Return the address to go to, which notes what was saved on the way."""
    here, spot = asked.here, asked.spot
    going = visit.form.get("go", "")
    here.speak(going)
    pages = {"next": spot.after, "back": spot.before, "review": "review", "pause": "pause"}
    if going not in pages:
        return here.at(spot.page)
    address = here.at(pages[going])
    return f"{address}?saved={spot.criterion}" if stored.version else address


def _conflict(asked: Question, mine: Answer, stale: StaleWrite[Answer], visit: Visit) -> Reply:
    if visit.wants_json:
        return told(409, saved=False)
    theirs = stale.current
    assert isinstance(theirs, Answer)  # noqa: S101  (what `write` promises)
    if mine.state is None and mine.comment in ("", theirs.comment):
        return see(_next(asked, visit, theirs))  # nothing was said here
    return asked.here.draw(
        "conflict",
        status=409,
        place=asked.spot,
        words=asked.words,
        mine=_side(asked, mine),
        theirs=_side(asked, theirs),
    )


def _side(asked: Question, answer: Answer) -> dict[str, object]:
    return {
        "words": answer_words(asked, answer),
        "comment": answer.comment,
        "choice": choice_of(answer),
        "version": answer.version,
    }


def answer_words(asked: Question, answer: Answer | None) -> str:
    """Return an answer in words."""
    t = asked.here.t
    if answer is None or answer.state is None:
        return t("Not answered yet")
    if answer.state is AnswerState.LEVEL:
        return asked.words.labels[answer.level or 0]
    return state_names(t)[answer.state.value]


def _refused(asked: Question, wrong: InvalidInput, visit: Visit) -> Reply:
    t = asked.here.t
    rules = {
        "too_long": t("Your words are too long: at most {n} characters fit.", n=MAX_COMMENT),
        "characters": t("Your words hold a character that cannot be kept. Type them again."),
    }
    problem = rules.get(wrong.rule, t("That could not be read. Choose again."))
    present = _stored(asked)
    comment = visit.form.get("comment", "").replace("\0", "")
    typed = comment if wrong.field == "comment" else present.comment
    return asked.draw(present, status=422, problem=t("Not saved.") + " " + problem, comment=typed)
