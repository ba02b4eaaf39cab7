"""A file is made when somebody asks for it, and offered as long as it is true."""

import pytest
from streamlit.testing.v1 import AppTest


def page() -> None:
    """Offer a file that depends on one choice."""
    import streamlit as st

    from ui.widgets.download import Offer, offer

    def make() -> bytes:
        st.session_state["made"] = st.session_state.get("made", 0) + 1
        return b"x" * 2600

    language = st.session_state.get("language", "nl")
    offer(
        Offer("result", f"result-{language}.pdf", "application/pdf", (language,), make), "Make it"
    )


@pytest.fixture
def app() -> AppTest:
    opened = AppTest.from_function(page)
    opened.query_params["lang"] = "en"
    return opened.run()


def downloads(app: AppTest) -> list[str]:
    return [part.proto.label for part in app.get("download_button")]


def test_nothing_is_made_before_somebody_asks(app: AppTest) -> None:
    assert downloads(app) == []
    assert "made" not in app.session_state


def test_a_file_is_made_once_and_offered_with_its_name_and_size(app: AppTest) -> None:
    app.button(key="make:result").click().run()
    assert downloads(app) == ["Download · result-nl.pdf · 3 kB"]
    app.run()
    assert downloads(app) == ["Download · result-nl.pdf · 3 kB"]
    assert app.session_state["made"] == 1


def test_a_file_that_is_no_longer_true_is_not_offered(app: AppTest) -> None:
    app.button(key="make:result").click().run()
    app.session_state["language"] = "en"
    app.run()
    assert downloads(app) == []
    app.button(key="make:result").click().run()
    assert downloads(app) == ["Download · result-en.pdf · 3 kB"]
