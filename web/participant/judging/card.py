"""One card to judge, or the page that asks what is missing: show it, save it, say what happened."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from starlette.responses import RedirectResponse, Response

from assessment.errors import InvalidInput, StaleWrite
from assessment.judging.judgements import MISSING, Judgement
from assessment.respondents import MAX_COMMENT
from assessment.services.judging.giving import judge, judgement_of
from reports.wording import judging as wording
from web.participant.context import SessionContext
from web.participant.judging.review import saved_card
from web.participant.position import Position, page_of, position_of
from web.participant.question import SAVED

MISSING_PAGE = "missing"


@dataclass(frozen=True)
class Card:
    """What a respondent judges on one page."""

    context: SessionContext
    position: Position

    @property
    def is_missing(self) -> bool:
        """Return whether it asks what is missing."""
        return self.position.criterion == MISSING

    @property
    def page(self) -> str:
        """The page that it stands on."""
        return MISSING_PAGE if self.is_missing else self.position.page

    @property
    def stored(self) -> Judgement:
        """The judgement that the database has; version 0 if it has none."""
        context = self.context
        return judgement_of(context.workspace, context.session, self.position.criterion)

    def render(self, judgement: Judgement, problem: str = "", *, status: int = 200) -> Response:
        """Render the page with a judgement."""
        context, t = self.context, self.context.t
        criterion = context.session.catalogue.by_id.get(self.position.criterion)
        question = criterion and criterion.question_for(context.role).in_language(t.language)
        return context.render(
            "judging_missing" if self.is_missing else "judging_card",
            status=status,
            card=self,
            title=criterion and criterion.title.in_language(t.language),
            question=question,
            judgement=judgement,
            choices=wording.home_choices(t),
            needs=wording.home_needs(t),
            problem=problem,
            saved_before=saved_card(context),
            longest=MAX_COMMENT,
        )


def show(context: SessionContext) -> Response:
    """Show a card with what was judged, and say which one was just saved."""
    card = _card(context, context.request.path_params["criterion"])
    return context.no_page() if card is None else card.render(card.stored)


def show_missing(context: SessionContext) -> Response:
    """Show the page that asks what is missing."""
    card = _missing(context)
    return card.render(card.stored)


def save(context: SessionContext) -> Response:
    """Save what was judged and go where the respondent wants to go."""
    card = _card(context, context.request.path_params["criterion"])
    return context.no_page() if card is None else _save(card)


def save_missing(context: SessionContext) -> Response:
    """Save what is missing and go where the respondent wants to go."""
    return _save(_missing(context))


def _card(context: SessionContext, criterion: str) -> Card | None:
    position = position_of(context.criteria, criterion)
    if position is None:
        return None
    is_last = position.number == position.total
    return Card(context, replace(position, after=MISSING_PAGE) if is_last else position)


def _missing(context: SessionContext) -> Card:
    last, total = context.criteria[-1].id, context.total
    return Card(context, Position(MISSING, total, total, page_of(last), "review"))


def _save(card: Card) -> Response:
    context = card.context
    mine = _read(card.position.criterion, context.form)
    try:
        is_nothing = not (mine.choice or mine.need or mine.note or mine.version)
        saved = mine if is_nothing else judge(context.workspace, context.session, mine)
    except StaleWrite as stale:
        if not isinstance(stale.current, Judgement):
            raise
        return _conflict(card, mine, stale.current)
    except InvalidInput as error:
        current = replace(mine, version=card.stored.version, note=mine.note.replace("\0", ""))
        return card.render(current, wording.problem(error, MAX_COMMENT, context.t), status=422)
    return _go_on(card, saved)


def _read(criterion: str, form: Mapping[str, str]) -> Judgement:
    version = form.get("version", "0")
    if not (version.isascii() and version.isdigit() and len(version) <= 9):
        raise InvalidInput("version", "unknown", "This is not a version.")
    names = ("choice", "need", "note")
    choice, need, note = (form.get(name, "").strip() for name in names)
    return Judgement(criterion, choice, need, note, int(version))


def _go_on(card: Card, saved: Judgement) -> Response:
    """Lead to the page that was asked for, which says what was saved on the way."""
    context, position = card.context, card.position
    button = context.form.get("go", "")
    context.choose_language(button)
    pages = {
        "next": position.after,
        "back": position.before,
        "review": "review",
        "pause": "pause",
    }
    address = context.at(pages.get(button, card.page))
    if button in pages and saved.version and not card.is_missing:
        address += f"?{SAVED}={position.criterion}"
    return RedirectResponse(address, 303)


def _conflict(card: Card, mine: Judgement, theirs: Judgement) -> Response:
    """Ask which of two judgements to keep, unless nothing was said here."""
    if not mine.choice and mine.note in ("", theirs.note):
        return _go_on(card, theirs)
    t = card.context.t
    criterion = card.context.session.catalogue.by_id.get(card.position.criterion)
    return card.context.render(
        "judging_conflict",
        status=409,
        card=card,
        title=criterion and criterion.title.in_language(t.language),
        mine=mine,
        my_label=wording.judged(mine, t),
        theirs=theirs,
        their_label=wording.judged(theirs, t),
    )
