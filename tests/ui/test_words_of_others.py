"""Whatever stands in a catalogue or a name, no screen makes a link, a picture or a request of it."""

import json
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from google.protobuf.descriptor import FieldDescriptor
from google.protobuf.message import Message
from streamlit.testing.v1 import AppTest

from assessment.agreements import Agreement
from assessment.answers import Answer, AnswerState, Reason
from assessment.assessments import Assessment
from assessment.catalogue.model import Catalogue, Header
from assessment.catalogue.reading.file_kinds import FILE_KINDS
from assessment.choices import Choice
from assessment.services import agreements, assessments, pairs, projects
from assessment.services.context import Workspace
from assessment.services.feedback import set_gives_feedback
from tests.support.builders import a_project
from tests.support.ui.screens import (
    OpenPage,
    an_invitation,
    answer,
    everybody_says,
    level,
    press,
)
from ui import session
from ui.store import workspace as open_workspace

FOREIGN = "foreign.example"
HOSTILE = (
    f"![x](http://{FOREIGN}/x.png) [y](http://{FOREIGN}) http://{FOREIGN} <img src=//{FOREIGN}>"
)
# what Streamlit reads as Markdown and would act on
ACTING = re.compile(r"(?<!\\)!?(?<!\\)\[[^\]]*(?<!\\)\]\(|(?<!\\)\bhttps?://foreign")
# fields that hold plain text: what somebody typed, and what is no text at all
TYPED = {"value", "default", "placeholder", "file_name", "id", "key", "form_id", "query_string"}
TYPED |= {"raw_value", "url", "spec", "alt", "html_url", "page_script_hash", "element_id"}
PLAIN_OPTIONS = {"Selectbox", "MultiSelect"}  # their options are no Markdown


def hostile_folder(catalogue: Catalogue, folder: Path) -> None:
    """Write the catalogue with the same marks in every text; JSON is YAML."""
    data = json.loads(catalogue.snapshot)
    languages = {"nl", "en"}

    def marked(value: Any) -> Any:
        if isinstance(value, dict) and value and value.keys() <= languages:
            return {language: f"{HOSTILE} {language}" for language in value}
        if isinstance(value, dict):
            return {name: marked(inside) for name, inside in value.items()}
        return [marked(inside) for inside in value] if isinstance(value, list) else value

    data = marked(data)
    files = {"catalogue.yaml": {n: v for n, v in data.items() if n in Header.model_fields}}
    files |= {name: data[name.removesuffix(".yaml")] for name in FILE_KINDS if name[:-5] in data}
    for criterion in data["criteria"]:
        name = f"perspectives/{criterion.pop('perspective')}.yaml"
        files.setdefault(name, []).append(criterion)
    files |= {f"profiles/{profile['id']}.yaml": profile for profile in data["profiles"]}
    for name, content in files.items():
        (folder / name).write_text(json.dumps(content, ensure_ascii=False), "utf-8")


@pytest.fixture
def space(own_criteria: Path, catalogue: Catalogue) -> Workspace:
    """The screens on a catalogue in which every text has marks."""
    hostile_folder(catalogue, own_criteria)
    session.settings.cache_clear()
    return open_workspace()


@pytest.fixture
def hostile(space: Workspace) -> Assessment:
    """An assessment in which also everything that somebody typed has marks."""
    project = projects.create_project(space, a_project(id="", name=HOSTILE, contact=HOSTILE))
    assessment = assessments.start_assessment(
        space, project.id, name=HOSTILE, profile="short", ambition="floor"
    )
    no = AnswerState.NOT_APPLICABLE
    left_out = Answer("MC-03", no, reason=Reason.OTHER, reason_text=HOSTILE, comment=HOSTILE)
    told = Answer("MC-41", AnswerState.LEVEL, 4, comment=HOSTILE, evidence=HOSTILE, marked=True)
    answer(space, assessment, left_out, told, level("MC-01", 0, HOSTILE))
    assessments.change_choice(space, assessment.id, Choice("MC-07", in_scope=False, reason=HOSTILE))
    todo = Agreement("", project.id, assessment.id, "MC-01", HOSTILE, HOSTILE)
    agreements.save_agreement(space, todo)
    pairs.make_pairs(space, assessment.id, 1, None, own_line=HOSTILE[:200])
    issued = an_invitation(space, assessment, open_link=True)
    everybody_says(space, issued.links, level("MC-41", 1, HOSTILE))
    return assessment


def texts(message: Message) -> Iterator[tuple[str, str]]:
    """Every text in an element, after the path of its fields."""
    kind = message.DESCRIPTOR.name
    for field, value in message.ListFields():
        many = value if field.is_repeated else [value]
        if field.name in TYPED or (field.name == "options" and kind in PLAIN_OPTIONS):
            continue
        for one in many:
            if field.type == FieldDescriptor.TYPE_MESSAGE and isinstance(one, Message):
                yield from ((f"{kind}.{path}", text) for path, text in texts(one))
            elif isinstance(one, str):
                yield f"{kind}.{field.name}", one


class Asking(HTMLParser):
    """What in a piece of HTML leads to another server or is asked of it, and handlers of events."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        leading = {"src", "srcset", "href", "action", "style", "background", "data", "poster"}
        self.found += [
            f"{tag} {name}={value}"
            for name, value in attrs
            if (name in leading and FOREIGN in str(value)) or name.startswith("on")
        ]


def acting(app: AppTest) -> list[str]:
    """What on a page would become a link or a picture, or would be asked of another server."""
    found = []
    for part in (*app.main, *app.sidebar):
        proto = getattr(part, "proto", None)
        if not isinstance(proto, Message):
            continue
        for path, text in texts(proto):
            if path.startswith("Html."):
                found += Asking(text).found
            else:
                found += [f"{path}: {text[m.start() :][:80]}" for m in ACTING.finditer(text)]
    return found


def walk(open_page: OpenPage, *pages: tuple[str, dict[str, str]]) -> dict[str, list[str]]:
    wrong = {}
    for page, place in pages:
        found = acting(open_page(page, language="nl", **place))
        if found:
            wrong[f"{page} {place.get('part', place.get('criterion', ''))}"] = found
    return wrong


def test_before_closing_nothing_of_others_acts_on_any_screen(
    open_page: OpenPage, space: Workspace, hostile: Assessment
) -> None:
    here = {"project": hostile.project, "assessment": hostile.id}
    general = [(page, {}) for page in ("home", "criteria", "conversation", "method", "start")]
    own = (
        "start",
        "questions",
        "audit",
        "invitations",
        "closing",
        "agreements",
        "settings",
        "export",
    )
    of_one = [
        (page, {**here, "criterion": "MC-41"}) for page in ("audit", "criteria", "agreements")
    ]

    wrong = walk(open_page, *general, *((page, here) for page in own), *of_one)

    assert wrong == {}


def test_after_closing_nothing_of_others_acts_on_any_screen(
    open_page: OpenPage, space: Workspace, hostile: Assessment
) -> None:
    closed = assessments.close_assessment(space, hostile.id)
    set_gives_feedback(space, closed, gives_feedback=True)
    following = assessments.start_assessment(
        space, hostile.project, name=HOSTILE, profile="short", ambition="floor"
    )
    here = {"project": hostile.project, "assessment": hostile.id}
    later = {"project": hostile.project, "assessment": following.id}
    parts = ("overview", "groups", "criteria", "movement", "grounds")
    pages = [("result", {**here, "part": part}) for part in parts]
    pages += [("result", {**here, "criterion": "MC-41"}), ("home", {}), ("start", here)]
    pages += [(page, here) for page in ("closing", "feedback", "agreements", "export", "settings")]
    pages += [("audit", {**later, "criterion": "MC-41"}), ("agreements", later), ("result", later)]

    assert walk(open_page, *pages) == {}


def test_the_conversation_is_walked_in_all_its_parts(open_page: OpenPage, space: Workspace) -> None:
    app = open_page("conversation", language="nl")
    for choice in [str(part.key) for part in app.segmented_control if part.key != "language"]:
        for option in app.segmented_control(key=choice).options:
            app.segmented_control(key=choice).set_value(option).run()
            assert not app.exception
            assert acting(app) == []
    assert acting(press(open_page("home", language="nl"), "add_example")) == []
