"""A store of two organisations."""

import pytest

from storage import SqlStore
from tests.support.access import an_organisation
from tests.support.access.things import NOTE, OF_SESSION, PROFILE, SHARE_FILE
from tests.support.builders import (
    a_pair,
    an_agreement,
    an_invitation,
    begin,
)
from tests.support.session.rows import a_running_session


@pytest.fixture
def two(sqlite_store: SqlStore) -> SqlStore:
    """A store with P1 and all that can be in it in ORG1, and an empty ORG2."""
    begin(sqlite_store)
    sqlite_store.access.organisations.save(an_organisation())
    sqlite_store.access.organisations.save(an_organisation("ORG2"))
    sqlite_store.invitations.add([an_invitation()], [], [], threshold=5)
    sqlite_store.agreements.save(an_agreement())
    a_pair(sqlite_store)
    a_running_session(sqlite_store, project="P1")
    sqlite_store.session_agreements.save(OF_SESSION)
    sqlite_store.session_notes.add(NOTE)
    sqlite_store.project_profiles.save(PROFILE)
    sqlite_store.share_files.save(SHARE_FILE)
    return sqlite_store
