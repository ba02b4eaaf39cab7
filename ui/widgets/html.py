"""Small pieces of HTML: what people wrote is always escaped."""

import base64
import html
import re
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path

_MARKDOWN = re.compile(r"([\\`*_{}\[\]()#+\-.!|~:$<>&^])")
_ACTING = re.compile(r"[\\`*_{}\[\]#+|~$<>^!]|:(?=[A-Za-z])")

_ADDRESS = re.compile(r"(?i)(?<=:)(?=//)|(?<=www)(?=\.)|(?<=@)(?=\w)")
_JOINER = "\N{WORD JOINER}"

UI = Path(__file__).resolve().parents[1]


@cache
def asset(name: str) -> str:
    """Return a style sheet or a script of the screens, such as "styles.css"."""
    return (UI / name).read_text(encoding="utf-8")


class Markup(str):
    """HTML that was made safe already: `text` leaves it as it is."""

    __slots__ = ()


def script(name: str) -> str:
    """Return one of `scripts` to run in a page: browsers run no other, so nothing is added to it."""
    return f"<script>{asset(name)}</script>"


def scripts() -> list[str]:
    """Return the scripts of the screens; the server names them to browsers as the only ones."""
    return [asset(path.relative_to(UI).as_posix()) for path in sorted(UI.rglob("*.js"))]


def text(value: str) -> str:
    """Return what a person wrote, safe inside HTML."""
    return value if isinstance(value, Markup) else html.escape(value)


def picture(svg: str, alt: str, kind: str = "") -> Markup:
    """Return an SVG as an image: Streamlit takes every `<svg>` out of a page."""
    source = base64.b64encode(svg.encode()).decode()
    return Markup(
        f'<img class="ms-picture {kind}" src="data:image/svg+xml;base64,{source}"'
        f' alt="{html.escape(alt)}">'
    )


def plain(value: str) -> str:
    """Return what a person wrote, as itself where Streamlit reads Markdown.

    It looks for addresses of sites and e-mail in the finished text, where no escape is left: a
    joiner without width keeps them words.
    """
    return _MARKDOWN.sub(r"\\\1", _unlinked(value)).replace("\n", " ")


def _unlinked(value: str) -> str:
    return _ADDRESS.sub(_JOINER, value)


def spoken(value: str) -> str:
    """Return what a person wrote for a name that is only read out, without what Markdown acts on."""
    return " ".join(_ACTING.sub(" ", _unlinked(value)).split())


def soft(words: str, *, is_status: bool = False) -> str:
    """Return a line in soft ink; a status is read out when it changes."""
    role = ' role="status"' if is_status else ""
    return f'<p class="ms-soft"{role}>{text(words)}</p>'


def note(words: str) -> str:
    """Return a paragraph that stands out."""
    return f'<p class="ms-note">{text(words)}</p>'


def asking(words: str) -> str:
    """Return a question that a button made come up: it takes the focus."""
    return f'<p class="ms-note" data-came-up="">{text(words)}</p>'


def came_up(turn: str, target: str) -> str:
    """Return a sign that a button made a part come up, `turn` another one each time.

    `target` is the CSS selector of what takes the focus.
    """
    return f'<span hidden data-came-up="{html.escape(turn)}" data-target="{html.escape(target)}"></span>'


def field_error(key: str, words: str) -> str:
    """Return what is wrong with the field of this key; a script ties it to the field."""
    return f'<p class="ms-unsaved" role="alert" data-error-of="{key}">⚠ {text(words)}</p>'


def alert(words: str) -> str:
    """Return that something is not saved, read out at once."""
    return f'<p class="ms-unsaved" role="alert">⚠ {text(words)}</p>'


def bullets(items: Iterable[str]) -> str:
    """Return a list of safe texts."""
    return "<ul>" + "".join(f"<li>{text(item)}</li>" for item in items) + "</ul>"


def details(summary: str, body: str, *, opened: bool = False) -> str:
    """Return a part that opens on demand; `body` is HTML already."""
    return (
        f'<details class="ms-details"{" open" if opened else ""}>'
        f"<summary>{text(summary)}</summary>{body}</details>"
    )


def table(
    caption: str, header: Sequence[str], rows: Iterable[Sequence[str]], *, figures: int = 0
) -> str:
    """Return a table whose last `figures` columns are numbers. Cells are texts, escaped here."""
    first = len(header) - figures

    def cell(tag: str, column: int, value: str) -> str:
        kind = ' class="ms-figure"' if column >= first else ""
        scope = ' scope="col"' if tag == "th" else ""
        return f"<{tag}{scope}{kind}>{text(value)}</{tag}>"

    head = "".join(cell("th", n, value) for n, value in enumerate(header))
    body = "".join(
        "<tr>" + "".join(cell("td", n, value) for n, value in enumerate(row)) + "</tr>"
        for row in rows
    )
    return (
        f'<div class="ms-scroll" role="region" tabindex="0" aria-label="{text(caption)}">'
        f'<table class="ms-table"><caption class="ms-soft">{text(caption)}</caption>'
        f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>"
    )


def stacked_table(
    caption: str, header: Sequence[str], rows: Iterable[Sequence[str]], *, figures: int = 0
) -> str:
    """Return a table of which each row stacks its cells on a narrow screen, each with its header.

    The last `figures` columns are numbers. The roles keep it a table for who hears it, however it is
    laid out.
    """
    kinds = [""] * (len(header) - figures) + [' class="ms-figure"'] * figures
    head = "".join(
        f'<th scope="col" role="columnheader"{kind}>{text(cell)}</th>'
        for cell, kind in zip(header, kinds, strict=True)
    )
    body = "".join(f'<tr role="row">{_stacked_cells(header, row, kinds)}</tr>' for row in rows)
    return (
        '<table class="ms-table ms-stacked" role="table">'
        f'<caption class="ms-soft">{text(caption)}</caption>'
        f'<thead role="rowgroup"><tr role="row">{head}</tr></thead>'
        f'<tbody role="rowgroup">{body}</tbody></table>'
    )


def _stacked_cells(header: Sequence[str], row: Sequence[str], kinds: Sequence[str]) -> str:
    return "".join(
        f'<td role="cell" data-label="{html.escape(name)}"{kind}>{text(cell)}</td>'
        for name, cell, kind in zip(header, row, kinds, strict=True)
    )


def bar(share: float, label: str) -> str:
    """Return a bar that is filled for `share` of 1, with its label as text beside it."""
    width = max(0.0, min(share, 1.0)) * 100
    return (
        f"{soft(label)}"
        f'<div class="ms-bar" aria-hidden="true"><span style="width:{width:.0f}%"></span></div>'
    )
