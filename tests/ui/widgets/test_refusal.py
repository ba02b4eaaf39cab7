"""Why something could not be done is said in the language of the screen, and once."""

import pytest
from streamlit.testing.v1 import AppTest

from assessment.errors import (
    AssessmentClosed,
    DatabaseUnavailable,
    InvalidInput,
    InvitationClosed,
    LinkUsed,
    MentorspiegelError,
    NotFound,
    StaleWrite,
)


def page() -> None:
    """Show a button that raises what the test chose, and why it could not be done."""
    import streamlit as st

    from ui.widgets.refusal import attempt, last_refusal, show_last_refusal

    def act() -> None:
        if st.session_state.get("error") is not None:
            raise st.session_state["error"]
        st.session_state["done"] = True

    show_last_refusal()
    st.button("Do it", key="do", on_click=attempt, args=(act,))
    st.button("Do it elsewhere", key="elsewhere", on_click=attempt, args=(act, "form"))
    st.text(last_refusal("form"))


def opened(error: MentorspiegelError | None, language: str = "en") -> AppTest:
    app = AppTest.from_function(page)
    app.query_params["lang"] = language
    app.session_state["error"] = error
    return app.run()


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (AssessmentClosed("A1"), "closed meanwhile"),
        (StaleWrite(None), "another window"),
        (InvitationClosed("O1"), "cannot answer in this assessment any more"),
        (LinkUsed("S1"), "Somebody has begun with this letter"),
        (NotFound("invitation", "O1"), "no invitation 'O1'"),
        (DatabaseUnavailable("the disk is full"), "the disk is full"),
        (InvalidInput("name", "missing", "x"), "Give the project a name first"),
        (InvalidInput("text", "missing", "x"), "Fill in what you will do"),
        (InvalidInput("region", "too_long", "x"), "too long to keep"),
        (InvalidInput("owner", "characters", "x"), "characters that cannot be kept"),
        (InvalidInput("max_respondents", "range", "x"), "for 1 to 200 people"),
        (InvalidInput("personal", "range", "x"), "more personal links than people"),
        (InvalidInput("until", "past", "x"), "That day has passed"),
        (InvalidInput("profile", "empty", "x"), "not for this group"),
        (InvalidInput("size", "range", "Between 0 and 9."), "Between 0 and 9."),
    ],
)
def test_every_refusal_is_said_once(error: MentorspiegelError, said: str) -> None:
    app = opened(error)

    app.button(key="do").click().run()

    assert said in app.error[0].value
    assert "done" not in app.session_state
    app.run()
    assert not app.error


def test_a_refusal_is_said_in_the_language_of_the_screen() -> None:
    app = opened(StaleWrite(None), "nl")
    app.button(key="do").click().run()
    assert "ander venster" in app.error[0].value


def test_what_is_done_says_nothing() -> None:
    app = opened(None)
    app.button(key="do").click().run()
    assert app.session_state["done"]
    assert not app.error


def test_a_form_of_its_own_says_its_own_refusal() -> None:
    app = opened(StaleWrite(None))
    app.button(key="elsewhere").click().run()
    assert not app.error
    assert "another window" in app.text[0].value
