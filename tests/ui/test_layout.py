"""What stands around every page: style, the general pages, languages, notes for authors."""

from pathlib import Path

import pytest

from assessment.access.acts import MembershipKind
from assessment.services.context import Workspace
from reports.identity import DARK, LIGHT
from tests.support.ui.accounts import read, somebody
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


@pytest.mark.parametrize(
    ("kind", "offered"),
    [
        (MembershipKind.READER, {"", "criteria", "conversation", "guide", "method"}),
        (MembershipKind.PORTFOLIO_READER, {"portfolio"}),
        (MembershipKind.SERVER_ADMIN, {"server"}),
    ],
)
def test_only_what_somebody_may_open_is_offered(
    workspace: Workspace, kind: MembershipKind, offered: set[str]
) -> None:
    of = None if kind is MembershipKind.SERVER_ADMIN else "ORG1"
    app = somebody(workspace, kind, of).opens("method")
    always = {"criteria", "conversation", "guide", "method"}

    assert {part.proto.page for part in app.sidebar.get("page_link")} == offered | always


def test_the_style_has_the_colours_of_both_palettes_and_the_page_its_language(
    open_page: OpenPage,
) -> None:
    page = shown(open_page("home", language="nl"))

    assert f"--ms-primary:light-dark({LIGHT.primary},{DARK.primary});" in page
    assert 'id="ms-framework" hidden data-language="nl"' in page


def test_asvs_7_4_4_every_page_shows_who_is_at_work_and_the_way_to_sign_out(
    workspace: Workspace,
) -> None:
    at_work = somebody(workspace, MembershipKind.READER)
    for page in ("home", "method", "criteria"):
        said = read(at_work.opens(page))
        assert '<a href="/account/" target="_self">' in said
        assert '<a href="/account/#out" target="_self">Sign out</a>' in said
