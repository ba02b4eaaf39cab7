"""A foreign page in the same browser may link to the screens, and nothing more."""

import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from tests.support.web.browser import Tab
from tests.support.web.server import Server

PAGE = "<!doctype html><title>Foreign</title><h1>Foreign</h1><a href='{url}/?lang=nl'>Link</a>"
TRY_ALL = """async (host) => {
  const socket = await new Promise(done => {
    const one = new WebSocket(`ws://${host}/_stcore/stream`);
    one.onopen = () => done('open');
    one.onerror = () => done('closed');
  });
  const image = await new Promise(done => {
    const one = new Image();
    one.onload = () => done('loaded');
    one.onerror = () => done('refused');
    one.src = `http://${host}/favicon.png`;
  });
  const frame = document.createElement('iframe');
  frame.src = `http://${host}/`;
  const loaded = new Promise(done => { frame.onload = done; });
  document.body.append(frame);
  await loaded;
  return {socket, image};
}"""


@pytest.fixture
def foreign(tmp_path: Path, server: Server) -> Iterator[str]:
    """The address of a page on another port: the same site to a browser, another origin."""
    folder = tmp_path / "foreign"
    folder.mkdir()
    (folder / "index.html").write_text(PAGE.format(url=server.url), "utf-8")
    handler = partial(SimpleHTTPRequestHandler, directory=str(folder))
    running = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=running.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{running.server_port}/"
    running.shutdown()
    running.server_close()


@pytest.mark.parametrize("name", ["127.0.0.1", "localhost"])
def test_a_foreign_page_reaches_no_screen_but_by_a_link(tab: Tab, foreign: str, name: str) -> None:
    host = tab.address.removeprefix("http://")
    page = tab.page
    page.goto(foreign.replace("127.0.0.1", name))
    statuses: dict[str, int] = {}
    page.on("response", lambda answer: statuses.update({answer.url: answer.status}))

    assert page.evaluate(TRY_ALL, host) == {"socket": "closed", "image": "refused"}
    assert statuses[f"http://{host}/"] == 403

    page.get_by_role("link", name="Link").click()
    tab.wait()
    tab.shows("Mentorspiegel")
