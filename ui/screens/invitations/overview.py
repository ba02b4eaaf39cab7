"""The invitations of an assessment: who took part, their links, and how long they stay open."""

from collections.abc import Callable, Sequence
from datetime import datetime

import streamlit as st

from assessment.assessments import Assessment
from assessment.invitations import MAX_RESPONDENTS, Invitation
from assessment.services import invitations
from assessment.services.context import Workspace
from assessment.services.invitations import InvitationLine
from reports.wording import participation
from ui import navigation, session
from ui.screens.invitations import links
from ui.widgets.autosave import Autosave
from ui.widgets.confirm import Confirmation, confirmed
from ui.widgets.fields import fields_of
from ui.widgets.html import bar, plain, soft
from ui.widgets.refusal import attempt


def show_invitations(
    workspace: Workspace, assessment: Assessment, lines: Sequence[InvitationLine]
) -> None:
    """Render every invitation of one role; pairs stand elsewhere."""
    for line in lines:
        if not line.invitation.in_pairs:
            _invitation(workspace, assessment, line)


def _invitation(workspace: Workspace, assessment: Assessment, line: InvitationLine) -> None:
    t, language = session.words(), session.language()
    catalogue = workspace.catalogue_of(assessment)
    title = catalogue.role(line.invitation.role).plural.in_language(language)
    profile = catalogue.profile(line.invitation.profile)
    with st.container(border=True, key=f"invitation_{line.invitation.id}"):
        st.header(plain(title[:1].upper() + title[1:]), anchor=False)
        facts = [how_long(workspace, assessment, line.invitation)]
        if line.invitation.to_judge:
            facts.append(t("they judge what counts"))
        if profile is not None:
            facts.append(profile.title.in_language(language))
        if line.invitation.open_hash is not None:
            facts.append(t("with an open link"))
        st.html(soft(" · ".join(facts)))
        if line.participation is not None:
            share = line.participation.finished / max(line.participation.invited, 1)
            st.html(bar(share, participation.respondents(line.participation, t)))
        if line.invitation.stormed_at is not None:
            st.warning(_stormed(line.invitation.stormed_at))
        if line.invitation.to_judge:
            label = t("To what was judged")
            st.page_link(navigation.JUDGING, label=label, query_params=session.address())
        links.links(workspace, assessment, line)
        if assessment.accepts_respondents:
            with st.expander(t("How long, and for how many")):
                _settings(workspace, line.invitation)


def how_long(workspace: Workspace, assessment: Assessment, invitation: Invitation) -> str:
    """Return whether an invitation takes answers, and until when."""
    t = session.words()
    why_not = invitation.why_not(
        accepts_respondents=assessment.accepts_respondents, now=workspace.now()
    )
    if why_not == "expired" and invitation.until is not None:
        return t("ended on {day}", day=t.date(invitation.until))
    if why_not is not None:
        return t("closed")
    if invitation.until is None:
        return t("open until you close the assessment")
    return t("open until {day}", day=t.date(invitation.until))


def _settings(workspace: Workspace, invitation: Invitation) -> None:
    t = session.words()
    saving = Autosave(
        f"invitation:{invitation.id}",
        invitation,
        read=lambda: workspace.store.invitations.get(invitation.id),
        save=lambda changed: invitations.change_invitation(workspace, changed),
    )
    with fields_of(saving) as fields:
        fields.day("until", t("Until when? Empty: until you close the assessment"))
        fields.number("max_respondents", t("For how many people?"), 1, MAX_RESPONDENTS)
        fields.text("own_line", t("A line of your own in the letter (not needed)"))
    close_or_reopen(workspace, [invitation])
    erase(workspace, invitation)


def erase(workspace: Workspace, invitation: Invitation) -> None:
    """Render the button that erases all invitations of a group with all answers, if nothing was shown."""
    t = session.words()
    who = t("the pairs") if invitation.in_pairs else t("all invitations of this group")
    words = Confirmation(
        t("Throw away {who} with all answers…", who=who),
        t(
            "Everything that this group answered is gone for good, of everybody, and all its links stop. One "
            "voice alone cannot be thrown away: then you would choose who is heard."
        ),
        t("Yes, throw it all away"),
    )
    confirmed(
        f"throw_away:{invitation.id}",
        words,
        lambda: invitations.erase_group(workspace, invitation.id),
    )


def _stormed(at: datetime) -> str:
    t, local = session.words(), at.astimezone()
    return t(
        "On {day} at {time} more people came in through the open link within a minute than it lets in. "
        "Were you together in one room? Then all is well. If not, make a new open link. You can also throw "
        "away all invitations of this group and invite anew.",
        day=t.date(local.date()),
        time=f"{local:%H:%M}",
    )


def close_or_reopen(workspace: Workspace, together: Sequence[Invitation]) -> None:
    """Render the button that closes invitations by hand, or opens them again."""
    t, name = session.words(), together[0].id
    if together[0].closed_at is None:
        st.button(
            t("Close this invitation now"),
            key=f"close_{name}",
            on_click=_for_each,
            args=(workspace, invitations.close_invitation, together),
        )
    else:
        st.button(
            t("Open this invitation again"),
            key=f"reopen_{name}",
            on_click=_for_each,
            args=(workspace, invitations.reopen_invitation, together),
        )


def _for_each(
    workspace: Workspace,
    change: Callable[[Workspace, str], Invitation],
    together: Sequence[Invitation],
) -> None:
    for invitation in together:
        attempt(lambda invitation=invitation: change(workspace, invitation.id))  # type: ignore[misc]
