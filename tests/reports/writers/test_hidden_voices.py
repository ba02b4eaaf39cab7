"""What hidden voices said and wrote is in no kind of document."""

from pathlib import Path
from typing import Literal, get_args

import pytest

from exchange import formats
from reports.material import Material
from tests.support.files.documents import document_text
from tests.support.material import SIGNS, the_material, the_outcome

Kind = Literal["pdf", "docx", "html"]
KINDS: tuple[Kind, ...] = get_args(Kind)


def made(kind: Kind, material: Material) -> bytes:
    return formats.make(kind, material)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("short", [True, False])
def test_what_hidden_voices_said_changes_nothing(kind: Kind, short: bool) -> None:
    """Three mentees on C-4 are too few: whatever level they gave, each document is the same."""
    documents_ = {
        made(
            kind,
            the_material(
                the_outcome({**SIGNS, "C-4": {"coordinator": "2", "mentee": said}}), short=short
            ),
        )
        for said in ("000", "222", "444", "014")
    }

    assert len(documents_) == 1


@pytest.mark.parametrize("kind", KINDS)
def test_what_hidden_voices_wrote_is_nowhere(kind: Kind, tmp_path: Path) -> None:
    given = {"C-4": {"mentee": ("Unmistakable",)}, "C-6": {"partner": ("Unmistakable",)}}

    assert "Unmistakable" not in document_text(
        kind, made(kind, the_material(comments=given)), tmp_path
    )
