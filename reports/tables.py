"""A result as plain tables of texts. Screens and documents draw the same rows."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from assessment.choices import Choice
from assessment.scoring.movement import Movement, moved
from assessment.scoring.results import CriterionResult
from assessment.scoring.rules import SMALLEST_CHANGE
from assessment.scoring.visibility import OTHER_VOICES
from assessment.scoring.voice_means import VoiceLine
from assessment.services.group_lines import GroupLine
from assessment.services.outcome import LeftOut, Outcome
from locales import Translator
from reports.wording import choices, results, voices

OTHER_SPEAKERS = "*"


@dataclass(frozen=True)
class Table:
    """A table of texts; the last `figures` columns are numbers."""

    caption: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    figures: int = 0
    widths: tuple[float, ...] = ()  # of the columns, where paper is used
    criteria: tuple[str, ...] = ()  # that the rows are about, where each is about one


def widths(table: Table) -> tuple[float, ...]:
    """Return relative widths of columns: as given, else the first wide and figures narrow."""
    if table.widths:
        return table.widths
    texts = len(table.header) - table.figures
    return (2.6, *[1.35] * (texts - 1), *[1.0] * table.figures)


def groups(outcome: Outcome, lines: Sequence[GroupLine], first: str, t: Translator) -> Table:
    """Return score and coverage per perspective or phase; `first` is the title of that column."""
    header = [first, t("Nearest level"), t("Score"), t("Coverage"), t("Target")]
    rows = []
    compared = any(line.then is not None for line in lines)
    for line in lines:
        row = [
            line.title.in_language(t.language),
            results.nearest_level(outcome.catalogue, line, t),
            results.figure(line.result.score, t),
            results.coverage(line, t),
            results.figure(line.target, t),
        ]
        rows.append((*row, results.last_time(line, t)) if compared else tuple(row))
    if compared:
        header.append(t("Last time"))
    caption = t("Score from 0 to 4 and coverage, side by side")
    return Table(caption, tuple(header), tuple(rows), figures=len(header) - 2)


def voice_lines(outcome: Outcome, lines: Sequence[VoiceLine], first: str, t: Translator) -> Table:
    """Return the mean of every voice per perspective or phase, with on how many criteria."""
    roles = [r for r in (*outcome.catalogue.role_ids, OTHER_VOICES) if _speaks(r, lines)]
    titles = [voices.capital(choices.group(outcome.catalogue, role, t)) for role in roles]
    rows = tuple(
        (line.title.in_language(t.language), *(_voice_mean(line, role, t) for role in roles))
        for line in lines
    )
    caption = t("Mean of each group from 0 to 4; in brackets, on how many criteria")
    return Table(caption, (first, *titles), rows, figures=len(roles))


def _speaks(role: str, lines: Sequence[VoiceLine]) -> bool:
    return any(role in line.voices for line in lines)


def _voice_mean(line: VoiceLine, role: str, t: Translator) -> str:
    voice = line.voices.get(role)
    return f"{results.figure(voice.mean, t)} ({voice.criteria})" if voice else results.NOTHING


def criteria(outcome: Outcome, shown: Iterable[CriterionResult], t: Translator) -> Table:
    """Return the figures of criteria, in the order that they are given in."""
    rows = tuple(
        (
            choices.criterion_title(outcome.catalogue, result.criterion, t),
            choices.requirement(outcome.catalogue, result.criterion, result.requirement, t),
            _priority(result, t),
            _score(result, t),
            results.target(result, t),
            results.gap(result.gap, t) if result.gap else results.NOTHING,
        )
        for result in shown
    )
    header = (
        t("Criterion"),
        t("Requirement"),
        t("Priority"),
        t("Score"),
        t("Target"),
        t("Missing"),
    )
    return Table(t("All criteria, scores from 0 to 4"), header, rows, figures=3)


def _priority(result: CriterionResult, t: Translator) -> str:
    band = result.priority.band if result.priority else None
    return choices.bands(t)[band] if band else results.NOTHING


def _score(result: CriterionResult, t: Translator) -> str:
    if not result.applies:
        return t("does not apply")
    return t("no score yet") if result.score is None else results.figure(result.score, t)


def movement(outcome: Outcome, steps: Sequence[Movement], caption: str, t: Translator) -> Table:
    """Return from where to where criteria went; OTHER_SPEAKERS marks where other voices speak."""
    rows = tuple(
        (
            _marked(outcome, step.criterion, t),
            results.figure(step.then, t),
            results.figure(step.now, t),
            change(step.change or 0, t),
        )
        for step in steps
    )
    header = (t("Criterion"), t("Last time"), t("Now"), t("Change"))
    return Table(caption, header, rows, figures=3, criteria=_about(steps))


def _about(steps: Iterable[Movement]) -> tuple[str, ...]:
    return tuple(step.criterion for step in steps)


def voice_movement(outcome: Outcome, role: str, t: Translator) -> Table:
    """Return from where to where one voice went, the largest steps first; what stayed is left out."""
    up, down = moved(outcome.voice_movement[role])
    steps = sorted([*up, *down], key=lambda step: (-abs(step.change or 0), step.criterion))
    rows = tuple(
        (
            choices.criterion_title(outcome.catalogue, step.criterion, t),
            results.figure(step.then, t),
            results.figure(step.now, t),
            change(step.change or 0, t),
        )
        for step in steps
    )
    caption = t("What moved for {voice}", voice=choices.group(outcome.catalogue, role, t))
    header = (t("Criterion"), t("Last time"), t("Now"), t("Change"))
    return Table(caption, header, rows, figures=3, criteria=_about(steps))


def _marked(outcome: Outcome, criterion: str, t: Translator) -> str:
    title = choices.criterion_title(outcome.catalogue, criterion, t)
    return f"{title} {OTHER_SPEAKERS}" if results.has_other_speakers(outcome, criterion) else title


def explain_mark(t: Translator) -> str:
    """Return what OTHER_SPEAKERS marks."""
    return t(
        "{mark} Other groups answered than last time. A change may come from that alone.",
        mark=OTHER_SPEAKERS,
    )


def change(value: float, t: Translator) -> str:
    """Return a change with its sign."""
    if abs(value) < SMALLEST_CHANGE:
        return t.number(0)
    return f"{'+' if value > 0 else '−'}{t.number(abs(value))}"


def not_comparable(outcome: Outcome, t: Translator) -> Table:
    """Return what cannot be compared with last time, and why."""
    reasons = choices.not_comparable(t)
    steps = [(step, step.reason) for step in outcome.movement.values() if step.reason is not None]
    rows = tuple(
        (choices.criterion_title(outcome.catalogue, step.criterion, t), reasons[reason])
        for step, reason in steps
    )
    about = _about(step for step, _ in steps)
    header = (t("Criterion"), t("Why"))
    return Table(t("Not comparable with last time"), header, rows, criteria=about)


def left_out(outcome: Outcome, t: Translator) -> Table:
    """Return what does not apply, with the reason and who answered all the same."""
    rows = tuple(
        (
            choices.criterion_title(outcome.catalogue, omitted.answer.criterion, t),
            _reason(outcome, omitted, t),
        )
        for omitted in outcome.left_out
    )
    about = tuple(omitted.answer.criterion for omitted in outcome.left_out)
    header = (t("Criterion"), t("Reason"))
    return Table(t("Left out, with the reason"), header, rows, criteria=about)


def changed(outcome: Outcome, t: Translator) -> Table:
    """Return what the project changed of its questionnaire and ambition, and its own reasons."""
    known = outcome.catalogue.by_id
    changes = {change.after.criterion: change for change in outcome.changed_choices}
    explained = [c for c in outcome.choices.values() if c.reason.strip() and c.criterion in known]
    shown = {**changes, **{c.criterion: None for c in explained if c.criterion not in changes}}
    rows = tuple(
        (
            choices.criterion_title(outcome.catalogue, name, t),
            _in_words(change.before, t) if change else results.NOTHING,
            _in_words(outcome.choices[name], t),
            outcome.choices[name].reason or results.NOTHING,
        )
        for name in known
        if name in shown
        for change in [shown[name]]
    )
    header = (t("Criterion"), t("As the questionnaire has it"), t("Here"), t("Reason"))
    return Table(t("Changed by this project"), header, rows)


def _in_words(choice: Choice, t: Translator) -> str:
    """Return what was chosen for a criterion: whether it is asked, its requirement, its target."""
    if not choice.in_scope:
        return t("not asked")
    target = t("no target") if choice.target is None else t("target {target}", target=choice.target)
    return f"{choices.requirements(t)[choice.requirement]} · {target}"


def _reason(outcome: Outcome, omitted: LeftOut, t: Translator) -> str:
    chosen = omitted.answer.reason
    word = t("No reason given") if chosen is None else choices.reasons(t)[chosen]
    own = omitted.answer.reason_text.strip()
    others = voices.yet_answered(outcome, omitted.answer.criterion, t)
    return " · ".join(part for part in (f"{word}: {own}" if own else word, others) if part)
