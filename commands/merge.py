"""Put several filled-in forms of one assessment together."""

from pathlib import Path

import click

from assessment.catalogue.model import Catalogue
from assessment.catalogue.reading.shelf import CatalogueShelf
from assessment.catalogue.reading.text_file import printable
from commands.common import data_option, settings, write_new
from commands.database import check_present, open_store
from commands.forms_output import answer_line
from commands.lookup import read_at_most
from exchange.answers_csv import Row, write_answers
from exchange.forms.merge import Merged
from exchange.spreadsheets.archive import MAX_BYTES
from settings import Settings


@click.command()
@click.argument(
    "files", metavar="FILE...", nargs=-1, required=True, type=click.Path(path_type=Path)
)
@click.option(
    "-o",
    "--output",
    required=True,
    metavar="OUT",
    type=click.Path(path_type=Path),
    help="New file to write: .xlsx to talk about and read in, .csv with every respondent.",
)
@data_option
def merge(files: tuple[Path, ...], output: Path, data: Path | None) -> None:
    """Put filled-in forms of one assessment together, every voice beside the others.

    Where all say the same, the agreed answer is filled in; where they differ it stays open.
    """
    from exchange.forms import merge as merging
    from exchange.forms import service

    if output.suffix.lower() not in (".xlsx", ".csv"):
        raise click.UsageError("Give OUT the ending .xlsx or .csv.")
    given = settings(data=data)
    forms = [(file.name, service.read(read_at_most(file, MAX_BYTES), file.name)) for file in files]
    merged = merging.merge(forms, _catalogue(given, forms[0][1].head.hash))
    write_new(output, _written(merged, output))
    for file, respondent in merged.files:
        click.echo(f"Respondent {respondent}: {printable(file)}")
    for conflict in merged.conflicts:
        click.echo(f"{conflict.criterion}: the respondents differ")
        for respondent, answer in conflict.answers.items():
            click.echo(f"  {respondent}: {answer_line(answer)}")
    click.echo(f"{len(merged.conflicts)} to talk about. Written to {output}.")


def _catalogue(given: Settings, wanted: str) -> Catalogue:
    """Return the catalogue that forms were made with: one of today's, else that in the database."""
    for catalogue in CatalogueShelf(given.criteria, given.catalogues).current():
        if catalogue.content_hash == wanted:
            return catalogue
    check_present(given)
    with open_store(given) as store:
        return Catalogue.from_snapshot(store.snapshots.get(wanted))


def _written(merged: Merged, output: Path) -> bytes:
    draft = merged.draft
    if output.suffix.lower() == ".csv":
        rows = (
            Row(draft.head.assessment, f"voice-{respondent.name}", respondent.role, answer)
            for respondent in draft.respondents
            for answer in respondent.answers.values()
        )
        return write_answers(rows).encode("utf-8")
    from exchange.forms.write import form
    from locales import translator

    return form(draft, translator(draft.head.language))
