"""What the documentation says is there, and what is there is in the documentation."""

import re
from html import unescape
from pathlib import Path

import click
import pytest

from assessment.answers import AnswerState, Reason
from assessment.catalogue.effort import profile_effort
from assessment.catalogue.model import LEVELS
from assessment.catalogue.reading.loader import load_catalogue
from assessment.scoring.rules import THRESHOLD
from cli import main
from exchange.answers_csv import HEADER
from settings import Settings

ROOT = Path(__file__).resolve().parents[1]
CONTEXT = click.Context(main)
COMMANDS = main.list_commands(CONTEXT)
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]
PAGES += [ROOT / "criteria" / "README.md"]


def read(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


COMMAND_LINE = read(ROOT / "docs" / "command-line.md")


def section(command: str) -> str:
    """Return the part of docs/command-line.md that is about a command."""
    parts = re.split(r"^## ", COMMAND_LINE, flags=re.MULTILINE)[1:]
    return next(part for part in parts if command in part.partition("\n")[0].split(", "))


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_every_test_that_is_named_is_there(page: Path) -> None:
    named = re.findall(r"`(tests/[\w/.]+)::(test_\w+)`", read(page))

    assert [
        f"{file}::{name}" for file, name in named if f"def {name}(" not in read(ROOT / file)
    ] == []


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_explained_with_all_its_options(name: str) -> None:
    command = main.get_command(CONTEXT, name)
    options = [text for p in command.params if isinstance(p, click.Option) for text in p.opts]
    text = section(name)

    assert f"python cli.py {name}" in text
    assert [option for option in options if option not in text] == []


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_every_command_that_is_mentioned_is_there(page: Path) -> None:
    mentioned = set(re.findall(r"cli\.py ([a-z][a-z-]*)", read(page)))

    assert mentioned - set(COMMANDS) == set()


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_every_make_target_that_is_mentioned_is_there(page: Path) -> None:
    mentioned = set(re.findall(r"(?:^|`)make ([a-z]+)", read(page), flags=re.MULTILINE))
    targets = set(re.findall(r"^([a-z]+):", read(ROOT / "Makefile"), flags=re.MULTILINE))

    assert mentioned - targets == set()


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_every_link_leads_somewhere(page: Path) -> None:
    links = re.findall(r"\]\(([^)\s]+)\)", read(page))
    files = [link.partition("#")[0] for link in links if "://" not in link]

    assert [file for file in files if file and not (page.parent / file).exists()] == []


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_every_heading_that_is_linked_is_there(page: Path) -> None:
    text = read(page)
    headings = re.findall(r"^#+ (.+)$", unescape(text), flags=re.MULTILINE)
    anchors = {re.sub(r"[^\w -]", "", heading).lower().replace(" ", "-") for heading in headings}

    assert set(re.findall(r"\]\(#([^)]+)\)", text)) - anchors == set()


def test_every_setting_is_explained_with_its_default() -> None:
    text = read(ROOT / "docs" / "settings.md")
    prefix = str(Settings.model_config["env_prefix"])
    rows = dict(re.findall(rf"^\| `{prefix}(\w+)` \| ([^|]*) \|", text, flags=re.MULTILINE))
    plain = {"address", "port", "threshold", "data"}

    assert set(rows) == {name.upper() for name in Settings.model_fields}
    for name in plain:
        assert rows[name.upper()] == f"`{Settings.model_fields[name].default}`"


def test_the_answers_file_is_explained() -> None:
    text = section("score")

    assert ",".join(HEADER) in text
    assert [word for word in (*AnswerState, *Reason) if f"`{word}" not in text] == []


def test_every_requirement_is_pinned_with_its_hash_and_names_no_host() -> None:
    for path in sorted(ROOT.glob("requirements*.txt")):
        text = read(path)
        pinned = re.findall(r"^[A-Za-z0-9_.-]+==", text, flags=re.MULTILINE)

        assert pinned
        assert "://" not in text
        assert " @ " not in text
        assert len(re.findall(r"^\S+==\S+.*\\\n    --hash=sha256:", text, re.MULTILINE)) == len(
            pinned
        )


def test_readme_counts_right() -> None:
    catalogue = load_catalogue(ROOT / "criteria")
    text = read(ROOT / "README.md")
    shortest = catalogue.audit_profiles[0]
    effort = profile_effort(catalogue, shortest, catalogue.own_role.id, "nl")
    facts = {
        "criteria": (len(catalogue.criteria), r"\*\*(\d+) criteria,"),
        "standards": (len(catalogue.standards), r"(\d+) standa(?:rds|arden)"),
        "questions": (effort.questions, r"(\d+) (?:questions and|vragen en)"),
    }

    assert {name: re.findall(pattern, text) for name, (_, pattern) in facts.items()} == {
        name: [str(number)] * 2 for name, (number, _) in facts.items()
    }
    assert (len(catalogue.sources), LEVELS, THRESHOLD) == (5, 5, 5)  # "five", in words
    assert 50 <= effort.minutes <= 75  # "an hour"
