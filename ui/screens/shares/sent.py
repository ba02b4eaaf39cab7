"""Who has what until when, what was read by which membership, and taking it back."""

import streamlit as st

from assessment.portfolio.share_files import ShareFile
from assessment.projects import Project
from assessment.services.context import Workspace
from assessment.services.portfolio import sending
from assessment.services.portfolio.sending import FieldLine, SentShare
from locales import Translator
from reports.portfolio.share_view import known_catalogue
from reports.wording import portfolios
from ui import session
from ui.store import has_accounts
from ui.widgets.confirm import Confirmation, confirmed
from ui.widgets.html import bullets, details, plain, stacked_table
from ui.widgets.refusal import attempt


def sent(workspace: Workspace, project: Project) -> None:
    """Render every share of a project, the newest first."""
    t = session.words()
    found = sending.shares_of(workspace, project.id)
    files = sending.files_of(workspace, project.id)
    if not (found or files):
        st.write(
            t(
                "Nothing is shared. A funder or an umbrella sees of your project only what you send here, "
                "as it was at that moment, and you can take it back."
            )
        )
    for share in found:
        with st.container(border=True, key=f"share-{share.share.id}"):
            _share(workspace, share, t)
    for file in files:
        with st.container(border=True, key=f"share-file-{file.id}"):
            _file(workspace, file, t)


def _file(workspace: Workspace, file: ShareFile, t: Translator) -> None:
    """Render a file that was made for a funder elsewhere: who has it, and how to get it back."""
    day, until = t.date(file.made_at.date()), t.date(file.keep_until)
    shown = portfolios.openness_names(t)[file.openness]
    st.write(f"**{plain(file.portfolio_name)}**  \n{t('Made as a file on {day}', day=day)}")
    st.write(
        f"{plain(file.alias)} · {plain(file.assessment_name)} · {shown}  \n"
        + t("Until {day}. Read by: {readers}", day=until, readers=plain(file.readers))
    )
    if file.asked_back_at is not None:
        st.write(t("Asked back on {day}.", day=t.date(file.asked_back_at.date())))
    st.caption(
        t("The file is with the funder, if you mailed it. Who read it there is not known here.")
    )
    with st.expander(t("Take it back")):
        st.write(
            t(
                'From here nothing can be emptied at the funder. Write or call: "Please let go of the share '
                'of {name} that you got as a file, with the consent of {role} on {day}." The funder does '
                "this under Charter and projects, and then nothing of it is left there. What was downloaded "
                "or printed before cannot be called back.",
                name=plain(file.alias),
                role=plain(file.consented_by),
                day=day,
            )
        )
        st.button(
            t("We asked the funder today"),
            key=f"asked_back:{file.id}",
            on_click=attempt,
            args=(lambda: sending.note_asked_back(workspace, file.id),),
        )


def _share(workspace: Workspace, sent_share: SentShare, t: Translator) -> None:
    share, charter = sent_share.share, sent_share.portfolio.charter
    day = t.date(share.consented_at.date())
    st.write(f"**{plain(sent_share.portfolio.name)}**  \n{t('Sent on {day}', day=day)}")
    if share.snapshot is None:
        left = portfolios.emptied(share, charter, t)
        st.write(f"{left} {t('What was downloaded before stands below.')}")
        _reads(sent_share, t)
        return
    until = t.date(charter.keep_until)
    shown = portfolios.openness_names(t)[share.snapshot.openness]
    st.write(
        f"{plain(share.alias)} · {plain(share.snapshot.assessment.name)} · {shown}  \n"
        + t("Until {day}. Read by: {readers}", day=until, readers=plain(charter.readers))
    )
    if sent_share.needs_consent:
        _consent(workspace, sent_share, t)
    _field(workspace, sent_share, t)
    _reads(sent_share, t)
    confirmed(
        f"withdraw:{share.id}",
        Confirmation(
            t("Take it back"),
            t(
                "What you sent disappears at once from every view and every file that is made from now on. "
                "What was downloaded or printed before cannot be called back."
            ),
            t("Yes, take it back"),
        ),
        lambda: sending.withdraw(workspace, share.id),
    )


def _field(workspace: Workspace, sent_share: SentShare, t: Translator) -> None:
    """Render the own levels beside those of the other projects in a pool that gives this back."""
    found = sending.field_beside(workspace, sent_share.share.id)
    if found is None:
        if sent_share.portfolio.is_pool and sent_share.portfolio.gives_back:
            st.caption(_why_no_field(t))
        return
    others = max(line.others.n for line in found.lines)
    with st.expander(
        t("You and {n} others, as it was on {day}", n=others, day=t.date(found.made_on))
    ):
        st.write(
            t(
                "The middle of the others, and where the middle half of them lies; rounded to half a level, and "
                "made anew twice a year. It says where you stand beside others, not who is better."
            )
        )
        header = (
            *(t("Criterion"), t("You"), t("Middle of the others"), t("Middle half"), t("Others")),
        )
        snapshot = sent_share.share.snapshot
        catalogue = known_catalogue(workspace.catalogues, snapshot) if snapshot else None
        rows = [
            (portfolios.criterion(catalogue, line.criterion, t), *_line(line, t))
            for line in found.lines
        ]
        st.html(stacked_table(t("Beside the others"), header, rows, figures=4))


def _why_no_field(t: Translator) -> str:
    if has_accounts():
        return t(
            "The field stands here from five other projects on. It is made on 1 January and 1 July."
        )
    return t(
        "The field of this pool is not shown here: on a machine without accounts whoever works here sees "
        "every project, so no project is hidden in it. On a server with accounts it is."
    )


def _line(line: FieldLine, t: Translator) -> tuple[str, ...]:
    low, high = line.others.low, line.others.high
    half = "–" if low is None or high is None else f"{t.number(low)} – {t.number(high)}"
    return t.number(line.own), t.number(line.others.median), half, str(line.others.n)


def _consent(workspace: Workspace, sent_share: SentShare, t: Translator) -> None:
    """Render that the charter changed, what it says now, and the way to consent again."""
    share, charter = sent_share.share, sent_share.portfolio.charter
    st.info(
        t("The charter changed. Until you consent again, this share is grey and counts nowhere.")
    )
    st.html(
        bullets(
            (
                f"{t('Why')}: {charter.purpose}",
                f"{t('Who reads it')}: {charter.readers}",
                f"{t('Kept until')}: {t.date(charter.keep_until)}",
                portfolios.promise(t),
            )
        )
    )
    key = f"consent_role:{share.id}"
    st.text_input(t("Who consents? A function, no name"), key=key)
    st.button(
        t("Consent to this charter"),
        key=f"consent:{share.id}",
        on_click=attempt,
        args=(
            lambda: sending.consent_again(
                workspace, share.id, st.session_state[key], charter.edition
            ),
        ),
    )


def _reads(sent_share: SentShare, t: Translator) -> None:
    """Render what was read when, as what: never by whom."""
    if not sent_share.reads:
        st.caption(
            t(
                "In the overview it stands as long as it is shared. Nobody opened its page or downloaded it yet."
            )
        )
        return
    lines = [
        f"{read.at:%d-%m-%Y %H:%M} UTC · {portfolios.memberships(read.membership, t)} · "
        + (t("looked at it") if read.what == "view" else t("downloaded {kind}", kind=read.what))
        for read in sent_share.reads
    ]
    st.html(details(t("What was read ({n})", n=len(lines)), bullets(lines)))
