"""Screens without a browser: the real script on a database of its own."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from streamlit.components.v2 import manifest_scanner
from streamlit.runtime.scriptrunner.script_cache import ScriptCache
from streamlit.testing.v1 import AppTest, app_test, local_script_runner

from assessment.assessments import Assessment
from assessment.services import assessments, projects
from assessment.services.context import Workspace
from exchange import example_project
from tests.support.builders import a_project
from tests.support.empty_database import NAME, NewDatabase
from tests.support.ui.screens import OpenPage, open_at
from ui import session
from ui.store import workspace as open_workspace


@pytest.fixture(scope="session", autouse=True)
def _do_once_what_stays_the_same() -> Iterator[None]:
    """At every run of a page Streamlit for tests does again what took most of the time.

    It reads what each installed package says of itself, compiles the scripts of ours, and asks a
    thousand times a second whether the run is over.
    """
    looked_for = cache(manifest_scanner.scan_component_manifests)
    scripts = ScriptCache()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(manifest_scanner, "scan_component_manifests", looked_for)
        patch.setattr(app_test, "ScriptCache", lambda: scripts)
        patch.setattr(local_script_runner, "ScriptCache", lambda: scripts)
        patch.setattr(local_script_runner, "require_widgets_deltas", _wait)
        yield


def _wait(runner: local_script_runner.LocalScriptRunner, timeout: float) -> None:
    thread = runner._script_thread
    assert thread is not None
    thread.join(timeout)
    assert runner.script_stopped(), f"no page within {timeout} s"


@pytest.fixture(autouse=True)
def _own_database(
    tmp_path: Path, new_database: NewDatabase, monkeypatch: pytest.MonkeyPatch
) -> Iterator[None]:
    new_database(tmp_path / "data" / NAME)
    monkeypatch.setenv("MENTORSPIEGEL_DATA", str(tmp_path / "data"))
    session.settings.cache_clear()
    yield
    session.settings.cache_clear()


@pytest.fixture
def own_criteria(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the criteria, in use from now on, that a test may change."""
    folder = tmp_path_factory.mktemp("criteria")
    shutil.copytree(session.settings().criteria, folder, dirs_exist_ok=True)
    monkeypatch.setenv("MENTORSPIEGEL_CRITERIA", str(folder))
    session.settings.cache_clear()
    return folder


@pytest.fixture
def own_factors(own_criteria: Path) -> Path:
    """Criteria in use from now on, with one factor that MC-01 and MC-03 carry."""
    factor = """\
- id: F-1
  kind: failure
  title: {nl: Niemand draagt het, en: Nobody carries it}
  text: {nl: Dan stopt het., en: Then it stops.}
  criteria: [MC-01, MC-03]
"""
    (own_criteria / "factors.yaml").write_text(factor, encoding="utf-8")
    return own_criteria


@pytest.fixture
def workspace() -> Workspace:
    """What the screens work with."""
    return replace(open_workspace(), renew=None)  # of the machine, also once there are accounts


@pytest.fixture
def assessment(workspace: Workspace) -> Assessment:
    """A new assessment with the short profile."""
    project = projects.create_project(workspace, a_project(name="Maatjes West"))
    return assessments.start_assessment(
        workspace, project.id, name="2026", profile="short", ambition="floor"
    )


@pytest.fixture
def without_core(own_criteria: Path) -> Path:
    """Criteria of which none is core."""
    for file in (own_criteria / "perspectives").glob("*.yaml"):
        text = file.read_text(encoding="utf-8")
        file.write_text(text.replace("  core: true\n", ""), encoding="utf-8")
    return own_criteria


@pytest.fixture
def core_assessment(without_core: Path) -> Assessment:
    """A new assessment with the short profile, on criteria of which MC-08 is the core."""
    file = without_core / "perspectives" / "organisation.yaml"
    text = file.read_text(encoding="utf-8")
    assert "- id: MC-08\n" in text
    file.write_text(text.replace("- id: MC-08\n", "- id: MC-08\n  core: true\n"), encoding="utf-8")
    space = open_workspace()
    project = projects.create_project(space, a_project(name="Maatjes"))
    return assessments.start_assessment(
        space, project.id, name="2026", profile="short", ambition="floor"
    )


@pytest.fixture
def example_assessment(workspace: Workspace) -> Assessment:
    """The newest assessment of the example project."""
    project = example_project.add_example(workspace, session.settings().criteria, "nl")
    return workspace.store.assessments.all(project.id)[0]


@pytest.fixture
def open_page() -> OpenPage:
    """Opens a page, such as "audit", with what its address carries."""

    def open_one(page: str, *, language: str = "en", **places: str) -> AppTest:
        return open_at(page, {"lang": language, **places})

    return open_one


@pytest.fixture
def whole(workspace: Workspace, assessment: Assessment) -> Assessment:
    """An assessment in which every question counts."""
    return assessments.apply_preset(workspace, assessment, "full", "floor")
