"""The store of the screens: opened once, with the catalogue of today."""

from pathlib import Path

import streamlit as st

from assessment.services.context import Workspace
from ui.store import catalogue_watch, workspace


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


def test_a_criteria_folder_has_one_watch(tmp_path: Path) -> None:
    assert catalogue_watch(str(tmp_path)) is catalogue_watch(str(tmp_path))
    assert catalogue_watch(str(tmp_path)) is not catalogue_watch(str(tmp_path / "other"))
