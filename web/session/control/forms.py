"""The forms of a control that belong to a moment: hands, what is agreed, agreements, notes."""

from collections.abc import Mapping
from dataclasses import dataclass

from assessment.services.session import hands, notes
from assessment.session.agreed_values import AgreedValue
from assessment.session.notes import NoteStatus, SessionNote
from assessment.session.script import SessionStep, StepKind
from assessment.session.states import Command, SessionPhase, SessionState
from assessment.session.voting.ballots import NEED, Ballot, ballots
from assessment.session.voting.proposals import proposal_of
from reports.session import step_words
from web.session import outcome, questions
from web.session.context import KeyContext

SHORT = 60  # characters of a note in a list to choose from


@dataclass(frozen=True)
class CountField:
    """One number to type in."""

    name: str
    label: str
    count: int


@dataclass(frozen=True)
class CountQuestion:
    """The numbers of one question."""

    legend: str
    fields: tuple[CountField, ...]


@dataclass(frozen=True)
class RoleHands:
    """The hands of one role at one item."""

    id: str
    name: str
    item: str
    questions: tuple[CountQuestion, ...]

    @property
    def total(self) -> int:
        """How many hands were typed in at the first question."""
        return sum(field.count for field in self.questions[0].fields)

    @property
    def is_set(self) -> bool:
        """Return whether any were typed in."""
        return self.total > 0


@dataclass(frozen=True)
class AgreeingForm:
    """The form in which is written what the room agrees on."""

    step: str
    item: str
    legend: str
    options: tuple[questions.Option, ...]
    stored: AgreedValue


@dataclass(frozen=True)
class NoteLine:
    """A note with what can be done with it."""

    note: SessionNote
    status: str
    others: tuple[tuple[str, str], ...]  # to put it together with: id and beginning

    @property
    def is_released(self) -> bool:
        """Return whether the group sees it."""
        return self.note.status is NoteStatus.RELEASED

    @property
    def is_hidden(self) -> bool:
        """Return whether it was put aside."""
        return self.note.status is NoteStatus.HIDDEN


def forms(
    context: KeyContext, step: SessionStep | None, allowed: frozenset[Command]
) -> Mapping[str, object]:
    """Return the forms of this moment."""
    session = context.session
    is_running = session.state is SessionState.RUNNING and step is not None
    return {
        "hands": _hands(context, step) if is_running and step else (),
        "agreeing": _agreeing(context, step) if step and Command.AGREE in allowed else None,
        "takes_agreements": is_running and step is not None and step.kind is StepKind.AGREE,
        "agreements": context.outcome.agreements,
        "notes": _notes(context),
    }


def _hands(context: KeyContext, step: SessionStep) -> tuple[RoleHands, ...]:
    session = context.session
    asked = ballots(step.kind, session.turn)
    is_counted = session.phase is SessionPhase.CLOSED and asked and not session.by_table
    if not is_counted:
        return ()
    known = {
        (hand.item, hand.role, hand.question, hand.choice): hand.count
        for hand in hands.hands_of(context.workspace, session)
    }
    return tuple(
        RoleHands(
            role,
            _hands_name(context, step, item, role),
            item,
            tuple(_question(context, step, ballot, item, role, known) for ballot in asked),
        )
        for item in session.open_items
        for role in session.roles
    )


def _hands_name(context: KeyContext, step: SessionStep, item: str, role: str) -> str:
    name = context.role_name(role)
    if len(context.session.open_items) == 1:
        return name
    return f"{_text_of(context, step, item)} · {name}"


def _text_of(context: KeyContext, step: SessionStep, item: str) -> str:
    notes_by_id = {note.id: note.text for note in context.outcome.notes}
    return notes_by_id.get(item) or questions.name(context.catalogue, step, item, context.t)


def _question(
    context: KeyContext,
    step: SessionStep,
    ballot: Ballot,
    item: str,
    role: str,
    known: Mapping[tuple[str, str, str, str], int],
) -> CountQuestion:
    t = context.t
    names = questions.short_names(context.catalogue, step, item, ballot, t)
    others = [step_words.other_names(t)[value] for value in ballot.others]
    return CountQuestion(
        t("And is it needed?") if ballot.question == NEED.question else t("Hands"),
        tuple(
            CountField(
                f"hand:{ballot.question}:{value}",
                label,
                known.get((item, role, ballot.question, value), 0),
            )
            for value, label in zip(
                (*ballot.options, *ballot.others), (*names, *others), strict=True
            )
        ),
    )


def _agreeing(context: KeyContext, step: SessionStep) -> AgreeingForm | None:
    """Return the form for the item on the table, with what the software proposes."""
    session, t = context.session, context.t
    is_about_one = bool(session.item) or len(step.on_the_table) == 1
    if session.phase is SessionPhase.READY and context.has_enough:
        return None
    if not is_about_one or step.takes_notes or step.kind in _NOTHING_TO_AGREE:
        return None
    item = session.item or step.on_the_table[0]
    stored = context.outcome.agreed.get((step.id, item))
    return AgreeingForm(
        step=step.id,
        item=item,
        legend=t("The room agrees on")
        if stored
        else t("The room agrees on (proposed: the middle)"),
        options=tuple(
            questions.Option(*pair) for pair in outcome.value_options(context, step, item)
        ),
        stored=stored or _proposed(context, step, item),
    )


_NOTHING_TO_AGREE = (StepKind.WELCOME, StepKind.LAST_TIME, StepKind.AGREE, StepKind.CHECKOUT)


def _proposed(context: KeyContext, step: SessionStep, item: str) -> AgreedValue:
    found, session = context.outcome.item(step.id, item), context.session.id
    return AgreedValue(session, step.id, item) if found is None else proposal_of(session, found)


def _notes(context: KeyContext) -> tuple[NoteLine, ...]:
    """Return the notes of the present step and all that nobody looked at yet.

    What is new comes first, and of that what belongs to the present step.
    """
    t = context.t
    statuses = {
        NoteStatus.NEW: t("Only you see this"),
        NoteStatus.RELEASED: t("Everybody sees this"),
        NoteStatus.HIDDEN: t("Put aside"),
    }
    found = notes.notes_to_release(context.workspace, context.address)
    step, new = context.session.step, NoteStatus.NEW
    found = [note for note in found if note.step == step or note.status is new]
    order = list(NoteStatus)
    return tuple(
        NoteLine(
            note,
            t("Put together with another one") if note.merged_into else statuses[note.status],
            tuple(
                (other.id, other.text[:SHORT])
                for other in found
                if other.id != note.id
                and (other.step, other.kind) == (note.step, note.kind)
                and not other.merged_into
            ),
        )
        for note in sorted(found, key=lambda one: (order.index(one.status), one.step != step))
    )
