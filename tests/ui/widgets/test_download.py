"""A file is made in one click, when somebody asks for it."""

import pytest
from streamlit.testing.v1 import AppTest

from tests.support.ui.screens import downloads, made


def page() -> None:
    """Offer a file."""
    from ui.widgets.download import Offer, offer

    def make() -> bytes:
        return b"x" * 2600

    offer(Offer("result", "Maatjes *West* - 2026.pdf", "application/pdf", make))


@pytest.fixture
def app() -> AppTest:
    opened = AppTest.from_function(page)
    opened.query_params["lang"] = "en"
    return opened.run()


def test_one_button_names_the_file_as_it_will_be_called(app: AppTest) -> None:
    (label,) = downloads(app)

    assert label.replace("\\", "") == "Download · Maatjes *West* - 2026.pdf"
    assert app.button.len == 0


def test_nothing_is_made_before_somebody_asks(app: AppTest) -> None:
    (button,) = app.get("download_button")

    assert button.proto.deferred_file_id
    assert button.proto.url == ""
    assert made(app, "result") == b"x" * 2600
