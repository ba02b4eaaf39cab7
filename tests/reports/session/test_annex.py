"""The annex: both votes of every item, the reason, the dissent, what people wrote, the rules."""

from assessment.services.context import Workspace
from reports.document.model import Figure
from reports.session.build import build
from reports.session.material import SessionMaterial
from tests.support.files.documents import blocks, section_text, titles
from tests.support.session.evenings import a_vote_of_too_few


def test_every_item_has_its_votes_reason_and_dissent(evening: SessionMaterial) -> None:
    made = build(evening)
    rated = section_text(made, "How do we see it?")

    assert titles(made)[5:] == [
        "Annex: A thesis",
        "How do we see it?",
        "What counts for us?",
        "To end with",
        "The rules of this session",
    ]
    assert "Agreed: Level 2\nBecause: We ask, and not everybody." in rated
    assert "Who sees it differently: One partner never saw it." in rated
    assert "Written to the group\nCounting is not looking." in section_text(made, "Annex: A thesis")
    assert "6 people changed." in section_text(made, "Annex: A thesis")
    assert len(blocks(made, Figure)) == 2
    assert "three quarters" in section_text(made, "The rules of this session")


def test_a_vote_of_too_few_says_that_and_no_more(workspace: Workspace) -> None:
    room = a_vote_of_too_few(workspace)
    said = section_text(
        build(SessionMaterial.of(workspace, room.session, "en")), "Annex: How do we see it?"
    )

    assert "Too few people voted to show anything." in said
    assert "First vote" not in said
