"""A choice stays what it was when the language changes, and when the page is left and opened again."""

import pytest
from streamlit.testing.v1 import AppTest


def choices() -> None:
    """Show every kind of choice, in the words of the language, and what is chosen."""
    import streamlit as st

    from ui import session
    from ui.widgets import choose

    spoken = session.language()
    words = {name: f"{name} in {spoken}" for name in ("a", "b", "c")}
    if st.session_state.get("away"):
        st.stop()
    chosen = {
        "list": choose.select("list", "List", words),
        "list_from_c": choose.select("list_from_c", "List", words, first="c"),
        "may_be_none": choose.select_or_none("may_be_none", "List", words),
        "radio": choose.radio("radio", "Radio", words, captions=["1", "2", "3"]),
        "segments": choose.segments("segments", "Segments", words),
    }
    st.json(chosen)


KINDS = {
    "list": "selectbox",
    "list_from_c": "selectbox",
    "may_be_none": "selectbox",
    "radio": "radio",
    "segments": "button_group",
}


@pytest.fixture
def app() -> AppTest:
    """The choices in English."""
    opened = AppTest.from_function(choices)
    opened.query_params["lang"] = "en"
    return opened.run()


def choose(app: AppTest, name: str, option: str) -> None:
    widget = next(w for w in app.get(KINDS[name]) if w.key == f"{name}:en")
    widget.set_value(option).run()
    assert not app.exception


def chosen(app: AppTest) -> dict[str, str | None]:
    import json

    found: dict[str, str | None] = json.loads(app.json[0].value)
    return found


def test_at_the_start_the_first_option_is_chosen_or_the_one_that_is_named(app: AppTest) -> None:
    assert chosen(app) == {
        "list": "a",
        "list_from_c": "c",
        "may_be_none": None,
        "radio": "a",
        "segments": "a",
    }


@pytest.mark.parametrize("name", KINDS)
def test_a_choice_survives_a_change_of_language(app: AppTest, name: str) -> None:
    choose(app, name, "b")

    app.query_params["lang"] = "nl"
    app.run()

    assert chosen(app)[name] == "b"
    widget = next(w for w in app.get(KINDS[name]) if w.key == f"{name}:nl")
    assert widget.value == "b"
    assert "b in nl" in str(widget.proto)


@pytest.mark.parametrize("name", KINDS)
def test_a_choice_survives_a_visit_to_another_page(app: AppTest, name: str) -> None:
    choose(app, name, "b")

    app.session_state["away"] = True
    app.run()
    app.session_state["away"] = False
    app.run()

    assert chosen(app)[name] == "b"


def narrowed() -> None:
    """Offer fewer options than what is remembered."""
    import streamlit as st

    from ui import session
    from ui.widgets import choose

    session.remember("role", "gone")
    session.remember("number", 9)
    chosen = choose.select("role", "Role", {"mentor": "Mentor", "mentee": "Mentee"}, first="mentee")
    st.text(chosen)
    st.text(choose.select_or_none("number", "Number", {1: "1"}, placeholder="Choose a number"))


def test_an_option_that_is_no_longer_there_is_forgotten() -> None:
    app = AppTest.from_function(narrowed).run()
    assert [part.value for part in app.text] == ["mentee", "None"]


def started_anew() -> None:
    """Show one list under another key, as after a form was sent."""
    import streamlit as st

    from ui.widgets import choose

    turn = st.session_state.setdefault("turn", 0)
    choose.select_or_none("criterion", "Criterion", {"MC-01": "One"}, key=f"criterion:{turn}")


def test_another_key_shows_what_is_remembered() -> None:
    app = AppTest.from_function(started_anew).run()
    app.selectbox[0].set_value("MC-01").run()
    app.session_state["turn"] = 1
    app.run()
    assert (app.selectbox[0].key.partition(":")[2][:1], app.selectbox[0].value) == ("1", "MC-01")
