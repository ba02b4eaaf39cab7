"""The dependency rule of docs/architecture.md, and the size of files and functions."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
LONGEST_FILE = 300  # lines
LONGEST_FUNCTION = 40  # lines of its body

# who may import which package of ours
OURS = {
    "app": {"ui", "web"},
    "cli": {"commands", "assessment"},
    "commands": {"assessment", "reports", "locales", "storage", "benchmarks"},
    "ui": {"assessment", "reports", "locales", "storage"},
    "web": {"assessment", "reports", "locales", "storage"},
    "reports": {"assessment", "locales"},
    "storage": {"assessment"},
    "assessment": set(),
    "locales": set(),
}
# who may import which package of others
THEIRS = {
    "app": {"streamlit", "starlette"},
    "cli": {"click"},
    "commands": {"click", "uvicorn", "pydantic"},
    "ui": {"streamlit", "plotly", "pandas", "numpy"},
    "web": {"starlette", "jinja2"},
    "reports": {"plotly", "pandas", "numpy", "babel", "docx", "xlsxwriter", "typst", "segno"}
    | {"jinja2", "markupsafe"},
    "storage": {"sqlalchemy", "alembic", "psycopg"},
    "assessment": {
        "numpy",
        "pydantic",
        "pydantic_core",
        "pydantic_settings",
        "pyphen",
        "python_calamine",
        "yaml",
    },
    "locales": {"babel", "jinja2"},
}
# the one place where each of them opens the store
OPENS_STORE = {"ui/store.py", "web/workspace.py", "commands/database.py"}
READS_YAML = {"assessment/catalogue/reading/yaml_document.py"}
READS_SHEETS = {"exchange/spreadsheets/calamine_worker.py"}
CLOCK_AND_CHANCE = {"time", "random", "secrets", "uuid"}


def files(package: str) -> list[Path]:
    """Return the Python files of a package, or the one file of a module."""
    module = ROOT / f"{package}.py"
    return [module] if module.exists() else sorted((ROOT / package).rglob("*.py"))


def all_files() -> list[Path]:
    places = [*OURS, "benchmarks", "tests"]
    return [path for package in places for path in files(package)]


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), filename=str(path))


def imports(path: Path) -> set[str]:
    """Return the packages that a file imports, wherever in the file."""
    found = set()
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.Import):
            found |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{name_of(path)}: a relative import"
            found.add(str(node.module).partition(".")[0])
    return found


def importing(package: str, *, among: str | None = None) -> set[str]:
    """Return the files that import a package, outside that package itself."""
    places = [among] if among else [name for name in OURS if name != package]
    return {name_of(p) for place in places for p in files(place) if package in imports(p)}


def is_migration(path: Path) -> bool:
    return "migrations" in path.parts


@pytest.mark.parametrize("package", OURS)
def test_a_package_knows_only_what_it_may(package: str) -> None:
    allowed = OURS[package] | THEIRS[package] | {package} | sys.stdlib_module_names

    found = {name_of(path): imports(path) - allowed for path in files(package)}

    assert files(package)
    assert {name: wrong for name, wrong in found.items() if wrong} == {}


def test_every_package_stands_in_the_rule() -> None:
    folders = {path.parent.name for path in ROOT.glob("*/*.py")} - {"tests", "benchmarks"}
    modules = {path.stem for path in ROOT.glob("*.py")}

    assert {name for name in folders | modules if not name.startswith(".")} == set(OURS)


def test_the_store_is_opened_in_one_place_each() -> None:
    assert importing("storage") <= OPENS_STORE


def test_only_the_reader_of_criteria_knows_yaml() -> None:
    assert importing("yaml") == READS_YAML


def test_only_the_reader_of_spreadsheets_knows_their_program() -> None:
    assert importing("python_calamine") == READS_SHEETS


def test_the_domain_has_no_clock_and_no_chance() -> None:
    found = [
        f"{name_of(path)}:{node.lineno}"
        for path in files("assessment")
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.Attribute)
        and node.attr in ("now", "utcnow", "today")
        and isinstance(node.value, ast.Name)
        and node.value.id in ("datetime", "date")
    ]

    assert found == []
    assert [name_of(p) for p in files("assessment") if imports(p) & CLOCK_AND_CHANCE] == []


def test_the_rule_stands_in_the_documentation() -> None:
    text = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")

    assert [package for package in OURS if f"`{package}`" not in text] == []


@pytest.mark.parametrize("path", all_files(), ids=name_of)
def test_a_file_fits_in_the_head(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").count("\n")

    assert lines <= LONGEST_FILE


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def body_lines(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Return how many lines a function has below its docstring."""
    body = function.body[1:] if ast.get_docstring(function) else function.body
    return (body[-1].end_lineno or 0) - body[0].lineno + 1 if body else 0


def test_a_function_fits_on_the_screen() -> None:
    long = [
        f"{name_of(path)}:{function.lineno} {function.name}"
        for path in all_files()
        if not is_migration(path)  # a table is as long as it is
        for function in functions(path)
        if body_lines(function) > LONGEST_FUNCTION
    ]

    assert long == []


def test_no_folder_of_pages_stands_beside_the_entry_script() -> None:
    # Streamlit would take it for navigation of its own on the very first visit
    assert not (ROOT / "ui" / "pages").exists()
    assert not (ROOT / "pages").exists()
