"""Measure scoring, screens, reports and the pages of respondents."""

import pkgutil
from collections.abc import Callable, Sequence
from importlib import import_module

import click

import benchmarks
from commands.common import Failure, busy


@click.command()
@click.argument("names", metavar="[NAME]...", nargs=-1)
def benchmark(names: tuple[str, ...]) -> None:
    """Measure everything, or only what is named. Ratios within one run are what counts."""
    measured = _benchmarks()
    for name in names or measured:
        if name not in measured:
            choices = ", ".join(measured)
            raise click.UsageError(f"There is no benchmark '{name}'. Choose from: {choices}.")
        with busy(f"Measuring {name}"):
            lines = measured[name]()
        click.echo("\n".join(lines))


def _benchmarks() -> dict[str, Callable[[], Sequence[str]]]:
    """Return what can be measured: each module of `benchmarks` that has a `run`."""
    runs = {}
    for info in pkgutil.iter_modules(benchmarks.__path__):
        try:
            module = import_module(f"{benchmarks.__name__}.{info.name}")
        except ModuleNotFoundError as error:
            needed = f"Measuring needs the package {error.name}, of requirements-dev.txt"
            text = f"{needed}: make benchmark installs it."
            raise Failure(text) from error
        if hasattr(module, "run"):
            runs[info.name] = module.run
    return runs
