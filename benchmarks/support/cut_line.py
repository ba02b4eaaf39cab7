"""A line between phones and a server that can be cut: what is on its way is gone."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress


class Line:
    """Passes bytes on to a port of this machine, until it is cut."""

    def __init__(self, port: int) -> None:
        self.target = port
        self.port = 0
        self.is_cut = False
        self._open: set[asyncio.StreamWriter] = set()
        self._connections: set[asyncio.Task[None]] = set()

    def accept(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Serve one connection."""
        connection = asyncio.create_task(self._connect(reader, writer))
        self._connections.add(connection)
        connection.add_done_callback(self._connections.discard)

    async def _connect(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        ends = [writer]
        self._open.add(writer)
        try:
            if not self.is_cut:
                up_reader, up_writer = await asyncio.open_connection("127.0.0.1", self.target)
                ends.append(up_writer)
                self._open.add(up_writer)
                ways = [self._pass_on(reader, up_writer), self._pass_on(up_reader, writer)]
                _, other = await asyncio.wait(
                    [asyncio.create_task(way) for way in ways],
                    return_when=asyncio.FIRST_COMPLETED,
                )
                for way in other:
                    way.cancel()
                if other:
                    await asyncio.wait(other)
        except OSError:
            pass  # the server is away, which the phone sees as well
        finally:
            for end in ends:
                self._open.discard(end)
                end.transport.abort()

    async def _pass_on(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with suppress(OSError):
            while (data := await reader.read(65_536)) and not self.is_cut:
                writer.write(data)
                await writer.drain()

    def cut(self) -> None:
        """Cut it: requests may have arrived, and their responses do not."""
        self.is_cut = True
        for writer in self._open:
            writer.transport.abort()

    def mend(self) -> None:
        """Let new connections through."""
        self.is_cut = False

    async def end(self) -> None:
        """Cut it for good, and wait until every connection is gone."""
        self.cut()
        if self._connections:
            await asyncio.wait(self._connections)


@asynccontextmanager
async def line(port: int) -> AsyncIterator[Line]:
    """Give a line to a port, on a port of its own."""
    made = Line(port)
    server = await asyncio.start_server(made.accept, "127.0.0.1", 0)
    made.port = server.sockets[0].getsockname()[1]
    try:
        yield made
    finally:
        server.close()
        await made.end()
        await asyncio.sleep(0.1)  # what was aborted closes in the next rounds of the loop
