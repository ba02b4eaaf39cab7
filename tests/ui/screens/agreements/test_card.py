"""One agreement: every field is kept when it is left, and nothing typed is lost."""

from dataclasses import replace
from datetime import date

import pytest

from assessment.access.acts import MembershipKind
from assessment.agreements import AgreementStatus
from assessment.assessments import Assessment
from assessment.services import agreements, assessments
from assessment.services.context import Workspace
from tests.support.ui.accounts import somebody
from tests.support.ui.screens import OpenPage, agree, shown


def test_every_field_of_an_agreement_is_kept_when_it_is_left(
    open_page: OpenPage, workspace: Workspace, assessment: Assessment
) -> None:
    agreement = agree(workspace, assessment)
    app = open_page("agreements", assessment=assessment.id)
    fields = f"action:{agreement.id}"
    app.text_area(key=f"{fields}:text:0").set_value("doelen <b>bespreken</b>").run()
    app.text_input(key=f"{fields}:owner:0").set_value("mentor").run()
    app.date_input(key=f"{fields}:due:0").set_value(date(2027, 2, 1)).run()
    app.selectbox(key=f"{fields}:status:0:en").set_value(AgreementStatus.DONE).run()
    app.text_area(key=f"{fields}:outcome:0").set_value("gelukt").run()
    assert "✓ Saved" in shown(app)
    [kept] = workspace.store.agreements.all(assessment.project)
    assert (kept.text, kept.owner, kept.due) == (
        "doelen <b>bespreken</b>",
        "mentor",
        date(2027, 2, 1),
    )
    assert (kept.status, kept.outcome) == (AgreementStatus.DONE, "gelukt")


def test_a_change_in_another_window_to_another_field_is_taken_over(
    open_page: OpenPage, workspace: Workspace, assessment: Assessment
) -> None:
    agreement = agree(workspace, assessment)
    app = open_page("agreements", assessment=assessment.id)
    agreements.save_agreement(workspace, replace(agreement, owner="bestuur"))
    app.text_area(key=f"action:{agreement.id}:text:0").set_value("mijn woorden").run()
    [kept] = workspace.store.agreements.all(assessment.project)
    assert (kept.text, kept.owner) == ("mijn woorden", "bestuur")
    assert app.text_input(key=f"action:{agreement.id}:owner:1").value == "bestuur"


def test_a_change_in_another_window_to_the_same_field_asks_which_to_keep(
    open_page: OpenPage, workspace: Workspace, assessment: Assessment
) -> None:
    agreement = agree(workspace, assessment)
    app = open_page("agreements", assessment=assessment.id)
    agreements.save_agreement(workspace, replace(agreement, text="hun woorden"))
    app.text_area(key=f"action:{agreement.id}:text:0").set_value("mijn woorden").run()
    assert workspace.store.agreements.all(assessment.project)[0].text == "hun woorden"
    assert "another window" in shown(app)
    assert "hun woorden" in shown(app)
    app.button(key=f"mine:action:{agreement.id}:text").click().run()
    assert workspace.store.agreements.all(assessment.project)[0].text == "mijn woorden"


def test_words_for_an_agreement_that_was_removed_elsewhere_are_not_lost(
    open_page: OpenPage, workspace: Workspace, assessment: Assessment
) -> None:
    agreement = agree(workspace, assessment)
    app = open_page("agreements", assessment=assessment.id)
    workspace.store.agreements.erase(agreement.id)
    app.text_area(key=f"action:{agreement.id}:text:0").set_value("mijn woorden").run()
    assert "removed in another window" in shown(app)
    assert "mijn woorden" in shown(app)
    app.button(key=f"remake:{agreement.id}").click().run()
    assert [a.text for a in workspace.store.agreements.all(assessment.project)] == ["mijn woorden"]
    assert "removed in another window" not in shown(app)


def test_words_for_a_removed_agreement_can_be_let_go(
    open_page: OpenPage, workspace: Workspace, assessment: Assessment
) -> None:
    agreement = agree(workspace, assessment)
    app = open_page("agreements", assessment=assessment.id)
    workspace.store.agreements.erase(agreement.id)
    app.selectbox(key=f"action:{agreement.id}:status:0:en").set_value(AgreementStatus.BUSY).run()
    app.button(key=f"let_go:{agreement.id}").click().run()
    assert "removed in another window" not in shown(app)
    assert workspace.store.agreements.all(assessment.project) == []


def test_an_agreement_says_what_is_missing_until_it_is_there_or_settled(
    open_page: OpenPage, workspace: Workspace, assessment: Assessment
) -> None:
    agreement = agree(workspace, assessment)
    assessments.close_assessment(workspace, assessment.id)
    app = open_page("agreements", assessment=assessment.id)
    fields = f"action:{agreement.id}"
    assert "Not said yet: by whom and when." in shown(app)

    app.text_input(key=f"{fields}:owner:0").set_value("mentor").run()
    assert "Not said yet: when." in shown(app)

    app.selectbox(key=f"{fields}:status:0:en").set_value(AgreementStatus.DROPPED).run()
    assert "Not said yet" not in shown(app)


@pytest.mark.parametrize(
    ("typed", "said"),
    [("", "Fill in what you will do"), ("x" * 10_001, "too long"), ("a\0", "cannot be kept")],
)
def test_words_that_cannot_be_kept_are_said(
    open_page: OpenPage, workspace: Workspace, assessment: Assessment, typed: str, said: str
) -> None:
    agreement = agree(workspace, assessment)
    app = open_page("agreements", assessment=assessment.id)
    app.text_area(key=f"action:{agreement.id}:text:0").set_value(typed).run()
    assert said in shown(app)
    assert workspace.store.agreements.all(assessment.project)[0].text == "doelen opschrijven"


def test_an_agreement_is_removed_only_after_a_second_word(
    open_page: OpenPage, workspace: Workspace, assessment: Assessment
) -> None:
    agreement = agree(workspace, assessment)
    app = open_page("agreements", assessment=assessment.id)
    app.button(key=f"ask:{agreement.id}").click().run()
    app.button(key=f"no:{agreement.id}").click().run()
    assert workspace.store.agreements.all(assessment.project) == [agreement]
    app.button(key=f"ask:{agreement.id}").click().run()
    app.button(key=f"yes:{agreement.id}").click().run()
    assert workspace.store.agreements.all(assessment.project) == []


def test_a_reader_removes_no_agreement(workspace: Workspace, assessment: Assessment) -> None:
    agreement = agree(workspace, assessment)
    reader = somebody(workspace, MembershipKind.READER)
    app = reader.opens("agreements", assessment=assessment.id)
    for button in [b for b in app.button if b.key == f"ask:{agreement.id}"]:
        button.click().run()
        app.button(key=f"yes:{agreement.id}").click().run()
        assert "does not allow this" in app.error[0].value

    assert workspace.store.agreements.all(assessment.project) == [agreement]
