"""Letters with personal links: what they say, that they stand on their own, and the list as CSV."""

import csv
import io
import re
from datetime import date
from html.parser import HTMLParser
from typing import Any

import pytest
import segno

from reports.letters import build
from reports.letters.build import Letter, LetterText, LinkKind
from tests.support.outcomes import catalogue_of

DAY = date(2026, 12, 18)
LINK = "https://mentoring.example/a/" + "x" * 32


def invitation(**fields: Any) -> LetterText:
    known = catalogue_of(C_1={})
    defaults = {"project": "Maatjes", "catalogue": known, "threshold": 5}
    return LetterText(**{**defaults, "languages": ("en",), **fields})


def letter(number: int | None = 1, **fields: Any) -> Letter:
    defaults = {"kind": LinkKind.PERSON, "role": "mentee", "address": LINK}
    return Letter(
        **{**defaults, "questions": 14, "minutes": 6, "until": DAY, "number": number, **fields}
    )


def page(*letters: Letter, per_page: int = 1, **fields: Any) -> str:
    return build.letters_html(invitation(**fields), letters, per_page=per_page).decode()


class Words(HTMLParser):
    """The words of a page, and the addresses that it would load or lead to."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.words: list[str] = []
        self.loads: list[str] = []
        self.tags: list[str] = []
        self.feed(source)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.loads += [value or "" for name, value in attrs if name == "src" or tag == "link"]

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def test_a_letter_says_what_it_is_how_long_it_takes_and_who_sees_what() -> None:
    words = " ".join(Words(page(letter())).words)
    assert "Maatjes looks honestly at its own quality." in words
    assert "There are 14 questions. They take about 6 minutes" in words
    assert "answers of mentees are only shown together, from 5 people" in words
    assert "Until 18 December 2026 you can change or erase your answers." in words
    assert "You do not give your name." in words
    assert "Mentee · 1" in words


def test_the_code_leads_where_the_address_in_text_leads() -> None:
    drawn = page(letter())
    code = segno.make(LINK, error="m", micro=False)
    assert f'd="{_path(code.svg_inline(omitsize=True, border=4))}"' in drawn
    assert f'<a href="{LINK}">{LINK}</a>' in drawn


def _path(svg: str) -> str:
    found = re.search(r'class="qrline" stroke="#000" d="([^"]+)"', svg)
    assert found
    return found.group(1)


def test_the_page_stands_on_its_own_and_runs_nothing() -> None:
    found = Words(page(letter(), letter(2)))
    assert found.loads == []
    assert "script" not in found.tags
    assert found.tags.count("svg") == found.tags.count("article") == 2


def test_a_letter_speaks_every_language_of_the_project() -> None:
    drawn = page(letter(), languages=("nl", "en"))
    assert '<html lang="nl">' in drawn
    assert drawn.index('<section lang="nl">') < drawn.index('<section lang="en">')
    assert "Hoe kijk jij naar Maatjes?" in drawn
    assert "How do you see Maatjes?" in drawn


@pytest.mark.parametrize(("per_page", "sheets"), [(1, 5), (4, 2)])
def test_letters_stand_one_or_four_to_a_sheet(per_page: int, sheets: int) -> None:
    drawn = page(*(letter(n) for n in range(1, 6)), per_page=per_page)
    assert drawn.count('<div class="sheet') == sheets
    assert drawn.count("<article") == 5


def test_a_small_letter_says_the_same_about_privacy() -> None:
    words = " ".join(Words(page(letter(), per_page=4)).words)
    assert "only shown together, from 5 people. No name is asked." in words
    assert "about 6 minutes" in words


def test_a_group_shares_one_link_without_a_number() -> None:
    words = " ".join(Words(page(letter(None, kind=LinkKind.GROUP))).words)
    assert "each phone gets a questionnaire of its own" in words
    assert "Mentee ·" not in words


@pytest.mark.parametrize("per_page", [1, 4])
def test_a_pair_keeps_its_answers_unless_both_choose(per_page: int) -> None:
    words = " ".join(Words(page(letter(3, kind=LinkKind.PAIR), per_page=per_page)).words)
    assert "stay between the two of you, unless you both choose" in words
    assert "Mentee · pair 3" in words
    assert "only shown together" not in words


def test_without_a_last_day_the_round_closes_some_day() -> None:
    assert "Until the invitation closes" in page(letter(until=None))


def test_what_a_project_is_called_is_text_and_nothing_else() -> None:
    drawn = page(letter(), project="<img src=x onerror=alert(1)>")
    assert "<img" not in drawn
    assert "&lt;img" in drawn


def test_the_list_tells_kind_number_role_language_and_address() -> None:
    letters = [letter(1), letter(None, kind=LinkKind.GROUP, role="mentor")]
    raw = build.letters_csv(invitation(languages=("nl", "en")), letters)
    assert list(csv.reader(io.StringIO(raw.decode("utf-8-sig")))) == [
        ["kind", "number", "role", "language", "address"],
        ["person", "1", "Mentee (nl)", "nl en", LINK],
        ["group", "", "Mentor (nl)", "nl en", LINK],
    ]


def test_the_address_is_made_of_base_and_token() -> None:
    assert build.address("https://mentoring.example/", "abc") == ("https://mentoring.example/a/abc")


@pytest.mark.parametrize(
    ("base", "local"),
    [
        ("http://localhost:8501", True),
        ("http://127.0.0.1:8501", True),
        ("http://[::1]:8501", True),
        ("http://192.168.1.20:8501", False),
        ("https://mentoring.example", False),
        ("", False),
    ],
)
def test_an_address_of_this_machine_alone_is_recognised(base: str, local: bool) -> None:
    assert build.is_local(base) is local


@pytest.mark.parametrize("per_page", build.PER_PAGE)
def test_only_a_link_for_one_person_stops_working_after_beginning(per_page: int) -> None:
    one, group = (
        build.letters_html(invitation(), [letter(1, kind=kind)], per_page=per_page).decode()
        for kind in (LinkKind.PERSON, LinkKind.GROUP)
    )

    assert "this letter no longer works" in one
    assert "this letter no longer works" not in group
