"""What the answers of other groups bring, and what is shown of them."""

import streamlit as st

from assessment.assessments import Assessment
from assessment.services.context import Workspace
from reports.wording.results import joined
from ui import session
from ui.widgets.html import bullets, details, plain


def introduction(workspace: Workspace, assessment: Assessment) -> None:
    """Render what inviting others is for, as long as nobody was invited."""
    t, catalogue = session.words(), workspace.catalogue_of(assessment)
    st.write(
        t(
            "A self-audit shows how the organisation sees itself. Laid beside what others see "
            "({others}), it teaches more: where you agree, and where the pictures part.",
            others=joined(
                [
                    plain(r.plural.in_language(t.language))
                    for r in catalogue.roles
                    if not r.organisation
                ],
                t,
            ),
        )
    )
    if not assessment.accepts_respondents:
        st.write(t("Nobody else was invited for this assessment."))
        return
    st.html(
        bullets(
            (
                t(
                    "You make an invitation for a role, and get letters with a personal link for "
                    "each person, or one open link for the group."
                ),
                t("They answer on a phone, in plain words, in a few minutes, without a name."),
                t(
                    "Until you close the assessment you only see how many took part. After that you "
                    "see what they said, from {n} answers to a question.",
                    n=workspace.threshold_of(assessment),
                ),
            )
        )
    )


def why_closed(assessment: Assessment) -> None:
    """Render why others cannot answer (any more), when they cannot."""
    t = session.words()
    if assessment.is_closed:
        st.info(t("This assessment is closed. Others cannot answer any more."))
    elif not assessment.accepts_respondents:
        st.info(
            t(
                "Others cannot answer any more: what they said has been shown once. One more answer "
                "could then be read as the difference. Your own answers can still change."
            )
        )


def privacy(workspace: Workspace, assessment: Assessment) -> None:
    """Render what is kept and shown of others, as a part that opens on demand."""
    t = session.words()
    promises = [
        t(
            "No name, e-mail address or phone number is asked or kept. A link is kept as a fingerprint."
        ),
        t(
            "Do not keep a list of who got which number: then you could see who began. The number is "
            "there to replace a lost letter."
        ),
        t(
            "Answers show after closing, from {n} answers of one role to a question. Smaller groups "
            "are taken together or left out.",
            n=workspace.threshold_of(assessment),
        ),
        t("What people write shows only with a group that is shown, in no order, without a name."),
    ]
    if workspace.catalogue_of(assessment).pair_profiles:
        promises.append(t("Answers of a pair join a group only when both want that."))
    st.html(details(t("What is kept and shown of others?"), bullets(promises)))
