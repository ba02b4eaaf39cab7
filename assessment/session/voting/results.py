"""Results of votes that were shown: bars per voice, the word, who changed, and what is proposed."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from assessment.catalogue.model import LEVELS
from assessment.scoring.counts import BINS
from assessment.scoring.results import Spread
from assessment.scoring.spread import WORDS
from assessment.scoring.spread_fast import spread
from assessment.scoring.visibility import OTHER_VOICES
from assessment.scoring.voice_gaps import discuss_first, voice_gaps
from assessment.session.script import SessionStep, StepKind
from assessment.session.states import Turn
from assessment.session.voting.ballots import LEVEL_OPTIONS, NEED, PICK, Ballot, ballots
from assessment.session.voting.hands import HandCount
from assessment.session.voting.verdicts import Verdict, verdict_of
from assessment.session.voting.voices import BinCounts, ShownVoices, shown_voices
from assessment.session.voting.votes import TABLES, ChangeCount, ShownMark, VoteCount

TALK_FIRST = 3  # items that the tool offers to talk about


@dataclass(frozen=True)
class VoteVoice:
    """What one voice said: how many chose each option, in their order, and the other ways out."""

    role: str
    n: int  # who chose an option
    bins: tuple[int, ...]  # as in `assessment.scoring.counts`
    by_hand: int
    mean: float | None = None  # of levels
    spread: Spread | None = None  # of levels


@dataclass(frozen=True)
class QuestionResult:
    """One question of a vote: the voices that are shown, and all of these together."""

    ballot: Ballot
    voices: Mapping[str, VoteVoice]
    together: VoteVoice | None  # None when nothing may be shown

    def count(self, choice: str) -> int:
        """Return how many of those who are shown chose something."""
        bin_ = self.ballot.bin_of(choice)
        return 0 if self.together is None or bin_ is None else self.together.bins[bin_]

    @property
    def smallest(self) -> str | None:
        """The option with the fewest votes that has any, for whom somebody may speak."""
        if self.together is None:
            return None
        chosen = [option for option in self.ballot.options if self.count(option)]
        return min(chosen, key=self.count, default=None) if len(chosen) > 1 else None


@dataclass(frozen=True)
class ItemResult:
    """Both votes on one item, as far as they were shown and may be."""

    step: str
    kind: StepKind
    item: str
    first: Mapping[str, QuestionResult] | None  # by question; None: not shown
    second: Mapping[str, QuestionResult] | None
    changed: int | None = None  # people, from five on; None also for fewer
    verdict: Verdict | None = None  # of a judge step

    @property
    def latest(self) -> Mapping[str, QuestionResult]:
        """The second vote where it was shown, else the first."""
        return self.second or self.first or {}

    @property
    def proposed_level(self) -> int | None:
        """The median as a level, the lower one of two; None without one."""
        found = self.latest.get("choice")
        shown = None if found is None or found.together is None else found.together.spread
        return None if shown is None else int(shown.median)

    @property
    def picks(self) -> int:
        """How many chose the item where one chooses from many."""
        found = self.latest.get("choice")
        return found.count(PICK) if found is not None and PICK in found.ballot.options else 0


@dataclass(frozen=True)
class Counted:
    """Everything that results are made of; the votes among it were shown."""

    roles: tuple[str, ...]
    threshold: int
    shown: frozenset[ShownMark]
    votes: Sequence[VoteCount]
    hands: Sequence[HandCount]
    changes: Sequence[ChangeCount]


def results(steps: Iterable[SessionStep], counted: Counted) -> tuple[ItemResult, ...]:
    """Return the results of every item that was shown, in the order of the script."""
    found = []
    for step in steps:
        seen = {mark.item for mark in counted.shown if mark.step == step.id}
        items = [item for item in step.on_the_table if item in seen]
        items += sorted(seen.difference(items))
        found += [_item(step, item, counted) for item in items]
    return tuple(found)


def talk_first(found: Iterable[ItemResult], most: int = TALK_FIRST) -> tuple[str, ...]:
    """Return the items on which opinions part most, by the same rule as `discuss first`."""
    rated = {r.item: r.latest["choice"] for r in found if "choice" in r.latest}
    means = {
        item: {v.role: v.mean for v in result.voices.values() if v.mean is not None}
        for item, result in rated.items()
    }
    for voices in means.values():
        voices.pop(OTHER_VOICES, None)
    spreads = {
        item: (result.together.spread.word, result.together.spread.consensus)
        for item, result in rated.items()
        if result.together is not None and result.together.spread is not None
    }
    return discuss_first(voice_gaps(means), spreads)[:most]


def _item(step: SessionStep, item: str, counted: Counted) -> ItemResult:
    turns: dict[Turn, dict[str, QuestionResult] | None] = {}
    groups: dict[Turn, dict[str, ShownVoices]] = {}
    for turn in Turn:
        is_shown = ShownMark(step.id, item, turn) in counted.shown
        asked = ballots(step.kind, turn) if is_shown else ()
        before = groups.get(Turn.FIRST, {})
        groups[turn] = {
            ballot.question: _voices(step, ShownMark(step.id, item, turn), ballot, counted, before)
            for ballot in asked
        }
        shown = {b.question: _question(b, groups[turn][b.question]) for b in asked}
        turns[turn] = shown if is_shown else None
    first, second = turns[Turn.FIRST], turns[Turn.SECOND]
    latest = second or first or {}
    return ItemResult(
        step=step.id,
        kind=step.kind,
        item=item,
        first=first,
        second=second,
        changed=_changed(step, item, groups, counted) if second else None,
        verdict=_verdict(latest) if step.kind is StepKind.JUDGE else None,
    )


def _voices(
    step: SessionStep,
    mark: ShownMark,
    ballot: Ballot,
    counted: Counted,
    before: Mapping[str, ShownVoices],
) -> ShownVoices:
    phones: dict[tuple[str, int], int] = {}
    hands: dict[tuple[str, int], int] = {}
    for vote in counted.votes:
        bin_ = _bin(vote, mark, ballot)
        if bin_ is not None:
            phones[vote.role, bin_] = phones.get((vote.role, bin_), 0) + vote.number
    for hand in counted.hands:
        bin_ = _bin(hand, mark, ballot)
        if bin_ is not None:
            hands[hand.role, bin_] = hands.get((hand.role, bin_), 0) + hand.count
    if step.kind is StepKind.TABLES:
        return _tables(phones)
    return shown_voices(
        BinCounts.of(counted.roles, phones, hands),
        counted.threshold,
        before.get(ballot.question),
    )


def _tables(values: Mapping[tuple[str, int], int]) -> ShownVoices:
    """Return what tables gave: it was said aloud at the table and is nobody's own."""
    bins = tuple(values.get((TABLES, bin_), 0) for bin_ in range(BINS))
    given = {TABLES: bins} if any(bins[:LEVELS]) else {}
    return ShownVoices(given, dict.fromkeys(given, 0), frozenset(given))


def _bin(counted: VoteCount | HandCount, mark: ShownMark, ballot: Ballot) -> int | None:
    is_it = (counted.step, counted.item, counted.turn) == (mark.step, mark.item, mark.turn)
    return ballot.bin_of(counted.choice) if is_it and counted.question == ballot.question else None


def _question(ballot: Ballot, shown: ShownVoices) -> QuestionResult:
    voices = {
        role: _voice(ballot, role, bins, shown.by_hand[role]) for role, bins in shown.bins.items()
    }
    if not voices:
        return QuestionResult(ballot, voices, None)
    bins = tuple(map(sum, zip(*shown.bins.values(), strict=True)))
    together = _voice(ballot, "", bins, sum(shown.by_hand.values()))
    return QuestionResult(ballot, voices, together)


def _voice(ballot: Ballot, role: str, bins: tuple[int, ...], by_hand: int) -> VoteVoice:
    levels = bins[:LEVELS]
    if ballot.options != LEVEL_OPTIONS:
        return VoteVoice(role, sum(levels), bins, by_hand)
    figures = spread(np.array(levels))
    return VoteVoice(
        role,
        sum(levels),
        bins,
        by_hand,
        mean=float(figures.mean),
        spread=Spread(
            n=int(figures.n),
            neighbour_share=float(figures.neighbour_share),
            word=WORDS[int(figures.word)],
            consensus=float(figures.consensus),
            agreement=float(figures.agreement),
            sd=float(figures.sd),
            median=float(figures.median),
        ),
    )


def _changed(
    step: SessionStep, item: str, groups: Mapping[Turn, Mapping[str, ShownVoices]], counted: Counted
) -> int | None:
    """Return how many changed, of those whose voice is shown in both votes.

    It is shown only when enough people changed and enough did not: of few it would tell who.
    """
    first, second = (groups[turn].get("choice") for turn in Turn)
    if first is None or second is None:
        return None
    both = set(first.bins) & set(second.bins)
    rows = [
        row
        for row in counted.changes
        if (row.step, row.item) == (step.id, item)
        and (row.role if row.role in first.large else OTHER_VOICES) in both
    ]
    changed = sum(row.changed for row in rows)
    same = sum(row.both for row in rows) - changed
    return changed if min(changed, same) >= counted.threshold else None


def _verdict(latest: Mapping[str, QuestionResult]) -> Verdict:
    choice, need = latest.get("choice"), latest.get(NEED.question)
    return verdict_of(_options(choice), _options(need))


def _options(result: QuestionResult | None) -> list[tuple[int, ...]]:
    """Return how often each option was chosen: by all, then by every role that is shown."""
    if result is None or result.together is None:
        return []
    size = len(result.ballot.options)
    roles = [voice for role, voice in result.voices.items() if role != OTHER_VOICES]
    return [voice.bins[:size] for voice in (result.together, *roles)]
