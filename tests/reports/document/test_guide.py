"""The guide to a talk: a plan whose minutes add up, a page per criterion, room to write."""

from dataclasses import replace

import pytest

from assessment.errors import InvalidInput
from reports.document.build import build
from reports.document.guide import MOST, to_discuss
from reports.document.model import Figure, WritingLines
from reports.material import Form
from tests.support.files.documents import blocks, facts, section_text, titles
from tests.support.material import the_catalogue, the_material, the_outcome
from tests.support.outcomes import text

GUIDE = build(the_material(form=Form.GUIDE))


def test_there_is_a_page_for_each_criterion_that_people_answered_differently() -> None:
    assert to_discuss(the_outcome()) == ("C-1", "C-3", "C-2")
    assert titles(GUIDE) == [
        "How to lead this talk",
        "Criterion C-1",
        "Criterion C-3",
        "Criterion C-2",
        "What we agree",
    ]
    assert (GUIDE.kind, GUIDE.has_cover) == ("Conversation guide", False)
    assert list(facts(GUIDE)) == ["Assessment", "Who answered", "Made on"]


def test_the_minutes_of_the_plan_add_up() -> None:
    said = section_text(GUIDE, "How to lead this talk")

    assert "The plan: 40 minutes" in said
    assert "0:00 | Welcome, and how we talk | 5\n0:05 | Criterion C-1 | 10" in said
    assert "0:35 | Agreements, and one word each | 5" in said


def test_a_page_has_figures_questions_minutes_and_room_to_write() -> None:
    said = section_text(GUIDE, "Criterion C-1")

    assert "Largest difference 1.5: Mentors and Mentees." in said
    assert "What happened?" in said
    assert "10 minutes: 2 to look, 3 in pairs, 3 together, 2 to agree." in said
    assert "who can speak for the smallest group?" in said
    assert "What we agree on this, and why" in said
    assert blocks(GUIDE, Figure)
    assert all(lines.number > 1 for lines in blocks(GUIDE, WritingLines))


def test_what_helps_stands_where_the_level_is_low() -> None:
    catalogue = the_catalogue(C_1={"next_steps": (text("Call them."),)})
    outcome = replace(the_outcome(before=False), catalogue=catalogue)
    said = build(the_material(outcome, form=Form.GUIDE))

    assert "What may help\nCall them." in section_text(said, "Criterion C-1")
    assert "What may help" not in section_text(said, "Criterion C-3")


@pytest.mark.parametrize(
    ("signs", "found", "why"),
    [
        ({"C-1": {"coordinator": "1"}, "C-6": {"coordinator": "4"}}, ("C-1",), "furthest from"),
        ({"C-1": {"coordinator": "4"}}, (), "nothing is below its level"),
    ],
)
def test_where_no_groups_differ_it_takes_what_is_furthest_from_its_level(
    signs: dict[str, dict[str, str]], found: tuple[str, ...], why: str
) -> None:
    outcome = the_outcome(signs, before=False)
    said = build(the_material(outcome, form=Form.GUIDE))

    assert to_discuss(outcome) == found
    assert len(found) <= MOST
    assert why in section_text(said, "How to lead this talk")


@pytest.mark.parametrize("form", [Form.GUIDE, Form.HANDOUTS])
def test_an_open_assessment_has_no_guide(form: Form) -> None:
    with pytest.raises(InvalidInput, match="Close it first"):
        build(the_material(the_outcome(is_closed=False), form=form))
