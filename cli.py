"""The command line: `python cli.py --help`."""

import click

from assessment.settings import VERSION
from commands.criteria import check_criteria, score
from commands.database import backup, migrate, restore
from commands.projects import demo, erase, export_project, import_project
from commands.running import benchmark, serve


@click.group()
@click.version_option(VERSION, prog_name="Mentorspiegel")
def main() -> None:
    """Mentorspiegel: look honestly at the quality of a mentoring project."""


for command in (
    serve,
    demo,
    check_criteria,
    score,
    export_project,
    import_project,
    erase,
    backup,
    restore,
    migrate,
    benchmark,
):
    main.add_command(command)

if __name__ == "__main__":
    main()
