"""How often something may be tried in a minute."""

from collections.abc import Callable

import pytest

from assessment.errors import TooOften
from assessment.services.context import Workspace
from assessment.services.session import limits
from tests.support.session.room import a_room


def test_each_limit_holds_for_its_own_session_and_person(workspace: Workspace) -> None:
    room = a_room(workspace, roles=("mentor", "mentor"))
    first, second = (joined.person for joined in room.people)
    tries: tuple[tuple[int, Callable[[], None]], ...] = (
        (limits.MOST_WRONG_CODES, lambda: limits.count_wrong_code(workspace)),
        (limits.MOST_JOINS, lambda: limits.count_join(workspace, room.id)),
        (limits.MOST_PHRASES, lambda: limits.count_phrase(workspace, room.id)),
        (limits.MOST_CHANGES, lambda: limits.count_change(workspace, first)),
    )
    limits.check_codes(workspace)
    for most, attempt in tries:
        for _ in range(most):
            attempt()
        with pytest.raises(TooOften):
            attempt()

    with pytest.raises(TooOften):
        limits.check_codes(workspace)
    limits.count_change(workspace, second)
    limits.count_join(workspace, "another")
