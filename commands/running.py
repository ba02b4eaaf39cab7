"""Serve the program, and measure it."""

import os
import socket
from pathlib import Path

import click

from assessment.errors import CatalogueError
from assessment.settings import Settings, check_listen
from commands.common import Failure, data_option, plainly, settings


@click.command()
@click.option("--port", type=click.IntRange(1, 65535), help="Port to listen on; default 8501.")
@click.option("--address", help="Address to listen on; default 127.0.0.1, this machine only.")
@data_option
@plainly
def serve(port: int | None, address: str | None, data: Path | None) -> None:
    """Start Mentorspiegel and say where to open it."""
    given = settings(port=port, address=address, data=data)
    check_listen(given.address)
    _check_port(given)
    _check_files(given)
    os.environ["MENTORSPIEGEL_DATA"] = str(given.data.absolute())  # for the screens and routes
    _say_where(given)
    _serve(given)


def _check_port(given: Settings) -> None:
    family = socket.AF_INET6 if ":" in given.address else socket.AF_INET
    with socket.socket(family) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((given.address, given.port))
        except OSError as error:
            raise Failure(
                f"Port {given.port} cannot be used: {error.strerror}. "
                f"Take another one: python cli.py serve --port {given.port + 1}"
            ) from error


def _check_files(given: Settings) -> None:
    """Stop on a database that cannot be used; broken criteria are explained on the screen too."""
    import storage  # noqa: PLC0415  (start-up stays fast)
    from assessment.loader import load_catalogue  # noqa: PLC0415

    storage.migrate(given.database)
    try:
        load_catalogue(given.criteria)
    except CatalogueError as error:
        click.echo(f"The criteria cannot be used yet:\n{error}", err=True)


def _say_where(given: Settings) -> None:
    host = f"[{given.address}]" if ":" in given.address else given.address
    click.echo(f"Mentorspiegel is open on http://{host}:{given.port}")
    click.echo("It answers on this machine only. Stop it with Ctrl+C; everything is saved already.")


def _serve(given: Settings) -> None:
    import uvicorn  # noqa: PLC0415

    from app import app  # noqa: PLC0415  (Streamlit is loaded only to serve)

    # no access log: addresses of pages say who was where
    uvicorn.run(app, host=given.address, port=given.port, log_level="warning", access_log=False)


@click.command()
def benchmark() -> None:
    """Measure scoring and screens; ratios within one run are what counts."""
    from benchmarks import scoring, screens  # noqa: PLC0415

    for part in (scoring, screens):
        for line in part.run():
            click.echo(line)
