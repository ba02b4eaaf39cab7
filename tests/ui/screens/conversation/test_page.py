"""The page to talk about: phases, boundaries with a self-check, theses; nothing is kept."""

from html import escape

import pytest
import streamlit as st

from assessment.services.context import Workspace
from tests.ui.conftest import OpenPage, shown
from tests.ui.screens.start.test_page import copy
from ui import session


@pytest.mark.parametrize("language", ["nl", "en"])
def test_phases_timeline_comparison_and_theses_can_be_read(
    open_page: OpenPage, workspace: Workspace, language: str
) -> None:
    said = shown(open_page("conversation", language=language))
    catalogue = workspace.catalogue
    assert catalogue.relationship is not None
    assert catalogue.relationship.timeline is not None
    assert catalogue.boundaries is not None
    texts = [
        *(phase.question for phase in catalogue.relationship.phases),
        catalogue.relationship.timeline.note,
        *(step.step for step in catalogue.relationship.timeline.steps),
        *(text for aspect in catalogue.boundaries.aspects for text in aspect.others.values()),
        *(thesis.statement for thesis in catalogue.theses),
    ]
    assert [t for t in texts if escape(t.in_language(language)) not in said] == []


def test_a_ticked_signal_shows_what_helps_and_no_other(
    open_page: OpenPage, workspace: Workspace
) -> None:
    assert workspace.catalogue.boundaries is not None
    first, second, *_ = workspace.catalogue.boundaries.signals
    app = open_page("conversation")
    assert escape(first.agreement.in_language("en")) not in shown(app)
    assert "Nothing ticked" in shown(app)

    app.checkbox(key=f"signal:{first.id}").check().run()
    assert escape(first.agreement.in_language("en")) in shown(app)
    assert escape(second.agreement.in_language("en")) not in shown(app)
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


def test_a_catalogue_without_these_has_an_empty_page(
    open_page: OpenPage, monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("criteria")
    copy(session.settings().criteria, folder)
    for name in ("theses", "boundaries", "relationship"):
        (folder / f"{name}.yaml").unlink()
    monkeypatch.setenv("MENTORSPIEGEL_CRITERIA", str(folder))
    session.settings.cache_clear()
    st.cache_resource.clear()

    app = open_page("conversation")

    assert [header.value for header in app.header] == []
    assert "nothing to talk about" in " ".join(part.value for part in app.markdown)


def test_a_contact_without_a_timeline_has_none(
    open_page: OpenPage, monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("criteria")
    copy(session.settings().criteria, folder)
    file = folder / "relationship.yaml"
    file.write_text(file.read_text(encoding="utf-8").partition("timeline:")[0], "utf-8")
    monkeypatch.setenv("MENTORSPIEGEL_CRITERIA", str(folder))
    session.settings.cache_clear()
    st.cache_resource.clear()

    assert "of one project" not in shown(open_page("conversation"))
