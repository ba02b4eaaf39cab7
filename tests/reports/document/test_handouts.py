"""Hand-outs: a page per criterion to think for oneself, without figures."""

from reports.document.build import build
from reports.document.model import Figure, WritingLines
from reports.material import Form
from tests.support.files.documents import blocks, facts, section_text, titles
from tests.support.material import the_material, the_outcome

HANDOUTS = build(the_material(form=Form.HANDOUTS))


def test_there_is_a_page_per_criterion_with_question_levels_and_room_to_write() -> None:
    said = section_text(HANDOUTS, "Criterion C-1")

    assert titles(HANDOUTS) == ["Criterion C-1", "Criterion C-3", "Criterion C-2"]
    assert "Which level is wholly true? Choose the highest one." in said
    assert "0 · Absent" in said
    assert "What happened?" in said
    assert len(blocks(HANDOUTS, WritingLines)) == 9


def test_no_figures_stand_on_them() -> None:
    assert blocks(HANDOUTS, Figure) == []
    assert facts(HANDOUTS) == {}


def test_without_anything_to_talk_about_there_is_a_page_to_say_what_should_stay() -> None:
    outcome = the_outcome({"C-1": {"coordinator": "4"}}, before=False)

    assert titles(build(the_material(outcome, form=Form.HANDOUTS))) == ["Your own view"]
