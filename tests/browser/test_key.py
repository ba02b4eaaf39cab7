"""The key in a real browser: from the file that `serve` opens to the screens, and nowhere without it."""

from playwright.sync_api import Browser, expect

from tests.support.web.browser import NewContext, violations
from tests.support.web.server import Server

SOCKET = """host => new Promise(done => {
  const one = new WebSocket(`ws://${host}/_stcore/stream`);
  one.onopen = () => done('open');
  one.onerror = () => done('closed');
})"""


def test_the_file_that_is_opened_leads_to_the_screens_and_the_key_is_gone_from_the_address(
    browser: Browser, server: Server
) -> None:
    context = browser.new_context(locale="nl-NL")
    page = context.new_page()
    page.goto(server.key_file.as_uri())
    expect(page.get_by_test_id("stMain").get_by_role("heading", level=1)).to_be_visible(
        timeout=30_000
    )

    assert page.url == f"{server.url}/"
    assert page.evaluate("document.cookie").find("ms_screens") == -1  # no script can read it
    assert page.evaluate("history.length") <= 2
    assert server.key not in "".join(str(each) for each in context.cookies())
    context.close()


def test_a_browser_without_the_key_gets_a_plain_page_and_no_connection(
    new_context: NewContext, server: Server
) -> None:
    page = new_context().new_page()
    for path in ("/", "/result?assessment=x", f"/?key={'x' * 32}", "/preview/a/b/c"):
        response = page.goto(f"{server.url}{path}")

        assert response is not None
        assert response.status == 403
        expect(page.get_by_text(f"screens-{server.port}.html")).to_be_visible()
    assert violations(page) == []
    assert page.evaluate(SOCKET, server.url.removeprefix("http://")) == "closed"
