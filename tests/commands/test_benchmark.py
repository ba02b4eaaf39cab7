"""benchmark: everything that can be measured, or what is named."""

from pathlib import Path

import pytest

import benchmarks
from tests.support.command_line import Run, refusal


@pytest.fixture
def measures(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of measures that take no time, in the place of the real ones."""
    monkeypatch.setattr(benchmarks, "__path__", [str(tmp_path)])
    for name in ("quick_one", "quick_two"):
        text = f"def run() -> list[str]:\n    return ['{name}: ratio 1.0']\n"
        (tmp_path / f"{name}.py").write_text(text)
    (tmp_path / "shared_parts.py").write_text("PARTS = ()\n")
    return tmp_path


def test_everything_is_measured(run: Run, measures: Path) -> None:
    assert run("benchmark").stdout == "quick_one: ratio 1.0\nquick_two: ratio 1.0\n"


def test_one_may_be_named(run: Run, measures: Path) -> None:
    assert run("benchmark", "quick_two").stdout == "quick_two: ratio 1.0\n"


def test_an_unknown_one_is_wrong_usage(run: Run, measures: Path) -> None:
    result = run("benchmark", "slow")

    assert result.exit_code == 2
    assert "Choose from: quick_one, quick_two." in result.stderr


def test_a_missing_package_is_named(run: Run, measures: Path) -> None:
    (measures / "needy.py").write_text("import a_package_that_is_not_there\n")

    (line,) = refusal(run("benchmark"))

    assert "a_package_that_is_not_there" in line
    assert "requirements-dev.txt" in line
