"""Score a file of answers."""

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Literal

import click

from assessment.catalogue.model import Catalogue
from assessment.catalogue.reading.loader import load_catalogue
from assessment.choices import Choice, preset_choices
from assessment.scoring.results import score_table
from commands.common import busy, settings
from commands.score_output import score_text
from exchange.answers_csv import count_rows, read_answers
from exchange.scores_json import scores_json

LANGUAGE = "en"  # of titles, as of everything else on the command line


@click.command()
@click.argument("answers", metavar="ANSWERS.csv", type=click.Path(path_type=Path))
@click.option("--criteria", type=click.Path(path_type=Path), help="Criteria folder; else our own.")
@click.option("--profile", default="full", show_default=True, help="Which criteria count.")
@click.option("--ambition", default="floor", show_default=True, help="How high targets are.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "json"]),
    default="table",
    show_default=True,
    help="To read, or for another program.",
)
@click.option("--language", help="Language of the titles; default: en.")
def score(
    answers: Path,
    criteria: Path | None,
    profile: str,
    ambition: str,
    form: Literal["table", "json"],
    language: str | None,
) -> None:
    """Score the answers in a CSV file. Every assessment in the file counts as closed."""
    given = settings(criteria=criteria)
    catalogue = load_catalogue(given.criteria)
    choices = preset(catalogue, profile, ambition)
    if language is not None and language not in catalogue.languages:
        raise unknown("language", language, catalogue.languages)
    with busy(f"Reading {answers.name}"):
        table = count_rows(read_answers(answers, catalogue), catalogue)
    with busy("Scoring"):
        results = score_table(table, catalogue, choices, threshold=given.threshold)
    if form == "json":
        document = scores_json(catalogue, results)
        click.echo(json.dumps(document, ensure_ascii=False, allow_nan=False, indent=1))
    else:
        click.echo(score_text(catalogue, results, language or LANGUAGE))


def preset(catalogue: Catalogue, profile_id: str, ambition_id: str) -> Mapping[str, Choice]:
    """Return the choices of a profile and an ambition. Raises UsageError for an unknown one."""
    profile, ambition = catalogue.profile(profile_id), catalogue.ambition(ambition_id)
    if profile is None:
        raise unknown("profile", profile_id, [p.id for p in catalogue.profiles])
    if ambition is None:
        raise unknown("ambition", ambition_id, [a.id for a in catalogue.ambitions])
    return preset_choices(catalogue, profile, ambition)


def unknown(kind: str, word: str, known: Iterable[str]) -> click.UsageError:
    """Return the error for a word that is not known, with those that are."""
    text = f"There is no {kind} '{word}'. Choose one of: {', '.join(known)}."
    return click.UsageError(text)
