"""A share as a file: exactly the preview, and hostile until checked."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.errors import InvalidInput
from assessment.portfolio.shares import withdrawn
from assessment.portfolio.snapshot import Openness
from exchange.portfolio import share_file as files
from exchange.portfolio.signing import Key, own_key
from locales import translator
from reports.portfolio.share_page import share_page
from tests.support.builders import NOW
from tests.support.portfolio.shares import a_portfolio, a_share, a_snapshot, about_assessment

KEY = Key.from_private_bytes(bytes(range(32)))
SHARE = a_share(project="P1")
FILE = files.share_file(SHARE, KEY)


def rule(content: bytes, read: Callable[[bytes], object] = files.read_share) -> str:
    with pytest.raises(InvalidInput) as refused:
        read(content)
    assert refused.value.field == "file"
    return refused.value.rule


def resigned(change: Callable[[dict[str, Any]], None], key: Key = KEY) -> bytes:
    """Return the file as somebody would make it who changes what it holds and signs it anew."""
    content = json.loads(FILE)["content"]
    change(content)
    return files._packed(files.FORMAT, content, key)


def test_what_comes_in_is_exactly_what_was_previewed() -> None:
    came = files.read_share(FILE)
    assert SHARE.snapshot is not None
    assert came.snapshot is not None
    t = translator("nl")

    assert came.snapshot == SHARE.snapshot
    assert share_page(came, came.snapshot, None, t) == share_page(SHARE, SHARE.snapshot, None, t)
    assert files.share_file(SHARE, KEY) == FILE  # canonical: the same bytes
    assert came.project is None
    assert b"P1" not in FILE  # ids of the project's own machine stay there


def test_an_earlier_share_of_the_same_project_is_known_by_its_hash_in_one_portfolio_alone() -> None:
    other = files.read_share(files.share_file(a_share("S2", project="P1"), KEY))
    elsewhere = files.read_share(files.share_file(a_share("S2", project="P1", portfolio="F2"), KEY))
    came = files.read_share(FILE)

    assert came.source == other.source != elsewhere.source
    assert came.sender == other.sender


@given(place=st.integers(0, len(FILE) - 1), byte=st.integers(0, 255))
def test_a_file_of_which_one_byte_was_changed_is_refused(place: int, byte: int) -> None:
    changed = FILE[:place] + bytes([byte]) + FILE[place + 1 :]
    if changed != FILE:
        assert rule(changed) in ("changed", "foreign", "newer")


def test_what_is_no_such_file_is_refused_with_a_message() -> None:
    newer = {**json.loads(FILE), "version": 2}
    for content, expected in (
        (json.dumps(newer).encode(), "newer"),
        (json.dumps({**newer, "version": "1"}).encode(), "foreign"),
        (json.dumps({**newer, "version": True}).encode(), "foreign"),
        (b"[]", "foreign"),
        (b"\xff", "changed"),
        (b"[" * 100_000, "changed"),
        (b"x" * (files.MAX_BYTES + 1), "too_large"),
        (files.charter_file(a_portfolio(), KEY), "foreign"),
        (FILE.replace(b'"version":1', b'"version":1,"more":1'), "foreign"),
        (FILE.replace(b'"coverage":0.9', b'"coverage":NaN'), "changed"),
        (FILE.replace(b'"signature":"', b'"signature":"00'), "changed"),
    ):
        assert rule(content) == expected


def changed(*path: str | int, value: Callable[[Any], Any]) -> bytes:
    """Return the file with one value of its snapshot changed, signed anew."""

    def change(content: dict[str, Any]) -> None:
        inner = content["snapshot"]
        for step in path[:-1]:
            inner = inner[step]
        inner[path[-1]] = value(inner.get(path[-1]))

    return resigned(change)


@pytest.mark.parametrize(
    "content",
    [
        changed("openness", value=lambda _: Openness.DONE.value),  # it holds more
        changed("own_levels", 0, "level", value=lambda _: 5),
        changed("group_levels", 0, "n", value=lambda _: 4),
        changed("comments", value=lambda _: ["names"]),
        changed("requirements", value=lambda found: found * 900),  # would stand for 900 projects
        changed("own_levels", value=lambda found: found * 2),
        changed("group_levels", value=lambda found: found * 2),
        changed("agreements_kept", value=lambda made: made + 9),
    ],
)
def test_a_signature_does_not_make_its_content_right(content: bytes) -> None:
    assert rule(content) == "foreign"


@pytest.mark.parametrize("text", ["Maatjes\u202eteew", "Maatjes\nGoed project", "A\u2066B"])
@pytest.mark.parametrize("name", ["alias", "consented_by"])
def test_a_text_that_turns_around_what_stands_behind_it_is_refused(name: str, text: str) -> None:
    def change(content: dict[str, Any]) -> None:
        content[name] = text

    assert rule(resigned(change)) == "foreign"
    assert rule(changed("explanation", value=lambda _: "kop\u202etxet")) == "foreign"
    lines = files.read_share(changed("explanation", value=lambda _: "Eerst\nen dan"))
    assert lines.snapshot is not None
    assert lines.snapshot.explanation == "Eerst\nen dan"


def test_a_file_on_another_catalogue_comes_in_to_be_shown_as_not_comparable() -> None:
    other = a_snapshot(assessment=about_assessment(catalogue="another"))
    came = files.read_share(files.share_file(a_share(snapshot=other), KEY))

    assert came.snapshot is not None
    assert came.snapshot.assessment.catalogue == "another"


def test_of_what_was_taken_back_no_file_is_made() -> None:
    with pytest.raises(InvalidInput):
        files.share_file(withdrawn(SHARE, NOW), KEY)


def test_a_charter_travels_to_projects_elsewhere(tmp_path: Path) -> None:
    portfolio = a_portfolio()
    content = files.charter_file(portfolio, own_key(tmp_path))

    assert files.read_charter(content) == portfolio
    assert rule(FILE, files.read_charter) == "foreign"
    for change in (
        {"never_ranks": False},
        {"name": "Fonds\u202e"},
        {"readers": "Twee adviseurs\u202eruutseb teh ne"},  # who reads it says something else
    ):
        broken = json.loads(content)["content"] | change
        made = files._packed(files.CHARTER_FORMAT, broken, KEY)
        assert rule(made, files.read_charter) == "foreign"
