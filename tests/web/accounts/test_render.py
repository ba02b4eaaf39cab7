"""Pages of accounts escape what people wrote."""

from locales import translator
from web.accounts.render import render


def test_what_people_wrote_is_escaped() -> None:
    values = {"text": "<script>alert(1)</script>", "at": lambda page: page, "languages": ("nl",)}
    page = render("message", translator("nl"), values)

    assert "&lt;script&gt;" in page
    assert "<script>alert" not in page
