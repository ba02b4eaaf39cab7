"""A whole room that comes at once, and comes back at once when the server was away."""

import asyncio
import json
from contextlib import suppress

import httpx

from assessment.catalogue.model import Catalogue
from assessment.session.script import StepKind
from runtime import now
from storage import open_store
from tests.support.invitations import a_workspace
from tests.support.session.process import Process
from tests.support.session.room import a_room, a_step

PHONES = 200
COME_IN = 5.0  # seconds in which people press
TRY_AGAIN = 503  # too many write at once: nothing was done
HEADERS = {"Sec-Fetch-Site": "same-origin"}


async def _ask(
    line: httpx.AsyncHTTPTransport, method: str, address: str, cookie: str = "", **fields: str
) -> httpx.Response:
    """Ask as one phone among many that share no cookies."""
    headers = {**HEADERS, **({"cookie": cookie} if cookie else {})}
    request = httpx.Request(method, address, headers=headers, data=fields or None)
    answer = await line.handle_async_request(request)
    await answer.aread()
    return answer


async def _join(line: httpx.AsyncHTTPTransport, at: str, number: int) -> str:
    """Press a role, one after the other; return the cookie that knows the phone."""
    await asyncio.sleep(number * COME_IN / PHONES)
    while True:
        answer = await _ask(line, "POST", f"{at}/join", role="mentor")
        if answer.status_code != TRY_AGAIN:
            break
        await asyncio.sleep(1)
    assert answer.status_code == 200, answer.text
    return str(answer.headers["set-cookie"].partition(";")[0])


async def _ask_until_it_answers(line: httpx.AsyncHTTPTransport, at: str, cookie: str) -> str:
    """Ask as the script of the page does, and again after a moment; return what it answered."""
    pause = 0.2
    while True:
        with suppress(httpx.TransportError):
            answer = await _ask(line, "GET", f"{at}/state", cookie)
            if answer.status_code == 200:
                return answer.text
        await asyncio.sleep(pause)
        pause = min(2 * pause, 1.0)


async def _waves(process: Process, path: str) -> list[str]:
    """Let everybody in, end the process, and let everybody ask; return what each was answered."""
    limits = httpx.Limits(max_connections=PHONES, max_keepalive_connections=PHONES)
    at = f"{process.address}{path}"
    async with httpx.AsyncHTTPTransport(limits=limits) as line:
        cookies = await asyncio.gather(*(_join(line, at, number) for number in range(PHONES)))
        assert len(set(cookies)) == PHONES
        await asyncio.to_thread(process.kill)  # and another one has taken its place
        return await asyncio.gather(*(_ask_until_it_answers(line, at, one) for one in cookies))


def test_two_hundred_phones_come_in_and_are_back_after_a_kill(
    sqlite_url: str, catalogue: Catalogue
) -> None:
    store = open_store(sqlite_url, clock=now)
    workspace = a_workspace(store, catalogue, now)
    room = a_room(workspace, a_step(StepKind.THESIS, items=("T-1",)), people_expected=PHONES)
    process = Process(sqlite_url)
    try:
        states = asyncio.run(_waves(process, f"/s/{room.keys.join_token}"))
    finally:
        process.stop()
    present = store.session_people.present(room.id)
    store.close()

    assert len(states) == PHONES
    assert {json.loads(state)["v"] for state in states} == {json.loads(states[0])["v"]}
    assert present == {"mentor": PHONES}
