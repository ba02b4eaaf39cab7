"""The picture of a result: that of the example project."""

import base64
import re
import shutil
from pathlib import Path
from xml.etree import ElementTree

import pytest

from tests.support.ui.screens import OpenPage, headers, shown


@pytest.mark.parametrize(
    ("language", "perspective"), [("nl", "Organisatie: "), ("en", "Organisation: ")]
)
def test_it_is_a_chart_with_its_words(open_page: OpenPage, language: str, perspective: str) -> None:
    text = shown(open_page("home", language=language))

    encoded, words = re.findall(r'src="data:image/svg\+xml;base64,(\S+)" alt="([^"]+)"', text)[0]
    svg = base64.b64decode(encoded).decode()
    assert ElementTree.fromstring(svg).tag.endswith("svg")  # noqa: S314  (made by us)
    assert perspective in words


def test_another_catalogue_without_an_example_has_none(
    open_page: OpenPage, own_criteria: Path
) -> None:
    shutil.rmtree(own_criteria / "example")

    assert "What you end with" not in headers(open_page("home"))


def test_a_broken_example_gives_none(open_page: OpenPage, own_criteria: Path) -> None:
    (own_criteria / "example" / "answers.csv").write_text("wrong\n")

    assert "What you end with" not in headers(open_page("home"))
