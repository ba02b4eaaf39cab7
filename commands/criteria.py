"""Check the criteria that authors write."""

from pathlib import Path

import click

from assessment.catalogue import Catalogue
from assessment.loader import check_folder, write_ids_lock
from commands.common import Failure, settings
from commands.readability_text import readability_lines


@click.command("check-criteria")
@click.argument("folder", metavar="[DIR]", required=False, type=click.Path(path_type=Path))
@click.option("--lock", is_flag=True, help="Write new ids to ids.lock, and mark ids that are gone.")
@click.option(
    "--readability", is_flag=True, help="Also name texts for other people that may be hard to read."
)
def check_criteria(folder: Path | None, lock: bool, readability: bool) -> None:
    """Check the criteria in DIR and name everything that is wrong in it, with its line.

    DIR is the shipped folder, or the setting MENTORSPIEGEL_CRITERIA, when it is left away. A text
    that may be hard to read is not wrong: it is only named.
    """
    place = settings(criteria=folder).criteria
    catalogue, problems = check_folder(place)
    if lock and catalogue is not None:
        write_ids_lock(place, catalogue)
        catalogue, problems = check_folder(place)
    if problems or catalogue is None:
        raise Failure("\n".join(map(str, problems)))
    click.echo(f"{place}: nothing is wrong. {_counts(catalogue)}.")
    if readability:
        click.echo("\n".join(readability_lines(place, catalogue)))


def _counts(catalogue: Catalogue) -> str:
    numbers = {
        "perspectives": catalogue.perspectives,
        "criteria": catalogue.criteria,
        "theses": catalogue.theses,
        "profiles": catalogue.profiles,
        "languages": catalogue.languages,
    }
    found = ", ".join(f"{len(parts)} {name}" for name, parts in numbers.items())
    return f"Catalogue {catalogue.id} {catalogue.version}: {found}"
