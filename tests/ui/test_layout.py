"""What stands around every page: style, the general pages, languages, notes for authors."""

from pathlib import Path

from reports.identity import DARK, LIGHT
from tests.support.ui.screens import OpenPage, shown


def test_an_author_sees_what_is_wrong_while_the_last_good_criteria_stay(
    open_page: OpenPage, own_criteria: Path
) -> None:
    open_page("home")
    (own_criteria / "scales.yaml").write_text("- id: practice\n", encoding="utf-8")
    app = open_page("criteria")
    assert "cannot be used yet" in app.warning[0].value
    assert "there is no scale `experience`" in app.code[0].value
    assert "75 criteria shown" in shown(app)


def test_every_page_leads_to_the_general_pages_and_to_the_other_language(
    open_page: OpenPage,
) -> None:
    app = open_page("method")
    ways = [part.proto for part in app.sidebar.get("page_link")]
    assert [link.page for link in ways] == [
        "",
        "sessions",
        "criteria",
        "conversation",
        "guide",
        "method",
        "portfolio",
    ]
    assert {link.query_string for link in ways} == {"lang=en"}

    app.segmented_control(key="language").set_value("nl").run()

    assert app.query_params["lang"] == "nl"
    assert app.sidebar.get("page_link")[0].proto.label == "Mijn projecten"


def test_the_style_has_the_colours_of_both_palettes_and_the_page_its_language(
    open_page: OpenPage,
) -> None:
    page = shown(open_page("home", language="nl"))

    assert f"--ms-primary:light-dark({LIGHT.primary},{DARK.primary});" in page
    assert 'id="ms-framework" hidden data-language="nl"' in page
