"""What is asked all the time is read a few times a second."""

import asyncio

import pytest

from web.session import pulses
from web.session.pulses import Pulses


def test_two_hundred_who_ask_at_once_cost_one_reading() -> None:
    read: list[str] = []

    async def all_of_them() -> list[int]:
        kept = Pulses(lambda key: read.append(key) or len(read))
        return list(await asyncio.gather(*(kept.of("S") for _ in range(200))))

    assert asyncio.run(all_of_them()) == [1] * 200
    assert read == ["S"]


def test_a_value_is_read_again_after_its_time_and_after_a_change(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    read: list[str] = []

    async def some() -> list[int]:
        kept = Pulses(lambda key: read.append(key) or len(read))
        found = [await kept.of("S"), await kept.of("S")]
        kept.forget("S")
        found += [await kept.of("S"), await kept.of("other")]
        monkeypatch.setattr(pulses, "KEPT", 0.0)
        return [*found, await kept.of("S")]

    assert asyncio.run(some()) == [1, 1, 2, 3, 4]


def test_memory_does_not_grow_with_sessions(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pulses, "MOST", 2)

    async def many() -> list[str]:
        kept = Pulses(str.upper)
        return [await kept.of(key) for key in "abcd"]

    assert asyncio.run(many()) == ["A", "B", "C", "D"]


def test_who_asks_hears_what_went_wrong_and_the_next_one_tries_again() -> None:
    def fail(_key: str) -> int:
        raise LookupError("gone")

    async def twice() -> None:
        kept = Pulses(fail)
        for _ in range(2):
            with pytest.raises(LookupError):
                await kept.of("S")

    asyncio.run(twice())
