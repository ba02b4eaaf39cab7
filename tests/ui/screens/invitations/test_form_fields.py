"""A form that invites: its texts stay on the device until it did what it is for, then it starts anew."""

import json
import re
from html import unescape

import pytest
from streamlit.testing.v1 import AppTest

from assessment.assessments import Assessment
from assessment.services.context import Workspace
from tests.support.ui.screens import OpenPage, an_invitation, press, shown
from ui.widgets.save_line import digest

FIELDS = {
    "invitation": {"respondents": "10", "until": None, "own_line": ""},
    "pair": {"number": "5", "until": None, "own_line": ""},
    "more": {"links": "1"},
}


def forms(app: AppTest) -> dict[str, dict[str, str]]:
    """Return the forms of a page with the digests of what their fields hold at the start."""
    lines = [json.loads(unescape(one)) for one in re.findall(r'data-line="([^"]*)"', shown(app))]
    return {
        line["form"]: {name.rpartition(":")[2]: stored for name, _, stored, _ in line["fields"]}
        for line in lines
        if line["form"]
    }


def names_made(app: AppTest) -> list[str]:
    """Return the forms whose texts may leave the device."""
    [given] = re.findall(r'id="ms-typing" hidden data-given="([^"]*)"', shown(app))
    return [str(name) for name in json.loads(unescape(given))["made"]]


def test_every_form_that_invites_says_what_stands_in_it_at_the_start(
    open_page: OpenPage, workspace: Workspace, whole: Assessment
) -> None:
    an_invitation(workspace, whole)
    found = {
        name.partition(":")[0]: fields
        for name, fields in forms(open_page("invitations", assessment=whole.id)).items()
    }

    assert {kind: set(fields) for kind, fields in found.items()} == {
        kind: set(fields) for kind, fields in FIELDS.items()
    }
    for kind, fields in FIELDS.items():
        for name, first in fields.items():
            assert first is None or found[kind][name] == digest(first), (kind, name)


@pytest.mark.parametrize(
    ("kind", "button"), [("invitation", "open_invitation"), ("pair", "make_pairs")]
)
def test_a_form_that_did_what_it_is_for_lets_its_texts_go_and_starts_anew(
    open_page: OpenPage, whole: Assessment, kind: str, button: str
) -> None:
    app = open_page("invitations", assessment=whole.id)
    before = f"{kind}:{whole.id}:0"
    assert before in forms(app)
    app.text_input(key=f"{kind}_own_line:{whole.id}:0").set_value("Tot 12 mei.").run()

    press(app, button)
    app.run()

    assert names_made(app) == [before]
    assert before not in forms(app)
    [empty] = [box for box in app.text_input if str(box.key).startswith(f"{kind}_own_line:")]
    assert empty.value == ""


def test_a_form_that_was_refused_keeps_its_texts(
    open_page: OpenPage, workspace: Workspace, whole: Assessment
) -> None:
    issued = an_invitation(workspace, whole)
    app = open_page("invitations", assessment=whole.id)
    app.number_input(key=f"more_links:{issued.invitation.id}:5").set_value(200).run()

    press(app, f"add:{issued.invitation.id}")
    app.run()

    assert names_made(app) == []
    assert app.number_input(key=f"more_links:{issued.invitation.id}:5").value == 200
