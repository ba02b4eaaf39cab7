"""The snapshot of a catalogue goes through every rule of a criteria folder."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assessment.catalogue.model import Catalogue
from assessment.catalogue.reading import snapshot as snapshot_module
from assessment.catalogue.reading.snapshot import check_snapshot
from tests.support.catalogues import a_catalogue

Json = dict[str, Any]


def problems(catalogue: Catalogue, change: Callable[[Json], object]) -> str:
    data = json.loads(catalogue.snapshot)
    change(data)
    return "\n".join(str(problem) for problem in check_snapshot(json.dumps(data)))


def test_what_the_loader_made_of_a_folder_is_right(catalogue: Catalogue) -> None:
    assert check_snapshot(catalogue.snapshot) == []


def test_what_older_catalogues_lacked_is_allowed(catalogue: Catalogue) -> None:
    def older(data: Json) -> None:
        del data["boundaries"]["role"]
        for aspect in data["boundaries"]["aspects"]:
            aspect["mentor"] = aspect.pop("own")
        for name in ("tensions", "relationship"):
            del data[name]

    assert problems(catalogue, older) == ""


CHANGES: dict[str, tuple[Callable[[Json], object], str]] = {
    "a scale that is not there": (
        lambda d: d["criteria"][0].update(scale="nowhere"),
        "there is no scale `nowhere`",
    ),
    "a phase that is not there": (
        lambda d: d["criteria"][0].update(phase="nowhere"),
        "there is no phase `nowhere`",
    ),
    "a perspective that is not there": (
        lambda d: d["criteria"][0].update(perspective="nowhere"),
        "has no perspective `nowhere`",
    ),
    "a perspective that is no word": (
        lambda d: d["criteria"][0].update(perspective=5),
        "has no perspective",
    ),
    "a role that is not there": (
        lambda d: d["criteria"][0].update(role="boss"),
        "there is no role `boss`",
    ),
    "a rubric of three": (lambda d: d["criteria"][0]["rubric"].__delitem__(0), "4 entries"),
    "a scale of two": (
        lambda d: d["scales"][0].update(levels=d["scales"][0]["levels"][:2]),
        "2 ent",
    ),
    "a criterion twice": (lambda d: d["criteria"].append(d["criteria"][0]), "stands here and in"),
    "a profile twice": (lambda d: d["profiles"].append(d["profiles"][0]), "is not the file's name"),
    "a text without a language": (
        lambda d: d["criteria"][0]["title"].pop("nl"),
        "the text lacks `nl`",
    ),
    "an empty text": (lambda d: d["criteria"][0]["title"].update(nl=" "), "the text is empty"),
    "an id of 50,000 characters": (
        lambda d: d["criteria"][0].update(id="x" * 50_000),
        "cannot be an id",
    ),
    "two roles that are asked everything": (
        lambda d: d["roles"][1].update(asked_everything=True, organisation=True),
        "another role is asked everything already",
    ),
    "a criterion in a profile that is not there": (
        lambda d: d["profiles"][0].update(criteria=["MC-99"]),
        "there is no criterion `MC-99`",
    ),
    "no scales": (lambda d: d.update(scales=[]), "there are no scales"),
    "no criteria": (lambda d: d.update(criteria=[]), "there are no criteria"),
    "criteria that are none": (lambda d: d.update(criteria=5), "there are no criteria"),
    "a criterion that is none": (lambda d: d["criteria"].append(5), "keys with values"),
    "a profile that is none": (lambda d: d["profiles"].append(5), "keys with values"),
    "a profile whose id is no word": (lambda d: d["profiles"][0].update(id=5), "`5`"),
    "no roles": (lambda d: d.update(roles=[]), "there are no roles"),
    "a weight below zero": (lambda d: d["criteria"][0].update(weight=-1), "is no weight"),
    "an unknown key": (lambda d: d.update(more=[]), "there is more in it"),
    "a character that no terminal should see": (
        lambda d: d["criteria"][0]["title"].update(nl="\x1b[31m"),
        "the character U+001B cannot be used",
    ),
    "nothing where profiles belong": (
        lambda d: d.update(profiles=[*d["profiles"], None]),
        "a part of the catalogue is missing",
    ),
    "a pair of one": (
        lambda d: [c.update(role="coordinator", also_asked=[]) for c in d["criteria"]],
        "a pair needs two roles",
    ),
}


@pytest.mark.parametrize("kind", CHANGES)
def test_a_snapshot_that_was_rewritten_is_refused(catalogue: Catalogue, kind: str) -> None:
    change, expected = CHANGES[kind]

    found = problems(catalogue, change)

    assert expected in found
    assert "\x1b" not in found


@pytest.mark.parametrize("text", ["5", "[]", "null"])
def test_what_is_no_catalogue_at_all_is_refused(text: str) -> None:
    (problem,) = check_snapshot(text)

    assert "keys with values" in problem.message


def test_a_snapshot_without_end_is_not_even_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(snapshot_module, "MAX_LENGTH", 10)

    (problem,) = check_snapshot("x" * 11)

    assert problem.message == "longer than 10 characters."


def places(data: Any, steps: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Every place in a catalogue at which something stands."""
    inside = data.items() if isinstance(data, dict) else enumerate(data)
    return [
        place
        for step, value in inside
        for place in (
            [(*steps, step)]
            + (places(value, (*steps, step)) if isinstance(value, dict | list) else [])
        )
    ]


TINY = a_catalogue("C-1", "C-2").snapshot
ANYTHING = st.one_of(
    st.none(), st.booleans(), st.integers(), st.text(max_size=3), st.just([]), st.just({}),
    st.sampled_from([["en"], [{}], [[]], {"id": "x"}, [5], {"en": ""}, "client", "C-1"]),
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(places(json.loads(TINY))), ANYTHING)
def test_whatever_stands_where_it_is_refused_in_words_or_makes_a_catalogue(
    place: tuple[Any, ...], value: object
) -> None:
    data = json.loads(TINY)
    around = data
    for step in place[:-1]:
        around = around[step]
    around[place[-1]] = value
    text = json.dumps(data)

    if not check_snapshot(text):
        made = Catalogue.from_snapshot(text)
        assert made.own_role.organisation
        assert all(made.rubric(c) and made.is_asked(c, made.own_role.id) for c in made.criteria)
