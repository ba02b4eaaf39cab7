"""The few shapes that charts are made of, as SVG."""

import html
import textwrap
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

FAMILY = "'Source Sans 3', 'Source Sans', 'Source Sans Pro', system-ui, Arial, sans-serif"
LINE_HEIGHT = 1.2  # of the size of letters
LETTER = 0.52  # mean width of a letter, of its size

_CROSS = tuple(
    (x * side, y * side)
    for side in (1, -1)
    for x, y in ((-0.4, -1.2), (0.4, -1.2), (0.4, -0.4), (1.2, -0.4), (1.2, 0.4), (0.4, 0.4))
)

Point = tuple[float, float]


@dataclass(frozen=True)
class Stroke:
    """How a line looks: series differ by dash and marker, not by colour alone."""

    colour: str
    width: float = 2
    dash: str = ""
    marker: str = "circle"
    is_open: bool = False


def picture(width: float, height: float, parts: Iterable[str], size: float) -> str:
    """Return a whole SVG, `size` being the height of letters that name none."""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:g} {height:g}"'
        f' width="{width:g}" height="{height:g}" font-family="{FAMILY}" font-size="{size:g}">'
        f"{''.join(parts)}</svg>"
    )


def line(start: Point, end: Point, stroke: Stroke) -> str:
    """Return a straight line."""
    (x1, y1), (x2, y2) = start, end
    return (
        f'<line x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}"{_look(stroke)}'
        ' stroke-linecap="round"/>'
    )


def shape(points: Sequence[Point], fill: str, opacity: float = 1) -> str:
    """Return a filled polygon."""
    corners = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
    return f'<polygon points="{corners}" fill="{fill}" fill-opacity="{opacity:g}"/>'


def bar(start: Point, width: float, height: float, fill: str, stroke: Stroke | None = None) -> str:
    """Return a box from its upper left corner on."""
    look = _look(stroke) if stroke else ""
    return (
        f'<rect x="{start[0]:.1f}" y="{start[1]:.1f}" width="{width:.1f}" height="{height:.1f}"'
        f' fill="{fill}"{look}/>'
    )


def mark(at: Point, stroke: Stroke, paper: str, size: float = 5) -> str:
    """Return the marker of a series; an open one says that its value is thin."""
    x, y = at
    fill = paper if stroke.is_open else stroke.colour
    edge = f'fill="{fill}" stroke="{stroke.colour}" stroke-width="2"'
    if stroke.marker == "circle":
        return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{size:g}" {edge}/>'
    corners = {
        "diamond": ((0, -1.3), (1.3, 0), (0, 1.3), (-1.3, 0)),
        "square": ((-0.9, -0.9), (0.9, -0.9), (0.9, 0.9), (-0.9, 0.9)),
        "triangle": ((0, -1.2), (1.15, 0.9), (-1.15, 0.9)),
        "triangle_down": ((0, 1.2), (1.15, -0.9), (-1.15, -0.9)),
        "cross": _CROSS,
    }[stroke.marker]
    points = " ".join(f"{x + dx * size:.1f},{y + dy * size:.1f}" for dx, dy in corners)
    return f'<polygon points="{points}" {edge}/>'


def text_line(
    text: str, at: Point, fill: str, *, anchor: str = "start", weight: int = 400, size: float = 0
) -> str:
    """Return one line of text with its base at a point."""
    height = f' font-size="{size:g}"' if size else ""
    heavy = f' font-weight="{weight}"' if weight != 400 else ""
    return (
        f'<text x="{at[0]:.1f}" y="{at[1]:.1f}" fill="{fill}" text-anchor="{anchor}"'
        f"{heavy}{height}>{html.escape(text)}</text>"
    )


def wrapped(text: str, width: float, size: float) -> list[str]:
    """Break a text into lines that fit in a width, by the mean width of letters."""
    return textwrap.wrap(text, max(8, int(width / (size * LETTER)))) or [""]


def _look(stroke: Stroke) -> str:
    dash = f' stroke-dasharray="{stroke.dash}"' if stroke.dash else ""
    return f' stroke="{stroke.colour}" stroke-width="{stroke.width:g}"{dash}'
