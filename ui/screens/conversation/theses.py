"""The phases of a contact with an example timeline, and theses."""

from collections.abc import Iterable, Sequence

import streamlit as st

from assessment.catalogue.conversation import Relationship, RelationshipPhase, Thesis, Timeline
from assessment.catalogue.model import Catalogue, Text
from ui import session
from ui.widgets.html import bullets, details, note, plain, table, text


def relationship(catalogue: Catalogue, about: Relationship) -> None:
    """Render the phases of a contact, each with a question, and the example of a timeline."""
    language = session.language()
    st.header(plain(about.title.in_language(language)), anchor=False)
    st.write(plain(about.introduction.in_language(language)))
    st.html("".join(_phase(phase, catalogue) for phase in about.phases))
    if about.timeline:
        st.html(_timeline(about.timeline))


def _phase(phase: RelationshipPhase, catalogue: Catalogue) -> str:
    t, language = session.words(), session.language()
    body = (
        f"<p>{text(phase.happens.in_language(language))} {text(phase.leads.in_language(language))}</p>"
        f"<p><strong>{text(t('A question for you both'))}</strong><br>"
        f"{text(phase.question.in_language(language))}</p>"
        f"{criteria_about(phase.criteria, catalogue)}"
    )
    return details(phase.title.in_language(language), body)


def _timeline(timeline: Timeline) -> str:
    t, language = session.words(), session.language()
    cells = [(s.moment, s.step, s.who, s.product) for s in timeline.steps]
    rows = [[part.in_language(language) if part else "" for part in row] for row in cells]
    header = (t("When"), t("What"), t("Who"), t("What it yields"))
    title = t("{title}, of one project", title=timeline.title.in_language(language))
    return details(title, note(timeline.note.in_language(language)) + table(title, header, rows))


def show_theses(catalogue: Catalogue) -> None:
    """Render the theses with what speaks for and against them."""
    t = session.words()
    st.header(t("Theses to talk about"), anchor=False)
    st.write(t("Each is nearly true and goes wrong at one word. Vote, talk, vote again."))
    st.html("".join(_thesis(thesis, catalogue) for thesis in catalogue.theses))


def _thesis(thesis: Thesis, catalogue: Catalogue) -> str:
    t, language = session.words(), session.language()
    parts = (
        _part(t("The word that carries it"), [thesis.carried_by]),
        _part(t("What argues for it"), thesis.speaks_for),
        _part(t("What argues against it"), thesis.speaks_against),
        _part(t("Questions for the talk"), thesis.talking_points),
        _part(t("What to keep of the talk"), [thesis.outcome]),
        criteria_about(thesis.criteria, catalogue),
    )
    return details(thesis.statement.in_language(language), "".join(parts))


def _part(title: str, items: Sequence[Text]) -> str:
    words = bullets(item.in_language(session.language()) for item in items)
    return f"<p><strong>{text(title)}</strong></p>{words}" if items else ""


def criteria_about(criteria: Iterable[str], catalogue: Catalogue) -> str:
    """Return the titles of the criteria that something touches, as a part that opens on demand."""
    t, language = session.words(), session.language()
    titles = bullets(
        f"{name} · {catalogue.by_id[name].title.in_language(language)}" for name in criteria
    )
    return details(t("Criteria it touches"), titles)
