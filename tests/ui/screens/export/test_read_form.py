"""A form that comes back on the screen: shown first, decided by a person, written whole or not."""

from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from assessment.assessments import Assessment
from assessment.services import assessments
from assessment.services.context import Workspace
from exchange.forms import service
from exchange.forms.write import form
from locales import translator
from tests.support.files.forms import VOICE_COLUMNS, a_draft, filled
from tests.support.ui.screens import OpenPage, level, shown

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def make_form(workspace: Workspace, assessment: Assessment, role: str = "coordinator") -> bytes:
    return form(service.draft(workspace, assessment, role, "en", "Questions"), translator("en"))


def give(app: AppTest, content: bytes, name: str = "form.xlsx") -> AppTest:
    app.file_uploader[0].set_value((name, content, XLSX)).run()
    assert not app.exception, app.exception
    return app


def take_over(app: AppTest) -> AppTest:
    app.button(key="take_over").click().run()
    assert not app.exception, app.exception
    return app


def test_what_was_filled_in_is_shown_before_it_is_taken_over(
    open_page: OpenPage, workspace: Workspace, assessment: Assessment
) -> None:
    own = workspace.own_respondent(assessment).id
    workspace.store.answers.save(own, level("MC-44", 2))
    cells = {"MC-41": {"answer": 3, "comment": "<b>zelf gezien</b>"}, "MC-44": {"answer": 1}}
    app = give(
        open_page("export", assessment=assessment.id),
        filled(make_form(workspace, assessment), cells),
    )

    assert any("changes 2 answers" in part.value for part in app.markdown)
    assert "&lt;b&gt;zelf gezien&lt;/b&gt;" in shown(app)
    assert workspace.store.answers.get(own, "MC-41").level is None

    take_over(app)

    assert app.success[0].value == "2 answers were taken over."
    assert workspace.store.answers.get(own, "MC-41").level == 3
    assert workspace.store.answers.get(own, "MC-44").level == 1


@pytest.mark.parametrize(("decision", "kept"), [(None, 4), ("keep", 4), ("take", 1), ("both", 1)])
def test_a_conflict_is_decided_by_a_person(
    open_page: OpenPage,
    workspace: Workspace,
    assessment: Assessment,
    decision: str | None,
    kept: int,
) -> None:
    own = workspace.own_respondent(assessment).id
    data = filled(make_form(workspace, assessment), {"MC-41": {"answer": 1, "comment": "form"}})
    workspace.store.answers.save(own, level("MC-41", 4, "here"))
    app = give(open_page("export", assessment=assessment.id), data)
    if decision:
        app.radio[0].set_value(decision).run()
    take_over(app)
    stored = workspace.store.answers.get(own, "MC-41")

    assert stored.level == kept
    assert stored.comment == {"take": "form", "both": "here\n\nform"}.get(decision or "", "here")


def test_a_change_after_the_preview_stops_everything(
    open_page: OpenPage, workspace: Workspace, assessment: Assessment
) -> None:
    own = workspace.own_respondent(assessment).id
    data = filled(
        make_form(workspace, assessment), {"MC-41": {"answer": 1}, "MC-44": {"answer": 1}}
    )
    app = give(open_page("export", assessment=assessment.id), data)
    workspace.store.answers.save(own, level("MC-41", 4))
    take_over(app)

    assert "nothing was written" in app.error[0].value
    assert set(workspace.store.answers.all(own)) == {"MC-41"}
    assert len(app.radio) == 1


def test_closing_meanwhile_stops_everything(
    open_page: OpenPage, workspace: Workspace, assessment: Assessment
) -> None:
    data = filled(make_form(workspace, assessment), {"MC-41": {"answer": 1}})
    app = give(open_page("export", assessment=assessment.id), data)
    assessments.close_assessment(workspace, assessment.id)
    take_over(app)

    assert "closed meanwhile" in app.error[0].value


def test_an_anonymous_form_shows_no_answers(
    open_page: OpenPage, workspace: Workspace, assessment: Assessment
) -> None:
    data = make_form(workspace, assessment, "mentee")
    cells: dict[str, Any] = {"MC-41": {"answer": 0, "comment": "geheim"}}
    app = give(open_page("export", assessment=assessment.id), filled(data, cells, VOICE_COLUMNS))

    assert "geheim" not in shown(app)
    take_over(app)
    assert len(workspace.store.respondents.all(assessment.id)) == 2

    said = []
    for guess in (0, 3):
        cells["MC-41"]["answer"] = guess
        give(app, filled(data, cells, VOICE_COLUMNS))
        assert "form.xlsx: this form was read in already" in shown(app)
        assert not any(button.key == "take_over" for button in app.button)
        said.append(shown(app))
    assert said[0] == said[1]


def test_a_form_that_changes_nothing_says_so(
    open_page: OpenPage, workspace: Workspace, assessment: Assessment
) -> None:
    app = give(open_page("export", assessment=assessment.id), make_form(workspace, assessment))

    assert any("changes nothing" in part.value for part in app.info)


def test_what_is_wrong_in_a_form_is_said_with_its_cell_in_the_own_language(
    open_page: OpenPage, workspace: Workspace, assessment: Assessment
) -> None:
    cells = {
        c.id: {"answer": "?"}
        for c in service.draft(workspace, assessment, "coordinator", "en", "x").criteria
    }
    del cells["MC-41"]
    many = filled(make_form(workspace, assessment), cells)
    app = give(open_page("export", assessment=assessment.id, language="nl"), many, "<i>.xlsx")

    assert "niet ingelezen" in app.error[0].value
    assert "&lt;i&gt;.xlsx: Questions!E" in shown(app)
    assert "Kies er een uit de lijst in het vak." in shown(app)


def test_of_very_many_mistakes_the_first_are_told(
    open_page: OpenPage,
    workspace: Workspace,
    assessment: Assessment,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("ui.screens.export.read_form.MOST_PROBLEMS", 1)
    cells = {"MC-41": {"answer": "?"}, "MC-44": {"answer": "?"}}
    app = give(
        open_page("export", assessment=assessment.id),
        filled(make_form(workspace, assessment), cells),
    )

    assert "and one more" in shown(app)


def test_a_form_of_another_version_says_what_is_different(
    open_page: OpenPage, workspace: Workspace, assessment: Assessment
) -> None:
    other = assessments.start_assessment(
        workspace, assessment.project, name="2", profile="full", ambition="floor"
    )
    app = give(open_page("export", assessment=assessment.id), make_form(workspace, other))

    assert "made for another assessment" in shown(app)
    assert "is not asked here and was left out" in shown(app)


def test_voices_that_were_shown_stay_final(
    open_page: OpenPage, workspace: Workspace, example_assessment: Assessment
) -> None:
    reopened = assessments.reopen_assessment(workspace, example_assessment.id)
    app = open_page("export", assessment=reopened.id)

    assert reopened.published_at is not None
    assert app.selectbox(key="form_role:en").options == ["Coordinators", "Process facilitators"]
    assert "Mentees" in app.selectbox(key="paper_role:en").options

    draft = a_draft(
        workspace.catalogue,
        role="mentee",
        respondent="s",
        is_anonymous=True,
        assessment=reopened.id,
    )
    give(app, form(draft, translator("en")))
    assert "nothing of others can be added" in app.error[0].value
