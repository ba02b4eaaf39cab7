"""What everybody in the room sees: the code, the question, how many answered, the result."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from starlette.responses import Response

from assessment.session.notes import NoteKind
from assessment.session.script import SessionStep, StepKind
from assessment.session.states import OPEN_PHASES, SessionPhase, SessionState
from reports.letters.pdf import qr_code
from reports.session import step_words
from web.session import outcome, questions
from web.session.addresses import JOIN
from web.session.context import KeyContext
from web.session.control.keys import join_address, join_code
from web.session.outcome import AgreedView
from web.session.result import ResultView, result_views

SHOWN = (SessionPhase.SHOWN, SessionPhase.SHOWN_AGAIN)
MOST_LINES = 12  # that can be read from afar; all of them stand on the phones


@dataclass(frozen=True)
class ScreenPage:
    """What stands on the screen."""

    title: str
    heading: str
    where: str = ""
    lines: tuple[str, ...] = ()
    options: tuple[str, ...] = ()
    results: tuple[ResultView, ...] = ()
    overview: tuple[tuple[str, str], ...] = ()
    agreed: AgreedView | None = None
    items: tuple[str, ...] = ()
    prompt: str = ""
    counts: str = ""
    count: str = ""
    seconds: int | None = None
    is_lobby: bool = False


def show(context: KeyContext) -> Response:
    """Show the screen."""
    page = _as_fits(screen_page(context), context)
    line = page.counts.format(answered=context.pulse.answered, present=context.pulse.present)
    page = replace(page, count=line)
    return context.render("screen", page=page, live=context.live, join=_join(context))


def _as_fits(page: ScreenPage, context: KeyContext) -> ScreenPage:
    """Return a page with no more lines than can be read from afar, and with what is left out."""
    left = max(len(page.items), len(page.overview)) - MOST_LINES
    if left <= 0:
        return page
    more = context.t("And {n} more, on the phones.", n=left)
    return replace(
        page,
        items=page.items[:MOST_LINES],
        overview=page.overview[:MOST_LINES],
        lines=(*page.lines, more),
    )


def _join(context: KeyContext) -> Mapping[str, str] | None:
    """Return how to join, as long as one can."""
    if not context.session.is_joinable:
        return None
    host = context.settings.public_address.partition("://")[2]
    return {
        "address": f"{host}{JOIN}",
        "code": join_code(context),
        "svg": qr_code(join_address(context)),
    }


def screen_page(context: KeyContext) -> ScreenPage:
    """Return what the screen shows at this moment."""
    session, t = context.session, context.t
    here = t("{present} tables take part") if session.by_table else t("{present} here")
    page = ScreenPage(title=session.name, heading=session.name, counts=here)
    step = session.present_step
    if session.state is SessionState.ENDED:
        made = outcome.agreements(context.outcome.agreements, t)
        texts = tuple(" · ".join(filter(None, (one.text, one.more))) for one in made)
        return replace(page, heading=t("Thank you"), items=texts, counts="")
    if session.state is SessionState.PAUSED:
        return replace(page, heading=t("A pause"))
    if step is None or session.state is not SessionState.RUNNING:
        return replace(page, is_lobby=True, lines=rules(context)[:2])
    place = session.script.place(step.id) + 1
    where = t("Step {n} of {total}", n=place, total=len(session.script.steps))
    page = replace(page, where=f"{where} · {questions.title(step, t)}", seconds=context.seconds)
    return _in_step(context, page, step)


def rules(context: KeyContext) -> tuple[str, ...]:
    """Return what people should know before they begin."""
    t, n = context.t, context.session.threshold
    return (
        t("Take your phone: scan the square code, or type the address and the code."),
        t("Nobody sees what you choose. A group is shown from {n} people on.", n=n),
        t("Everybody answers alone first. Then we look, talk, and answer once more."),
        t("The software proposes the middle. The room decides, and who disagrees is heard."),
    )


def _in_step(context: KeyContext, page: ScreenPage, step: SessionStep) -> ScreenPage:
    session, t = context.session, context.t
    item = session.item or (step.on_the_table[0] if len(step.on_the_table) == 1 else "")
    own = context.catalogue.own_role.id
    heading = (
        questions.heading(context.catalogue, step, item, own, t)
        if item and not (step.takes_notes and item != step.id)
        else questions.title(step, t)
    )
    page = replace(page, heading=heading)
    if session.phase in OPEN_PHASES:
        return _voting(context, page, step, item)
    if session.phase is SessionPhase.CLOSED:
        closed = t("Writing is closed.") if context.is_writing else t("The vote is closed.")
        return replace(page, lines=(closed,), counts=_answered(context))
    if session.phase is SessionPhase.READY:
        return _ready(context, page, step)
    return _told(context, page, step, item)


def _ready(context: KeyContext, page: ScreenPage, step: SessionStep) -> ScreenPage:
    lines = rules(context)[1:] if step.kind is StepKind.WELCOME else ()
    items: tuple[str, ...] = ()
    if _is_many(context, step):
        items = tuple(questions.name(context.catalogue, step, one, context.t) for one in step.items)
    return replace(page, lines=lines, items=_agreements(context, step) or items)


def _is_many(context: KeyContext, step: SessionStep) -> bool:
    return not context.session.item and len(step.items) > 1


def _agreements(context: KeyContext, step: SessionStep) -> tuple[str, ...]:
    if step.kind is not StepKind.AGREE:
        return ()
    made = outcome.agreements(context.outcome.agreements, context.t)
    return tuple(" · ".join(filter(None, (one.text, one.more))) for one in made)


def _voting(context: KeyContext, page: ScreenPage, step: SessionStep, item: str) -> ScreenPage:
    session, t = context.session, context.t
    page = replace(page, counts=_answered(context))
    if step.takes_notes or len(session.open_items) > 1:
        line = t("Answer on your phone, in silence and at your own pace.")
        return replace(page, lines=(line,), items=_proposals(context, step))
    asked = questions.fields(
        context.catalogue, step, item, session.turn, context.catalogue.own_role.id, t
    )
    options = tuple(option.meaning or option.label for option in asked[0].options)
    return replace(page, options=options)


def _answered(context: KeyContext) -> str:
    t = context.t
    if context.is_writing:
        return t("{present} here")
    if context.session.by_table:
        return t("{answered} of {present} tables answered")
    return t("{answered} of {present} answered")


def _proposals(context: KeyContext, step: SessionStep) -> tuple[str, ...]:
    session = context.session
    if step.takes_notes and session.phase is SessionPhase.VOTING_AGAIN:
        return tuple(n.text for n in context.outcome.notes if n.id in session.open_items)
    return ()


def _told(context: KeyContext, page: ScreenPage, step: SessionStep, item: str) -> ScreenPage:
    """Return a page with what was shown, or with what people talk about."""
    session, t = context.session, context.t
    if session.phase is SessionPhase.TALKING and session.talk:
        page = replace(page, prompt=step_words.talk_lines(t)[session.talk])
    if step.takes_notes:
        return replace(page, items=_chosen(context, step), prompt="")
    if _agreements(context, step):
        return replace(page, items=_agreements(context, step))
    if not item:
        return replace(page, overview=outcome.overview(context, context.outcome, step), prompt="")
    found = context.outcome.item(step.id, item)
    if found is not None:
        page = replace(page, results=result_views(context, step, found, {}))
        is_to_talk = step.kind not in step_words.YES_OR_NO and session.phase in SHOWN
        if not page.prompt and is_to_talk and found.latest["choice"].smallest:
            page = replace(page, prompt=t("Who can speak for the smallest group?"))
    value = context.outcome.agreed.get((step.id, item))
    if value is not None and session.phase is SessionPhase.AGREED:
        page = replace(page, agreed=outcome.agreed_view(context, step, value))
    return replace(page, lines=_word_lines(context, step, item))


def _word_lines(context: KeyContext, step: SessionStep, item: str) -> tuple[str, ...]:
    word = questions.carried_by(context.catalogue, item, context.t)
    if not word:
        return ()
    notes = [n.text for n in context.outcome.notes if n.step == step.id and n.kind is NoteKind.WORD]
    said = (context.t("You said it depends on: {words}", words=", ".join(notes)),) if notes else ()
    return (context.t("The thesis hangs on one word: {word}", word=f"‘{word}’"), *said)


def _chosen(context: KeyContext, step: SessionStep) -> tuple[str, ...]:
    t = context.t
    texts = {note.id: note.text for note in context.outcome.notes}
    chosen = context.outcome.chosen(step.id)
    if not chosen:
        return tuple(
            n.text
            for n in context.outcome.notes
            if n.step == step.id and n.kind is NoteKind.PROPOSAL
        )
    return tuple(
        t("{text} (chosen by {n})", text=texts.get(r.item, r.item), n=r.picks) for r in chosen
    )
