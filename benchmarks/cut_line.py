"""A line between phones and a server that can be cut: what is on its way is gone."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager


class Line:
    """Passes bytes on to a port of this machine, until it is cut."""

    def __init__(self, port: int) -> None:
        self.target = port
        self.port = 0
        self.is_cut = False
        self._open: set[asyncio.StreamWriter] = set()

    async def connect(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Serve one connection."""
        self._open.add(writer)
        try:
            if not self.is_cut:
                up_reader, up_writer = await asyncio.open_connection("127.0.0.1", self.target)
                self._open.add(up_writer)
                await asyncio.gather(
                    self._pass_on(reader, up_writer), self._pass_on(up_reader, writer)
                )
        except (OSError, asyncio.CancelledError):
            pass  # the server is away, or the day is over: the phone sees it as well
        finally:
            self._close()

    async def _pass_on(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        while data := await reader.read(65_536):
            if self.is_cut:
                break
            writer.write(data)
            await writer.drain()
        writer.close()

    def cut(self) -> None:
        """Cut it: requests may have arrived, and their responses do not."""
        self.is_cut = True
        for writer in self._open:
            writer.transport.abort()

    def mend(self) -> None:
        """Let new connections through."""
        self.is_cut = False
        self._open.clear()

    def _close(self) -> None:
        self._open = {writer for writer in self._open if not writer.is_closing()}


@asynccontextmanager
async def line(port: int) -> AsyncIterator[Line]:
    """Give a line to a port, on a port of its own."""
    made = Line(port)
    server = await asyncio.start_server(made.connect, "127.0.0.1", 0)
    made.port = server.sockets[0].getsockname()[1]
    try:
        yield made
    finally:
        made.cut()
        server.close()
