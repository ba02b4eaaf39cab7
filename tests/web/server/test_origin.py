"""Which requests come from a page of ours."""

import pytest
from starlette.datastructures import Headers

from web.server.origin import is_same_origin

HOST = {"host": "us.example"}


@pytest.mark.parametrize(
    "headers",
    [
        {"sec-fetch-site": "same-origin"},
        {"sec-fetch-site": "none"},
        {"sec-fetch-site": "same-origin", "origin": "null"},
        {"origin": "http://us.example"},
        {"referer": "http://us.example/a/token"},
        {"origin": "null"},
        {},
    ],
    ids=str,
)
def test_our_own_pages_are(headers: dict[str, str]) -> None:
    assert is_same_origin(Headers({**HOST, **headers}))


@pytest.mark.parametrize(
    "headers",
    [
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
        {"sec-fetch-site": "cross-site", "origin": "http://us.example"},
        {"origin": "http://them.example"},
        {"origin": "http://us.example.them.example"},
        {"origin": "http://us.example:81"},
        {"origin": "http://[broken"},
        {"referer": "http://them.example/"},
        {"origin": "null", "referer": "http://them.example/"},
    ],
    ids=str,
)
def test_pages_of_others_are_not(headers: dict[str, str]) -> None:
    assert not is_same_origin(Headers({**HOST, **headers}))
