"""A snapshot holds what its openness allows, and nothing else gets in."""

import pytest
from pydantic import ValidationError

from assessment.portfolio.snapshot import ALLOWED, Openness, Snapshot, fields_of
from tests.support.portfolio.shares import a_snapshot


def test_each_openness_includes_the_former() -> None:
    assert [[a.includes(b) for b in Openness] for a in Openness] == [
        [True, False, False, False],
        [True, True, False, False],
        [True, True, True, False],
        [True, True, True, True],
    ]


def test_asvs_8_2_3_every_field_belongs_to_an_openness_or_to_a_tick_of_its_own() -> None:
    of_openness = {name for names in ALLOWED.values() for name in names}

    assert of_openness | {"agreements", "explanation"} == set(Snapshot.model_fields)
    assert fields_of(Openness.VOICES, with_agreements=True, explained=True) == set(
        Snapshot.model_fields
    )
    assert (
        fields_of(Openness.DONE, with_agreements=False, explained=False) == ALLOWED[Openness.DONE]
    )


def test_a_snapshot_comes_back_from_json_as_it_was() -> None:
    sent = a_snapshot()

    assert Snapshot.model_validate(sent.as_json(), strict=False) == sent
    assert set(sent.own) == {"MC-01", "MC-02"}


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("comment",), "geheim"),
        (("project", "name"), "geheim"),
        (("group_levels", 0, "n"), 4),
        (("group_levels", 0, "mean"), 4.5),
        (("group_levels", 0, "mean"), float("nan")),
        (("own_levels", 0, "level"), -1),
        (("own_levels", 0, "criterion"), "<script>"),
        (("assessment", "coverage"), 2),
        (("explanation",), "x" * 1_001),
        (("agreements", 0, "text"), "geheim"),
    ],
)
def test_what_a_snapshot_may_not_hold_is_refused(
    path: tuple[str | int, ...], value: object
) -> None:
    sent = a_snapshot().as_json()
    place = sent
    for step in path[:-1]:
        place = place[step]  # type: ignore[index]
    place[path[-1]] = value  # type: ignore[index]

    with pytest.raises(ValidationError):
        Snapshot.model_validate(sent, strict=False)
