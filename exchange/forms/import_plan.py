"""What a filled-in form would change. Pure: nothing is written here.

Three answers are held against each other: what stands in the database now, what stood there when the
form was made, and what the form says now. Only what somebody changed in the form is a change; where the
database was changed too, or words would be lost, a person decides.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from assessment.answers import Answer
from assessment.assessments import Assessment
from assessment.catalogue.model import Catalogue, Criterion
from assessment.respondents import Respondent
from exchange.forms.model import TEXTS, FilledForm, same
from exchange.spreadsheets.cells import cell_text


class LineChange(StrEnum):
    """What taking over one line of the form would do."""

    NEW = "new"  # nothing was answered yet
    CHANGED = "changed"  # only the form was changed
    CONFLICT = "conflict"  # both were changed, and differ
    EMPTIED = "emptied"  # the form takes an answer or words away


class Decision(StrEnum):
    """What somebody wants with a line that needs a decision."""

    KEEP = "keep"  # what stands in the database
    TAKE = "take"  # what stands in the form
    BOTH = "both"  # the answer of the form, with the words of both


class Remark(StrEnum):
    """What is worth knowing about a form or one of its lines."""

    OTHER_ASSESSMENT = "other_assessment"  # made for another one: every difference is a conflict
    OTHER_VERSION = "other_version"  # made with another version of the catalogue
    NOT_ASKED = "not_asked"  # this respondent is not asked it here: dropped
    OTHER_SCALE = "other_scale"  # the level means something else now: only the words are taken over
    OTHER_WORDS = "other_words"  # the question was worded differently
    NO_LINE = "no_line"  # the line is gone: the answer stays as it is


@dataclass(frozen=True)
class Step:
    """One line of the form that would change something."""

    criterion: str
    change: LineChange
    stored: Answer
    filled: Answer
    place: str  # sheet and cell

    @property
    def is_open(self) -> bool:
        """Return whether somebody has to decide."""
        return self.change in (LineChange.CONFLICT, LineChange.EMPTIED)


@dataclass(frozen=True)
class Note:
    """A remark on the form, or on one criterion."""

    remark: Remark
    criterion: str = ""


@dataclass(frozen=True)
class Target:
    """Whose answers the form would change: a respondent in an assessment, and what they are asked."""

    assessment: Assessment
    catalogue: Catalogue
    respondent: Respondent
    criteria: tuple[Criterion, ...]
    stored: Mapping[str, Answer]
    is_anonymous: bool


@dataclass(frozen=True)
class Plan:
    """Everything that importing one form would do."""

    target: Target
    steps: tuple[Step, ...]
    notes: tuple[Note, ...]
    unchanged: int

    @property
    def open(self) -> tuple[Step, ...]:
        """The lines on which somebody has to decide."""
        return tuple(step for step in self.steps if step.is_open)


def plan_import(target: Target, form: FilledForm) -> Plan:
    """Return what a form would change for a respondent."""
    notes: list[Note] = []
    is_foreign = form.head.assessment != target.assessment.id
    if is_foreign:
        notes.append(Note(Remark.OTHER_ASSESSMENT))
    if form.head.hash != target.catalogue.content_hash:
        notes.append(Note(Remark.OTHER_VERSION))
    asked = {criterion.id for criterion in target.criteria}
    notes += [Note(Remark.NOT_ASKED, name) for name in form.answers if name not in asked]
    notes += [Note(Remark.NO_LINE, name) for name in form.questions if name not in form.answers]
    steps, unchanged = [], 0
    for criterion in target.criteria:
        if criterion.id in form.answers:
            notes += [Note(remark, criterion.id) for remark in _reworded(criterion, form)]
            step = _step(criterion, form, target.stored, is_foreign=is_foreign)
            steps += [step] if step else []
            unchanged += step is None
    return Plan(target, tuple(steps), tuple(notes), unchanged)


def answers_to_write(plan: Plan, decisions: Mapping[str, Decision]) -> list[Answer]:
    """Return the answers to write, each with the version that it was held against.

    A line that needs a decision and has none stays as it is.
    """
    answers = []
    for step in plan.steps:
        otherwise = Decision.KEEP if step.is_open else Decision.TAKE
        decision = decisions.get(step.criterion, otherwise)
        if decision is not Decision.KEEP:
            answers.append(_answer(step, decision))
    return answers


def _reworded(criterion: Criterion, form: FilledForm) -> list[Remark]:
    question = form.questions[criterion.id]
    if question.scale != criterion.scale:
        return [Remark.OTHER_SCALE]
    title = cell_text(criterion.title.in_language(form.head.language))
    return [] if title.split() == question.title.split() else [Remark.OTHER_WORDS]


def _step(
    criterion: Criterion, form: FilledForm, stored: Mapping[str, Answer], *, is_foreign: bool
) -> Step | None:
    question, filled = form.questions[criterion.id], form.answers[criterion.id]
    present = stored.get(criterion.id, Answer(criterion.id))
    if same(filled, question.before):
        return None
    if question.scale != criterion.scale:
        filled = replace(filled, state=present.state, level=present.level, reason=present.reason)
    filled = replace(filled, marked=present.marked, version=present.version)
    if same(filled, present):
        return None
    empty = Answer(criterion.id)
    if same(present, empty):
        change = LineChange.NEW
    elif is_foreign or not same(present, question.before):
        change = LineChange.CONFLICT
    else:
        change = LineChange.EMPTIED if _takes_away(present, filled) else LineChange.CHANGED
    return Step(criterion.id, change, present, filled, form.places[criterion.id])


def _takes_away(stored: Answer, filled: Answer) -> bool:
    """Return whether an answer, or all words of one kind, would be gone."""
    if stored.is_answered and not filled.is_answered:
        return True
    return any(getattr(stored, name).strip() and not getattr(filled, name) for name in TEXTS[1:])


def _answer(step: Step, decision: Decision) -> Answer:
    if decision is Decision.TAKE:
        return step.filled
    kept = step.filled if step.filled.is_answered else step.stored
    texts: dict[str, Any] = {
        name: joined(getattr(step.stored, name), getattr(step.filled, name)) for name in TEXTS[1:]
    }
    return replace(kept, **texts)


def joined(*texts: str) -> str:
    """Return texts below each other, without what another one holds already."""
    kept: list[str] = []
    for text in texts:
        if text.strip() and not any(text.strip() in one for one in kept):
            kept = [one for one in kept if one.strip() not in text]
            kept.append(text)
    return "\n\n".join(kept)
