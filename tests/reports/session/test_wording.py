"""The words of sessions are there for every state, purpose, kind and form."""

import pytest

from assessment.catalogue.model import Catalogue
from assessment.session.states import Purpose, SessionState, TalkForm
from locales import translator
from reports.session import wording
from tests.support.session.drafts import a_session
from tests.support.session.room import a_step


@pytest.mark.parametrize("language", ["nl", "en"])
def test_everything_has_a_word(language: str) -> None:
    t = translator(language)

    assert set(wording.purposes(t)) == set(Purpose)
    assert set(wording.states(t)) == set(SessionState)
    assert set(wording.talk_forms(t)) == set(TalkForm)


def test_rules_name_the_number_that_the_session_promised() -> None:
    [first, *_] = wording.rules(a_session(threshold=7), translator("en"))

    assert "from 7 people on" in first


def test_an_item_is_called_by_its_own_text_its_title_or_its_id(catalogue: Catalogue) -> None:
    t, step = translator("en"), a_step("choose", texts={"x": catalogue.title})

    assert wording.item_title(catalogue, step, "x", t) == "Quality of mentoring"
    assert wording.item_title(catalogue, step, "T-3", t).startswith("Good mentoring is always")
    assert wording.item_title(catalogue, step, "MC-01", t) == catalogue.by_id[
        "MC-01"
    ].title.in_language("en")
    assert wording.item_title(catalogue, step, "gone", t) == "gone"
