"""What one item asks of a role, in its own words: the heading, and what can be chosen."""

from dataclasses import dataclass

from assessment.catalogue.model import Catalogue, Criterion, Text
from assessment.session.script import SessionStep
from assessment.session.states import Turn
from assessment.session.voting.ballots import LEVEL_OPTIONS, Ballot, ballots
from locales import Translator
from reports.session import step_words
from reports.wording import choices
from web.participant.question_text import question_text


@dataclass(frozen=True)
class Option:
    """One thing to choose: the value that is sent, and its words."""

    value: str
    label: str
    meaning: str = ""


@dataclass(frozen=True)
class Field:
    """One question of a ballot with all that can be chosen."""

    name: str
    legend: str
    options: tuple[Option, ...]
    others: tuple[Option, ...]


def heading(catalogue: Catalogue, step: SessionStep, item: str, role: str, t: Translator) -> str:
    """Return what an item says to a role, or the step itself where it has no items."""
    if item in step.texts:
        return step.texts[item].in_language(t.language)
    if (criterion := catalogue.by_id.get(item)) is not None:
        return criterion.question_for(role).in_language(t.language)
    for thesis in catalogue.theses:
        if thesis.id == item:
            return thesis.statement.in_language(t.language)
    return step_words.own_questions(t).get(step.kind, title(step, t))


def title(step: SessionStep, t: Translator) -> str:
    """Return what a step is called."""
    return step.title.in_language(t.language) if step.title else step_words.step_names(t)[step.kind]


def name(catalogue: Catalogue, step: SessionStep, item: str, t: Translator) -> str:
    """Return what an item is called in a list, the same for every role."""
    if item in catalogue.by_id and item not in step.texts:
        return choices.criterion_title(catalogue, item, t)
    return heading(catalogue, step, item, catalogue.own_role.id, t)


def carried_by(catalogue: Catalogue, item: str, t: Translator) -> str:
    """Return the word that carries a thesis, empty for what is none."""
    found = (thesis.carried_by for thesis in catalogue.theses if thesis.id == item)
    return next((text.in_language(t.language) for text in found), "")


def fields(
    catalogue: Catalogue, step: SessionStep, item: str, turn: Turn, role: str, t: Translator
) -> tuple[Field, ...]:
    """Return the questions of the ballot on an item."""
    legends = {"choice": heading(catalogue, step, item, role, t), "need": t("And is it needed?")}
    return tuple(
        Field(
            ballot.question,
            legends[ballot.question],
            _options(catalogue, step, item, ballot, role, t),
            tuple(Option(value, step_words.other_names(t)[value]) for value in ballot.others),
        )
        for ballot in ballots(step.kind, turn)
    )


def _options(
    catalogue: Catalogue, step: SessionStep, item: str, ballot: Ballot, role: str, t: Translator
) -> tuple[Option, ...]:
    if ballot.options == LEVEL_OPTIONS:
        return _levels(catalogue, item, role, t)
    names = step_words.option_names(step.kind, t)
    return tuple(Option(value, names[value]) for value in ballot.options)


def _levels(catalogue: Catalogue, item: str, role: str, t: Translator) -> tuple[Option, ...]:
    """Return five levels in the words of a role; an item of the session's own has bare numbers."""
    if item not in catalogue.by_id:
        return tuple(Option(value, value) for value in LEVEL_OPTIONS)
    levels = question_text(catalogue, item, role, t.language).levels
    return tuple(
        Option(value, level.label, level.meaning)
        for value, level in zip(LEVEL_OPTIONS, levels, strict=True)
    )


def short_names(
    catalogue: Catalogue, step: SessionStep, item: str, ballot: Ballot, t: Translator
) -> tuple[str, ...]:
    """Return what the options are called in a result, the same for every role."""
    if ballot.options == LEVEL_OPTIONS:
        criterion = catalogue.by_id.get(item)
        return tuple(
            _short(catalogue, criterion, number, t) for number in range(len(LEVEL_OPTIONS))
        )
    names = step_words.result_names(t)
    partly = {"partly": t("Partly")} if step.kind in step_words.YES_OR_NO else {}
    return tuple(
        {**step_words.option_names(step.kind, t), **names, **partly}[v] for v in ballot.options
    )


def _short(catalogue: Catalogue, criterion: Criterion | None, number: int, t: Translator) -> str:
    if criterion is None:
        return str(number)
    label = catalogue.scale(criterion.scale).levels[number].label.in_language(t.language)
    return f"{number} · {label}"


def prompts(catalogue: Catalogue, item: str) -> tuple[Text, ...]:
    """Return the questions that open a talk about a criterion or a thesis."""
    if (criterion := catalogue.by_id.get(item)) is not None:
        return criterion.prompts
    found = (thesis.talking_points for thesis in catalogue.theses if thesis.id == item)
    return next(found, ())
