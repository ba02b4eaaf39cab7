"""The report of a session as one neutral document: two pages, then an annex."""

from locales import translator
from reports.document.model import Paragraph, Report, Section
from reports.session import annex, front, wording
from reports.session.material import SessionMaterial
from settings import VERSION


def build(material: SessionMaterial) -> Report:
    """Return the report; from the first vote that was shown it has something to tell."""
    t, session = translator(material.language), material.session
    parts: list[Section]
    if material.has_anything:
        parts = [*front.sections(material, t), *annex.sections(material, t)]
    else:
        nothing = Paragraph(t("Nothing was shown or agreed yet."))
        parts = [Section(t("What came of it"), (nothing,), starts_page=False)]
    made = t(
        "made on {date} with Mentorspiegel {version}",
        version=VERSION,
        date=t.date(material.made_at.date()),
    )
    return Report(
        title=session.name,
        subtitle="",
        kind=f"{t('Report of a group session')} · {wording.states(t)[session.state]}",
        facts=front.facts(material, t),
        sections=tuple(parts),
        footer=f"{session.name} · {made}",
        language=t.language,
        made_at=material.made_at,
        has_cover=False,
    )
