"""One identity: Streamlit's theme and the palette are the same, and everything can be read."""

import tomllib
from pathlib import Path

import pytest

from reports.identity import BASE_SIZE, DARK, LIGHT, RADIUS, Palette

CONFIG = tomllib.loads(
    (Path(__file__).resolve().parents[2] / ".streamlit" / "config.toml").read_text(encoding="utf-8")
)
AAA = 7  # WCAG 2.2, 1.4.6
PALETTES = pytest.mark.parametrize(("name", "palette"), [("light", LIGHT), ("dark", DARK)])


def luminance(colour: str) -> float:
    parts = [int(colour[k : k + 2], 16) / 255 for k in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@PALETTES
def test_the_theme_is_the_palette(name: str, palette: Palette) -> None:
    theme = CONFIG["theme"][name]
    assert theme["primaryColor"] == theme["linkColor"] == palette.primary
    assert theme["backgroundColor"] == palette.paper
    assert theme["secondaryBackgroundColor"] == palette.surface
    assert theme["textColor"] == palette.ink
    assert theme["borderColor"] == palette.line
    assert (CONFIG["theme"]["baseFontSize"], CONFIG["theme"]["baseRadius"]) == (BASE_SIZE, RADIUS)


@PALETTES
def test_every_text_can_be_read_on_its_background(name: str, palette: Palette) -> None:
    for colour in ("ink", "soft_ink", "primary", "good", "attention"):
        for ground in ("paper", "surface", "on_attention"):
            ratio = contrast(getattr(palette, colour), getattr(palette, ground))
            assert ratio >= AAA, f"{colour} on {ground}"
    assert contrast(palette.on_primary, palette.primary) >= AAA


@PALETTES
def test_every_series_can_be_told_from_its_background(name: str, palette: Palette) -> None:
    for colour in ("current", "target", "previous"):
        assert contrast(getattr(palette, colour), palette.paper) >= 4.5, colour


@PALETTES
def test_every_line_can_be_seen(name: str, palette: Palette) -> None:
    assert contrast(palette.line, palette.paper) >= 3
    assert contrast(palette.line, palette.surface) >= 3


def test_the_garbage_collector_does_not_run_after_every_click() -> None:
    assert CONFIG["runner"]["postScriptGC"] is False


def test_without_settings_only_this_machine_is_served() -> None:
    assert CONFIG["server"]["address"] == "127.0.0.1"
    assert CONFIG["browser"]["gatherUsageStats"] is False
    assert CONFIG["client"]["showErrorLinks"] is False
