"""A chart that is light or dark with the theme of whoever looks at it."""

from collections.abc import Callable
from dataclasses import fields

from reports.identity import DARK, LIGHT, Palette


def in_both_themes(render: Callable[[Palette], str]) -> str:
    """Return an SVG with the colours of both palettes; the browser picks by the theme that is on."""
    names = [field.name for field in fields(Palette)]
    svg = render(Palette(**{name: f"var(--{name})" for name in names}))
    light, dark = (
        "".join(f"--{name}:{getattr(palette, name)};" for name in names)
        for palette in (LIGHT, DARK)
    )
    start, _, rest = svg.partition(">")
    dark_rule = f"@media (prefers-color-scheme:dark){{svg{{{dark}}}}}"
    return f"{start}><style>svg{{{light}}}{dark_rule}</style>{rest}"
