"""Who starts the screens without `serve` is told the key, but never in a log."""

import asyncio

import pytest

import runtime
from web.key.notice import tell_key


def told(caplog: pytest.LogCaptureFixture) -> str:
    caplog.clear()

    async def start() -> None:
        async with tell_key(None) as state:
            assert state == {}

    asyncio.run(start())
    return caplog.text


def test_it_is_told_in_a_terminal_alone(
    caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    runtime.screen_key.cache_clear()
    key = runtime.screen_key()
    monkeypatch.setattr("sys.stderr.isatty", lambda: False, raising=False)
    assert "python cli.py serve" in told(caplog)
    assert key.text not in told(caplog)
    monkeypatch.setattr("sys.stderr.isatty", lambda: True, raising=False)
    assert f"/?key={key.text}" in told(caplog)


def test_what_serve_told_is_not_told_again(caplog: pytest.LogCaptureFixture) -> None:
    runtime.screen_key.cache_clear()
    runtime.screen_key().is_told = True

    assert told(caplog) == ""
    runtime.screen_key.cache_clear()
