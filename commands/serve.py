"""Run Mentorspiegel: take the port, say where to open it, serve until Ctrl+C."""

import os
import socket
from contextlib import suppress
from pathlib import Path

import click
import uvicorn

from assessment.catalogue.reading.shelf import CatalogueShelf
from assessment.errors import CatalogueError
from commands.common import Failure, data_option, settings
from commands.database import open_store
from settings import Settings

ROOT = Path(__file__).resolve().parent.parent
KEEP_OPEN = 75  # seconds that a silent connection stays: longer than reading a question takes
LEAVE_WITHIN = 2  # seconds for open pages to let go when the server stops


@click.command()
@click.option("--port", type=click.IntRange(1, 65535), help="Port to listen on; default 8501.")
@click.option("--address", help="Address to listen on; default 127.0.0.1: this machine only.")
@data_option
def serve(port: int | None, address: str | None, data: Path | None) -> None:
    """Start Mentorspiegel and say where to open it. Ctrl+C stops it."""
    given = settings(port=port, address=address, data=data)
    with take_port(given.address, given.port) as listener:
        with open_store(given) as store:
            store.health()
        _warn_of_criteria(given)
        _settle(given)
        listener.listen()  # from here on a browser waits instead of being refused
        _say_where(given)
        _run(listener)


def take_port(address: str, port: int) -> socket.socket:
    """Return a socket that holds the port, so that nobody else gets it meanwhile. Raises Failure."""
    try:
        return _bound(address, port)
    except OSError as error:
        raise Failure(
            f"Port {port} cannot be used: {error.strerror}. Stop the program that uses it, "
            "or choose another port: python cli.py serve --port NUMBER"
        ) from error


def _bound(address: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    # the protocol is named because asyncio sends without delay only on sockets that name it
    listener = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    if os.name == "posix":  # elsewhere this would share the port with another program
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((address, port))
    except OSError:
        listener.close()
        raise
    return listener


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
    }
    if given.catalogues is not None:
        values["catalogues"] = given.catalogues.absolute()
    os.environ.update({f"{prefix}{name}".upper(): str(value) for name, value in values.items()})
    os.chdir(ROOT)


def _say_where(given: Settings) -> None:
    host = f"[{given.address}]" if ":" in given.address else given.address
    if given.listens_beyond:
        click.echo(f"Mentorspiegel is open on http://localhost:{given.port}, on this machine only.")
        click.echo(
            f"From elsewhere only the pages of participants answer, as {given.public_address}"
            f"/a/..., listening on {host}. Ctrl+C stops it; what is saved stays saved."
        )
        return
    click.echo(f"Mentorspiegel is open on http://{host}:{given.port}")
    click.echo("It listens on this machine only. Ctrl+C stops it; what is saved stays saved.")


def _run(listener: socket.socket) -> None:
    config = uvicorn.Config(
        "app:app",
        log_level="warning",
        # addresses of pages say who was where; [logger] in .streamlit/config.toml keeps it so
        access_log=False,
        proxy_headers=False,
        server_header=False,
        timeout_keep_alive=KEEP_OPEN,
        timeout_graceful_shutdown=LEAVE_WITHIN,
    )
    with suppress(KeyboardInterrupt):
        uvicorn.Server(config).run(sockets=[listener])
