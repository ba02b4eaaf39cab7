"""Results of judging at home: by the rules of a judge step, with what stakeholders part on first."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from assessment.scoring.visibility import OTHER_VOICES
from assessment.session.script import SessionStep, StepKind
from assessment.session.states import Turn
from assessment.session.voting.ballots import DOES_NOT_APPLY, MINIMAL, NEED
from assessment.session.voting.results import Counted, ItemResult, QuestionResult, results
from assessment.session.voting.verdicts import Verdict
from assessment.session.voting.votes import ShownMark, VoteCount


@dataclass(frozen=True)
class JudgementCount:
    """How many people of a role chose something, at one of the two questions on a criterion."""

    criterion: str
    question: str
    role: str
    choice: str
    number: int


@dataclass(frozen=True)
class JudgedCriterion:
    """What was judged of one criterion, as far as it may be shown."""

    result: ItemResult
    difference: Fraction  # between the two roles that part most, 0 to 1

    @property
    def criterion(self) -> str:
        """The id of the criterion."""
        return self.result.item

    @property
    def verdict(self) -> Verdict:
        """What came of it: clear, or to talk about."""
        return self.result.verdict or Verdict.TALK

    @property
    def is_shown(self) -> bool:
        """Return whether any group is shown on it."""
        return any(question.voices for question in self.result.latest.values())

    def may_quote(self, role: str) -> bool:
        """Return whether notes of a role may be read: it is shown here by itself."""
        choice = self.result.latest["choice"]
        return role in choice.voices


def judged_criteria(
    criteria: Iterable[str], roles: Sequence[str], counts: Iterable[JudgementCount], threshold: int
) -> tuple[JudgedCriterion, ...]:
    """Return what was judged, what stakeholders part on most first, then as the criteria stand.

    Hidden are the same groups as in a room: each below `threshold`, unless small ones reach it together.
    """
    by_criterion: dict[str, list[JudgementCount]] = {}
    for count in counts:
        by_criterion.setdefault(count.criterion, []).append(count)
    found = [
        _judged(criterion, tuple(roles), by_criterion.get(criterion, ()), threshold)
        for criterion in dict.fromkeys(criteria)
    ]
    return tuple(sorted(found, key=lambda one: -one.difference))


def _judged(
    criterion: str, roles: tuple[str, ...], counts: Iterable[JudgementCount], threshold: int
) -> JudgedCriterion:
    step = SessionStep(id="judge", kind=StepKind.JUDGE, minutes=1, items=(criterion,))
    counted = Counted(
        roles=roles,
        threshold=threshold,
        shown=frozenset({ShownMark(step.id, criterion, Turn.FIRST)}),
        votes=[
            VoteCount(step.id, criterion, Turn.FIRST, c.question, c.role, c.choice, c.number)
            for c in counts
        ],
        hands=(),
        changes=(),
    )
    (result,) = results([step], counted)
    return JudgedCriterion(result, _difference(result.latest))


def _difference(questions: Mapping[str, QuestionResult]) -> Fraction:
    """Return how far two roles lie apart: in saying that it does not apply, or that it is minimal."""
    asked = ((questions["choice"], DOES_NOT_APPLY), (questions[NEED.question], MINIMAL))
    return max(_apart(question, option) for question, option in asked)


def _apart(question: QuestionResult, option: str) -> Fraction:
    place = question.ballot.options.index(option)
    shares = [
        Fraction(voice.bins[place], voice.n)
        for role, voice in question.voices.items()
        if role != OTHER_VOICES and voice.n
    ]
    return max(shares) - min(shares) if shares else Fraction(0)
