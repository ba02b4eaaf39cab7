"""Run two servers in one process until Ctrl+C: that of the screens and that of the participants."""

import asyncio
import signal
import socket
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from types import FrameType

import uvicorn

from commands.server.patience import impatient

KEEP_OPEN = 75  # seconds that a silent connection stays: longer than reading a question takes
LEAVE_WITHIN = 2  # seconds for open pages to let go when the server stops


def run(screens: socket.socket, participants: socket.socket) -> None:
    """Serve both apps, each on a socket of its own, until a signal asks to stop."""
    beside = _Beside(_config("app:participants", lifespan="off", ws="none"))
    first = _Screens(_config("app:app"), beside)

    async def both() -> None:
        await asyncio.gather(first.serve([screens]), beside.serve([participants]))

    with suppress(KeyboardInterrupt):
        asyncio.run(both())


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


class _Beside(uvicorn.Server):
    """A server that leaves signals to another one."""

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield


class _Screens(uvicorn.Server):
    """A server that takes another one along when it is asked to stop."""

    def __init__(self, config: uvicorn.Config, beside: uvicorn.Server) -> None:
        super().__init__(config)
        self._beside = beside

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        """Stop both; at once when it is asked a second time."""
        super().handle_exit(sig, frame)
        self._beside.handle_exit(signal.SIGINT, frame)
