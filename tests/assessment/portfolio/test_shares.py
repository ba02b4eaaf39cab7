"""Shares: current or not, checked, withdrawn; looks from outside."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from pydantic import ValidationError

from assessment.errors import InvalidInput
from assessment.portfolio.outline import outline_of
from assessment.portfolio.shares import (
    ListedShare,
    checked_explanation,
    checked_look,
    checked_share,
    withdrawn,
)
from tests.support.builders import NOW
from tests.support.portfolio.shares import TODAY, a_charter, a_look, a_share, a_snapshot


def test_a_share_counts_under_the_charter_it_consented_to_and_until_its_day() -> None:
    share = a_share()

    assert share.is_current(a_charter(), TODAY)
    assert not share.is_current(a_charter(edition=2), TODAY)
    assert not share.is_current(a_charter(), TODAY + timedelta(days=366))
    assert not withdrawn(share, NOW).is_current(a_charter(), TODAY)


def test_a_share_that_is_withdrawn_twice_keeps_its_first_moment() -> None:
    once = withdrawn(a_share(), NOW)
    again = withdrawn(once, NOW + timedelta(days=1))

    assert (again.snapshot, again.alias, again.withdrawn_at) == (None, "", NOW)


def test_a_share_has_a_name_and_says_who_consents() -> None:
    assert checked_share(a_share(alias=" Wij ", group=" Noord ")).alias == "Wij"
    for fields in ({"alias": " "}, {"consented_by": ""}):
        with pytest.raises(InvalidInput):
            checked_share(a_share(**fields))


def test_an_explanation_is_short() -> None:
    assert checked_explanation(" Wij begonnen net. ") == "Wij begonnen net."
    with pytest.raises(InvalidInput):
        checked_explanation("x" * 1_001)


@pytest.mark.parametrize(
    "fields", [{"role": ""}, {"made_on": TODAY + timedelta(days=1)}, {"levels": {"MC-01": 5.0}}]
)
def test_a_look_from_outside_that_cannot_be_is_refused(fields: dict[str, Any]) -> None:
    assert checked_look(a_look(role=" bezoek "), TODAY).role == "bezoek"
    with pytest.raises(InvalidInput):
        checked_look(a_look(**fields), TODAY)


def test_a_listed_snapshot_is_read_and_checked_when_it_is_asked_for() -> None:
    snapshot = a_snapshot()
    text = snapshot.model_dump_json()
    listed = ListedShare(a_share(snapshot=None), outline_of(snapshot), text)

    assert listed.snapshot == snapshot
    assert listed.snapshot is listed.snapshot
    wrong = replace(listed, text=text.replace('"n":6', '"n":4'))
    with pytest.raises(ValidationError):
        assert wrong.snapshot
