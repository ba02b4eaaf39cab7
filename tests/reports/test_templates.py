"""The loader of templates: what a value may do to a page."""

import pytest
from jinja2 import TemplateNotFound, UndefinedError

from reports import templates
from reports.document.model import Facts, Report
from reports.identity import FONT, LIGHT
from tests.support.builders import NOW

REPORT = "writers/templates/report.html"


def page(**values: object) -> str:
    report = Report(
        title="Maatjes",
        subtitle="",
        kind="",
        facts=Facts(()),
        footer="",
        language="en",
        has_cover=False,
        made_at=NOW,
        sections=(),
    )
    words = {"report": report, "title": "Maatjes", "contents": "Contents"}
    words |= {"kind_of": lambda block: type(block).__name__, "drawn": str}
    return templates.render(REPORT, **{**words, **values})


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("<b>&</b>", "&lt;b&gt;&amp;&lt;/b&gt;"),
        ('"it\'s"', "&quot;it&#x27;s&quot;"),
        ("{{ 7 * 7 }}", "{{ 7 * 7 }}"),
    ],
)
def test_every_value_is_escaped_once(typed: str, written: str) -> None:
    assert f"<title>{written}</title>" in page(title=typed)


def test_the_style_within_a_page_is_left_as_it_is() -> None:
    assert FONT in page()
    assert LIGHT.ink in page()


def test_a_value_that_was_forgotten_is_no_empty_place() -> None:
    with pytest.raises(UndefinedError, match="report"):
        templates.render(REPORT, title="Maatjes")


def test_nothing_outside_this_package_is_a_template() -> None:
    with pytest.raises(TemplateNotFound):
        templates.render("../pyproject.toml")
