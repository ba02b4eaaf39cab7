"""A file of answers as an outcome, for reports without a database. Every assessment counts as closed."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from assessment.answers import Answer
from assessment.assessments import Assessment
from assessment.catalogue.model import Catalogue
from assessment.choices import Choice
from assessment.scoring.reader import score_table
from assessment.scoring.results import Result
from assessment.services.outcome import Outcome
from exchange.answer_files.tally import Tally
from exchange.answers_csv import Row

Comments = dict[str, dict[str, tuple[str, ...]]]  # by criterion and role


@dataclass(frozen=True)
class Setting:
    """What the answers of a file are held against."""

    catalogue: Catalogue
    choices: Mapping[str, Choice]
    profile: str
    ambition: str
    threshold: int
    at: datetime


def outcome(tally: Tally, name: str, rows: Sequence[Row], setting: Setting) -> Outcome:
    """Return the outcome of one assessment of a file.

    `rows` are those of the organisation and those with a text.
    """
    catalogue, table = setting.catalogue, tally.table(name)
    results = score_table(table, catalogue, setting.choices, threshold=setting.threshold)
    result = results[name]
    own, others = _own_answers(rows, catalogue)
    assessment = Assessment(
        id=name,
        project="",
        name=name,
        catalogue=catalogue.id,
        catalogue_version=catalogue.version,
        catalogue_hash=catalogue.content_hash,
        profile=setting.profile,
        ambition=setting.ambition,
        started_at=setting.at,
        closed_at=setting.at,
    )
    return Outcome(
        assessment=assessment,
        catalogue=catalogue,
        choices=setting.choices,
        answers=own,
        result=result,
        participation=tally.participation(name),
        threshold=setting.threshold,
        comments=_comments(others, result, catalogue),
    )


def _own_answers(rows: Sequence[Row], catalogue: Catalogue) -> tuple[dict[str, Answer], list[Row]]:
    """Return one answer of the organisation per criterion, and all other rows.

    The respondent who is asked everything goes first; of several, the one with most answers.
    """
    given = Counter(row.respondent for row in rows if row.answer.is_answered)
    ranked = sorted(
        rows,
        key=lambda row: (
            not row.answer.is_answered,
            not catalogue.role(row.role).asked_everything,
            -given[row.respondent],
            row.respondent,
        ),
    )
    own: dict[str, Answer] = {}
    others = []
    for row in ranked:
        is_own = row.role in catalogue.organisation_roles
        if is_own and row.answer.criterion not in own:
            own[row.answer.criterion] = row.answer
        else:
            others.append(row)
    return own, others


def _comments(rows: Iterable[Row], result: Result, catalogue: Catalogue) -> Comments:
    """Return what others wrote, sorted by its text, so that nobody can tell who answered first."""
    by_criterion: dict[str, dict[str, list[str]]] = {}
    for row in rows:
        name = row.answer.criterion
        if name not in result.criteria:
            continue
        if row.role in catalogue.organisation_roles or result.may_quote(name, row.role):
            texts = (row.answer.comment, row.answer.evidence, row.answer.reason_text)
            comments = by_criterion.setdefault(name, {}).setdefault(row.role, [])
            comments += [text for text in texts if text.strip()]
    return {
        name: {role: tuple(sorted(texts)) for role, texts in voices.items() if texts}
        for name, voices in by_criterion.items()
    }
