"""The result of an item that was shown: a row per answer, both votes beside each other, by group."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from assessment.catalogue.model import LEVELS
from assessment.session.script import SessionStep
from assessment.session.states import Turn
from assessment.session.voting.ballots import NEED, PICKS
from assessment.session.voting.results import ItemResult, QuestionResult, VoteVoice
from assessment.session.voting.votes import TABLES, SessionVote
from locales import Translator
from reports.session import step_words
from reports.wording import choices
from reports.wording.voices import capital, spread_sentence
from web.session.context import GroupContext
from web.session.questions import short_names

HUNDRED = 100
ARROW = "→"  # between the two votes
Both = Sequence[tuple[Turn, QuestionResult]]


@dataclass(frozen=True)
class VoteBar:
    """One bar: how long, in hundredths, and whether it is of an earlier vote than the last."""

    share: int
    is_first: bool


@dataclass(frozen=True)
class ResultRow:
    """One answer: how many gave it in each vote."""

    label: str
    bars: tuple[VoteBar, ...]
    numbers: tuple[int, ...]
    is_mine: bool


@dataclass(frozen=True)
class GroupRow:
    """How many of one group gave each answer, in the first vote and in the second."""

    name: str
    numbers: tuple[str, ...]


@dataclass(frozen=True)
class ResultView:
    """One question of an item with both votes, as far as they are shown."""

    caption: str
    votes: tuple[str, ...]
    rows: tuple[ResultRow, ...]
    short_labels: tuple[str, ...]
    groups: tuple[GroupRow, ...]
    lines: tuple[str, ...]
    word: str  # empty if there is none


def result_views(
    context: GroupContext, step: SessionStep, result: ItemResult, mine: Mapping[Turn, SessionVote]
) -> tuple[ResultView, ...]:
    """Return the questions of an item, with what one person chose marked."""
    return tuple(
        _view(context, step, result, question, mine)
        for question in result.latest
        if result.latest[question].ballot.options != PICKS.options
    )


def _view(
    context: GroupContext,
    step: SessionStep,
    result: ItemResult,
    question: str,
    mine: Mapping[Turn, SessionVote],
) -> ResultView:
    t, votes = context.t, _both(result, question)
    shown = result.latest[question]
    ballot = shown.ballot
    own = {
        turn: vote.need if question == NEED.question else vote.choice for turn, vote in mine.items()
    }
    latest = own.get(votes[-1][0], "")
    names = short_names(context.catalogue, step, result.item, ballot, t)
    is_empty = shown.together is None
    return ResultView(
        caption=t("And is it needed?") if question == NEED.question else t("All together"),
        votes=tuple(step_words.turn_names(t)[turn] for turn, _ in votes),
        rows=()
        if is_empty
        else tuple(
            _row(label, value, votes, is_mine=bool(latest) and value == latest)
            for value, label in zip(ballot.options, names, strict=True)
        ),
        short_labels=tuple(
            step_words.column_names(t).get(value, value) for value in ballot.options
        ),
        groups=_groups(context, votes) if len(shown.voices) > 1 else (),
        lines=_lines(result, question, shown, own, t),
        word=_word(result, question, shown, t),
    )


def _both(result: ItemResult, question: str) -> Both:
    found = ((Turn.FIRST, result.first), (Turn.SECOND, result.second))
    return [(turn, shown[question]) for turn, shown in found if shown and question in shown]


def _row(label: str, value: str, votes: Both, *, is_mine: bool) -> ResultRow:
    numbers = tuple(shown.count(value) for _, shown in votes)
    most = [_most(shown) for _, shown in votes]
    bars = tuple(
        VoteBar(round(HUNDRED * number / all_), is_first=place < len(votes) - 1)
        for place, (number, all_) in enumerate(zip(numbers, most, strict=True))
    )
    return ResultRow(label, bars, numbers, is_mine)


def _most(shown: QuestionResult) -> int:
    return max(1, max(shown.together.bins) if shown.together else 1)


def _groups(context: GroupContext, votes: Both) -> tuple[GroupRow, ...]:
    """Return a row for every group that is shown in the last vote, with the former beside it."""
    last = votes[-1][1]
    return tuple(
        GroupRow(group_name(context, role), _beside(role, votes, len(last.ballot.options)))
        for role in last.voices
    )


def _beside(role: str, votes: Both, options: int) -> tuple[str, ...]:
    rows = [
        shown.voices[role].bins[:options] if role in shown.voices else ("–",) * options
        for _, shown in votes
    ]
    return tuple(ARROW.join(map(str, column)) for column in zip(*rows, strict=True))


def group_name(context: GroupContext, role: str) -> str:
    """Return what a group of people is called in a result."""
    if role == TABLES:
        return context.t("Tables")
    return choices.voice(context.catalogue, role, None, context.t)


def _lines(
    result: ItemResult, question: str, shown: QuestionResult, own: Mapping[Turn, str], t: Translator
) -> tuple[str, ...]:
    if shown.together is None:
        return (t("Too few people answered to show what they chose."),)
    found = [] if question == NEED.question else [_sentence(shown.together, t)]
    found += _others(shown, t)
    if question != NEED.question:
        if shown.together.by_hand:
            found.append(t("{n} of these by hand.", n=shown.together.by_hand))
        if result.changed is not None:
            found.append(t("{n} people chose something else the second time.", n=result.changed))
    if own.get(Turn.FIRST) and own.get(Turn.SECOND):
        is_same = own[Turn.FIRST] == own[Turn.SECOND]
        found.append(t("You chose the same twice.") if is_same else t("You changed your answer."))
    return tuple(line for line in found if line)


def _others(shown: QuestionResult, t: Translator) -> list[str]:
    """Return how many chose something that is no answer on the scale."""
    names = step_words.other_names(t)
    counted = {value: shown.count(value) for value in shown.ballot.others}
    return [
        t.plural("One person said: {answer}.", "{n} said: {answer}.", n, answer=f"‘{names[value]}’")
        for value, n in counted.items()
        if n
    ]


def _sentence(together: VoteVoice, t: Translator) -> str:
    if together.spread is None:
        return t.plural("One person chose.", "{n} people chose.", together.n)
    return f"{capital(spread_sentence(together.bins[:LEVELS], together.spread, t))}."


def _word(result: ItemResult, question: str, shown: QuestionResult, t: Translator) -> str:
    if shown.together is None:
        return ""
    if shown.together.spread is not None:
        return choices.spread_words(t)[shown.together.spread.word]
    is_verdict = result.verdict is not None and question == NEED.question
    return step_words.verdict_names(t)[result.verdict] if is_verdict and result.verdict else ""
