"""What several tests of the database stand on."""

import pytest

from assessment.store import Store
from tests.support.builders import an_invitation, an_invited_respondent, begin


@pytest.fixture
def invited(store: Store) -> Store:
    """A store with invitation O1, its open link, and respondent S1."""
    begin(store).invitations.add(
        [an_invitation(open_hash="open")], [], [an_invited_respondent()], threshold=5
    )
    return store
