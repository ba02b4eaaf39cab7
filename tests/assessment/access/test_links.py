"""Links that work once."""

from dataclasses import replace
from datetime import timedelta

from assessment.access.links import AccountLink, LinkPurpose
from tests.support.builders import NOW


def test_a_link_works_until_it_was_used_or_is_too_old() -> None:
    link = AccountLink("hash", LinkPurpose.JOIN, NOW + timedelta(days=7))

    assert link.works(NOW)
    assert not link.works(NOW + timedelta(days=7))
    assert not replace(link, used_at=NOW).works(NOW)
