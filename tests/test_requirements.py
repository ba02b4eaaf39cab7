"""The locked files hold all that is installed, and leave nothing to choose."""

import re
from collections.abc import Callable, Iterator
from functools import cache
from importlib.metadata import PackageNotFoundError, requires, version
from pathlib import Path

import pytest
from packaging.markers import Environment, default_environment
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[1]
LOCKED = ("requirements", "requirements-postgres", "requirements-dev")
SETS = {"run": LOCKED[:1], "postgres": LOCKED[:2], "test": LOCKED}  # what is installed together
SYSTEMS = {"linux": ("posix", "Linux"), "darwin": ("posix", "Darwin"), "win32": ("nt", "Windows")}
VERSIONS = ("3.11", "3.12", "3.13")
INSTALLS = [ROOT / "Makefile", *ROOT.glob(".ci/*"), *ROOT.glob("*.md"), *ROOT.glob("docs/*.md")]
INSTALLS += [path for folder in ("commands", "storage") for path in ROOT.glob(f"{folder}/**/*.py")]

Asks = Callable[[str], list[Requirement]]


def lines(name: str) -> list[Requirement]:
    """Return what a file names, without options and hashes."""
    text = (ROOT / name).read_text(encoding="utf-8")
    return [Requirement(line) for line in re.findall(r"^(\w[^\\\n]*)", text, flags=re.MULTILINE)]


@cache
def asks_for(package: str) -> list[Requirement]:
    """Return what an installed package asks for. One for another system is not installed here."""
    try:
        return [Requirement(line) for line in requires(package) or []]
    except PackageNotFoundError:
        return []


def machine(system: str, python: str) -> Environment:
    """Return what a package may ask about a machine."""
    os_name, platform = SYSTEMS[system]
    environment = default_environment()
    environment.update(sys_platform=system, os_name=os_name, platform_system=platform)
    environment.update(python_version=python, python_full_version=f"{python}.0")
    return environment


def held(requirements: list[Requirement], on: Environment) -> dict[str, str]:
    """Return the versions that are locked on a machine."""
    return {
        canonicalize_name(one.name): str(one.specifier).removeprefix("==")
        for one in requirements
        if one.marker is None or one.marker.evaluate(dict(on))
    }


def asked(
    wanted: list[Requirement], on: Environment, asks: Asks
) -> Iterator[tuple[str, Requirement]]:
    """Give everything that is asked for and who asks, with the extras that packages ask of others."""
    waiting, seen = [("we", one) for one in wanted], set()
    while waiting:
        who, one = waiting.pop()
        yield who, one
        name = canonicalize_name(one.name)
        for extra in {"", *one.extras} - {extra for of, extra in seen if of == name}:
            seen.add((name, extra))
            waiting += [
                (f"{name}[{extra}]" if extra else name, inner)
                for inner in asks(name)
                if inner.marker is None or inner.marker.evaluate({**on, "extra": extra})
            ]


def unlocked(
    wanted: list[Requirement], locked: dict[str, str], on: Environment, asks: Asks
) -> list[str]:
    """Name what is asked for and not locked, or locked in a version that does not fit."""
    return sorted(
        f"{who}: {one}"
        for who, one in asked(wanted, on, asks)
        if (locked_in := locked.get(canonicalize_name(one.name))) is None
        or not one.specifier.contains(locked_in, prereleases=True)
    )


@pytest.mark.parametrize("python", VERSIONS)
@pytest.mark.parametrize("system", SYSTEMS)
@pytest.mark.parametrize("together", SETS)
def test_whatever_a_package_asks_for_is_locked_with_its_extras(
    together: str, system: str, python: str
) -> None:
    on = machine(system, python)
    locked = held([one for name in SETS[together] for one in lines(f"{name}.txt")], on)
    ours = [one for name in SETS[together] for one in lines(f"{name}.in")]
    wanted = [one for one in ours if one.marker is None or one.marker.evaluate(dict(on))]
    wanted += [Requirement(name) for name in locked]

    assert unlocked(wanted, locked, on, asks_for) == []


MADE_UP = {"cov": ["report[toml]>=7"], "report": ["plain", "tomli>=2; extra == 'toml'"]}


@pytest.mark.parametrize(
    ("locked", "missing"),
    [
        ({"cov": "1", "report": "7", "plain": "1", "tomli": "2"}, []),
        ({"cov": "1", "report": "7", "plain": "1"}, ['report[toml]: tomli>=2; extra == "toml"']),
        (
            {"cov": "1", "report": "7", "plain": "1", "tomli": "1"},
            ['report[toml]: tomli>=2; extra == "toml"'],
        ),
        ({"cov": "1", "report": "7", "tomli": "2"}, ["report: plain", "report[toml]: plain"]),
        ({"cov": "1", "plain": "1", "tomli": "2"}, ["cov: report[toml]>=7"]),
    ],
)
def test_what_an_extra_inside_a_package_asks_for_is_missed_when_it_is_not_locked(
    locked: dict[str, str], missing: list[str]
) -> None:
    def asks(package: str) -> list[Requirement]:
        return [Requirement(line) for line in MADE_UP.get(package, [])]

    assert unlocked([Requirement("cov")], locked, machine("linux", "3.11"), asks) == missing


@pytest.mark.parametrize("python", VERSIONS)
@pytest.mark.parametrize("system", SYSTEMS)
def test_the_locked_files_agree(system: str, python: str) -> None:
    first, *others = [held(lines(f"{name}.txt"), machine(system, python)) for name in LOCKED]

    for other in others:
        assert {name: other[name] for name in other.keys() & first.keys()}.items() <= first.items()


def test_what_is_installed_here_is_what_is_locked() -> None:
    locked = held([one for name in LOCKED for one in lines(f"{name}.txt")], default_environment())

    assert {name: version(name) for name in locked} == locked


@pytest.mark.parametrize("name", LOCKED)
def test_nothing_is_built_here_with_tools_that_are_not_locked(name: str) -> None:
    text = (ROOT / f"{name}.txt").read_text(encoding="utf-8")

    assert "\n--only-binary :all:\n" in text


def installs(text: str) -> list[str]:
    return re.findall(r"\bpip3? install\b([^`\"'\n]*)", text)


def test_every_install_takes_what_is_locked_and_nothing_else() -> None:
    found = [line for path in INSTALLS for line in installs(path.read_text(encoding="utf-8"))]

    assert len(found) >= 5  # Makefile, README for two systems, settings, message
    assert [x for x in found if "--require-hashes" not in x or "--no-deps" not in x] == []


def test_every_install_of_make_is_checked() -> None:
    recipes = re.findall(r"^\t.*\$\((PIP|FITS)\)", (ROOT / "Makefile").read_text(), re.MULTILINE)

    assert recipes == ["PIP", "FITS"] * 2


def test_what_debian_needs_is_named_once_and_taken_from_there() -> None:
    named = re.findall(r"^apt install (.*)", (ROOT / "README.md").read_text("utf-8"), re.MULTILINE)

    assert len(named) == 2  # for `make run`, and for `make test` too
    assert "apt install" not in (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    for script in ("run", "fresh"):
        assert "README.md" in (ROOT / ".ci" / script).read_text("utf-8")
