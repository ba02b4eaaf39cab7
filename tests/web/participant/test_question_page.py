"""The page of a question that many respondents see."""

from dataclasses import replace

import pytest

from tests.support.web.phone import PageContent
from web.participant.position import Position
from web.participant.question_page import QuestionPage, SavedAnswer
from web.participant.question_text import LevelText, QuestionText

TEXT = QuestionText(
    question="Do you <like> it?",
    levels=tuple(LevelText(f"Level {n}", f"Meaning {n}") for n in range(5)),
    states=(("unknown", "No idea"), ("declined", "Rather not")),
    prompts=(),
)
PAGE = QuestionPage(
    text=TEXT,
    position=Position("C-02", 2, 5, "q/C-01", "q/C-03"),
    language="en",
    languages=("nl", "en"),
    in_pairs=False,
    is_anonymous=True,
    contact="",
    choice="3",
    is_saved=True,
    needs_care=False,
    saved_before=None,
)


def content_of(html: str | bytes) -> PageContent:
    content = PageContent()
    content.feed(html if isinstance(html, str) else html.decode())
    return content


def test_it_shows_the_question_with_every_option_and_one_chosen() -> None:
    content = content_of(PAGE.render("a-token", 7))

    assert content.heading == "Do you <like> it?"
    assert content.options == ["0", "1", "2", "3", "4", "unknown", "declined"]
    assert content.fields == {"version": "7", "choice": "3", "comment": ""}
    assert content.actions == ["/a/a-token/q/C-02"]
    assert "Question 2 of 5" in content.text
    assert "Take the last answer that is wholly true" in content.text
    for level in TEXT.levels:
        assert level.meaning in content.text


def test_each_respondent_gets_their_own_address_and_version() -> None:
    one, two = PAGE.render("token-one", 1).decode(), PAGE.render("token-two", 22).decode()

    assert two == one.replace("token-one", "token-two").replace('value="1">\n', 'value="22">\n', 1)


@pytest.mark.parametrize("text", ["\ue000", "\ue001", "{token}", "a-token", "%s", "{{ version }}"])
def test_no_text_on_a_page_is_taken_for_the_place_of_a_token_or_a_version(text: str) -> None:
    asked = replace(TEXT, question=text)
    page = replace(PAGE, contact=text, text=asked).render("the-own-token", 7).decode()

    assert content_of(page).heading == text
    assert page.count("the-own-token") == PAGE.render("the-own-token", 7).count(b"the-own-token")


def test_with_words_it_is_the_same_page_with_these_words_in_it() -> None:
    content = content_of(PAGE.render_with("a-token", "7", "My <own> words"))

    assert content.fields["comment"] == "My <own> words"
    assert "My <own> words" not in content_of(PAGE.render("a-token", 7)).text
    assert PAGE.render_with("a-token", "7", "") == PAGE.render("a-token", 7).decode()


@pytest.mark.parametrize(
    "changes",
    [
        {"choice": "unknown"},
        {"choice": ""},
        {"is_saved": False},
        {"saved_before": SavedAnswer(1, needs_care=False)},
        {"saved_before": SavedAnswer(1, needs_care=True)},
        {"in_pairs": True},
        {"language": "nl"},
        {"languages": ("en",)},
        {"text": replace(TEXT, question="Another one?")},
        {"position": replace(PAGE.position, number=3)},
    ],
    ids=str,
)
def test_another_page_is_never_taken_from_memory(changes: dict[str, object]) -> None:
    first = PAGE.render("a-token", 1)
    other = replace(PAGE, **changes)  # type: ignore[arg-type]

    assert other.render("a-token", 1) != first
    assert other.render("a-token", 1).decode() == other.render_with("a-token", "1", "")
    assert PAGE.render("a-token", 1) == first


def test_it_says_what_is_wrong() -> None:
    assert "Too long" in content_of(PAGE.render_with("a-token", "1", "", "Too long")).text
    assert 'role="alert"' not in PAGE.render_with("a-token", "1", "")


def test_whom_to_turn_to_stands_on_every_page_when_somebody_is_named() -> None:
    named = replace(PAGE, contact="the <coordinator>, 010 123 45 67")
    content = content_of(named.render("a-token", 7))

    assert "Need help?" in content.text
    assert "the <coordinator>, 010 123 45 67" in content.text
    assert "Need help?" not in content_of(PAGE.render("a-token", 7)).text
