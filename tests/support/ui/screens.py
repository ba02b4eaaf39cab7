"""What the tests of screens need: people who answered, and eyes and hands on a page."""

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any
from unittest.mock import patch

from streamlit.runtime.media_file_manager import MediaFileManager
from streamlit.testing.v1 import AppTest
from streamlit.util import calc_hash

from assessment.agreements import Agreement
from assessment.answers import Answer, AnswerState
from assessment.assessments import Assessment
from assessment.invitations import IssuedInvitation, IssuedLink
from assessment.respondents import Respondent
from assessment.services import agreements, assessments, invitations, responding
from assessment.services.context import Workspace
from assessment.services.invitations import InvitationLine
from assessment.services.pairs import PairLinks
from assessment.store import RespondentAnswer
from tests.support.database import add_respondents
from tests.support.invitations import own

MAIN = str(Path(__file__).resolve().parents[3] / "ui" / "main.py")
HOSTILE = "<script>alert(1)</script> **vet** :rocket:"

OpenPage = Callable[..., AppTest]


def an_invitation(
    workspace: Workspace,
    assessment: Assessment,
    role: str = "mentee",
    *,
    personal: int = 5,
    open_link: bool = False,
    until: date | None = None,
) -> IssuedInvitation:
    """Open an invitation with every question of the assessment."""
    return invitations.open_invitation(
        workspace,
        assessment.id,
        role,
        "full",
        max(personal, 5),
        until,
        personal=personal,
        open_link=open_link,
    )


def line(workspace: Workspace, assessment: Assessment) -> InvitationLine:
    """Return the only invitation of an assessment, as the coordinator sees it."""
    [found] = invitations.invitations_of(workspace, assessment)
    return found


def everybody_says(workspace: Workspace, links: tuple[IssuedLink, ...], *answers: Answer) -> None:
    """Let everybody who holds one of these links answer and finish."""
    for link in links:
        session = responding.find(workspace, own(workspace, link.token))
        assert isinstance(session, responding.RespondentSession)
        for answer in answers:
            responding.write(workspace, session, answer)
        responding.finish(workspace, session)


def both_are_done(workspace: Workspace, pair: PairLinks) -> None:
    """Let both of a pair finish."""
    everybody_says(workspace, (pair.first, pair.second))


def level(criterion: str, number: int, comment: str = "") -> Answer:
    return Answer(criterion, AnswerState.LEVEL, number, comment=comment)


def answer(workspace: Workspace, assessment: Assessment, *answers: Answer) -> None:
    """Give answers of the organisation itself."""
    respondent = workspace.own_respondent(assessment).id
    for one in answers:
        workspace.store.answers.save(respondent, one)


def speak(workspace: Workspace, assessment: Assessment, role: str, one: Answer, times: int) -> None:
    """Let new respondents of a role give the same answer, without an invitation."""
    for _ in range(times):
        respondent = Respondent(workspace.new_id(), assessment.id, role)
        add_respondents(workspace.store, [respondent])
        workspace.store.answers.add([RespondentAnswer(respondent, one)])


def hear(workspace: Workspace, assessment: Assessment, number: int, comment: str = "") -> None:
    """Let the organisation and five mentees answer one question, and close."""
    answer(workspace, assessment, level("MC-41", 4))
    issued = an_invitation(workspace, assessment)
    everybody_says(workspace, issued.links, level("MC-41", number, comment))
    assessments.close_assessment(workspace, assessment.id)


def following(workspace: Workspace, assessment: Assessment) -> Assessment:
    """Start the next assessment of the same project."""
    return assessments.start_assessment(
        workspace, assessment.project, name="2027", profile="short", ambition="floor"
    )


def agree(workspace: Workspace, assessment: Assessment, **fields: object) -> Agreement:
    """Make an agreement, on MC-01 unless told otherwise."""
    values = {"criterion": "MC-01", "text": "doelen opschrijven", **fields}
    return agreements.save_agreement(
        workspace,
        Agreement(id="", project=assessment.project, assessment=assessment.id, **values),  # type: ignore[arg-type]
    )


def open_at(page: str, places: Mapping[str, str], login: str | None = None) -> AppTest:
    """Open the program at the address of a page, such as "audit", as a link to it does."""
    app = AppTest.from_file(MAIN, default_timeout=30)
    if login is not None:
        app.user = {"login": login}
    if page != "home":
        app._page_hash = calc_hash(page)  # what Streamlit makes of the address in a browser
    for name, value in places.items():
        app.query_params[name] = value
    app.run()
    assert not app.exception, app.exception
    return app


def shown(app: AppTest) -> str:
    """Return the HTML parts of a page, as one text."""
    return " ".join(str(part.proto.body) for part in app.get("html"))


def read_aloud(app: AppTest) -> str:
    """Return headers, plain text and messages of a page with its HTML parts, as one text."""
    parts = (*app.header, *app.markdown, *app.info)
    return " ".join([*(str(part.value) for part in parts), shown(app)])


def headers(app: AppTest) -> list[str]:
    return [header.value for header in app.header]


def links(app: AppTest) -> list[str]:
    """Return the labels of the links on a page, as they read."""
    return [part.proto.label.replace("\\", "") for part in app.main.get("page_link")]


def downloads(app: AppTest) -> list[str]:
    """Return the labels of the files that can be downloaded."""
    return [part.proto.label for part in app.get("download_button")]


def made(app: AppTest, name: str) -> bytes:
    """Return the file that a button of the page makes when it is pressed in a browser."""
    makers: dict[str, Callable[[], bytes]] = {}
    add = MediaFileManager.add_deferred

    def remember(manager: MediaFileManager, make: Any, *given: Any, **named: Any) -> str:
        makers[named["element_id"]] = make
        return add(manager, make, *given, **named)

    with patch.object(MediaFileManager, "add_deferred", remember):
        app.run()
    assert not app.exception, app.exception
    (make,) = (make for key, make in makers.items() if key.endswith(f"download:{name}"))
    return make()


def keys(app: AppTest) -> set[str]:
    """Return the keys of all buttons."""
    return {str(button.key) for button in app.button}


def key(app: AppTest, kind: str, part: str) -> str:
    """Return the key of the first widget of a kind whose key holds `part`."""
    return next(str(w.key) for w in app.get(kind) if w.key and part in str(w.key))


def fill(app: AppTest, kind: str, part: str, value: object) -> None:
    """Fill in the first widget of a kind whose key holds `part`."""
    getattr(app, kind)(key=key(app, kind, part)).set_value(value).run()
    assert not app.exception, app.exception


def choose(app: AppTest, name: str, value: object, language: str = "en") -> None:
    """Choose from a list whose options are shown in words."""
    app.selectbox(key=f"{name}:{language}").set_value(value).run()
    assert not app.exception, app.exception


def press(app: AppTest, name: str) -> AppTest:
    """Press the button with this key."""
    app.button(key=name).click().run()
    assert not app.exception, app.exception
    return app
