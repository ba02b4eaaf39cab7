"""Letters: what each link holds, where it leads, and the list as CSV."""

import csv
import io

import pytest

from reports.letters import build
from reports.letters.build import LinkKind
from tests.support.letters import CODE, LINK, invitation, letter


def test_the_list_tells_kind_number_role_language_address_and_code() -> None:
    letters = [letter(1), letter(None, kind=LinkKind.GROUP, role="mentor")]
    raw = build.letters_csv(invitation(languages=("nl", "en")), letters)
    assert list(csv.reader(io.StringIO(raw.decode("utf-8-sig")))) == [
        ["kind", "number", "role", "language", "address", "code"],
        ["person", "1", "Mentee (nl)", "nl en", LINK, CODE],
        ["group", "", "Mentor (nl)", "nl en", LINK, CODE],
    ]


def test_the_address_is_made_of_base_and_token() -> None:
    assert build.address("https://mentoring.example/", "abc") == ("https://mentoring.example/a/abc")


def test_a_code_is_typed_at_an_address_that_people_can_say() -> None:
    assert build.code_address("https://mentoring.example/") == "mentoring.example/a"
    assert build.code_address("http://192.168.1.20:8501") == "http://192.168.1.20:8501/a"


def test_a_preview_has_an_address_for_every_role_and_questionnaire() -> None:
    assert build.preview_address("a1", "mentee", "short") == "/preview/a1/mentee/short"
    assert build.preview_address("a/1", "?", "x y") == "/preview/a%2F1/%3F/x%20y"


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
