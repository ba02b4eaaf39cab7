"""The look back of a respondent who judges: every card with what was said."""

from dataclasses import dataclass

from starlette.responses import Response

from assessment.judging.judgements import MISSING, Judgement
from assessment.services.judging.giving import judgement_of, judgements_of
from reports.wording import judging as wording
from web.participant.context import SessionContext
from web.participant.position import page_of, position_of
from web.participant.question import SAVED


@dataclass(frozen=True)
class _Line:
    """One card in the look back, as it is shown."""

    number: int
    address: str
    title: str
    label: str
    is_answered: bool
    has_words: bool


def show(context: SessionContext) -> Response:
    """Show all cards with what was judged."""
    given = judgements_of(context.workspace, context.session)
    asked = [criterion.id for criterion in context.criteria]
    lines = [_line(context, n, given.get(c, Judgement(c))) for n, c in enumerate(asked, 1)]
    missing = given.get(MISSING)
    return context.render(
        "judging_review",
        lines=lines,
        done=sum(line.is_answered for line in lines),
        missing=missing.note if missing else "",
        saved_before=saved_card(context),
    )


def saved_card(context: SessionContext) -> int | None:
    """Return the number of the card that was just saved, if the database has it."""
    position = position_of(context.criteria, context.request.query_params.get(SAVED, ""))
    if position is None:
        return None
    stored = judgement_of(context.workspace, context.session, position.criterion)
    return position.number if stored.version else None


def _line(context: SessionContext, number: int, judgement: Judgement) -> _Line:
    t = context.t
    criterion = context.session.catalogue.by_id[judgement.criterion]
    return _Line(
        number=number,
        address=context.at(page_of(judgement.criterion)),
        title=criterion.title.in_language(t.language),
        label=wording.judged(judgement, t),
        is_answered=judgement.is_answered,
        has_words=bool(judgement.note),
    )
