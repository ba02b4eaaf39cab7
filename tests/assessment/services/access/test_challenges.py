"""Challenges for passkeys."""

import pytest

from assessment.errors import SignInRefused, TooOften
from assessment.services.access import challenges, sign_in
from assessment.services.context import Workspace
from tests.support.access import add_account
from tests.support.builders import Clock


def test_a_challenge_is_answered_once_and_within_minutes(
    workspace: Workspace, clock: Clock
) -> None:
    first, second = (challenges.new_challenge(workspace) for _ in range(2))

    assert challenges.spend_challenge(workspace, first) == first
    clock.forward(minutes=5)
    for spent in (first, second, b"never made", b"\xff"):
        with pytest.raises(SignInRefused):
            challenges.spend_challenge(workspace, spent)


def test_challenges_are_not_made_without_end(workspace: Workspace) -> None:
    for _ in range(challenges.A_MINUTE):
        challenges.new_challenge(workspace)

    with pytest.raises(TooOften):
        challenges.new_challenge(workspace)


def test_asvs_6_3_1_who_asks_without_end_makes_no_known_browser_wait(workspace: Workspace) -> None:
    device = sign_in.known_device(workspace, add_account(workspace.store).id)
    for _ in range(challenges.A_MINUTE):
        workspace.store.rate_limits.count("passkeys", challenges.A_MINUTE)

    with pytest.raises(TooOften):
        challenges.new_challenge(workspace)
    assert challenges.new_challenge(workspace, device)
