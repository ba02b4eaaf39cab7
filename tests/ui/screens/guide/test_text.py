"""The guide says the same in both languages, in the words that stand on the screens."""

import re

import pytest

from assessment.catalogue.model import Catalogue
from assessment.services.context import Workspace
from locales import LANGUAGES, translator
from locales.messages import used_messages
from ui.screens.guide.text import guide

ITALIC = re.compile(r"(?<!\*)\*([^*]+)\*(?!\*)")
NOT_ON_A_SCREEN = {"schuin", "italics"}  # the guide says with them what italics are


def words_on_screens(language: str, catalogue: Catalogue) -> set[str]:
    t = translator(language)
    said = {t(m if isinstance(m, str) else m[0]) for m in used_messages()}
    labels = {level.label.in_language(language) for s in catalogue.scales for level in s.levels}
    titles = {
        part.title.in_language(language) for part in (*catalogue.profiles, *catalogue.ambitions)
    }
    role = next(role for role in catalogue.roles if role.heard_first)
    as_mentee = t("See it as a {role}", role=role.title.in_language(language).lower())
    return {words.rstrip("….") for words in (*said, *labels, *titles, as_mentee)}


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_it_calls_words_on_the_screen_stands_there(
    workspace: Workspace, language: str
) -> None:
    found = guide(language)
    parts = (found.introduction, *(part.text for part in found.sections))
    named = {words.replace("\n", " ") for part in parts for words in ITALIC.findall(part)}

    assert len(named) > 15
    assert named - words_on_screens(language, workspace.catalogue) <= NOT_ON_A_SCREEN


def test_it_has_as_many_parts_in_every_language() -> None:
    built = {language: guide(language) for language in LANGUAGES}

    assert {len(found.sections) for found in built.values()} == {7}
    assert {
        len(re.findall(r"^\d\. ", p.text, re.M)) for f in built.values() for p in f.sections[1:2]
    } == {4}
    for found in built.values():
        assert "](" not in found.introduction
