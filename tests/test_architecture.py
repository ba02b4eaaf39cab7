"""The layout that docs/architecture.md describes: who imports whom, names, sizes, a test per module."""

import sys
from collections import Counter
from pathlib import Path

import pytest

from tests.support.files.python import source

ROOT = Path(__file__).resolve().parents[1]
LONGEST_FILE = 300  # lines
LONGEST_FUNCTION = 40  # lines of its body
WIDEST_FOLDER = 16  # modules

# who may import which package of ours: downwards only
OURS = {
    "app": {"ui", "web", "runtime", "settings"},
    "cli": {"commands", "settings"},
    "start": set(),
    "commands": {
        *("exchange", "reports", "assessment", "storage", "runtime"),
        *("locales", "settings", "benchmarks"),
    },
    "ui": {"exchange", "reports", "assessment", "runtime", "locales", "settings"},
    "web": {"reports", "assessment", "runtime", "locales", "settings"},
    "runtime": {"assessment", "storage", "settings"},
    "exchange": {"reports", "assessment", "locales", "settings"},
    "reports": {"assessment", "locales", "settings"},
    "storage": {"assessment"},
    "settings": {"assessment"},
    "assessment": set(),
    "locales": set(),
}
# who may import which package of others
THEIRS = {
    "app": {"streamlit", "starlette"},
    "cli": {"click"},
    "start": set(),
    "commands": {"click", "uvicorn", "pydantic"},
    "ui": {"streamlit", "pandas", "numpy"},
    "web": {
        *("starlette", "jinja2", "markupsafe", "segno"),
        *("argon2", "authlib", "httpx2", "joserfc"),
    }
    | {"pyotp", "webauthn", "zxcvbn"}
    | {"streamlit", "google"},  # the messages of its sockets, which name files
    "runtime": set(),
    "exchange": {
        *("pydantic", "pandas", "pyarrow", "numpy"),
        *("babel", "icalendar", "xlsxwriter", "python_calamine", "cryptography"),
    },
    "reports": {*("plotly", "pandas", "numpy", "babel", "docx", "typst", "segno")}
    | {"jinja2", "markupsafe"},
    "storage": {"sqlalchemy", "alembic", "psycopg"},
    "settings": {"pydantic", "pydantic_settings"},
    "assessment": {"numpy", "pydantic", "pydantic_core", "pyphen", "yaml"},
    "locales": {"babel", "jinja2"},
}
# where alone a package or a file may be reached
ONLY_IN = {
    "yaml": {"assessment/catalogue/reading/yaml_document.py"},
    "python_calamine": {"exchange/spreadsheets/calamine_worker.py"},
    "storage": {"runtime.py", "commands/database.py"},
    "icalendar": {"exchange/organisation/calendar_file.py"},
    "cryptography": {"exchange/portfolio/signing.py"},
    "smtplib": {"web/accounts/mail/smtp.py"},
    # what one signs in with
    "argon2": {"web/accounts/passwords.py"},
    "zxcvbn": {"web/accounts/passwords.py"},
    "pyotp": {"web/accounts/codes.py"},
    "webauthn": {"web/accounts/passkeys.py"},
    "authlib": {"web/accounts/providers.py"},
}
OPENS_FILES = ("assessment/catalogue/reading/", "exchange/", "storage/", "commands/", "locales/")
OPENS_OWN_FILES = {  # that ship with the program: style sheets, templates, fonts, requirements
    "reports/templates.py",
    "reports/writers/fonts.py",
    "start.py",
    "ui/widgets/html.py",
    "web/accounts/render.py",
    "web/participant/render.py",
    "web/session/render.py",
    "web/server/assets.py",
}
OPENING = {"FileSystemLoader", "open", "read_text", "read_bytes", "write_text", "write_bytes"}
CLOCK_AND_CHANCE = {"time", "random", "secrets", "uuid"}
# names that say nothing, or say it in a language of our own
BANNED = {
    *("utils", "util", "helpers", "misc", "stuff", "names", "words", "plain", "gather"),
    *("here", "door", "visit", "place", "places", "look", "walk", "apart", "told", "seats"),
    *("rounds", "round", "agreed", "answered", "moved", "outside", "voiced", "explaining"),
}
NEEDS_NO_TEST = {
    # Protocols only: the tests of storage show them
    "assessment/access/store.py",
    "assessment/portfolio/store.py",
    "assessment/invited_store.py",
    "assessment/store.py",  # Protocols only: the tests of storage show them
    "assessment/judging/store.py",  # likewise
    "assessment/session/store.py",  # likewise
    "app.py",  # wiring only: the tests of `serve` and of the browser start it
}


def files(package: str) -> list[Path]:
    """Return the Python files of a package, or the one file of a module."""
    module = ROOT / f"{package}.py"
    return [module] if module.exists() else sorted((ROOT / package).rglob("*.py"))


def sources() -> list[Path]:
    return [path for package in OURS for path in files(package)]


def modules() -> list[Path]:
    """Return the files that hold code of ours to be tested: no package files, no migrations."""
    return [p for p in sources() if p.name != "__init__.py" and "migrations" not in p.parts]


def all_files() -> list[Path]:
    return [*sources(), *files("benchmarks"), *files("tests")]


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def packages(path: Path) -> set[str]:
    return {name.partition(".")[0] for name in source(path).imports}


def test_no_import_is_relative() -> None:
    relative = {p: name for p in sources() for name in source(p).imports if name.startswith(".")}

    assert relative == {}


@pytest.mark.parametrize("package", OURS)
def test_a_package_imports_only_what_it_may(package: str) -> None:
    allowed = OURS[package] | THEIRS[package] | {package} | sys.stdlib_module_names

    wrong = {name_of(path): packages(path) - allowed for path in files(package)}

    assert files(package)
    assert {name: more for name, more in wrong.items() if more} == {}


def test_every_package_stands_in_the_rule() -> None:
    folders = {path.parent.name for path in ROOT.glob("*/*.py")} - {"tests", "benchmarks"}
    top = {path.stem for path in ROOT.glob("*.py")}

    assert {name for name in folders | top if not name.startswith(".")} == set(OURS)


@pytest.mark.parametrize("package", ONLY_IN)
def test_a_package_is_reached_in_its_own_place_alone(package: str) -> None:
    outside = [p for p in sources() if not name_of(p).startswith(f"{package}/")]

    assert {name_of(p) for p in outside if package in packages(p)} == ONLY_IN[package]


def test_no_modules_import_each_other_in_a_circle() -> None:
    names = {name_of(p).removesuffix(".py").replace("/", "."): p for p in modules()}
    arrows = {
        name: {
            target
            for wanted in source(path).imports
            for target in (wanted, wanted.rpartition(".")[0])
            if target in names and target != name
        }
        for name, path in names.items()
    }
    while leaves := [name for name, targets in arrows.items() if not targets & arrows.keys()]:
        for name in leaves:
            del arrows[name]

    assert arrows == {}


def test_files_are_opened_where_data_comes_in_and_goes_out() -> None:
    opening = {name_of(path) for path in sources() if source(path).calls & OPENING}

    assert {name for name in opening if not name.startswith(OPENS_FILES)} == OPENS_OWN_FILES


def test_the_domain_has_no_clock_and_no_chance() -> None:
    calls = [
        f"{name_of(path)}:{line}"
        for path in files("assessment")
        for line in source(path).clock_lines
    ]

    assert calls == []
    assert [name_of(p) for p in files("assessment") if packages(p) & CLOCK_AND_CHANCE] == []


def test_every_folder_stands_in_the_documentation() -> None:
    text = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    folders = {name_of(path.parent) for path in modules() if path.parent != ROOT}

    screens = {name for name in folders if name.startswith("ui/screens/")}
    assert [name for name in sorted(folders - screens) if f"`{name}/`" not in text] == []
    assert [package for package in OURS if f"`{package}" not in text] == []


def test_a_folder_can_be_overlooked() -> None:
    others = [p for p in files("benchmarks") if p.name != "__init__.py"] + files("tests/support")
    width = Counter(name_of(path.parent) for path in [*modules(), *others])

    assert {name: number for name, number in width.items() if number > WIDEST_FOLDER} == {}


@pytest.mark.parametrize("path", modules(), ids=name_of)
def test_a_file_name_says_what_is_in_it(path: Path) -> None:
    folder = path.parent.name.removesuffix("s")

    assert path.stem not in BANNED
    assert not path.stem.startswith((f"{folder}_", f"{path.parent.name}_"))
    assert path.stem not in (folder, path.parent.name) or path.parent == ROOT


@pytest.mark.parametrize("path", modules(), ids=name_of)
def test_a_module_has_its_test_module(path: Path) -> None:
    test = ROOT / "tests" / path.relative_to(ROOT).parent / f"test_{path.name}"

    assert test.exists() or name_of(path) in NEEDS_NO_TEST


def test_a_class_has_a_name_of_its_own() -> None:
    classes = Counter(
        name for path in sources() for name in source(path).classes if not name.startswith("_")
    )

    assert [name for name, number in classes.items() if number > 1] == []


@pytest.mark.parametrize("path", all_files(), ids=name_of)
def test_a_file_fits_in_the_head(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").count("\n")

    assert lines <= LONGEST_FILE


def test_a_function_fits_on_the_screen() -> None:
    long = [
        f"{name_of(path)}:{line} {name}"
        for path in all_files()
        if "migrations" not in path.parts  # a table is as long as it is
        for line, name, length, _ in source(path).functions
        if length > LONGEST_FUNCTION
    ]

    assert long == []


def test_a_docstring_begins_with_a_plain_verb() -> None:
    own_dialect = ("Say ", "Say whether", "Draw ", "Tell ", "Keep ")
    spoken = [
        f"{name_of(path)}:{line} {docstring.splitlines()[0]}"
        for path in sources()
        for line, _, _, docstring in source(path).functions
        if docstring.startswith(own_dialect)
    ]

    assert spoken == []


def test_no_folder_of_pages_stands_beside_the_entry_script() -> None:
    # Streamlit would take it for navigation of its own on the very first visit
    assert not (ROOT / "ui" / "pages").exists()
    assert not (ROOT / "pages").exists()
