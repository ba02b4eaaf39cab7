"""Run Mentorspiegel: take the ports, say where to open it and with which key, serve until Ctrl+C."""

import os
import sys
import webbrowser
from contextlib import suppress
from pathlib import Path

import click

from assessment.catalogue.reading.shelf import CatalogueShelf
from assessment.errors import CatalogueError
from commands.common import PORT, data_option, port_option, settings
from commands.database import open_store
from commands.server import key_files
from commands.server.ports import take_port
from runtime import ScreenKey, screen_key
from settings import Settings

ROOT = Path(__file__).resolve().parents[2]
SCREENS_ADDRESS = "127.0.0.1"  # this machine alone, whatever is set


@click.command()
@port_option
@click.option(
    "--participants-port",
    type=PORT,
    help="Port of the participants' pages; default 100 above that of the screens: 8601.",
)
@click.option(
    "--address", help="Address of the participants' pages; default 127.0.0.1: this machine only."
)
@click.option("--no-browser", is_flag=True, help="Do not open the browser.")
@data_option
def serve(
    port: int | None,
    participants_port: int | None,
    address: str | None,
    data: Path | None,
    *,
    no_browser: bool,
) -> None:
    """Start Mentorspiegel, say where to open it, and open the browser. Ctrl+C stops it."""
    from commands.server.run import run

    given = settings(port=port, participants_port=participants_port, address=address, data=data)
    given = given.model_copy(
        update={"data": given.data.absolute()}
    )  # we leave the folder we are in
    with (
        take_port(SCREENS_ADDRESS, given.port) as screens,
        take_port(given.address, given.second_port, "--participants-port") as participants,
    ):
        with open_store(given) as store:
            store.health()
        _warn_of_criteria(given)
        _settle(given)
        key = _open_with_key(given)
        for listener in (screens, participants):
            listener.listen()  # from here on a browser waits instead of being refused
        _say_where(given, key)
        if sys.stdout.isatty() and not no_browser:
            _show(key_files.page_file(given))
        run(screens, participants)


def _warn_of_criteria(given: Settings) -> None:
    """Name what is wrong with the criteria; the screens explain it too, and follow a correction."""
    shelf = CatalogueShelf(given.criteria, given.catalogues)
    with suppress(CatalogueError):
        shelf.current()
    for folder, problems in shelf.problems().items():
        listed = "\n".join(map(str, problems))
        click.echo(f"The criteria in {folder} cannot be used yet:\n{listed}", err=True)


def _settle(given: Settings) -> None:
    """Hand the settings to the screens and routes, which read the environment.

    Streamlit finds its configuration only from our own folder, so names of files become absolute.
    """
    prefix = Settings.model_config["env_prefix"]
    values = {
        "data": given.data.absolute(),
        "database_url": given.database,
        "criteria": given.criteria.absolute(),
        "port": given.port,
        "participants_port": given.second_port,
    }
    if given.catalogues is not None:
        values["catalogues"] = given.catalogues.absolute()
    os.environ.update({f"{prefix}{name}".upper(): str(value) for name, value in values.items()})
    os.chdir(ROOT)


def _open_with_key(given: Settings) -> ScreenKey:
    """Return the key of this start, with the browsers that were let in earlier."""
    key = screen_key()
    key.keep(key_files.read_tickets(given), lambda all_: key_files.write_tickets(given, all_))
    key.is_told = True
    key_files.write_page(given, _address(given, key))
    return key


def _address(given: Settings, key: ScreenKey | None = None) -> str:
    address = f"http://{SCREENS_ADDRESS}:{given.port}"
    return address if key is None else f"{address}/?key={key.text}"


def _say_where(given: Settings, key: ScreenKey) -> None:
    """Print where it is open: in a terminal with the key, elsewhere, where it may be kept, without."""
    file = key_files.page_file(given)
    if sys.stdout.isatty():
        click.echo(f"Mentorspiegel is open on {_address(given, key)}")
        click.echo(f"Each browser shows the key at its end once; it is also in {file}")
    else:
        click.echo(f"Mentorspiegel is open on {_address(given)}")
        click.echo(f"It asks for the key of this start, which is in {file}")
    where = f"Pages of participants are on {given.public_address}/a"
    if given.listens_beyond:
        click.echo(f"{where}. Others reach these alone, {_second(given)}.")
    else:
        click.echo(f"{where}. All of it is on this machine only.")
    click.echo("Ctrl+C stops it; what is saved stays saved.")


def _second(given: Settings) -> str:
    host = f"[{given.address}]" if ":" in given.address else given.address
    return f"on {host}, port {given.second_port}"


def _show(file: Path) -> None:
    """Open the browser, where there is one that needs no terminal."""
    has_screen = any(map(os.environ.get, ("DISPLAY", "WAYLAND_DISPLAY", "BROWSER")))
    if has_screen or sys.platform in ("win32", "darwin"):
        webbrowser.open(file.as_uri())
