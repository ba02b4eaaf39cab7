"""Run two servers in one process until Ctrl+C: that of the screens and that of the participants."""

import asyncio
import socket
import threading
from contextlib import suppress

import uvicorn

from commands.server.patience import impatient

KEEP_OPEN = 75  # seconds that a silent connection stays: longer than reading a question takes
LEAVE_WITHIN = 2  # seconds for open pages to let go when the server stops


def run(screens: socket.socket, participants: socket.socket) -> None:
    """Serve both apps, each on a socket of its own, until a signal asks to stop.

    Each has a thread with a loop of its own: a hundred screens that load at once would make
    participants wait for seconds in one.
    """
    beside = uvicorn.Server(_config("app:participants", lifespan="off"))
    thread = threading.Thread(target=beside.run, args=([participants],), name="participants")
    first = _Screens(_config("app:front"), beside, thread)
    thread.start()
    try:
        with suppress(KeyboardInterrupt):
            first.run(sockets=[screens])
    finally:
        first.stop_beside()


def _config(app: str, **options: str) -> uvicorn.Config:
    config = uvicorn.Config(
        app,
        log_level="warning",
        # addresses of pages say who was where; [logger] in .streamlit/config.toml keeps it so
        access_log=False,
        proxy_headers=False,
        server_header=False,
        timeout_keep_alive=KEEP_OPEN,
        timeout_graceful_shutdown=LEAVE_WITHIN,
        **options,  # type: ignore[arg-type]
    )
    config.load()
    config.http_protocol_class = impatient(config.http_protocol_class)
    return config


class _Screens(uvicorn.Server):
    """The server that hears signals, and takes the one beside it along when it stops."""

    def __init__(
        self, config: uvicorn.Config, beside: uvicorn.Server, thread: threading.Thread
    ) -> None:
        super().__init__(config)
        self._beside = beside
        self._thread = thread

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Stop both at the same time: a signal ends the process right after this."""
        self._beside.should_exit = True
        await super().shutdown(sockets)
        await asyncio.to_thread(self.stop_beside)

    def stop_beside(self) -> None:
        """Stop the other one and wait for it."""
        self._beside.should_exit = True
        self._thread.join()
