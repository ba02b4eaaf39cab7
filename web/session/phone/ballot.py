"""What a phone can choose at an item, and where that item stands among others."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from assessment.session.script import SessionStep, StepKind
from assessment.session.voting.votes import SessionVote
from locales import Translator
from web.session.context import GroupContext
from web.session.questions import Field, fields, name


@dataclass(frozen=True)
class ItemPlace:
    """Where an item stands among those that one goes through at one's own pace."""

    number: int
    total: int
    done: int
    before: str
    after: str  # empty after the last one


@dataclass(frozen=True)
class BallotForm:
    """The form of one vote."""

    fields: tuple[Field, ...]
    hidden: Mapping[str, str]
    chosen: Mapping[str, str]
    word: str
    asks_word: bool
    is_saved: bool
    position: ItemPlace | None


@dataclass(frozen=True)
class ReviewLine:
    """An item with what one answered."""

    item: str
    text: str
    answer: str
    is_answered: bool


Votes = Mapping[str, SessionVote]  # those of one person in one step and turn, by item


def ballot_form(
    context: GroupContext, step: SessionStep, item: str, role: str, votes: Votes
) -> BallotForm:
    """Return the form of the vote on an item that is open."""
    session = context.session
    vote = votes.get(item) or SessionVote("", step.id, item, session.turn, "")
    return BallotForm(
        fields=fields(context.catalogue, step, item, session.turn, role, context.t),
        hidden={**keys_of(vote), "session": str(session.version)},
        chosen={"choice": vote.choice, "need": vote.need},
        word=vote.word,
        asks_word=step.kind is StepKind.THESIS,
        is_saved=bool(vote.choice),
        position=_place(session.open_items, item, votes),
    )


def keys_of(vote: SessionVote) -> dict[str, str]:
    """Return what a form carries, so that it never gets into another step or another vote."""
    return {
        "step": vote.step,
        "item": vote.item,
        "turn": vote.turn.value,
        "version": str(vote.version),
    }


def _place(items: Sequence[str], item: str, votes: Votes) -> ItemPlace | None:
    if len(items) == 1:
        return None
    at = items.index(item)
    return ItemPlace(
        number=at + 1,
        total=len(items),
        done=sum(1 for one in items if is_answered(one, votes)),
        before=items[at - 1] if at else "",
        after=items[at + 1] if at + 1 < len(items) else "",
    )


def is_answered(item: str, votes: Votes) -> bool:
    """Return whether somebody chose something at an item."""
    return item in votes and bool(votes[item].choice)


def review(
    context: GroupContext, step: SessionStep, role: str, votes: Votes
) -> tuple[ReviewLine, ...]:
    """Return all items that are open with what one answered."""
    t = context.t
    return tuple(
        ReviewLine(
            item,
            name(context.catalogue, step, item, t),
            _label(context, step, item, role, votes),
            is_answered(item, votes),
        )
        for item in context.session.open_items
    )


def _label(context: GroupContext, step: SessionStep, item: str, role: str, votes: Votes) -> str:
    t: Translator = context.t
    if not is_answered(item, votes):
        return t("Not answered yet")
    turn = context.session.turn
    asked = fields(context.catalogue, step, item, turn, role, t)[0]
    labels = {option.value: option.label for option in (*asked.options, *asked.others)}
    return labels[votes[item].choice]
