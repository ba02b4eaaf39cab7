"""Who, where and which language: what an address carries."""

from urllib.parse import parse_qs

import pytest
import streamlit as st

from assessment.assessments import Assessment
from tests.support.ui.screens import OpenPage
from ui import session

ENGLISH, DUTCH = "Look honestly at your project", "Kijk eerlijk naar je project"


def test_an_unknown_default_language_falls_back(
    open_page: OpenPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MENTORSPIEGEL_LANGUAGE", "xx")
    session.settings.cache_clear()
    assert open_page("home", language="").title[0].value == DUTCH


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


@pytest.mark.parametrize("page", ["result", "portfolio", "session_review", "shares", "audit"])
def test_what_no_address_of_ours_holds_leads_to_nothing(open_page: OpenPage, page: str) -> None:
    odd = dict.fromkeys(("project", "assessment", "session", "portfolio", "criterion"), "a\0b")

    assert not open_page(page, **odd).exception


def test_without_a_language_in_the_address_that_of_the_settings_is_spoken(
    open_page: OpenPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MENTORSPIEGEL_LANGUAGE", "en")
    session.settings.cache_clear()

    assert open_page("home", language="").title[0].value == ENGLISH


@pytest.mark.parametrize(
    ("asked", "locale", "fixed", "title"),
    [
        ("en-GB,en;q=0.9,nl;q=0.8", "nl-NL", "", ENGLISH),
        ("", "en-US", "", ENGLISH),
        ("fr, nl;q=0.5", "fr-BE", "", DUTCH),
        ("", None, "", DUTCH),
        ("en-GB", "en-GB", "nl", DUTCH),
    ],
)
def test_else_the_browser_is_asked_unless_the_settings_fix_the_language(
    open_page: OpenPage,
    monkeypatch: pytest.MonkeyPatch,
    asked: str,
    locale: str | None,
    fixed: str,
    title: str,
) -> None:
    monkeypatch.setattr(type(st.context), "headers", {"Accept-Language": asked})
    monkeypatch.setattr(type(st.context), "locale", locale)
    monkeypatch.setenv("MENTORSPIEGEL_LANGUAGE", fixed)
    session.settings.cache_clear()

    assert open_page("home", language="").title[0].value == title
