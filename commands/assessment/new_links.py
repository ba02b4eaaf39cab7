"""What every command that makes links needs: whom to turn to, and where the links go."""

from collections.abc import Callable, Sequence
from functools import wraps
from pathlib import Path
from typing import Any

import click

from commands.assessment import links_output
from commands.assessment.opened import Opened, contact_option
from commands.common import format_option
from reports.letters.issued_links import NewLinks


def makes_links(command: Callable[..., Sequence[NewLinks]]) -> Callable[..., None]:
    """Add `-o`, `--format` and `--contact`, and hand out once what the command makes.

    What is wrong with the file or the contact is said before anything is made.
    """

    @wraps(command)
    def run(
        at: Opened,
        *before: Any,
        output: Path | None,
        form: str,
        contact: str | None,
        **options: Any,
    ) -> None:
        links_output.check_output(output)
        at.name_contact(contact)
        new = command(at, *before, **options)
        links_output.hand_out(at.workspace, at.given, at.assessment, new, output, form)

    return _output_option(format_option(contact_option(run)))


_output_option = click.option(
    "-o",
    "--output",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help=f"New file for the links instead of the screen: {links_output.ENDINGS}.",
)
