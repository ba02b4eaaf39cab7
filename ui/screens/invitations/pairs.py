"""Pairs: two people who answer apart and look together. Only their number is seen."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import streamlit as st

from assessment.assessments import Assessment
from assessment.catalogue.effort import Effort, profile_effort
from assessment.catalogue.model import Catalogue
from assessment.choices import in_scope
from assessment.invitations import Invitation
from assessment.services import invitations, pairs
from assessment.services.context import Workspace
from assessment.services.invitations import InvitationLine
from assessment.services.pairs import PairRespondents
from reports.letters import issued_links
from reports.wording import choices, participation
from reports.wording.results import joined
from reports.wording.voices import capital
from ui import session
from ui.screens.invitations import new_links
from ui.screens.invitations.form import about_profile, preview_link
from ui.screens.invitations.form_fields import FormFields
from ui.screens.invitations.overview import close_or_reopen, erase, how_long
from ui.widgets import choose
from ui.widgets.confirm import Confirmation, confirmed
from ui.widgets.html import bar, note, plain, soft
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
                erase(workspace, together[0].invitation)


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
    respondent = pair.by_role[invitation.role]
    words = {"role": plain(role[:1].lower() + role[1:]), "n": number}
    confirmed(
        f"pair:{number}:{invitation.role}:reissue",
        Confirmation(
            t("New link for the {role} of pair {n}…", **words),
            t("The old link stops working at once. If it was used already, nothing changes."),
            t("Yes, make a new link"),
        ),
        lambda: _reissue(workspace, assessment, invitation, respondent),
    )
    confirmed(
        f"pair:{number}:{invitation.role}:revoke",
        Confirmation(
            t("Revoke the link for the {role} of pair {n}…", **words),
            t("The link stops working. If it was used already, nothing changes."),
            t("Yes, revoke it"),
        ),
        lambda: invitations.revoke(workspace, respondent),
    )


def _reissue(
    workspace: Workspace, assessment: Assessment, invitation: Invitation, respondent: str
) -> None:
    link = invitations.reissue(workspace, respondent)
    new_links.remember(assessment.id, issued_links.personal(invitation, [link]))


def invite(workspace: Workspace, assessment: Assessment, lines: Sequence[InvitationLine]) -> None:
    """Render the form that makes pairs, when the catalogue has questions for them."""
    t, catalogue = session.words(), workspace.catalogue_of(assessment)
    if not catalogue.pair_profiles:
        return
    st.header(t("Invite pairs"), anchor=False)
    offered = _profiles(workspace, assessment, lines)
    if not offered:
        st.write(t("No question of this assessment is asked of pairs. Choose more under Settings."))
        return
    name = next(iter(offered))
    if len(offered) > 1:
        titles = {p.id: p.title.in_language(t.language) for p in catalogue.pair_profiles}
        name = choose.select("pair_profile", t("Which questions?"), {n: titles[n] for n in offered})
    _explanation(*offered[name])
    about_profile(catalogue, name)
    _other_moments(catalogue, offered)
    _warning(catalogue, name)
    with st.container(horizontal=True):
        for role in catalogue.pair_roles(next(p for p in catalogue.pair_profiles if p.id == name)):
            preview_link(workspace, assessment, role, name)
    made = max((line.pairs.made for line in lines if line.pairs), default=0)
    fields = FormFields("pair", assessment.id, made)
    number = fields.whole_number(t("How many pairs?"), "number", 5)
    draft = _PairsDraft(name, number, fields.last_day(workspace), fields.own_line())
    fields.line()
    st.button(
        t("Make the pairs"),
        key="make_pairs",
        on_click=attempt,
        args=(lambda: _make(workspace, assessment, draft, fields),),
    )


def _explanation(first: "_Asked", second: "_Asked") -> None:
    """Render what the two of a pair do, and how much they are asked."""
    t = session.words()
    st.write(
        t(
            "Two people, {first} and {second}, answer the same questions apart, and then look at both "
            "answers together. You only see how many pairs took part. Their answers join the groups "
            "when both want that.",
            first=plain(first.name),
            second=plain(second.name),
        )
    )
    st.caption(
        t(
            "{first}: {one}. {second}: {other}.",
            first=plain(capital(first.name)),
            one=choices.effort(first.effort, t),
            second=plain(capital(second.name)),
            other=choices.effort(second.effort, t),
        )
    )


def _other_moments(catalogue: Catalogue, offered: Mapping[str, tuple["_Asked", "_Asked"]]) -> None:
    """Render which profiles are for another moment of the pairs that there are, and how to ask them."""
    t = session.words()
    titles = [
        f"‘{plain(profile.title.in_language(t.language))}’"
        for profile in catalogue.pair_profiles
        if profile.for_others and profile.id not in offered
    ]
    if titles:
        st.caption(
            t(
                "Pairs of one assessment answer one questionnaire. For another moment, {titles}, invite "
                "both groups above: each answers alone.",
                titles=joined(titles, t),
            )
        )


def _warning(catalogue: Catalogue, profile: str) -> None:
    """Render what the pairs read before they begin."""
    found = catalogue.profile(profile)
    if found is not None and found.warning is not None:
        st.html(note(found.warning.in_language(session.language())))


@dataclass(frozen=True)
class _Asked:
    """How much one of a pair is asked."""

    name: str  # of the role
    effort: Effort


def _profiles(
    workspace: Workspace, assessment: Assessment, lines: Sequence[InvitationLine]
) -> dict[str, tuple[_Asked, _Asked]]:
    """Return the profiles that ask both of a pair something; once there are pairs, only theirs."""
    catalogue, language = workspace.catalogue_of(assessment), session.language()
    present = {line.invitation.profile for line in lines if line.invitation.in_pairs}
    scope = in_scope(workspace.store.choices.get(assessment.id).values())
    offered = {}
    for profile in catalogue.pair_profiles:
        asked = [
            _Asked(
                role.title.in_language(language).lower(),
                profile_effort(catalogue, profile, role.id, language, scope),
            )
            for role in map(catalogue.role, catalogue.pair_roles(profile))
        ]
        if all(each.effort.questions for each in asked) and (not present or profile.id in present):
            offered[profile.id] = (asked[0], asked[1])
    return offered


@dataclass(frozen=True)
class _PairsDraft:
    """What the form says of pairs that are not made yet."""

    profile: str
    number: int
    until: date | None
    own_line: str


def _make(
    workspace: Workspace, assessment: Assessment, draft: _PairsDraft, fields: FormFields
) -> None:
    new_pairs = pairs.make_pairs(
        workspace,
        assessment.id,
        draft.number,
        draft.until,
        draft.profile,
        own_line=draft.own_line,
    )
    fields.made()
    lines = invitations.invitations_of(workspace, assessment)
    by_role = {line.invitation.role: line.invitation for line in lines if line.invitation.in_pairs}
    roles = workspace.catalogue_of(assessment).role_ids
    for pair in new_pairs:
        both = sorted(by_role.values(), key=lambda invitation: roles.index(invitation.role))
        for invitation, link in zip(both, (pair.first, pair.second), strict=True):
            new_links.remember(assessment.id, issued_links.personal(invitation, [link]))
