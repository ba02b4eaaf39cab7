"""What may stand in a project file, and how much of it."""

import pytest
from pydantic import ValidationError

from exchange.project_parts import MAX_ROWS, AssessmentPart, ColleaguePart


def test_a_key_that_is_not_known_is_refused() -> None:
    with pytest.raises(ValidationError, match="extra_forbidden"):
        ColleaguePart.model_validate({"role": "facilitator", "answers": [], "name": "somebody"})


def test_a_list_is_not_read_beyond_its_limit() -> None:
    with pytest.raises(ValidationError, match=str(MAX_ROWS)):
        ColleaguePart.model_validate(
            {"role": "facilitator", "answers": [{"criterion": "C-1"}] * (MAX_ROWS + 1)}
        )


def test_files_of_before_name_no_colleagues() -> None:
    assert AssessmentPart.model_fields["colleagues"].default == []
