"""The visual identity: palette, type and spacing, shared by screens, light pages and reports.

Every text colour has at least 7:1 on its background (WCAG AAA), every line or mark at least 3:1.
Colour never stands alone: series differ by dash and marker too.
"""

from dataclasses import dataclass

FONT = '"Source Sans", "Source Sans Pro", system-ui, "Segoe UI", Roboto, Arial, sans-serif'
HEADING_FONT = '"Source Serif", "Source Serif Pro", Georgia, "Times New Roman", serif'
BASE_SIZE = 17  # px
RADIUS = "10px"


@dataclass(frozen=True)
class Palette:
    """The colours of one theme."""

    paper: str  # behind everything
    surface: str  # behind cards and fields
    ink: str  # text
    soft_ink: str  # less important text
    line: str  # borders of fields
    primary: str  # buttons, links, what is chosen
    on_primary: str  # text on a button
    current: str  # series: now
    target: str  # series: the chosen level
    previous: str  # series: last time
    good: str
    attention: str
    on_attention: str  # background of a warning


LIGHT = Palette(
    paper="#FCFAF6",
    surface="#F1EDE4",
    ink="#1F2B2A",
    soft_ink="#444E4C",
    line="#8A8578",
    primary="#0A5653",
    on_primary="#FFFFFF",
    current="#0A5653",
    target="#A3480A",
    previous="#5F6B80",
    good="#1F5523",
    attention="#753800",
    on_attention="#FBEBD3",
)

DARK = Palette(
    paper="#141C1C",
    surface="#1F2A2A",
    ink="#ECE9E1",
    soft_ink="#B9C0BD",
    line="#7F8A88",
    primary="#6FCFC6",
    on_primary="#10201F",
    current="#6FCFC6",
    target="#F2A765",
    previous="#A7B4CC",
    good="#8FCF8F",
    attention="#F2B872",
    on_attention="#3A2C17",
)
