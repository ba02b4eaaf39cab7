"""What may be seen is put together once per version."""

import pytest

from tests.support.session.room import Room
from web.session import outcomes
from web.session.outcomes import Outcomes


def test_an_outcome_is_made_once_per_version(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = Outcomes()
    first = kept.at(room.workspace, room.session, 1)

    assert kept.at(room.workspace, room.session, 1) is first
    assert kept.at(room.workspace, room.session, 2) is not first
    monkeypatch.setattr(outcomes, "MOST", 1)
    assert kept.at(room.workspace, room.session, 3) is not first
