"""Whatever a file holds, the answer is a catalogue or a list of problems, and it comes soon."""

import copy
import json
import time
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from assessment.catalogue.reading.loader import load_catalogue
from assessment.catalogue.reading.text_file import STRANGE
from assessment.catalogue.reading.yaml_document import read_yaml
from assessment.errors import CatalogueError
from tests.support.criteria_folder import FILES, CriteriaFolder

pytestmark = pytest.mark.no_cover  # the same lines many times: others measure them

NAMES = sorted(FILES)
YAML_NAMES = [name for name in NAMES if name.endswith(".yaml")]
WORDS = [
    "a",
    "id",
    "nl",
    "en",
    "all",
    "no",
    "null",
    "~",
    "010",
    "1.5",
    "1:30",
    "é",
    "😀",
    "[",
    "]",
    "{",
    "}",
    "|",
    ">-",
    "|2",
    "'",
    "#",
    "@",
    "`",
    "<<",
    "=",
    "criteria",
]
TOKENS = [
    *WORDS,
    *("- ", "? ", ": ", ":", ", ", '"', "\\", "&a ", "*a", "!t ", "!!str ", "<<: ", " #", "  "),
    *("---\n", "\n---\n", "...\n", "%YAML 1.1\n", "\n", "\n  ", "\n    ", "\t", "\r"),
    *("\0", "\x85", "\ufeff", "\u2028", '"\\x00"', '"\\U00110000"'),
    *("- id: C-1\n", "title: {nl: a, en: b}\n", "perspective: x\n"),
]
VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=8)
    | st.sampled_from(
        ["C-1", "client", "mentee", "all", "nl", "S001-A1", "minimal", "literal['all']"]
    ),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["nl", "en", "id", "title", "ask", "x", "tuple[str, ...]"])
            | st.text(max_size=4),
            inner,
            max_size=3,
        )
    ),
    max_leaves=6,
)
often = settings(max_examples=120, deadline=None)


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> CriteriaFolder:
    return CriteriaFolder(tmp_path_factory.mktemp("fuzz") / "criteria")


def read(place: CriteriaFolder, changed: dict[str, bytes]) -> None:
    """Load the valid folder with some files changed; only CatalogueError may come of it."""
    for name, content in FILES.items():
        place.write(name, changed.get(name, content.encode()))
    start = time.process_time()
    found = problems_of(place)
    assert time.process_time() - start < 1
    assert not any(STRANGE.search(problem) for problem in found)


def problems_of(place: CriteriaFolder) -> list[str]:
    try:
        load_catalogue(place.path)
    except CatalogueError as error:
        return [str(problem) for problem in error.problems]
    return []


@st.composite
def mutations(draw: st.DrawFn) -> dict[str, bytes]:
    """Some files with a few pieces cut, doubled or replaced."""
    changed = {}
    for name in draw(st.lists(st.sampled_from(NAMES), min_size=1, max_size=3, unique=True)):
        text = FILES[name]
        for _ in range(draw(st.integers(1, 3))):
            start = draw(st.integers(0, len(text)))
            end = min(len(text), start + draw(st.integers(0, 12)))
            new = draw(st.sampled_from([*TOKENS, "", text[start:end] * 2]))
            text = text[:start] + new + text[end:]
        changed[name] = text.encode("utf-8", "surrogatepass")
    return changed


@st.composite
def replaced_values(draw: st.DrawFn) -> dict[str, bytes]:
    """A file of the right shape with one value somewhere replaced by something else."""
    name = draw(st.sampled_from(YAML_NAMES))
    data = copy.deepcopy(yaml.safe_load(FILES[name]))
    inner: Any = data
    for _ in range(draw(st.integers(0, 4))):
        following = list(inner.values()) if isinstance(inner, dict) else inner
        following = [value for value in following if value and isinstance(value, (dict, list))]
        if not following:
            break
        inner = draw(st.sampled_from(following))
    value = draw(VALUES)
    if isinstance(inner, dict):
        inner[draw(st.sampled_from([*inner, "new"]))] = value
    else:
        inner[draw(st.integers(0, len(inner) - 1))] = value
    return {name: json.dumps(data).encode()}


@given(name=st.sampled_from(NAMES), content=st.binary(max_size=200))
@often
def test_random_bytes(place: CriteriaFolder, name: str, content: bytes) -> None:
    read(place, {name: content})


@given(name=st.sampled_from(NAMES), content=st.text(max_size=200))
@often
def test_random_text(place: CriteriaFolder, name: str, content: str) -> None:
    read(place, {name: content.encode("utf-8", "surrogatepass")})


@given(name=st.sampled_from(NAMES), tokens=st.lists(st.sampled_from(TOKENS), max_size=40))
@often
def test_random_pieces_of_yaml(place: CriteriaFolder, name: str, tokens: list[str]) -> None:
    read(place, {name: "".join(tokens).encode()})


@given(changed=mutations())
@often
def test_random_slips_of_the_pen(place: CriteriaFolder, changed: dict[str, bytes]) -> None:
    read(place, changed)


@given(changed=replaced_values())
@often
def test_random_values_in_the_right_shape(place: CriteriaFolder, changed: dict[str, bytes]) -> None:
    read(place, changed)


@given(tokens=st.lists(st.sampled_from(TOKENS), max_size=40))
@often
def test_random_pieces_of_yaml_for_the_pure_parser(
    place: CriteriaFolder, tokens: list[str]
) -> None:
    place.write("theses.yaml", "".join(tokens))

    located = read_yaml(place.path, "theses.yaml", yaml.SafeLoader)

    assert (located.data is None) <= bool(located.problems)
