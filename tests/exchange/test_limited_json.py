"""JSON that others wrote: read within limits, and its values counted."""

import pytest

from exchange import limited_json as module
from exchange.limited_json import limited_json, values_in


def test_json_within_the_limits_is_read() -> None:
    assert limited_json('{"a": [1, "x,y", null]}') == {"a": [1, "x,y", None]}


@pytest.mark.parametrize("text", ["", "{", "hallo", "[1,]", "\0"])
def test_what_is_no_json_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"Expecting|Illegal"):
        limited_json(text)


@pytest.mark.parametrize("text", ["[1,2,3]", "[[[[1]]]]", '{"a":{"b":{"c":{}}}}', '",,,,"'])
def test_too_many_commas_and_brackets_are_refused_before_anything_is_read(
    monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    monkeypatch.setattr(module, "MAX_SIGNS", 3)
    assert limited_json("[1,2]") == [1, 2]
    monkeypatch.setattr(module, "MAX_SIGNS", 2)

    with pytest.raises(ValueError, match="too many values"):
        limited_json(text)


def test_deep_nesting_is_refused_as_a_wrong_value() -> None:
    with pytest.raises(ValueError, match="nested too deeply"):
        limited_json("[" * 100_000)


@pytest.mark.parametrize(
    ("data", "number"), [(1, 1), ([], 1), ([1, 2], 3), ({"a": [1, {"b": 2}]}, 5), ("abc", 1)]
)
def test_values_are_counted_with_what_they_hold(data: object, number: int) -> None:
    assert values_in(data) == number


def test_values_are_counted_however_deep_they_are() -> None:
    deep: object = 1
    for _ in range(5_000):
        deep = [deep]

    assert values_in(deep) == 5_001
