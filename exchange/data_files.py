"""A result as data: CSV files with a codebook in one zip, the counts as Parquet.

Names of files and columns are English and stay the same; what they mean stands in codebook.csv.
"""

import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict

from assessment.catalogue.model import LEVELS
from assessment.scoring.results import CriterionResult, Spread, Voice
from assessment.services.outcome import Outcome
from exchange import project_file
from exchange.answers_csv import Row, write_answers
from exchange.codebook import codebook_rows
from exchange.csv_files import csv_text, zipped
from reports.material import Material

FORMAT = "mentorspiegel-data-2"
BINS = (*(f"level_{n}" for n in range(LEVELS)), "not_applicable", "unknown", "declined")
_SPREAD = ("n", "neighbour_share", "word", "consensus", "agreement", "sd", "median")
_SCORE = (
    "assessment",
    "criterion",
    "in_scope",
    "choice_reason",
    "perspective",
    "phase",
    "requirement",
    "weight",
    "scale",
    "applies",
    "score",
    "target",
    "gap",
    "priority",
    "priority_band",
    "meets_target",
    *_SPREAD,
    "previous_score",
    "change",
    "not_comparable",
)

Values = Mapping[str, object]


def data_files(material: Material) -> bytes:
    """Return answers.csv, scores.csv, groups.csv, counts.csv, agreements.csv, comments.csv and
    codebook.csv as the bytes of a zip; the same content, the same bytes.
    """
    return zipped(texts(material), material.made_at)


def texts(material: Material) -> dict[str, str]:
    """Return every file by name, as text."""
    outcome = material.outcome
    return {
        "answers.csv": answers_csv(outcome),
        "scores.csv": csv_text(_scores(outcome), _SCORE),
        "groups.csv": csv_text(_groups(outcome)),
        "counts.csv": csv_text(_counts(outcome)),
        "agreements.csv": csv_text(_agreements(material), _AGREEMENT),
        "comments.csv": csv_text(_comments(material), _COMMENT),
        "codebook.csv": csv_text(codebook_rows(material, FORMAT)),
    }


def answers_csv(outcome: Outcome) -> str:
    """Return every answer of who speaks for the organisation, as `cli.py score` reads it."""
    role = outcome.catalogue.own_role.id
    spoken = [(role, role, outcome.answers)]
    for number, colleague in enumerate(outcome.colleagues, 1):
        spoken.append((f"{colleague.role}-{number}", colleague.role, colleague.answers))
    return write_answers(
        Row(outcome.assessment.id, name, role, answer)
        for name, role, answers in spoken
        for answer in answers.values()
        if answer.is_answered or answer.comment or answer.evidence
    )


def counts_parquet(outcomes: Iterable[Outcome]) -> bytes:
    """Return the counts of assessments as Parquet: one row per criterion and shown voice."""
    import pandas as pd

    rows = [row for outcome in outcomes for row in _counts(outcome)]
    columns = ("assessment", "criterion", "role", *BINS)
    frame = pd.DataFrame([{name: row[name] for name in columns} for row in rows], columns=columns)
    frame = frame.astype(dict.fromkeys(columns[:3], "string") | dict.fromkeys(BINS, "Int64"))
    out = io.BytesIO()
    frame.to_parquet(out, engine="pyarrow", index=False)
    return out.getvalue()


def parquet_file(material: Material) -> bytes:
    """Return the counts of one assessment as Parquet."""
    return counts_parquet([material.outcome])


def json_file(material: Material) -> bytes:
    """Return one assessment with its project and agreements as JSON; `import` reads it back."""
    text = project_file.export_outcome(material.outcome, material.project, material.quotes)
    return text.encode("utf-8")


def _scores(outcome: Outcome) -> Iterator[Values]:
    """Return every criterion in scope, then those that the project left out, with its reason."""
    for result in outcome.result.criteria.values():
        yield _score(outcome, result)
    for name, choice in outcome.choices.items():
        if not choice.in_scope:
            about = {"assessment": outcome.assessment.id, "criterion": name, "in_scope": False}
            yield dict.fromkeys(_SCORE) | about | {"choice_reason": choice.reason}


def _score(outcome: Outcome, result: CriterionResult) -> Values:
    choice = outcome.choices.get(result.criterion)
    criterion = outcome.catalogue.by_id[result.criterion]
    priority, moved = result.priority, outcome.movement.get(result.criterion)
    return {
        "assessment": outcome.assessment.id,
        "criterion": criterion.id,
        "in_scope": True,
        "choice_reason": choice.reason if choice else "",
        "perspective": criterion.perspective,
        "phase": criterion.phase,
        "requirement": result.requirement,
        "weight": criterion.weight,
        "scale": criterion.scale,
        "applies": result.applies,
        "score": result.score,
        "target": result.target,
        "gap": result.gap,
        "priority": priority.value if priority else None,
        "priority_band": priority.band if priority else None,
        "meets_target": result.meets_target,
        **_spread(result.spread),
        "previous_score": moved.then if moved else None,
        "change": moved.change if moved else None,
        "not_comparable": moved.reason if moved else None,
    }


def _spread(spread: Spread | None) -> Values:
    return asdict(spread) if spread else dict.fromkeys(_SPREAD)


def _groups(outcome: Outcome) -> Iterator[Values]:
    kinds = {"perspective": outcome.result.perspectives, "phase": outcome.result.phases}
    for kind, groups in kinds.items():
        for name, group in groups.items():
            yield {
                "assessment": outcome.assessment.id,
                "kind": kind,
                "id": name,
                "score": group.score,
                "coverage": group.coverage,
                "scored": group.scored,
                "applicable": group.applicable,
                "provisional": group.provisional,
            }


def _counts(outcome: Outcome) -> Iterator[dict[str, object]]:
    for result in outcome.result.criteria.values():
        for voice in result.voices.values():
            yield {
                "assessment": outcome.assessment.id,
                "criterion": result.criterion,
                "role": voice.role,
                "mean": voice.mean,
                **dict(zip(BINS, _bins(voice), strict=True)),
                **{name: value for name, value in _spread(voice.spread).items() if name != "n"},
            }


def _bins(voice: Voice) -> Sequence[int | None]:
    return (*voice.levels, voice.not_applicable, voice.unknown, voice.declined)


_AGREEMENT = ("assessment", "criterion", "text", "owner", "due", "status", "outcome")
_COMMENT = ("assessment", "criterion", "role", "comment")


def _agreements(material: Material) -> Iterator[Values]:
    for agreement in material.outcome.agreements:
        yield {name: getattr(agreement, name) for name in _AGREEMENT}


def _comments(material: Material) -> Iterator[Values]:
    assessment = material.outcome.assessment.id
    for criterion, by_role in material.quotes.items():
        for role, comments in by_role.items():
            for text in comments:
                yield dict(zip(_COMMENT, (assessment, criterion, role, text), strict=True))
