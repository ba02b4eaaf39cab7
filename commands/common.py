"""What every command needs: its options, its settings, and a way to fail in plain words."""

import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from enum import Enum
from importlib import import_module
from pathlib import Path
from typing import IO, Any, TypeVar

import click
from pydantic import ValidationError

from assessment.catalogue.reading.text_file import printable
from assessment.errors import MentorspiegelError
from settings import HIGHEST_PORT, Settings

AnyCommand = TypeVar("AnyCommand", bound=Callable[..., Any])


PORT = click.IntRange(1, HIGHEST_PORT)
_NONE = "none"


class Failure(click.ClickException):
    """An expected error: one line per problem on stderr, exit code 1."""

    def show(self, file: IO[Any] | None = None) -> None:
        """Print the lines, without anything in them that a terminal would act on."""
        lines = map(printable, self.format_message().splitlines())
        click.echo("\n".join(lines), file=file, err=file is None)


class Commands(click.Group):
    """Commands that are loaded when they are asked for, and that fail in plain words.

    `places` gives `module:attribute` and a short help per command: a quick command does not wait
    for the parts of a heavy one.
    """

    def __init__(self, places: Mapping[str, tuple[str, str]], **attributes: Any) -> None:
        super().__init__(**attributes)
        self.places = places

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  (click's way)
        """Return the names in the order of `places`."""
        return list(self.places)

    def get_command(
        self,
        ctx: click.Context,  # noqa: ARG002
        cmd_name: str,
    ) -> click.Command | None:
        """Load one command."""
        if cmd_name not in self.places:
            return None
        module, _, attribute = self.places[cmd_name][0].partition(":")
        command: click.Command = getattr(import_module(module), attribute)
        return command

    def format_commands(
        self,
        ctx: click.Context,  # noqa: ARG002
        formatter: click.HelpFormatter,
    ) -> None:
        """List the commands without loading them."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, text) for name, (_, text) in self.places.items()])

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command; what it expects to go wrong becomes a Failure."""
        try:
            return super().invoke(ctx)
        except BrokenPipeError:
            raise  # whoever read the output has seen enough: click falls silent
        except MentorspiegelError as error:
            raise Failure(str(error)) from error
        except OSError as error:
            place = f"{error.filename}: " if error.filename else ""
            text = f"{place}{error.strerror or error}. Check the name and the rights."
            raise Failure(text) from error


class Day(click.ParamType[Any]):
    """A day such as 2027-01-31."""

    name = "YYYY-MM-DD"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """Return the day."""
        try:
            return datetime.strptime(value, "%Y-%m-%d").date()  # noqa: DTZ007  (a day, no moment)
        except ValueError:
            self.fail(f"'{value}' is no day. Write it as 2027-01-31.", param, ctx)


class OrNone(click.ParamType[Any]):
    """What another type takes, or the word `none`, which takes it away."""

    def __init__(self, wanted: click.ParamType[Any]) -> None:
        self.wanted = wanted
        self.name = wanted.name

    def get_metavar(self, param: click.Parameter, ctx: click.Context) -> str:
        """Return what the help shows: what the other type takes, and `none`."""
        shown = self.wanted.get_metavar(param, ctx) or self.wanted.name.upper()
        return f"[{shown.strip('[]')}|{_NONE}]"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Return what the other type makes of it, or that it is taken away."""
        return Nothing.TAKEN_AWAY if value == _NONE else self.wanted.convert(value, param, ctx)


class Nothing(Enum):
    """What an option says that takes something away."""

    TAKEN_AWAY = _NONE


def changes_of(**options: Any) -> dict[str, Any]:
    """Return what was named among the options of a command, as values to store."""
    return {
        name: None if value is Nothing.TAKEN_AWAY else value
        for name, value in options.items()
        if value is not None
    }


def data_option(command: AnyCommand) -> AnyCommand:
    """Add `--data`, the folder of the database."""
    return click.option(
        "--data",
        type=click.Path(path_type=Path, file_okay=False),
        help="Folder of the database file; default: the setting MENTORSPIEGEL_DATA, or data/.",
    )(command)


def port_option(command: AnyCommand) -> AnyCommand:
    """Add `--port`, the port of the screens."""
    return click.option(
        "--port",
        type=PORT,
        help="Port of the screens; default: the setting MENTORSPIEGEL_PORT, or 8501.",
    )(command)


def output_option(help: str, *, metavar: str = "FILE") -> Callable[[AnyCommand], AnyCommand]:  # noqa: A002
    """Return the option `-o`, a new file or folder to write."""
    return click.option(
        "-o", "--output", required=True, metavar=metavar, type=click.Path(path_type=Path), help=help
    )


def assessment_option(command: AnyCommand) -> AnyCommand:
    """Add `--assessment`, one of a project."""
    return click.option("--assessment", help="Its id or exact name; default: the newest.")(command)


def format_option(command: AnyCommand) -> AnyCommand:
    """Add `--format`, to read or for another program."""
    return click.option(
        "--format",
        "form",
        type=click.Choice(["table", "json"]),
        default="table",
        show_default=True,
        help="To read, or for another program.",
    )(command)


def yes_option(command: AnyCommand) -> AnyCommand:
    """Add `--yes`, which answers what would be asked."""
    return click.option("--yes", is_flag=True, help="Do not ask; for scripts.")(command)


def is_terminal() -> bool:
    """Return whether there is somebody to ask."""
    return sys.stdin.isatty()


def confirm(what_happens: str, *, yes: bool) -> None:
    """Ask before something that cannot be undone.

    Raises Failure when the answer is no, and when there is nobody to ask.
    """
    if yes:
        return
    if not is_terminal():
        raise Failure(
            f"{what_happens} Nothing was changed. Give --yes to go on without a question."
        )
    if not click.confirm(f"{what_happens} Go on?", err=True):
        raise Failure("Nothing was changed.")


def aligned(rows: Sequence[Sequence[str]], left: set[int]) -> Iterator[str]:
    """Put columns below each other: texts (the columns in `left`) to the left, numbers to the right.

    Nothing in them does anything on a terminal.
    """
    rows = [[*map(printable, row)] for row in rows]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = [
            cell.ljust(width) if number in left else cell.rjust(width)
            for number, (cell, width) in enumerate(zip(row, widths, strict=True))
        ]
        yield "  ".join(cells).rstrip()


def settings(**options: Any) -> Settings:
    """Return the settings, with the options of a command on top. Raises Failure."""
    given = {name: value for name, value in options.items() if value is not None}
    if "data" in given:
        given["database_url"] = ""  # a folder named here goes before a server in the environment
    try:
        return Settings(**given)
    except ValidationError as error:
        prefix = Settings.model_config["env_prefix"]
        lines = [
            f"{prefix}{'_'.join(map(str, e['loc'])).upper()}: {e['msg']}. Correct this setting."
            for e in error.errors()
        ]
        raise Failure("\n".join(lines)) from error


@contextmanager
def busy(text: str) -> Iterator[None]:
    """Show on a terminal what takes a while, and wipe the line afterwards."""
    if not sys.stderr.isatty():
        yield
        return
    click.echo(f"{text} …", nl=False, err=True)
    try:
        yield
    finally:
        click.echo("\r\x1b[K", nl=False, err=True)


def progress_option(command: AnyCommand) -> AnyCommand:
    """Add `--progress`, which shows progress also where nobody watches a terminal."""
    text = "A line on stderr for every 10 %, also when that is no terminal."
    return click.option("--progress", is_flag=True, help=text)(command)


@contextmanager
def progress_of(text: str, *, piped: bool) -> Iterator[Callable[[float], None]]:
    """Give a function that shows which share is done: on a terminal in one line that is wiped.

    Elsewhere it writes a line per 10 % when `piped`, else nothing.
    """
    is_watched, shown = sys.stderr.isatty(), -1

    def show(share: float) -> None:
        nonlocal shown
        percent = int(share * 100)
        if is_watched and percent > shown:
            click.echo(f"\r{text} … {percent} %", nl=False, err=True)
            shown = percent
        elif piped and not is_watched and percent // 10 > shown // 10:
            click.echo(f"{text}: {percent // 10 * 10} %", err=True)
            shown = percent

    show(0)
    try:
        yield show
    finally:
        if is_watched:
            click.echo("\r\x1b[K", nl=False, err=True)


def _exists(file: Path) -> Failure:
    return Failure(f"{file} exists already and was not overwritten. Choose another name.")


def check_new(file: Path) -> None:
    """Raise Failure when a file is there already."""
    if file.exists():
        raise _exists(file)


def write_new(file: Path, data: bytes) -> None:
    """Write a file that only its owner may read; half of one does not stay behind.

    Raises Failure when it is there already.
    """
    try:
        file.touch(mode=0o600, exist_ok=False)
    except FileExistsError as error:
        raise _exists(file) from error
    try:
        file.write_bytes(data)
    except OSError:
        file.unlink(missing_ok=True)
        raise
