"""The parts of a report, as every writer may rely on them."""

from dataclasses import FrozenInstanceError

import pytest

from reports.document.build import build
from reports.document.model import Figure, Heading, Paragraph, Section, Sides
from reports.identity import LIGHT
from tests.support.files.documents import blocks
from tests.support.material import the_material

WHOLE = build(the_material())


def test_a_heading_stands_below_the_one_of_its_section() -> None:
    assert {heading.level for heading in blocks(WHOLE, Heading)} == {3, 4}
    assert Heading("x").level == 3


def test_a_paragraph_has_one_of_four_looks() -> None:
    assert {p.look for p in blocks(WHOLE, Paragraph)} <= {"body", "lead", "soft", "strong"}
    assert Paragraph("x").look == "body"


def test_a_figure_is_drawn_in_the_colours_of_its_place() -> None:
    figures = blocks(WHOLE, Figure)

    assert figures
    assert all(LIGHT.ink in figure.draw(LIGHT) for figure in figures)
    assert all(figure.alt and figure.caption for figure in figures)


def test_two_columns_hold_blocks_and_no_columns() -> None:
    sides = [b for section in WHOLE.sections for b in section.blocks if isinstance(b, Sides)]

    assert sides
    assert not any(isinstance(b, Sides) for side in sides for b in (*side.left, *side.right))


def test_a_part_starts_a_page_and_nothing_in_it_changes() -> None:
    section = Section("x", ())

    assert section.starts_page
    with pytest.raises(FrozenInstanceError):
        section.title = "y"  # type: ignore[misc]
