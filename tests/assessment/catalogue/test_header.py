"""What stands at the head of a catalogue, and the profiles."""

import pytest
from pydantic import ValidationError

from assessment.catalogue.header import Ambition
from tests.support.catalogues import text


@pytest.mark.parametrize("target", [-1, 5, "3", 2.5])
def test_an_ambition_aims_at_a_level_of_a_scale(target: object) -> None:
    with pytest.raises(ValidationError):
        Ambition.model_validate(
            {
                "id": "high",
                "title": text(),
                "description": text(),
                "minimal": target,
                "growth": None,
            }
        )


def test_an_ambition_may_aim_at_nothing() -> None:
    assert (
        Ambition(id="low", title=text(), description=text(), minimal=3, growth=None).growth is None
    )
