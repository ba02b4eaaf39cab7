"""A figure to point at: its words and how to use it stand with it."""

from streamlit.testing.v1 import AppTest

from tests.support.ui.screens import shown


def _page() -> None:
    import plotly.graph_objects as go

    from ui.screens.result.figure import figure

    figure(go.Figure(go.Bar(x=[1], y=["A"])), "A is 1.", "example")


def test_a_figure_has_its_words_how_to_use_it_and_no_buttons_of_the_library() -> None:
    app = AppTest.from_function(_page)
    app.query_params["lang"] = "en"
    app.run()

    [drawn] = app.get("plotly_chart")
    assert drawn.proto.alt == "A is 1."
    assert '"displayModeBar": false' in drawn.proto.config
    assert "Press a name under the picture to hide it" in shown(app)
