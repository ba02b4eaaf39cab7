"""The list of all criteria with its filters, and the scales below it."""

from collections.abc import Sequence

import streamlit as st

from assessment.catalogue.model import Catalogue, Criterion
from reports.wording import choices
from ui import navigation, session
from ui.widgets import choose, criterion_text
from ui.widgets.html import plain, soft, table

_ALL = ""
_CORE = "core"
_SEARCH = "criteria_search"


def close() -> None:
    """Go back from one criterion to the list."""
    st.query_params.pop(session.CRITERION, None)


def filters(catalogue: Catalogue) -> list[Criterion]:
    """Render the filters and return the criteria that fit."""
    t, language = session.words(), session.language()
    typed = st.text_input(
        t("Search in titles and questions"),
        value=session.remembered(_SEARCH, ""),
        key=_SEARCH,
    )
    wanted = session.remember(_SEARCH, typed).strip().lower()
    with st.expander(t("Choose by perspective, phase, role or requirement")):
        perspective = _choice(
            "perspective",
            t("Perspective"),
            {p.id: p.title.in_language(language) for p in catalogue.perspectives},
        )
        phase = _choice(
            "phase", t("Phase"), {p.id: p.title.in_language(language) for p in catalogue.phases}
        )
        role = _choice(
            "role", t("Asked of"), {r.id: r.title.in_language(language) for r in catalogue.roles}
        )
        words = choices.requirements(t) | ({_CORE: t("core")} if catalogue.core else {})
        requirement = _choice("requirement", t("Requirement"), words)
    return [
        c
        for c in catalogue.criteria
        if perspective in (_ALL, c.perspective)
        and phase in (_ALL, c.phase)
        and (requirement in (_ALL, c.requirement) or (requirement == _CORE and c.core))
        and (role == _ALL or catalogue.is_asked(c, role))
        and wanted
        in f"{c.id} {c.title.in_language(language)} {c.question.in_language(language)}".lower()
    ]


def _choice(name: str, label: str, words: dict[str, str]) -> str:
    return choose.select(f"criteria_{name}", label, {_ALL: session.words()("all"), **words})


def criteria_list(catalogue: Catalogue, criteria: Sequence[Criterion]) -> None:
    """Render the criteria by perspective, each a link to its full text."""
    t, language = session.words(), session.language()
    shown = t.plural("One criterion shown", "{n} criteria shown", len(criteria))
    st.html(soft(shown, is_status=True))
    for perspective in catalogue.perspectives:
        inside = [c for c in criteria if c.perspective == perspective.id]
        if not inside:
            continue
        st.header(plain(perspective.title.in_language(language)), anchor=False)
        st.write(plain(perspective.definition.in_language(language)))
        st.caption(plain(perspective.question.in_language(language)))
        for criterion in inside:
            st.page_link(
                navigation.CRITERIA,
                label=" · ".join(
                    (
                        criterion.id,
                        plain(criterion.title.in_language(language)),
                        *criterion_text.from_standards(criterion, t),
                    )
                ),
                query_params=session.address(criterion=criterion.id),
            )


def scales(catalogue: Catalogue) -> None:
    """Render the scales."""
    t, language = session.words(), session.language()
    st.header(t("Scales"), anchor=False)
    for scale in catalogue.scales:
        rows = [
            (f"{n} · {level.label.in_language(language)}", level.meaning.in_language(language))
            for n, level in enumerate(scale.levels)
        ]
        st.html(table(scale.title.in_language(language), (t("Level"), t("Meaning")), rows))
