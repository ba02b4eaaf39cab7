"""Two who remove each other at the same moment: one of them stays."""

from concurrent.futures import ThreadPoolExecutor

from assessment.access.acts import MembershipKind
from assessment.errors import LastOne
from storage import SqlStore
from tests.support.access import add_member, an_organisation


def test_two_owners_who_remove_each_other_at_once_leave_one(store: SqlStore) -> None:
    store.access.organisations.save(an_organisation())
    owners = [add_member(store, MembershipKind.OWNER, "ORG1") for _ in range(2)]

    def end(membership: str) -> bool:
        try:
            store.access.memberships.end("ORG1", membership)
        except LastOne:
            return False
        return True

    with ThreadPoolExecutor(2) as threads:
        ended = list(threads.map(end, [owner.id for owner in owners]))

    assert sorted(ended) == [False, True]
    assert len(store.access.memberships.of_organisation("ORG1")) == 1
