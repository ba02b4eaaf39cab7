"""Pairs: a mentor and a mentee who answer apart and look together. Only their number is seen."""

from collections.abc import Sequence
from datetime import date

import streamlit as st

from assessment.assessments import Assessment
from assessment.choices import in_scope
from assessment.invitations import Invitation, minutes, questions
from assessment.pairs import PAIR_PROFILE, PAIR_ROLES
from assessment.services import invitations, pairs
from assessment.services.context import Workspace
from assessment.services.invitations import InvitationLine, PairRespondents
from reports.wording import participation
from ui import session
from ui.screens.invitations import new_links
from ui.screens.invitations.form import last_day, own_line, preview_link, whole_number
from ui.screens.invitations.overview import close_or_reopen, how_long
from ui.widgets import choose
from ui.widgets.confirm import Confirmation, confirmed
from ui.widgets.html import bar, soft
from ui.widgets.refusal import attempt


def show_pairs(
    workspace: Workspace, assessment: Assessment, lines: Sequence[InvitationLine]
) -> None:
    """Render how many pairs there are and took part, and new links for a lost letter."""
    together = [line for line in lines if line.invitation.in_pairs and line.pairs is not None]
    if not together or together[0].pairs is None:
        return
    t, counted = session.words(), together[0].pairs
    with st.container(border=True, key="pairs"):
        st.header(t("Pairs"), anchor=False)
        facts = how_long(workspace, assessment, together[0].invitation)
        st.html(soft(facts))
        share = counted.took_part / max(counted.made, 1)
        st.html(bar(share, participation.pairs(counted, t)))
        if assessment.accepts_respondents:
            with st.expander(t("Links and how long")):
                _lost(workspace, assessment, [line.invitation for line in together])
                close_or_reopen(workspace, [line.invitation for line in together])


def _lost(workspace: Workspace, assessment: Assessment, together: Sequence[Invitation]) -> None:
    t = session.words()
    by_number = {pair.number: pair for pair in pairs.pairs_of(workspace, assessment)}
    number = choose.select_or_none(
        f"pair_number:{assessment.id}",
        t("A letter of which pair?"),
        {n: t("pair {n}", n=n) for n in by_number},
        placeholder=t("Choose a number"),
        key="pair_number",
    )
    if number is None:
        return
    st.caption(
        t(
            "Only a letter that nobody used can get a new link: another one would open what the pair "
            "said. Did somebody lose their own address? Then make one more pair; both begin anew."
        )
    )
    for invitation in together:
        _letter(workspace, assessment, invitation, by_number[number])


def _letter(
    workspace: Workspace, assessment: Assessment, invitation: Invitation, pair: PairRespondents
) -> None:
    """Render what can be done with the letter of one of a pair."""
    t, language, number = session.words(), session.language(), pair.number
    role = workspace.catalogue_of(assessment).role(invitation.role).title.in_language(language)
    respondent = pair.mentor if invitation.role == PAIR_ROLES[0] else pair.mentee
    words = {"role": role[:1].lower() + role[1:], "n": number}
    confirmed(
        f"pair:{number}:{invitation.role}:reissue",
        Confirmation(
            t("New link for the {role} of pair {n}…", **words),
            t("The old link stops working at once. If it was used already, nothing changes."),
            t("Yes, make a new link"),
        ),
        lambda: _reissue(workspace, assessment, invitation, number, respondent),
    )
    confirmed(
        f"pair:{number}:{invitation.role}:revoke",
        Confirmation(
            t("Revoke the link for the {role} of pair {n}…", **words),
            t("The link stops working. Answers that were given stay with the pair."),
            t("Yes, revoke it"),
        ),
        lambda: invitations.revoke(workspace, respondent),
    )


def _reissue(
    workspace: Workspace,
    assessment: Assessment,
    invitation: Invitation,
    number: int,
    respondent: str,
) -> None:
    link = invitations.reissue(workspace, respondent)
    new_links.remember(assessment.id, new_links.of_pair(invitation, number, link.token))


def invite(workspace: Workspace, assessment: Assessment) -> None:
    """Render the form that makes pairs, when the catalogue has questions for them."""
    t = session.words()
    if workspace.catalogue_of(assessment).profile(PAIR_PROFILE) is None:
        return
    st.header(t("Invite pairs"), anchor=False)
    st.write(
        t(
            "A mentor and a mentee answer the same questions apart, and then look at both answers "
            "together. You only see how many pairs took part. Their answers join the groups when "
            "both want that."
        )
    )
    asked = _number_asked(workspace, assessment)
    if not all(asked):
        st.write(t("No question of this assessment is asked of pairs. Choose more under Settings."))
        return
    st.caption(
        t(
            "{mentor} questions for the mentor and {mentee} for the mentee, about {minutes} minutes. "
            "Only what counts in this assessment is asked.",
            mentor=asked[0],
            mentee=asked[1],
            minutes=minutes(max(asked)),
        )
    )
    with st.container(horizontal=True):
        for role in PAIR_ROLES:
            preview_link(workspace, assessment, role, PAIR_PROFILE)
    number = whole_number(t("How many pairs?"), "pair_number_new", 5)
    until = last_day(workspace, "pair_until")
    line = own_line("pair_own_line")
    st.button(
        t("Make the pairs"),
        key="make_pairs",
        on_click=attempt,
        args=(lambda: _make(workspace, assessment, number, until, line),),
    )


def _number_asked(workspace: Workspace, assessment: Assessment) -> list[int]:
    """Return how many questions are asked of the mentor and of the mentee of a pair."""
    catalogue = workspace.catalogue_of(assessment)
    scope = in_scope(workspace.store.choices.get(assessment.id).values())
    return [len(questions(catalogue, role, PAIR_PROFILE, scope)) for role in PAIR_ROLES]


def _make(
    workspace: Workspace, assessment: Assessment, number: int, until: date | None, line: str
) -> None:
    new_pairs = pairs.make_pairs(workspace, assessment.id, number, until, line)
    lines = invitations.invitations_of(workspace, assessment)
    by_role = {line.invitation.role: line.invitation for line in lines if line.invitation.in_pairs}
    for pair in new_pairs:
        for role, link in zip(PAIR_ROLES, (pair.mentor, pair.mentee), strict=True):
            new = new_links.of_pair(by_role[role], pair.number, link.token)
            new_links.remember(assessment.id, new)
