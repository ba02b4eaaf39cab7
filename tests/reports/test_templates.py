"""The loader of templates: what a value may do to a page."""

import pytest
from jinja2 import TemplateNotFound, UndefinedError

from reports import templates
from reports.identity import FONT, LIGHT

LETTERS = "letters/templates/letters.html"


def page(**values: object) -> str:
    words = {"language": "en", "title": "Invitations", "hint": "Print", "project": "Maatjes"}
    return templates.render(LETTERS, **{**words, "letters": [], "per_page": 1, **values})


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("<b>&</b>", "&lt;b&gt;&amp;&lt;/b&gt;"),
        ('"it\'s"', "&quot;it&#x27;s&quot;"),
        ("{{ 7 * 7 }}", "{{ 7 * 7 }}"),
    ],
)
def test_every_value_is_escaped_once(typed: str, written: str) -> None:
    assert f"<title>Invitations · {written}</title>" in page(project=typed)


def test_the_style_within_a_page_is_left_as_it_is() -> None:
    assert f"color: {LIGHT.ink}; font: 12pt/1.45 {FONT};" in page()


def test_a_value_that_was_forgotten_is_no_empty_place() -> None:
    with pytest.raises(UndefinedError, match="title"):
        templates.render(LETTERS, language="en", letters=[])


def test_nothing_outside_this_package_is_a_template() -> None:
    with pytest.raises(TemplateNotFound):
        templates.render("../pyproject.toml")
