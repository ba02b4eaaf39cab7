"""The real commands on real files and a real database."""

from tests.support.command_line import data, example, folder, run, write_answers

__all__ = ["data", "example", "folder", "run", "write_answers"]  # fixtures
