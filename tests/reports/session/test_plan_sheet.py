"""The facilitator's sheet: clock times, what to do, to ask and to listen for, per step."""

from dataclasses import replace
from datetime import date, time

import page
import pytest

from assessment.catalogue.model import Catalogue
from locales import translator
from reports.document.model import Report
from reports.session.plan_sheet import SheetMaterial, plan_sheet
from reports.writers import docx, pdf
from tests.support.files.documents import facts, section_text, titles
from tests.support.session.drafts import MADE_AT, a_session
from tests.support.session.room import a_script, a_step

T = translator("en")
BEGINS, DAY = time(14), date(2026, 12, 3)


def sheet(catalogue: Catalogue, **fields: object) -> Report:
    session = a_session(
        a_script(
            a_step("welcome", minutes=5),
            a_step("last_time", minutes=5, items=("A1",), texts={"A1": catalogue.title}),
            a_step("thesis", minutes=10, items=("T-1",), vote_minutes=1, talk_minutes={"pairs": 3}),
            a_step("rate", minutes=55, items=("MC-01", "gone")),
        )
    )
    material = SheetMaterial(session, catalogue, catalogue.guides, **fields)  # type: ignore[arg-type]
    return plan_sheet(material, MADE_AT, T)


def test_steps_stand_with_the_time_on_the_clock(catalogue: Catalogue) -> None:
    made = sheet(catalogue, begins=BEGINS, day=DAY)
    plan = section_text(made, "The plan")

    assert facts(made)["Date"] == "3 December 2026"
    assert "14:00 | Welcome | 5\n14:05 | Last time | 5" in plan
    assert "15:15 | End | " in plan
    assert "14:20-15:15 · 55 minutes" in section_text(made, "How are we doing?")


def test_a_time_is_used_also_while_the_day_is_open(catalogue: Catalogue) -> None:
    made = sheet(catalogue, begins=BEGINS)

    assert "14:05 | Last time | 5" in section_text(made, "The plan")
    assert "Date" not in facts(made)


def test_without_a_beginning_the_times_count_from_the_start(catalogue: Catalogue) -> None:
    made = sheet(catalogue)

    assert "1:15 | End" in section_text(made, "The plan")
    assert "Date" not in facts(made)


def test_a_step_says_what_to_do_to_ask_and_to_listen_for(catalogue: Catalogue) -> None:
    made = sheet(catalogue)
    thesis = section_text(made, "Thesis")

    assert "Read the thesis aloud once and explain nothing." in thesis
    assert "Ask\nWho can speak for the smallest group?" in thesis
    assert "Listen for\nAn example from the own project." in thesis
    assert "Vote 1′ · in pairs 3′" in thesis
    assert "The word it hangs on: best" in thesis
    assert catalogue.by_id["MC-01"].prompts[0].in_language("en") in section_text(
        made, "How are we doing?"
    )
    assert "gone" in section_text(made, "How are we doing?")
    assert "Quality of mentoring" in section_text(made, "Last time")


def test_the_rules_and_what_can_go_wrong_stand_on_it(catalogue: Catalogue) -> None:
    made = sheet(catalogue)

    assert "three quarters of those who chose" in section_text(made, "The plan")
    assert "one step back" in section_text(made, "When something goes wrong")


def test_words_of_the_step_go_before_those_of_the_guide(catalogue: Catalogue) -> None:
    own = a_step("welcome", title=catalogue.title, instruction=catalogue.description)
    bare = a_step("checkout")
    session = a_session(a_script(own, bare))
    made = plan_sheet(SheetMaterial(session, catalogue), MADE_AT, T)

    assert titles(made)[1:3] == ["Quality of mentoring", "To end with"]
    assert section_text(made, "To end with") == "0:05-0:10 · 5 minutes\nNotes"


@pytest.mark.parametrize("language", ["nl", "en"])
def test_it_is_a_pdf_for_everybody_and_a_word_file(catalogue: Catalogue, language: str) -> None:
    made = replace(sheet(catalogue, begins=BEGINS), language=language)
    found = page.validate_pdf_bytes(pdf.write(made), profile=page.ValidationProfile.PDF_UA_1)

    assert list(found.failures) == []
    assert docx.write(made).startswith(b"PK")
