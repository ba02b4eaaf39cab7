"""Who, where and which language: what an address carries."""

from urllib.parse import parse_qs

import pytest

from assessment.assessments import Assessment
from tests.support.ui.screens import OpenPage
from ui import session


def test_an_unknown_default_language_falls_back(
    open_page: OpenPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MENTORSPIEGEL_LANGUAGE", "xx")
    session.settings.cache_clear()
    assert open_page("home", language="").title[0].value == "Kijk eerlijk naar je project"


def test_a_link_carries_language_and_place_and_nothing_else(
    open_page: OpenPage, assessment: Assessment
) -> None:
    app = open_page(
        "questions", language="nl", assessment=assessment.id, project="P", other="<script>"
    )

    [place] = {
        link.proto.query_string
        for link in app.main.get("page_link")
        if "criterion=MC-01" in link.proto.query_string
    }

    assert parse_qs(place) == {
        "lang": ["nl"],
        "project": ["P"],
        "assessment": [assessment.id],
        "criterion": ["MC-01"],
    }


def test_without_a_language_in_the_address_that_of_the_settings_is_spoken(
    open_page: OpenPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MENTORSPIEGEL_LANGUAGE", "en")
    session.settings.cache_clear()

    assert open_page("home", language="").title[0].value == "Look honestly at your project"
