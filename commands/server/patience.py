"""Close a connection on which the head of a request does not come."""

import asyncio
from typing import Any

HEAD_WITHIN = 20  # seconds, also for the first one of a new connection


def impatient(
    protocol: type[asyncio.Protocol], within: float = HEAD_WITHIN
) -> type[asyncio.Protocol]:
    """Return a protocol of uvicorn, whichever it is, that waits for a head no longer than this."""
    return type("Impatient", (_Patience, protocol), {"within": within})


class _Patience:
    """What is laid over a protocol: a timer that runs as long as a head is not complete."""

    within: float
    cycle: Any  # the request that came last, None before the first
    transport: asyncio.Transport
    _timer: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        super().connection_made(transport)  # type: ignore[misc]
        self._wait()

    def data_received(self, data: bytes) -> None:
        before = self.cycle
        super().data_received(data)  # type: ignore[misc]
        protocol: object = self.transport.get_protocol()  # another one once it is a websocket
        if self.cycle is not before or protocol is not self:
            self._stop_waiting()  # from here on others keep the time
        elif before is None or before.response_complete:
            self._wait()

    def connection_lost(self, exc: Exception | None) -> None:
        self._stop_waiting()
        super().connection_lost(exc)  # type: ignore[misc]

    def _wait(self) -> None:
        if self._timer is None:
            self._timer = asyncio.get_running_loop().call_later(self.within, self.transport.close)

    def _stop_waiting(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
