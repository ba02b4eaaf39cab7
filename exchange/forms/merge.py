"""Put several filled-in forms of one assessment together. Pure: forms in, one form out.

Nothing is averaged and nothing is lost: every respondent stands beside the others with its own level and
words. Where all say the same, that is the agreed answer; where they differ it stays open, to be talked
about and filled in.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from assessment.answers import Answer
from assessment.catalogue.model import Catalogue
from assessment.errors import Problem, SheetError
from exchange.forms.import_plan import joined
from exchange.forms.model import TEXTS, Draft, FilledForm, FormQuestion, MergedRespondent, same
from exchange.spreadsheets.cells import CELL_MAX

MOST_FORMS = 200


@dataclass(frozen=True)
class Conflict:
    """A criterion on which respondents say different things: the answer of each."""

    criterion: str
    answers: Mapping[str, Answer]


@dataclass(frozen=True)
class Merged:
    """Forms put together: a form to talk about and fill in, and what has to be talked about."""

    draft: Draft
    conflicts: tuple[Conflict, ...]
    files: tuple[tuple[str, str], ...]  # name of the file and of each respondent in it


def merge(forms: Sequence[tuple[str, FilledForm]], catalogue: Catalogue) -> Merged:
    """Return the forms of one assessment as one; each comes with the name of its file.

    Raises SheetError for forms of different assessments or catalogue versions, and of respondents who
    are anonymous: those are read in, never shown beside each other.
    """
    _check(forms, catalogue)
    first = min((form for _, form in forms), key=lambda form: form.head.made_at)
    respondents, files = _respondents(forms)
    questions = dict(first.questions)
    for _, form in forms:
        questions |= {n: q for n, q in form.questions.items() if n not in questions}
    agreed = {name: _agreed(name, forms, respondents) for name in questions}
    draft = Draft(
        head=first.head,
        catalogue=catalogue,
        criteria=tuple(c for c in catalogue.criteria if c.id in questions),
        before={name: question.before for name, question in questions.items()},
        answers=agreed,
        respondents=respondents,
    )
    return Merged(draft, _conflicts(questions, respondents), files)


def _check(forms: Sequence[tuple[str, FilledForm]], catalogue: Catalogue) -> None:
    problems = []
    first = forms[0][1].head if forms else None
    if not 1 < len(forms) <= MOST_FORMS:
        problems.append(Problem("merge", 0, 0, f"give 2 to {MOST_FORMS} files."))
    for file, form in forms:
        head = form.head
        if head.is_anonymous:
            text = (
                "the answers of an anonymous respondent. Read it in; it is not shown beside others."
            )
            problems.append(Problem(file, 0, 0, text))
        if first is not None and head.assessment != first.assessment:
            problems.append(Problem(file, 0, 0, "made for another assessment than the first file."))
        if head.hash != catalogue.content_hash:
            text = f"made with another version of the catalogue ({head.version}). Read it in by itself."
            problems.append(Problem(file, 0, 0, text))
    if problems:
        raise SheetError(problems)


def _respondents(
    forms: Sequence[tuple[str, FilledForm]],
) -> tuple[tuple[MergedRespondent, ...], tuple[tuple[str, str], ...]]:
    """Number the respondents in the order of the files; a form that was merged before brings all of its."""
    respondents: list[MergedRespondent] = []
    files: list[tuple[str, str]] = []
    for file, form in forms:
        for respondent in form.respondents or (MergedRespondent("", form.head.role, form.answers),):
            answers = {n: a for n, a in respondent.answers.items() if not same(a, Answer(n))}
            # by way of forms that were merged before, one respondent may come along twice
            earlier = _same_one(respondents, respondent.role, answers) if form.respondents else None
            if earlier is None:
                earlier = MergedRespondent(str(len(respondents) + 1), respondent.role, answers)
                respondents.append(earlier)
            files.append((file, earlier.name))
    return tuple(respondents), tuple(files)


def _same_one(
    respondents: Sequence[MergedRespondent], role: str, answers: Mapping[str, Answer]
) -> MergedRespondent | None:
    return next((r for r in respondents if r.role == role and r.answers == answers), None)


def _answers_to(name: str, respondents: Sequence[MergedRespondent]) -> dict[str, Answer]:
    """Return the answers to a criterion by respondent, of those who say anything."""
    return {
        respondent.name: respondent.answers[name]
        for respondent in respondents
        if name in respondent.answers
    }


def _core(answer: Answer) -> tuple[object, ...]:
    """Return what must be the same for respondents to agree."""
    return answer.state, answer.level, answer.reason


def _agreed(
    name: str, forms: Sequence[tuple[str, FilledForm]], respondents: Sequence[MergedRespondent]
) -> Answer:
    """Return the answer that all respondents give, with the words of all; open where they differ."""
    settled = [form.answers[name] for _, form in forms if form.respondents and name in form.answers]
    given = list(_answers_to(name, respondents).values())
    answered = [answer for answer in given if answer.is_answered]
    texts: dict[str, Any] = {
        field: _together([getattr(answer, field) for answer in [*settled, *given]])
        for field in TEXTS
    }
    decided = {_core(answer) for answer in settled if answer.is_answered}
    cores = decided or {_core(answer) for answer in answered}
    if len(cores) != 1:
        return replace(Answer(name), **texts | {"reason_text": ""})
    source = next(a for a in [*settled, *answered] if _core(a) in cores)
    return replace(source, version=0, marked=False, **texts)


def _together(texts: Sequence[str]) -> str:
    """Return texts below each other; empty when they do not fit into one cell together."""
    whole = joined(*texts)
    return whole if len(whole) <= CELL_MAX else ""


def _conflicts(
    questions: Mapping[str, FormQuestion], respondents: Sequence[MergedRespondent]
) -> tuple[Conflict, ...]:
    conflicts = []
    for name in questions:
        answers = {who: a for who, a in _answers_to(name, respondents).items() if a.is_answered}
        if len({_core(answer) for answer in answers.values()}) > 1:
            conflicts.append(Conflict(name, answers))
    return tuple(conflicts)
