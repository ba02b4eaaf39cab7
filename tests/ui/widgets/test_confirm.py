"""What cannot be undone asks once more."""

import pytest
from streamlit.testing.v1 import AppTest


def page() -> None:
    """Show a button that revokes a link, and how often that was done."""
    import streamlit as st

    from assessment.errors import NotFound
    from ui.widgets.confirm import Confirmation, confirmed
    from ui.widgets.refusal import show_last_refusal

    def revoke() -> None:
        if st.session_state.get("gone"):
            raise NotFound("link", "7")
        st.session_state["done"] = st.session_state.get("done", 0) + 1

    show_last_refusal()
    words = Confirmation("Revoke…", "<b>It stops</b> working.", "Yes, revoke it")
    confirmed("link:7", words, revoke)
    st.text(st.session_state.get("done", 0))


@pytest.fixture
def app() -> AppTest:
    opened = AppTest.from_function(page)
    opened.query_params["lang"] = "en"
    return opened.run()


def labels(app: AppTest) -> list[str]:
    return [button.label for button in app.button]


def test_the_first_press_only_asks_and_says_what_happens(app: AppTest) -> None:
    app.button(key="link:7:ask").click().run()
    assert labels(app) == ["Yes, revoke it", "No, leave it"]
    assert "&lt;b&gt;It stops&lt;/b&gt; working." in str(app.get("html")[0].proto.body)
    assert app.text[0].value == "0"


def test_yes_does_it_once(app: AppTest) -> None:
    app.button(key="link:7:ask").click().run()
    app.button(key="link:7:yes").click().run()
    assert (labels(app), app.text[0].value) == (["Revoke…"], "1")
    app.run()
    assert app.text[0].value == "1"


def test_no_leaves_it(app: AppTest) -> None:
    app.button(key="link:7:ask").click().run()
    app.button(key="link:7:no").click().run()
    assert (labels(app), app.text[0].value) == (["Revoke…"], "0")


def test_why_it_could_not_be_done_is_said_once(app: AppTest) -> None:
    app.session_state["gone"] = True
    app.button(key="link:7:ask").click().run()
    app.button(key="link:7:yes").click().run()
    assert "no link '7'" in app.error[0].value
    app.run()
    assert not app.error
