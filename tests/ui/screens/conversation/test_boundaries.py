"""The self-check on boundaries: it shows what helps and keeps nothing."""

from html import escape

from assessment.services.context import Workspace
from tests.support.ui.screens import OpenPage, shown


def test_a_ticked_signal_shows_what_helps_and_no_other(
    open_page: OpenPage, workspace: Workspace
) -> None:
    assert workspace.catalogue.boundaries is not None
    first, second, *_ = workspace.catalogue.boundaries.signals
    app = open_page("conversation")
    assert escape(first.action.in_language("en")) not in shown(app)
    assert "Nothing ticked" in shown(app)

    app.checkbox(key=f"signal:{first.id}").check().run()
    assert escape(first.action.in_language("en")) in shown(app)
    assert escape(second.action.in_language("en")) not in shown(app)
    assert "One thing to talk about" in shown(app)

    app.checkbox(key=f"signal:{second.id}").check().run()
    assert "2 things to talk about" in shown(app)


def test_what_is_ticked_stays_when_the_language_changes(open_page: OpenPage) -> None:
    app = open_page("conversation")
    app.checkbox(key="signal:BS-5").check().run()

    app.query_params["lang"] = "nl"
    app.run()

    assert app.checkbox(key="signal:BS-5").value is True


def test_what_is_ticked_is_gone_when_one_leaves(open_page: OpenPage) -> None:
    app = open_page("conversation")
    app.checkbox(key="signal:BS-5").check().run()

    app.switch_page("screens/home/page.py").run()
    app.switch_page("screens/conversation/page.py").run()

    assert app.checkbox(key="signal:BS-5").value is False
