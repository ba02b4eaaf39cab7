"""The findings before closing, each with a link to the spot."""

from collections.abc import Sequence
from itertools import groupby

import streamlit as st

from assessment.services.audit import Audit
from assessment.services.closing import Finding, FindingKind
from ui import places as at
from ui import state

_SHOWN_AT_ONCE = 8


def findings(audit: Audit, found: Sequence[Finding]) -> None:
    """Draw the findings by kind."""
    for kind, members in groupby(found, key=lambda finding: finding.kind):
        group = list(members)
        title, advice = _words(kind)
        st.header(f"{title} ({len(group)})", anchor=False)
        st.write(advice)
        for finding in group[:_SHOWN_AT_ONCE]:
            _link(audit, finding)
        if group[_SHOWN_AT_ONCE:]:
            with st.expander(state.words()("{n} more", n=len(group) - _SHOWN_AT_ONCE)):
                for finding in group[_SHOWN_AT_ONCE:]:
                    _link(audit, finding)


def _link(audit: Audit, finding: Finding) -> None:
    title = audit.catalogue.by_id[finding.criterion].title.in_language(state.language())
    page = at.AGREEMENTS if finding.action else at.AUDIT
    st.page_link(page, label=title, query_params=state.here(criterion=finding.criterion))


def _words(kind: FindingKind) -> tuple[str, str]:
    t = state.words()
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
        FindingKind.ACTION_WITHOUT_OWNER: (
            t("Agreement without an owner"),
            t("Who will do it? A role is enough."),
        ),
        FindingKind.ACTION_WITHOUT_DATE: (
            t("Agreement without a date"),
            t("When will you look whether it is done?"),
        ),
    }[kind]
