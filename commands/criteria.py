"""Check criteria, and score a file of answers."""

import json
from pathlib import Path

import click

from assessment.answers_csv import count_rows, read_answers
from assessment.catalogue import Catalogue
from assessment.choices import preset_choices
from assessment.errors import NotFound
from assessment.loader import check_folder, load_catalogue, write_ids_lock
from assessment.results import Result, score_table
from assessment.scores_json import scores_json
from assessment.settings import Settings
from commands.common import Failure, plainly

Folder = click.Path(path_type=Path, file_okay=False)


@click.command("check-criteria")
@click.argument("folder", type=Folder, required=False)
@click.option("--lock", is_flag=True, help="Write new ids to ids.lock; ids are permanent from then on.")
@plainly
def check_criteria(folder: Path | None, lock: bool) -> None:  # noqa: FBT001  (click's way)
    """Check a criteria folder and name everything that is wrong in it."""
    place = folder or Settings().criteria
    catalogue, problems = check_folder(place)
    if lock and catalogue is not None:
        write_ids_lock(place, catalogue)
        catalogue, problems = check_folder(place)
    if problems or catalogue is None:
        raise Failure("\n".join(str(problem) for problem in problems))
    click.echo(
        f"{catalogue.id} {catalogue.version}: {len(catalogue.criteria)} criteria, "
        f"{len(catalogue.profiles)} profiles, {len(catalogue.theses)} theses. Nothing is wrong."
    )


@click.command("score")
@click.argument("answers", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--criteria", type=Folder, help="Criteria folder; default: the shipped one.")
@click.option("--profile", default="full", show_default=True, help="Which criteria count.")
@click.option("--ambition", default="floor", show_default=True, help="floor, growth or exemplary.")
@click.option("--format", "form", type=click.Choice(["table", "json"]), default="table")
@click.option("--language", default="en", show_default=True, help="Language of the titles.")
@plainly
def score(  # noqa: PLR0913  (one parameter per option)
    answers: Path, criteria: Path | None, profile: str, ambition: str, form: str, language: str
) -> None:
    """Score a CSV of answers. Every assessment in the file counts as closed."""
    catalogue = load_catalogue(criteria or Settings().criteria)
    chosen, aim = catalogue.profile(profile), catalogue.ambition(ambition)
    if chosen is None:
        raise NotFound("profile", profile)
    if aim is None:
        raise NotFound("ambition", ambition)
    table = count_rows(read_answers(answers, catalogue), catalogue)
    choices = preset_choices(catalogue, chosen, aim)
    results = score_table(table, catalogue, choices, threshold=Settings().threshold)
    if form == "json":
        click.echo(json.dumps(scores_json(catalogue, results), ensure_ascii=False, indent=2))
        return
    for name, result in results.items():
        click.echo("\n".join(_lines(name, result, catalogue, language)))


def _lines(name: str, result: Result, catalogue: Catalogue, language: str) -> list[str]:
    lines = [f"Assessment {name}", ""]
    lines.append(f"{'perspective':<40} {'score':>6}  answered")
    for perspective in catalogue.perspectives:
        group = result.perspectives[perspective.id]
        note = "  provisional" if group.provisional else ""
        title = perspective.title.in_language(language)
        lines.append(f"{title:<40} {_figure(group.score):>6}  {group.scored} of {group.applicable}{note}")
    lines += ["", f"floor: {result.floor.met} of {result.floor.of} minimal criteria reach their target", ""]
    lines.append(f"{'criterion':<48} {'score':>6} {'target':>6} {'gap':>6}  priority")
    for found in result.criteria.values():
        title = f"{found.criterion} {catalogue.by_id[found.criterion].title.in_language(language)}"
        band = found.priority.band if found.priority else None
        word = (band or "") if found.applies else "does not apply"
        target = "-" if found.target is None else str(found.target)
        lines.append(f"{title[:48]:<48} {_figure(found.score):>6} {target:>6} {_figure(found.gap):>6}  {word}".rstrip())
    if result.discuss_first:
        lines += ["", f"discuss first: {', '.join(result.discuss_first)}"]
    return [*lines, ""]


def _figure(value: float | None) -> str:
    return "-" if value is None else f"{value:.2f}"
