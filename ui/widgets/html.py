"""Small pieces of HTML: what people wrote is always escaped."""

import html
import re
from collections.abc import Iterable, Sequence

_MARKDOWN = re.compile(r"([\\`*_{}\[\]()#+\-.!|~:$<>&^])")


def text(value: str) -> str:
    """Return what a person wrote, safe inside HTML."""
    return html.escape(value)


def plain(value: str) -> str:
    """Return what a person wrote, as itself where Streamlit reads Markdown."""
    return _MARKDOWN.sub(r"\\\1", value).replace("\n", " ")


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

    def cell(tag: str, place: int, value: str) -> str:
        kind = ' class="ms-figure"' if place >= first else ""
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


def bar(share: float, label: str) -> str:
    """Return a bar that is filled for `share` of 1, with its label as text beside it."""
    width = max(0.0, min(share, 1.0)) * 100
    return (
        f'<p class="ms-soft">{text(label)}</p>'
        f'<div class="ms-bar" aria-hidden="true"><span style="width:{width:.0f}%"></span></div>'
    )
