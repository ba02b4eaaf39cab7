"""What the words on a screen mean, beside where they are met first."""

import streamlit as st

from assessment.catalogue.model import Catalogue
from reports.wording.glossary import glossary
from ui import session
from ui.widgets.html import details, text


def explain(catalogue: Catalogue, *words: str) -> None:
    """Render what words of the glossary mean, such as "minimal", to be opened on demand."""
    st.html(explanation(catalogue, *words))


def explanation(catalogue: Catalogue, *words: str) -> str:
    """Return what `explain` renders, to stand inside other HTML."""
    t = session.words()
    known = glossary(catalogue, t)
    rows = "".join(
        f"<dt>{text(title)}</dt><dd>{text(meaning)}</dd>"
        for title, meaning in (known[word] for word in words)
    )
    return details(t("What do these words mean?"), f'<dl class="ms-words">{rows}</dl>')
