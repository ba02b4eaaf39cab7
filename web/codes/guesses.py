"""Who types many wrong codes waits a minute, so that nobody else has to.

Addresses of networks stand in memory alone, for a minute at most. What all typed wrong together is
counted in the database, without any, and here too: it may be that nothing can be written there.
"""

from collections import Counter
from collections.abc import Callable
from datetime import datetime
from ipaddress import IPv6Address, ip_address, ip_network

from starlette.requests import Request

from assessment.errors import TooOften
from assessment.services.responding import MOST_WRONG_CODES

MOST = 10  # wrong codes from one network in a minute
_SECONDS = 60


class Guesses:
    """Wrong codes of this minute, by the network they came from."""

    def __init__(self, now: Callable[[], datetime]) -> None:
        self._now = now
        self._minute = 0
        self._wrong: Counter[str] = Counter()

    def check(self, request: Request) -> None:
        """Raise TooOften for who typed MOST wrong codes in this minute, and when all together typed many."""
        self._forget_old()
        whose = network(request)
        if self._wrong.total() >= MOST_WRONG_CODES or (whose and self._wrong[whose] >= MOST):
            raise TooOften("code")

    def count(self, request: Request) -> None:
        """Count a wrong code. Nobody waits for those whose network is not known, but all together."""
        self._forget_old()
        self._wrong[network(request)] += 1

    def _forget_old(self) -> None:
        minute = int(self._now().timestamp()) // _SECONDS
        if minute != self._minute:
            self._minute = minute
            self._wrong.clear()


def network(request: Request) -> str:
    """Return where a request comes from; empty when it is this machine, as behind a proxy on it.

    No header counts: whoever sends one could say anything. Behind a proxy on another machine all
    come from that one, and wait together.
    """
    try:
        address = ip_address(request.client.host if request.client else "")
    except ValueError:
        return ""
    if isinstance(address, IPv6Address) and address.ipv4_mapped:
        address = address.ipv4_mapped  # how a socket for both versions names those of version 4
    if address.is_loopback:
        return ""
    # whoever has one address of version 6 has a whole network of them
    size = 32 if address.version == 4 else 64
    return str(ip_network(f"{address}/{size}", strict=False))
