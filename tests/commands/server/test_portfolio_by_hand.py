"""Portfolios, pages of others and odd choices on a running server, asked by hand by somebody of another organisation."""

import time

import pytest

from assessment.access.acts import MembershipKind
from assessment.services.portfolio import reading
from tests.support.access.two_organisations import SECRET, Both, query
from tests.support.web.asking import get
from tests.support.web.screen_socket import ScreenSocket
from ui.renewal import HOLDS_FOR

WITH_FILES = {"project": "sheet", "files": "portfolio", "charter": "charter"}  # by part


def offered(tab: ScreenSocket, ids: dict[str, str], part: str) -> list[str]:
    return tab.open("portfolio", query(ids, "portfolio", part=part)).deferred_files()


def status(both: Both, path: str, cookie: str) -> int:
    return get(both.server.port, path, {"Cookie": cookie}).status


@pytest.mark.parametrize("part", WITH_FILES)
def test_asvs_8_4_1_no_file_of_a_portfolio_is_made_for_who_it_was_not_offered_to(
    both: Both, part: str
) -> None:
    owner = both.cookie(both.theirs.office.owner)
    theirs = both.tab_of(owner)
    [file] = offered(theirs, both.theirs.ids, part)
    asked = query(both.theirs.ids, "portfolio", "share", part=part)
    for kind, member in both.strangers().items():
        cookie = both.cookie(member)
        tab = both.tab_of(cookie)
        assert SECRET not in tab.open("portfolio", asked).raw, kind
        assert tab.file(file) == "", kind
        made = theirs.file(file)
        assert (status(both, made, cookie), status(both, made, owner)) == (404, 200), kind


def test_asvs_8_2_2_only_who_reads_portfolios_opens_a_share_of_the_own_organisation(
    both: Both,
) -> None:
    reads = {MembershipKind.OWNER, MembershipKind.PORTFOLIO_READER}
    for kind, member in both.strangers().items():
        tab = both.tab(member)
        files = [file for part in WITH_FILES for file in offered(tab, both.own, part)]
        assert bool(files) == (kind in reads), kind
        assert (len(files) == len(WITH_FILES)) == (kind == MembershipKind.OWNER), kind


def test_asvs_8_3_2_who_reads_a_portfolio_no_more_gets_no_file_of_the_open_page(both: Both) -> None:
    organisation = both.theirs.office.organisation.id
    kept = both.member(MembershipKind.PORTFOLIO_READER, organisation)
    tab = both.tab(kept)
    files = [file for part in ("project", "files") for file in offered(tab, both.theirs.ids, part)]
    reads = len(both.workspace.store.shares.reads(both.theirs.ids["share"]))

    both.workspace.store.access.memberships.end(organisation, kept.id)

    time.sleep(HOLDS_FOR)
    assert [tab.file(file) for file in files] == ["", ""]
    assert len(both.workspace.store.shares.reads(both.theirs.ids["share"])) == reads


def test_an_invitation_to_a_portfolio_opens_its_charter_and_nothing_else(both: Both) -> None:
    token = reading.invite_project(both.theirs.office.workspace, both.theirs.ids["portfolio"])
    sends = {MembershipKind.OWNER, MembershipKind.COORDINATOR}
    for kind, member in both.strangers().items():
        seen = both.tab(member).open("shares", query(both.own, "project", invitation=token)).raw
        assert (SECRET in seen) == (kind in sends), kind
        assert not any(word in seen for word in ("Buddy Noord", "Taalkoppels")), kind


def test_asvs_7_2_1_a_page_is_gone_on_with_by_its_own_login_alone(both: Both) -> None:
    """What a tab remembers is for whoever opened it: this is also a contract with Streamlit."""
    cookie = both.cookie(both.theirs.office.owner)
    theirs = both.tab_of(cookie)
    theirs.open("", "lang=nl")

    def goes_on(resumed_with: str) -> bool:
        tab = ScreenSocket(both.server.port, resumed_with, resumes=theirs.session)
        both.sockets.append(tab)
        tab.open("", "lang=nl")
        return tab.session == theirs.session

    strangers = [both.cookie(member) for member in both.strangers().values()]
    strangers.append(both.cookie(both.theirs.office.owner))  # in another browser
    assert not any(goes_on(other) for other in strangers)
    theirs.close()
    assert not any(goes_on(other) for other in strangers)
    assert goes_on(cookie)


def test_a_choice_that_no_page_offers_breaks_no_project(both: Both) -> None:
    tab = both.tab(both.member(MembershipKind.COORDINATOR, both.mine.organisation.id))
    asked = query(both.own, "project", "assessment")
    widgets = tab.open("settings", asked).widgets()
    for name in (name for name, kind in widgets.items() if kind == "selectbox"):
        tab.open("settings", asked)
        tab.choose("settings", asked, name, "nothing such")

    assert both.workspace.store.projects.get(both.own["project"]).name == "Van ons"
    assert "Van ons" in both.tab(both.mine.owner).open("", "lang=nl").raw
