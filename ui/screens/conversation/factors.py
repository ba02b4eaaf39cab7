"""What makes a project succeed or fail, with the criteria that carry it."""

import streamlit as st

from assessment.catalogue.model import Catalogue
from reports.wording import choices
from reports.wording import factors as wording
from ui import session
from ui.screens.conversation.theses import criteria_about
from ui.widgets.html import details, text


def factors(catalogue: Catalogue) -> None:
    """Render the factors by what they do."""
    t, language = session.words(), session.language()
    st.header(wording.title(t), anchor=False)
    for kind, title in choices.factors(t).items():
        inside = [factor for factor in catalogue.factors if factor.kind == kind]
        if not inside:
            continue
        st.subheader(title, anchor=False)
        st.html(
            "".join(
                details(
                    factor.title.in_language(language),
                    f"<p>{text(factor.text.in_language(language))}</p>"
                    f"{criteria_about(factor.criteria, catalogue)}",
                )
                for factor in inside
            )
        )
