"""Score a file of answers."""

import gc
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Literal

import click

from assessment.catalogue.model import Catalogue
from assessment.catalogue.reading.loader import load_catalogue
from assessment.choices import Choice, preset_choices
from assessment.scoring.reader import score_tables
from commands.common import format_option, progress_of, progress_option, settings
from commands.score_output import table_text
from exchange.answer_files.read import count_answers
from exchange.scores_json import json_text

LANGUAGE = "en"  # of titles, as of everything else on the command line


@click.command()
@click.argument("answers", metavar="ANSWERS", type=click.Path(path_type=Path))
@click.option("--criteria", type=click.Path(path_type=Path), help="Criteria folder; else our own.")
@click.option("--profile", default="full", show_default=True, help="Which criteria count.")
@click.option("--ambition", default="floor", show_default=True, help="How high targets are.")
@format_option
@click.option("--language", help="Language of the titles; default: en.")
@progress_option
def score(  # noqa: PLR0913  (one per option)
    answers: Path,
    criteria: Path | None,
    profile: str,
    ambition: str,
    form: Literal["table", "json"],
    language: str | None,
    progress: bool,
) -> None:
    """Score the answers in a file. Every assessment in the file counts as closed."""
    given = settings(criteria=criteria)
    catalogue = load_catalogue(given.criteria)
    choices = preset(catalogue, profile, ambition)
    if language is not None and language not in catalogue.languages:
        raise unknown("language", language, catalogue.languages)
    with progress_of(f"Reading {answers.name}", piped=progress) as show:
        tally = count_answers(answers, catalogue, show)
    results = score_tables(tally.tables(), catalogue, choices, threshold=given.threshold)
    pieces = json_text if form == "json" else partial(table_text, language=language or LANGUAGE)
    with progress_of("Scoring", piped=progress) as show, _no_collection():
        for number, piece in enumerate(pieces(catalogue, results)):
            click.echo(piece, nl=False)
            show(min(1, number / max(1, len(tally.assessments))))


@contextmanager
def _no_collection() -> Iterator[None]:
    """Do without the search for circles of objects: results hold none, and it takes a tenth of the time."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


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
