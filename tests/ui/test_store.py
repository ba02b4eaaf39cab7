"""The screens open one store, at the place that the settings say."""

from pathlib import Path

import pytest
import streamlit as st

from assessment.respondents import is_token
from assessment.services.context import Workspace
from tests.support.builders import a_project
from ui import session
from ui.store import catalogue_shelf, workspace


def test_the_database_stands_where_the_settings_say(tmp_path: Path) -> None:
    store = workspace().store
    store.projects.save(a_project())

    assert (tmp_path / "data" / "mentorspiegel.sqlite3").exists()
    assert workspace().store is store


def test_ids_and_tokens_are_never_the_same_twice() -> None:
    space = workspace()

    assert len({space.new_id() for _ in range(100)}) == 100
    assert len({space.new_token() for _ in range(100)}) == 100
    assert is_token(space.new_token())


def test_the_threshold_and_the_criteria_are_those_of_the_settings(
    own_criteria: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MENTORSPIEGEL_THRESHOLD", "9")
    file = own_criteria / "theses.yaml"
    file.unlink()
    session.settings.cache_clear()

    space = workspace()

    assert space.threshold == 9
    assert space.catalogue.theses == ()


def test_changed_criteria_are_read_anew(own_criteria: Path) -> None:
    assert workspace().catalogue.theses
    (own_criteria / "theses.yaml").unlink()

    assert workspace().catalogue.theses == ()


def test_every_click_works_on_one_store_and_one_cache() -> None:
    first, second = workspace(), workspace()

    assert first.store is second.store
    assert first.older_catalogues is second.older_catalogues
    assert first.catalogue is second.catalogue


def test_the_store_is_closed_when_streamlit_lets_go_of_it(tmp_path: Path) -> None:
    opened: Workspace = workspace()
    opened.store.health()
    log = tmp_path / "data" / "mentorspiegel.sqlite3-wal"
    assert log.exists()

    st.cache_resource.clear()

    assert not log.exists()  # the last connection takes it away


def test_everybody_follows_the_same_catalogues() -> None:
    assert catalogue_shelf() is catalogue_shelf()
    assert catalogue_shelf().more is None
