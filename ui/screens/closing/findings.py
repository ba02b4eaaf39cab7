"""What may need another look before closing, each with a link to it."""

from collections.abc import Sequence
from itertools import groupby

import streamlit as st

from assessment.services.self_audit import Audit, Finding, FindingKind
from ui import navigation, session
from ui.widgets.html import plain

_SHOWN_AT_ONCE = 8


def show_findings(audit: Audit, findings: Sequence[Finding]) -> None:
    """Render the findings by kind."""
    for kind, members in groupby(findings, key=lambda finding: finding.kind):
        group = list(members)
        title, advice = _title_and_advice(kind)
        st.header(f"{title} ({len(group)})", anchor=False)
        st.write(advice)
        for finding in group[:_SHOWN_AT_ONCE]:
            _link(audit, finding)
        if group[_SHOWN_AT_ONCE:]:
            with st.expander(session.words()("{n} more", n=len(group) - _SHOWN_AT_ONCE)):
                for finding in group[_SHOWN_AT_ONCE:]:
                    _link(audit, finding)


def _link(audit: Audit, finding: Finding) -> None:
    title = audit.catalogue.by_id[finding.criterion].title.in_language(session.language())
    page = navigation.AGREEMENTS if finding.agreement else navigation.AUDIT
    st.page_link(
        page, label=plain(title), query_params=session.address(criterion=finding.criterion)
    )


def _title_and_advice(kind: FindingKind) -> tuple[str, str]:
    t = session.words()
    return {
        FindingKind.UNANSWERED: (
            t("Not answered yet"),
            t("Answer it, or say that you don't know or that it does not apply."),
        ),
        FindingKind.NO_REASON: (
            t("Does not apply, without a reason"),
            t("A short reason helps others, and yourself next year."),
        ),
        FindingKind.NOTHING_TO_POINT_AT: (
            t("High, with nothing to point at"),
            t("Level 3 or 4 without a comment or evidence. What would convince an outsider?"),
        ),
        FindingKind.MARKED: (
            t("Marked for the talk"),
            t("Talk about it, then take the mark away or leave it."),
        ),
        FindingKind.AGREEMENT_WITHOUT_OWNER: (
            t("Agreement without an owner"),
            t("Who will do it? A role is enough."),
        ),
        FindingKind.AGREEMENT_WITHOUT_DATE: (
            t("Agreement without a date"),
            t("When will you look whether it is done?"),
        ),
    }[kind]
