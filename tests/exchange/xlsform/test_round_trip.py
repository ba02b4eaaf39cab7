"""A catalogue as XLSForm and back: the same catalogue."""

import pytest

from assessment.catalogue.reading.loader import load_catalogue
from tests.support.catalogues import a_catalogue, a_criterion
from tests.support.files.xlsforms import back, small
from tests.support.workspace import CRITERIA

SHIPPED = load_catalogue(CRITERIA)
ROLES = SHIPPED.role_ids


@pytest.mark.no_cover  # the same lines many times: others measure them
@pytest.mark.parametrize("role", ROLES)
def test_the_shipped_catalogue_comes_back_the_same_for_every_role(role: str) -> None:
    assert back(SHIPPED, role=role).content_hash == SHIPPED.content_hash


@pytest.mark.parametrize("role", ["coordinator", "mentor", "mentee"])
def test_the_levels_of_every_role_and_their_marks_come_back_from_every_form(role: str) -> None:
    own = [{"en": f"I {n}", **({"care": True} if n == 0 else {})} for n in range(5)]
    lead = [{"en": f"they {n}", **({"care": True} if n == 1 else {})} for n in range(5)]
    catalogue = a_catalogue(
        a_criterion(
            "C-1",
            role="coordinator",
            also_asked=("mentor", "mentee"),
            rubric=lead,
            core=True,
            rubric_for={"mentee": own},
        ),
        a_criterion("C-2", role="mentor", also_asked=("mentee",), rubric_for={"mentee": own}),
    )

    assert back(catalogue, role=role) == catalogue


def test_odd_ids_and_lines_come_back() -> None:
    assert back(small()) == small()
