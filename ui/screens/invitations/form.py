"""The form that opens an invitation: who, how many, which questions, until when, with which links."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import streamlit as st

from assessment.assessments import Assessment
from assessment.catalogue.effort import judging_effort, profile_effort
from assessment.catalogue.model import Catalogue
from assessment.choices import in_scope
from assessment.judging.judgements import cards
from assessment.services import invitations
from assessment.services.context import Workspace
from assessment.services.invitations import InvitationLine
from reports.letters import issued_links
from reports.letters.build import preview_address
from reports.wording import choices
from reports.wording import judging as wording
from ui import session
from ui.screens.invitations import new_links
from ui.screens.invitations.form_fields import FormFields
from ui.widgets import choose
from ui.widgets.html import plain
from ui.widgets.refusal import attempt

_RATE, _JUDGE = "rate", "judge"
_PERSONAL, _OPEN, _BOTH = "personal", "open", "both"


@dataclass(frozen=True)
class Capacity:
    """How many people can get in, and with which links."""

    max_respondents: int
    personal_links: int
    has_open_link: bool


@dataclass(frozen=True)
class InvitationDraft:
    """What the form says of an invitation that is not made yet."""

    role: str
    profile: str
    capacity: Capacity
    until: date | None
    own_line: str
    to_judge: bool


def invite(workspace: Workspace, assessment: Assessment, lines: Sequence[InvitationLine]) -> None:
    """Render the form for an invitation of one role; roles without an invitation come first."""
    t, language = session.words(), session.language()
    st.header(t("Invite a group"), anchor=False)
    invited = {line.invitation.role for line in lines if not line.invitation.in_pairs}
    catalogue = workspace.catalogue_of(assessment)
    roles = {
        role.id: role.plural.in_language(language)
        for role in sorted(
            catalogue.roles, key=lambda role: (role.id in invited, role.organisation)
        )
        if role != catalogue.own_role
    }
    # one more invitation starts with another role
    role = choose.select(f"invitation_role:{len(lines)}", t("Whom do you invite?"), roles)
    to_judge = _asks_to_judge()
    profile = _questions(workspace, assessment, role, to_judge=to_judge)
    if profile is None:
        st.write(
            t("No question of this assessment is asked of this group. Choose more under Settings.")
        )
        return
    fields = FormFields("invitation", assessment.id, len(lines))
    capacity = _capacity(
        fields,
        workspace.threshold_of(assessment),
        is_anonymous=to_judge or not catalogue.role(role).organisation,
    )
    until = fields.last_day(workspace)
    draft = InvitationDraft(role, profile, capacity, until, fields.own_line(), to_judge)
    fields.line()
    st.button(
        t("Make the invitation"),
        type="primary",
        key="open_invitation",
        on_click=attempt,
        args=(lambda: _open(workspace, assessment, draft, fields),),
    )


def _asks_to_judge() -> bool:
    """Render the choice of what is asked: how it goes, or what counts."""
    t = session.words()
    kinds = {
        _RATE: t("How it goes: they answer questions"),
        _JUDGE: t("What counts: they judge what applies, and what is a minimum"),
    }
    return choose.select("invitation_asks", t("What do you ask?"), kinds) == _JUDGE


def _questions(
    workspace: Workspace, assessment: Assessment, role: str, *, to_judge: bool
) -> str | None:
    """Render the choice of a profile; None, and nothing, when none asks this role anything."""
    t, catalogue = session.words(), workspace.catalogue_of(assessment)
    if to_judge:
        profile = choose.select("invitation_cards", t("Which cards?"), _cards(catalogue))
        st.caption(
            t(
                "They judge at home, at their own pace. What they say is in no score: it shows what is clear "
                "already and what to talk about, after closing, of groups from {n} people.",
                n=workspace.threshold_of(assessment),
            )
        )
        return profile
    asked = _profiles(workspace, assessment, role)
    if not asked:
        return None
    profile = choose.select(
        f"invitation_profile:{role}", t("Which questions?"), asked, first=assessment.profile
    )
    about_profile(catalogue, profile)
    preview_link(workspace, assessment, role, profile)
    return profile


def _cards(catalogue: Catalogue) -> dict[str, str]:
    """Return the profiles that there is anything to judge in, with how much; the shortest first."""
    t = session.words()
    efforts = {
        profile.id: judging_effort(len(cards(catalogue, profile.id)))
        for profile in catalogue.audit_profiles
    }
    titles = {p.id: p.title.in_language(t.language) for p in catalogue.audit_profiles}
    return {
        name: f"{titles[name]}: {wording.cards(effort, t)}"
        for name, effort in efforts.items()
        if effort.questions
    }


def _capacity(fields: FormFields, threshold: int, *, is_anonymous: bool) -> Capacity:
    """Render the choice of how people get in."""
    t = session.words()
    kinds = {
        _PERSONAL: t("A personal link for each, on a letter"),
        _OPEN: t("One open link, on a screen or in a message"),
        _BOTH: t("Both"),
    }
    kind = choose.select("invitation_kind", t("How do they get in?"), kinds)
    respondents = fields.whole_number(t("For how many people?"), "respondents", 10)
    links = respondents if kind == _PERSONAL else 0
    if kind == _BOTH:
        links = fields.whole_number(t("How many of them get a personal link?"), "links", 5)
    if not is_anonymous:
        st.caption(
            t(
                "This group speaks for the organisation: its answers are not anonymous, and show from "
                "one answer on. Its start page says so."
            )
        )
    elif respondents < threshold:
        st.caption(
            t(
                "With fewer than {n} answers to a question, a group is not shown on its own.",
                n=threshold,
            )
        )
    return Capacity(respondents, links, has_open_link=kind != _PERSONAL)


def _profiles(workspace: Workspace, assessment: Assessment, role: str) -> dict[str, str]:
    """Return the profiles that ask something of a role, with how much; the shortest first."""
    t, language = session.words(), session.language()
    catalogue = workspace.catalogue_of(assessment)
    scope = in_scope(workspace.store.choices.get(assessment.id).values())
    asked = {
        profile.id: profile_effort(catalogue, profile, role, language, scope)
        for profile in catalogue.invited_profiles
    }
    titles = {p.id: p.title.in_language(language) for p in catalogue.profiles}
    return {
        name: f"{titles[name]}: {choices.effort(effort, t)}"
        for name, effort in sorted(asked.items(), key=lambda pair: pair[1].questions)
        if effort.questions
    }


def about_profile(catalogue: Catalogue, name: str) -> None:
    """Render of a profile about a relationship when it is due, and what counts in the outcome."""
    t, profile = session.words(), catalogue.profile(name)
    if profile is None or profile.about != "relationship":
        return
    st.caption(plain(profile.description.in_language(t.language)))
    st.caption(
        t(
            "All questions of it are asked. In the outcome only those count that this assessment "
            "asks too."
        )
    )


def preview_link(workspace: Workspace, assessment: Assessment, role: str, profile: str) -> None:
    """Render the way to what somebody in a role would see."""
    t, language = session.words(), session.language()
    title = workspace.catalogue_of(assessment).role(role).title.in_language(language)
    st.link_button(
        t("See it as a {role}", role=plain(title[:1].lower() + title[1:])),
        f"{preview_address(assessment.id, role, profile)}?lang={language}",
        icon=":material/visibility:",
        help=t("A preview in a new tab. Nothing is saved."),
    )


def _open(
    workspace: Workspace, assessment: Assessment, draft: InvitationDraft, fields: FormFields
) -> None:
    issued = invitations.open_invitation(
        workspace,
        assessment.id,
        draft.role,
        draft.profile,
        draft.capacity.max_respondents,
        draft.until,
        personal=draft.capacity.personal_links,
        open_link=draft.capacity.has_open_link,
        own_line=draft.own_line,
        to_judge=draft.to_judge,
    )
    fields.made()
    if issued.links:
        new_links.remember(assessment.id, issued_links.personal(issued.invitation, issued.links))
    if issued.open_token:
        link = issued_links.open_link(issued.invitation, issued.open_token)
        new_links.remember(assessment.id, link)
