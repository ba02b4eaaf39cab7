"""The report as one HTML file, in a real browser."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from reports.writers import html
from tests.support.material import the_material, with_text
from tests.support.web.browser import DESKTOP, PHONE, SCHEMES, violations


@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_everybody_can_read_it(browser: Browser, tmp_path: Path, size: dict[str, int]) -> None:
    path = tmp_path / "report.html"
    path.write_bytes(html.document(the_material()))
    context = browser.new_context(viewport=size)  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(path.as_uri())

    barriers = []
    for scheme in SCHEMES:
        page.emulate_media(color_scheme=scheme)
        barriers += violations(page)
    wide = page.evaluate("document.documentElement.scrollWidth")
    context.close()

    assert barriers == []
    assert wide <= size["width"]


def test_it_asks_for_nothing_and_runs_nothing(browser: Browser, tmp_path: Path) -> None:
    path = tmp_path / "report.html"
    path.write_bytes(html.document(with_text("<img src='https://example.org/x' onerror='x()'>")))
    asked: list[str] = []
    page = browser.new_page()
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: asked.append(message.text))

    page.goto(path.as_uri())
    page.close()

    assert asked == [path.as_uri()]
