"""What one phone shows: the present step, from the lobby to the last thank-you."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from assessment.services.session.results import SessionOutcome
from assessment.session.agreed_values import AgreedValue
from assessment.session.notes import NoteKind
from assessment.session.people import SessionPerson
from assessment.session.script import SessionStep, StepKind
from assessment.session.states import OPEN_PHASES, SessionPhase, SessionState, Turn
from assessment.session.voting.votes import SessionVote
from locales import Translator
from reports.session import step_words
from reports.wording.voices import capital
from web.session import outcome, questions
from web.session.context import GroupContext
from web.session.outcome import AgreedView, AgreementView
from web.session.phone.ballot import (
    BallotForm,
    ReviewLine,
    ballot_form,
    is_answered,
    keys_of,
    review,
)
from web.session.result import ResultView, result_views


@dataclass(frozen=True)
class NoteForm:
    """Where one writes to the group."""

    legend: str
    label: str
    is_proposal: bool
    hidden: Mapping[str, str]
    text: str = ""


@dataclass(frozen=True)
class Proposal:
    """What one can choose, where there are many."""

    text: str
    is_picked: bool = False
    hidden: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class PhonePage:
    """What stands on a phone."""

    title: str
    role_name: str
    where: str = ""
    lines: tuple[str, ...] = ()
    seconds: int | None = None
    notice: str = ""
    is_good: bool = False
    ballot: BallotForm | None = None
    review: tuple[ReviewLine, ...] = ()
    results: tuple[ResultView, ...] = ()
    overview: tuple[tuple[str, str], ...] = ()  # items that were shown, with their sentence
    agreed: AgreedView | None = None
    agreements: tuple[AgreementView, ...] = ()
    proposals: tuple[Proposal, ...] = ()
    asks_table: bool = False
    table: int | None = None
    note: NoteForm | None = None
    released: tuple[str, ...] = ()


@dataclass(frozen=True)
class PhoneView:
    """What a page is made of: who looks, what they gave, and what may be seen of all."""

    role: str
    outcome: SessionOutcome
    votes: Sequence[SessionVote] = ()  # of this person, in the present step
    person: SessionPerson | None = None  # None in a preview
    item: str = ""  # the one that was asked for, at own pace

    def in_turn(self, turn: Turn) -> dict[str, SessionVote]:
        """Return the votes of one turn, by item."""
        return {vote.item: vote for vote in self.votes if vote.turn is turn}


def phone_page(context: GroupContext, seen: PhoneView) -> PhonePage:
    """Return what a phone shows at this moment."""
    session, t = context.session, context.t
    page = PhonePage(title=session.name, role_name=context.role_name(seen.role))
    step = session.present_step
    if session.state is SessionState.ENDED:
        return _ended(context, page, seen)
    if session.state is SessionState.PAUSED:
        return replace(
            page, title=t("A pause"), lines=(t("We go on in a moment. What you answered is kept."),)
        )
    if step is None or session.state is not SessionState.RUNNING:
        lines = (t("You are in. It begins in a moment."), t("You can keep this page open."))
        return replace(page, lines=lines)
    return _in_step(context, page, step, seen)


def _ended(context: GroupContext, page: PhonePage, seen: PhoneView) -> PhonePage:
    t = context.t
    return replace(
        page,
        title=t("Thank you"),
        lines=(
            t("The session has ended. You can read the result here for 30 days."),
            t("Is there another session today? Then type its code, or scan the new square code."),
        ),
        overview=outcome.overview(context, seen.outcome),
        agreements=outcome.agreements(seen.outcome.agreements, t),
    )


def _in_step(
    context: GroupContext, page: PhonePage, step: SessionStep, seen: PhoneView
) -> PhonePage:
    session, t = context.session, context.t
    place = session.script.place(step.id) + 1
    page = replace(
        page,
        title=questions.title(step, t),
        where=t("Step {n} of {total}", n=place, total=len(session.script.steps)),
        seconds=context.seconds,
        note=_note(context, step),
        released=_released(step, seen.outcome, NoteKind.NOTE),
    )
    if session.phase in OPEN_PHASES:
        return _voting(context, page, step, seen)
    if step.kind is StepKind.LAST_TIME:
        items = tuple(AgreementView(_heading(context, step, i, seen), "") for i in step.items)
        page = replace(page, agreements=items)
    if step.kind is StepKind.AGREE:
        page = replace(page, agreements=outcome.agreements(seen.outcome.agreements, t))
    page = replace(page, lines=_lines(context, step, seen))
    return _shown(context, page, step, seen)


def _heading(context: GroupContext, step: SessionStep, item: str, seen: PhoneView) -> str:
    return questions.heading(context.catalogue, step, item, seen.role, context.t)


def _lines(context: GroupContext, step: SessionStep, seen: PhoneView) -> tuple[str, ...]:
    """Return what a phone says while nobody votes."""
    session, t = context.session, context.t
    item = session.item
    is_named = item and item != step.id and step.kind is not StepKind.LAST_TIME
    lines = [_heading(context, step, item, seen)] if is_named else []
    if session.phase is SessionPhase.READY and step.has_vote:
        lines.append(t("It begins in a moment."))
    if session.phase is SessionPhase.CLOSED:
        lines.append(
            t("Writing is closed. What may be shown comes in a moment.")
            if context.is_writing
            else t("The vote is closed. The result comes in a moment.")
        )
        given = seen.in_turn(session.turn)
        if any(is_answered(one, given) for one in session.open_items):
            lines.append(t("Your answer is saved."))
    if session.phase is SessionPhase.TALKING and session.talk:
        lines.append(step_words.talk_lines(t)[session.talk])
        lines += [prompt.in_language(t.language) for prompt in step.prompts]
    return tuple(lines)


def _voting(
    context: GroupContext, page: PhonePage, step: SessionStep, seen: PhoneView
) -> PhonePage:
    session, t = context.session, context.t
    if session.by_table and (seen.person is None or seen.person.table is None):
        line = t(
            "Your table answers together, on one phone. Is that another phone? Then just talk along."
        )
        return replace(page, asks_table=True, lines=(line,))
    if step.takes_notes:
        return _collecting(context, page, step, seen)
    votes = seen.in_turn(session.turn)
    items = session.open_items
    open_ = [one for one in items if not is_answered(one, votes)]
    asked = seen.item if seen.item in items else next(iter(open_), "")
    if len(items) > 1 and not asked:
        line = t("You have answered everything. You can still change it.")
        return replace(page, lines=(line,), review=review(context, step, seen.role, votes))
    ballot = ballot_form(context, step, asked or items[0], seen.role, votes)
    table = seen.person.table if seen.person is not None and session.by_table else None
    lines = (t("You answer for table {n}.", n=table),) if table else ()
    return replace(
        page, ballot=ballot, lines=(*lines, *_first_time(context, ballot, seen)), table=table
    )


def _first_time(context: GroupContext, ballot: BallotForm, seen: PhoneView) -> tuple[str, ...]:
    """Return what one chose in the first vote, where this is the second."""
    t = context.t
    if context.session.turn is Turn.FIRST:
        return ()
    first = seen.in_turn(Turn.FIRST).get(ballot.hidden["item"])
    asked = ballot.fields[0]
    labels = {option.value: option.label for option in (*asked.options, *asked.others)}
    label = labels.get(first.choice, "") if first else ""
    return (t("The first time you chose: {answer}", answer=label),) if label else ()


def _collecting(
    context: GroupContext, page: PhonePage, step: SessionStep, seen: PhoneView
) -> PhonePage:
    """Return a page on which one writes proposals, or chooses from them."""
    session, t = context.session, context.t
    question = _heading(context, step, step.id, seen)
    if session.turn is Turn.FIRST:
        line = t("Write in silence, one thing at a time. You can send more than one.")
        return replace(page, lines=(line,), note=_note(context, step, question))
    votes, texts = seen.in_turn(Turn.SECOND), _texts(context, step, seen)
    proposals = []
    for item in session.open_items:
        vote = votes.get(item) or SessionVote("", step.id, item, Turn.SECOND, "")
        hidden = {**keys_of(vote), "session": str(session.version)}
        proposals.append(Proposal(texts.get(item, item), vote.choice == "pick", hidden))
    line = t.plural("Choose one.", "Choose at most {n}.", step.picks)
    return replace(page, lines=(question, line), proposals=tuple(proposals), note=None)


def _texts(context: GroupContext, step: SessionStep, seen: PhoneView) -> dict[str, str]:
    own = {item: _heading(context, step, item, seen) for item in step.items}
    return own | {note.id: note.text for note in seen.outcome.notes if note.step == step.id}


def _released(step: SessionStep, found: SessionOutcome, *kinds: NoteKind) -> tuple[str, ...]:
    return tuple(n.text for n in found.notes if n.step == step.id and n.kind in kinds)


def _note(context: GroupContext, step: SessionStep, question: str = "") -> NoteForm:
    t = context.t
    hidden = {"step": step.id, "session": str(context.session.version)}
    return NoteForm(
        legend=question or t("Write something to the group (not needed)"),
        label=t("In your own words"),
        is_proposal=bool(question),
        hidden=hidden,
    )


def _shown(context: GroupContext, page: PhonePage, step: SessionStep, seen: PhoneView) -> PhonePage:
    """Add what was shown and agreed."""
    session, t = context.session, context.t
    if session.phase in (SessionPhase.READY, SessionPhase.CLOSED):
        return page
    if step.takes_notes:
        texts = _texts(context, step, seen)
        chosen = tuple(
            Proposal(t("{text} (chosen by {n})", text=texts.get(r.item, r.item), n=r.picks))
            for r in seen.outcome.chosen(step.id)
        )
        left = tuple(map(Proposal, _released(step, seen.outcome, NoteKind.PROPOSAL)))
        return replace(page, proposals=chosen or left)
    if not session.item and len(step.on_the_table) > 1:
        return replace(page, overview=outcome.overview(context, seen.outcome, step))
    item = session.item or step.on_the_table[0]
    return _shown_item(context, page, step, item, seen)


def _shown_item(
    context: GroupContext, page: PhonePage, step: SessionStep, item: str, seen: PhoneView
) -> PhonePage:
    result, t = seen.outcome.item(step.id, item), context.t
    mine = {turn: votes[item] for turn in Turn if item in (votes := seen.in_turn(turn))}
    views = () if result is None else result_views(context, step, result, mine)
    value: AgreedValue | None = seen.outcome.agreed.get((step.id, item))
    is_agreed = value is not None and context.session.phase is SessionPhase.AGREED
    words = _released(step, seen.outcome, NoteKind.WORD) if step.kind is StepKind.THESIS else ()
    return replace(
        page,
        results=views,
        agreed=outcome.agreed_view(context, step, value)
        if value is not None and is_agreed
        else None,
        lines=(*page.lines, *_word_line(context, item, t)),
        released=(*words, *page.released),
    )


def _word_line(context: GroupContext, item: str, t: Translator) -> tuple[str, ...]:
    word = questions.carried_by(context.catalogue, item, t)
    return (t("The thesis hangs on one word: {word}", word=f"‘{word}’"),) if word else ()


def role_choices(context: GroupContext) -> list[dict[str, str]]:
    """Return the roles to choose from."""
    names = {role: context.role_name(role) for role in context.session.roles}
    return [{"id": role, "name": capital(name)} for role, name in names.items()]
