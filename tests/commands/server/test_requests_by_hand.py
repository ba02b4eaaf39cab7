"""What a page of one organisation asks for, asked by hand by somebody of another one.

Files that are made on demand, uploads, keys of buttons, previews, and the addresses of group sessions.
"""

import http.client
import sqlite3
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import replace

import pytest
from websockets.exceptions import ConnectionClosed

from assessment.access.acts import MembershipKind
from assessment.services import assessments
from assessment.services.access import sign_in
from assessment.services.context import Workspace
from assessment.services.session.preparing import new_keys, open_lobby
from exchange.forms.files import forms
from runtime import new_id
from tests.support.access.two_organisations import PAGES, SECRET, Both, query
from tests.support.web.asking import get
from tests.support.web.screen_socket import TYPED, ScreenSocket
from ui.renewal import HOLDS_FOR
from web.server.login_cache import KNOWN_FOR

NEVER = "0123456789abcdef" * 2  # an id as those of Streamlit, of nothing
PLACES = (("organisation", "project", "assessment", "session"), ("alone",), ("portfolio", "share"))
# where a file is made when somebody asks for it: results, forms, calendars, letters to judge, the log,
# material and reports of sessions, the whole project
WITH_FILES = {"agreements", "export", "feedback", "log", "people", "session_review"}
WITH_FILES |= {"session_script", "settings"}


def test_asvs_8_4_1_no_file_on_demand_is_made_for_who_it_was_not_offered_to(both: Both) -> None:
    theirs = both.tab(both.theirs.office.owner)
    again = both.theirs.office.owner  # in another browser
    tabs = {kind: both.tab(member) for kind, member in both.strangers().items()}
    tabs["again"] = both.tab(again)
    for tab in tabs.values():
        tab.open("", "lang=nl")
        assert tab.file(NEVER) == ""
    offering, wrong = set(), []
    for page in PAGES:
        files = theirs.open(page, query(both.theirs.ids, *PLACES[0])).deferred_files()
        if files:
            offering.add(page)
            wrong += [f"{kind}: {page}" for kind, tab in tabs.items() for f in files if tab.file(f)]
            assert theirs.file(files[0]).startswith("/media/")

    assert wrong == []
    assert offering == WITH_FILES


def inside(both: Both) -> Workspace:
    """Return the other organisation's workspace."""
    known = both.workspace.current_catalogue
    return replace(both.theirs.office.workspace, current_catalogue=known, new_id=new_id)


def a_file(both: Both, tab: ScreenSocket) -> str:
    """Return the id of a file that the other organisation's settings offer in a tab of theirs."""
    shown = tab.open("settings", query(both.theirs.ids, "project", "assessment"))
    return shown.deferred_files()[0]


def status(both: Both, path: str, cookie: str) -> int:
    return get(both.server.port, path, {"Cookie": cookie}).status


def test_asvs_7_4_1_signing_out_ends_every_file(both: Both) -> None:
    cookie = both.cookie(both.theirs.office.owner)
    tab, other = both.tab_of(cookie), both.tab_of(cookie)
    other.open("", "lang=nl")
    file = a_file(both, tab)
    made = other.file(file)  # the same login, in another tab
    assert status(both, made, cookie) == 200
    login = sign_in.find_login(both.workspace, cookie.partition("=")[2])
    assert login is not None

    sign_in.sign_out(both.workspace, login)

    time.sleep(KNOWN_FOR)
    assert status(both, made, cookie) == 303  # to the page to sign in
    for line in (tab, other):
        with pytest.raises(ConnectionClosed):
            line.file(file)


def test_asvs_8_3_2_a_membership_that_ended_ends_every_file(both: Both) -> None:
    organisation = both.theirs.office.organisation.id
    kept = both.member(MembershipKind.COORDINATOR, organisation)
    cookie = both.cookie(kept)
    tab = both.tab_of(cookie)
    file = a_file(both, tab)
    made = tab.file(file)
    assert status(both, made, cookie) == 200

    both.workspace.store.access.memberships.end(organisation, kept.id)

    time.sleep(HOLDS_FOR)
    assert status(both, made, cookie) == 404
    assert tab.file(file) == ""


def sent(both: Both, method: str, path: str, cookie: str, body: bytes = b"") -> int:
    """Put a file to where it can be uploaded, or take it away, as a page does."""
    known = get(both.server.port, "/_stcore/health", {"Cookie": cookie}).cookie
    token = known.partition("=")[2]
    form = b'--x\r\nContent-Disposition: form-data; name="f"; filename="form.xlsx"\r\n\r\n'
    headers = {"Cookie": f"{cookie}; {known}", "X-Xsrftoken": token}
    headers |= {"Content-Type": "multipart/form-data; boundary=x"}
    connection = http.client.HTTPConnection("127.0.0.1", both.server.port, timeout=30)
    with closing(connection):
        connection.request(method, path, form + body + b"\r\n--x--\r\n", headers)
        return connection.getresponse().status


def field(tab: ScreenSocket, page: str, asked: str) -> str:
    """Return the id of the field for files of a page."""
    widgets = tab.open(page, asked).widgets()
    return next(name for name, kind in widgets.items() if kind == "file_uploader")


def test_asvs_8_4_1_what_somebody_uploads_is_read_by_nobody_else(both: Both) -> None:
    at = inside(both)
    project = both.theirs.ids["project"]
    begun = assessments.start_assessment(
        at, project, name=SECRET, profile="short", ambition="floor"
    )
    form = forms(at, begun, "coordinator", "nl", 1)
    owner = both.cookie(both.theirs.office.owner)
    theirs = both.tab_of(owner)
    asked = query(both.theirs.ids, "project", assessment=begun.id)
    import_form = field(theirs, "export", asked)
    place = theirs.place_to_upload("form.xlsx")
    path = place.upload_url
    tabs = {}
    for kind, member in both.strangers().items():
        cookie = both.cookie(member)
        assert sent(both, "PUT", path, cookie, b"of somebody else") == 404, kind
        tabs[kind] = (cookie, both.tab_of(cookie))

    assert sent(both, "PUT", path, owner, form) == 204

    assert SECRET in theirs.hand_in("export", asked, import_form, place).raw
    for kind, (cookie, tab) in tabs.items():
        assert sent(both, "DELETE", path, cookie) == 404, kind
        tab.open("export", asked)
        assert SECRET not in tab.hand_in("export", asked, import_form, place).raw


NOT_THEIRS = {
    "logins",
    "acts_log",
    "rate_limits",
}  # that somebody of ours is here is noted in these


def rows(both: Both) -> set[tuple[object, ...]]:
    """Return every row of the database."""
    with closing(sqlite3.connect(both.server.database)) as line:
        names = line.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
        return {
            (name, *row)
            for (name,) in names
            if name not in NOT_THEIRS
            for row in line.execute(f"SELECT * FROM {name}")  # noqa: S608 (names of our own)
        }


def of_theirs(both: Both, changed: set[tuple[object, ...]]) -> list[tuple[object, ...]]:
    """Return the rows among them that are of the other organisation, or hold what was typed by hand."""
    ids = {*both.theirs.ids.values(), both.theirs.office.owner.account, both.theirs.office.owner.id}
    return [row for row in changed if ids & set(row) or TYPED in row]


def test_asvs_8_2_2_and_8_4_1_keys_of_buttons_and_fields_of_others_do_nothing(both: Both) -> None:
    theirs = both.tab(both.theirs.office.owner)
    strangers = {kind: both.tab(member) for kind, member in both.strangers().items()}
    before, used = rows(both), 0
    for page in PAGES:
        for place in PLACES:
            asked = query(both.theirs.ids, *place)
            widgets = theirs.open(page, asked).widgets()
            used += len(widgets)
            for tab in strangers.values():
                tab.open(page, asked)
                assert SECRET not in tab.use(page, asked, widgets).raw

    after = rows(both)
    assert used > 200
    assert of_theirs(both, before - after) == []
    assert of_theirs(both, after - before) == []


def as_asked(both: Both, path: str, cookie: str = "") -> tuple[int, bytes]:
    """Return what is answered, without what differs from one time to another."""
    reply = get(both.server.port, path, {"Cookie": cookie} if cookie else {})
    return reply.status, reply.body


def test_asvs_8_2_2_and_8_4_1_a_preview_is_for_who_invites_in_the_project(both: Both) -> None:
    invites = {MembershipKind.OWNER, MembershipKind.COORDINATOR}
    tails = ("", "/q/MC-41", "/end")
    for kind, member in both.strangers().items():
        cookie = both.cookie(member)
        for tail in tails:
            never, own, theirs = (
                as_asked(both, f"/preview/{name}/mentee/short{tail}", cookie)
                for name in (NEVER[:16], both.own["assessment"], both.theirs.ids["assessment"])
            )
            assert never[0] == 404
            assert theirs == never, (kind, tail)
            assert own[0] == (200 if kind in invites else 404), (kind, tail)


def test_a_session_opens_by_its_key_whoever_signed_in_and_never_by_its_id(both: Both) -> None:
    session = inside(both).store.sessions.get(both.theirs.ids["alone"])
    session, keys = new_keys(inside(both), session)
    open_lobby(inside(both), session)
    opens = [f"/control/{keys.control}", f"/control/{keys.helper}", f"/screen/{keys.screen}"]
    opens += [f"/s/{keys.join_token}", f"/control/{keys.control}/state"]
    closed = [f"/{page}/{session.id}" for page in ("control", "screen", "s")]
    closed += [f"/control/{keys.screen}", f"/control/{keys.join_token}", f"/screen/{keys.code}"]
    cookies = [both.cookie(member) for member in both.strangers().values()]
    cookies.append(both.cookie(both.theirs.office.owner))

    for path in opens:
        alone = as_asked(both, path)
        assert alone[0] == 200, path
        assert {as_asked(both, path, cookie)[0] for cookie in cookies} == {200}
    asked = [(path, cookie) for path in closed for cookie in ("", *cookies)]
    with ThreadPoolExecutor(len(cookies)) as several:  # an unknown key is answered slowly
        statuses = several.map(lambda one: as_asked(both, *one)[0], asked)
    assert [one for one, status in zip(asked, statuses, strict=True) if status != 404] == []


def test_asvs_13_4_5_who_signed_in_reads_nothing_about_the_server(both: Both) -> None:
    for member in both.strangers().values():
        assert as_asked(both, "/_stcore/metrics", both.cookie(member))[0] == 404


def test_asvs_8_4_1_own_buttons_do_nothing_to_others_whose_ids_stand_in_the_address(
    both: Both,
) -> None:
    tab = both.tab(both.mine.owner)  # of whom less and less is left: this comes last
    before = rows(both)
    for page in PAGES:
        for place in PLACES:
            own, other = query(both.own, *place), query(both.theirs.ids, *place)
            for name in tab.open(page, own).buttons():
                tab.open(page, own)
                assert SECRET not in tab.open(page, other, pressed=name).raw

    after = rows(both)
    assert before != after  # they do something
    assert of_theirs(both, before - after) == []
    assert of_theirs(both, after - before) == []
