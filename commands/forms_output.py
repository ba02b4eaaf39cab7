"""What a form would change, in lines for a terminal."""

from collections.abc import Iterator

import click

from assessment.answers import Answer, AnswerState
from assessment.catalogue.reading.text_file import printable
from commands.common import Failure, is_terminal
from exchange.forms.import_plan import Decision, LineChange, Plan, Remark, Step

LONGEST = 200  # characters of a text that is shown

_CHANGES = {
    LineChange.NEW: "new",
    LineChange.CHANGED: "changed",
    LineChange.CONFLICT: "changed here and in the form",
    LineChange.EMPTIED: "the form takes words or an answer away",
}
_REMARKS = {
    Remark.OTHER_ASSESSMENT: "made for another assessment: every difference has to be decided",
    Remark.OTHER_VERSION: "made with another version of the catalogue",
    Remark.NOT_ASKED: "not asked here, left out",
    Remark.OTHER_SCALE: "another scale now: only its words are taken over",
    Remark.OTHER_WORDS: "worded differently when the form was made",
    Remark.NO_LINE: "its line is gone from the form, stays as it is",
}


def lines(plan: Plan) -> Iterator[str]:
    """Return what a plan would do. What an anonymous respondent answered is counted, not shown."""
    for note in plan.notes:
        name = f"{note.criterion}: " if note.criterion else "Form: "
        yield f"{name}{_REMARKS[note.remark]}."
    if not plan.target.is_anonymous:
        for step in plan.steps:
            yield f"{step.criterion} ({printable(step.place)}): {_CHANGES[step.change]}"
            yield f"  now:  {answer_line(step.stored)}"
            yield f"  form: {answer_line(step.filled)}"
    counted = (
        f"{len(plan.steps)} to change, {plan.unchanged} unchanged, {len(plan.open)} to decide."
    )
    yield counted


def answer_line(answer: Answer) -> str:
    """Return an answer with its words on one line."""
    words = str(answer.state or "no answer").replace("_", " ")
    if answer.state is AnswerState.LEVEL:
        words = f"level {answer.level}"
    texts = (answer.reason or "", answer.reason_text, answer.comment, answer.evidence)
    return printable(" | ".join([words, *(text for text in texts if text)]))[:LONGEST]


def asked(plan: Plan) -> dict[str, Decision]:
    """Ask about every line that needs a decision. Raises Failure where nobody can be asked."""
    if not is_terminal():
        text = (
            f"{len(plan.open)} lines have to be decided, and nothing was written. Give --conflicts."
        )
        raise Failure(text)
    return {step.criterion: _decision(step) for step in plan.open}


def _decision(step: Step) -> Decision:
    click.echo(
        f"{step.criterion}\n  now:  {answer_line(step.stored)}\n  form: {answer_line(step.filled)}"
    )
    words = [decision.value for decision in Decision]
    return Decision(
        click.prompt(step.criterion, type=click.Choice(words), default=Decision.KEEP.value)
    )
