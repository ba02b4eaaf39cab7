"""Click on a Streamlit page without a browser and measure what a click costs the server.

Speaks Streamlit's websocket protocol: opens a session, keeps the page's radios, and sends a new
choice as the browser would. Only to 127.0.0.1, one click after the other, a fixed number of times.
"""

import asyncio
import random
import statistics
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

import psutil
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets import Origin, Subprotocol
from websockets.asyncio.client import ClientConnection, connect

PAUSE = 0.02  # seconds between clicks: the server finishes what it does after one
TIMEOUT = 30  # seconds


@dataclass
class Session:
    """One visitor of one page."""

    connection: ClientConnection
    query: str
    page: str
    page_hash: str = ""
    radios: dict[str, tuple[list[str], str]] = field(default_factory=dict)  # id: options, fragment
    states: dict[str, str] = field(default_factory=dict)
    errors: list[str] = field(default_factory=list)

    async def run(self, fragment: str = "") -> None:
        """Ask for a run and read until it has finished."""
        message = BackMsg()
        message.rerun_script.query_string = self.query
        message.rerun_script.page_name = self.page
        message.rerun_script.page_script_hash = self.page_hash
        message.rerun_script.fragment_id = fragment
        for identifier, value in self.states.items():
            state = message.rerun_script.widget_states.widgets.add()
            state.id, state.string_value = identifier, value
        await self.connection.send(message.SerializeToString())
        async with asyncio.timeout(TIMEOUT):
            while not self._take(ForwardMsg.FromString(await self.connection.recv(decode=False))):
                pass

    def _take(self, message: Any) -> bool:
        """Note what a message brings; say whether the run has finished."""
        kind = message.WhichOneof("type")
        if kind == "navigation":  # a session begins with the hash of the main script
            self.page_hash = message.navigation.page_script_hash
        elif kind == "delta":
            element = message.delta.new_element
            name = element.WhichOneof("type")
            if name == "radio":
                options = [o if isinstance(o, str) else o.content for o in element.radio.options]
                self.radios[element.radio.id] = options, message.delta.fragment_id
            elif name == "exception":
                self.errors.append(element.exception.message)
        again = message.script_finished == ForwardMsg.FINISHED_EARLY_FOR_RERUN
        return bool(kind == "script_finished" and not again)

    async def click(self, part_of_key: str, dice: random.Random) -> None:
        """Choose another option of the radio whose id holds `part_of_key`."""
        identifier = next(name for name in reversed(self.radios) if part_of_key in name)
        options, fragment = self.radios[identifier]
        present = self.states.get(identifier)
        self.states[identifier] = dice.choice([o for o in options[:5] if o != present])
        await self.run(fragment)


def processor_time(process: psutil.Process) -> float:
    """Return the processor time of a process so far in seconds, as finely as the system tells it."""
    try:  # the clock of another process, as clock_getcpuclockid of Linux gives it
        return time.clock_gettime((~process.pid << 3) | 2)
    except (AttributeError, OSError):
        return float(sum(process.cpu_times()[:2]))


@asynccontextmanager
async def session(url: str, query: str, page: str, cookie: str) -> AsyncIterator[Session]:
    """Give a visitor of a page; nothing was asked yet. Raises RuntimeError when the page failed."""
    async with connect(
        url.replace("http", "ws", 1) + "/_stcore/stream",
        origin=Origin(url),
        additional_headers={"Cookie": cookie},
        subprotocols=[Subprotocol("streamlit")],
        max_size=None,
        compression=None,
    ) as connection:
        opened = Session(connection, query, page)
        yield opened
    if opened.errors:
        raise RuntimeError(f"the page failed: {opened.errors[0]}")


async def _measure(  # noqa: PLR0913
    url: str, query: str, page: str, key: str, clicks: int, pid: int, cookie: str, pause: float
) -> float:
    dice, process = random.Random(1), psutil.Process(pid)
    async with session(url, query, page, cookie) as opened:
        await opened.run()
        costs: list[float] = []
        for _ in range(3):
            for _ in range(clicks // 10):  # warm up
                await opened.click(key, dice)
                await asyncio.sleep(PAUSE)
            before = processor_time(process)
            for _ in range(clicks):
                await opened.click(key, dice)
                await asyncio.sleep(pause)
            costs.append(1000 * (processor_time(process) - before) / clicks)
    return statistics.median(costs)


def milliseconds_per_click(  # noqa: PLR0913
    url: str,
    pid: int,
    *,
    key: str,
    query: str = "",
    page: str = "",
    clicks: int = 100,
    cookie: str = "",
    pause: float = PAUSE,
) -> float:
    """Return the median server CPU per click in ms, over three rounds of `clicks`."""
    return asyncio.run(_measure(url, query, page, key, clicks, pid, cookie, pause))
