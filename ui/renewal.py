"""Who is at work, asked anew: buttons and files of a page that is open outlive a membership."""

import time
from collections.abc import Callable
from typing import TypeVar

from assessment.access.memberships import Access
from assessment.errors import NotPermitted
from assessment.services.access import sign_in
from assessment.services.context import Workspace

HOLDS_FOR = 0.2  # seconds: as long as one run of a page takes; asking costs next to nothing
ALONE_FOR = 5.0  # seconds that nobody asks whether there are accounts now
Made = TypeVar("Made")


class AccessRenewal:
    """The access of who is at work in one organisation: as it is now, a moment ago at most.

    `everything` is the workspace without access; `login` is empty as long as there are no accounts.
    """

    def __init__(
        self,
        everything: Workspace,
        login: str,
        access: Access,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._everything = everything
        self._login = login
        self._access = access
        self._clock = clock
        self._holds_for = ALONE_FOR if access.is_local else HOLDS_FOR
        self._until = clock() + self._holds_for

    def __call__(self) -> Access:
        """Return what who is at work may do now. Raises NotPermitted for who is here no more."""
        if self._until <= self._clock():
            self._access = self._now()
            self._until = self._clock() + self._holds_for
        return self._access

    def holding(self, make: Callable[[], Made]) -> Callable[[], Made]:
        """Return what makes something only as long as nothing of the access was lost.

        It raises NotPermitted: what it works with was opened for the access of then.
        """
        then = self._access

        def held() -> Made:
            if self() != then:
                raise NotPermitted("sign_in")
            return make()

        return held

    def _now(self) -> Access:
        if self._access.is_local:
            if self._everything.store.access.accounts.any():
                raise NotPermitted("sign_in")
            return self._access
        organisation = self._access.organisation
        found = sign_in.signed_in(self._everything, self._login, organisation or "")
        if found is None or found.access.organisation != organisation:
            raise NotPermitted("sign_in")
        return found.access
