"""Links within a result: every name of a criterion leads to the page of that criterion."""

from collections.abc import Iterable
from urllib.parse import urlencode

import streamlit as st

from assessment.services.outcome import Outcome
from reports import tables
from reports.wording import choices
from ui import session
from ui.widgets.html import Markup, script, stacked_table, text


def follow_within_page() -> None:
    """Let links within the result work without loading the program again."""
    st.html(script("screens/result/links.js"), unsafe_allow_javascript=True)


def href(**parameters: str | None) -> str:
    """Return the address of a part of this result, safe inside an attribute."""
    return text(f"?{urlencode(session.address(**parameters))}")


def link(words: str, *, is_here: bool = False, **parameters: str | None) -> Markup:
    """Return a link to a part of this result; `is_here` marks where the reader is."""
    here = ' aria-current="page"' if is_here else ""
    return Markup(f'<a class="ms-link" href="{href(**parameters)}"{here}>{text(words)}</a>')


def criterion_link(outcome: Outcome, criterion: str) -> Markup:
    """Return the title of a criterion as the link to its page."""
    title = choices.criterion_title(outcome.catalogue, criterion, session.words())
    return link(title, criterion=criterion)


def linked(outcome: Outcome, sentence: str, criteria: Iterable[str]) -> Markup:
    """Return a sentence in which the quoted titles of these criteria are links."""
    shown, t = text(sentence), session.words()
    for criterion in criteria:
        title = text(choices.criterion_title(outcome.catalogue, criterion, t))
        if f"‘{title}’" in shown:
            link_to_it = criterion_link(outcome, criterion)
            shown = shown.replace(f"‘{title}’", f"‘{link_to_it}’", 1)
    return Markup(shown)


def draw_table(outcome: Outcome, content: tables.Table) -> str:
    """Return a table of a report as HTML, with the names of its criteria as links."""
    rows = [list(row) for row in content.rows]
    for row, criterion in zip(rows, content.criteria, strict=False):
        title = choices.criterion_title(outcome.catalogue, criterion, session.words())
        rest = row[0].removeprefix(title)  # such as a mark behind it
        row[0] = Markup(f"{criterion_link(outcome, criterion)}{text(rest)}")
    return stacked_table(content.caption, content.header, rows, figures=content.figures)
