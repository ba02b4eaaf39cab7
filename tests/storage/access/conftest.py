"""A store of two organisations."""

from contextlib import closing
from pathlib import Path

import pytest

from storage import SqlStore, open_store
from tests.support.access import an_organisation
from tests.support.access.things import NOTE, OF_SESSION, PROFILE, SHARE_FILE
from tests.support.builders import (
    Clock,
    a_pair,
    an_agreement,
    an_invitation,
    begin,
)
from tests.support.empty_database import NAME, NewDatabase, put
from tests.support.session.rows import a_running_session


@pytest.fixture(scope="session")
def two_organisations(tmp_path_factory: pytest.TempPathFactory, new_database: NewDatabase) -> Path:
    """A database with P1 and all that can be in it in ORG1, and an empty ORG2."""
    file = tmp_path_factory.mktemp("two") / NAME
    new_database(file)
    with closing(open_store(f"sqlite:///{file}", clock=Clock())) as store:
        begin(store)
        store.access.organisations.save(an_organisation())
        store.access.organisations.save(an_organisation("ORG2"))
        store.invitations.add([an_invitation()], [], [], threshold=5)
        store.agreements.save(an_agreement())
        a_pair(store)
        a_running_session(store, project="P1")
        store.session_agreements.save(OF_SESSION)
        store.session_notes.add(NOTE)
        store.project_profiles.save(PROFILE)
        store.share_files.save(SHARE_FILE)
    return file


@pytest.fixture
def two(two_organisations: Path, sqlite_store: SqlStore, sqlite_file: Path) -> SqlStore:
    """A store with P1 and all that can be in it in ORG1, and an empty ORG2."""
    put(two_organisations, sqlite_file)
    return sqlite_store
