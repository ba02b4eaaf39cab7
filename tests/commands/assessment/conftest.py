"""A project with one open assessment, and the command line on it."""

from tests.commands.conftest import data, run
from tests.support.files.filled_forms import project

__all__ = ["data", "project", "run"]  # fixtures
