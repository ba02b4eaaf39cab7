"""The pages of a preview: the start, every question, the end. Nothing in them can be saved."""

from contextlib import suppress
from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import Response

from assessment.access.acts import Act
from assessment.errors import NotFound, NotPermitted
from assessment.respondents import MAX_COMMENT
from assessment.services.access import sign_in
from assessment.services.context import Workspace
from assessment.services.preview import preview
from assessment.services.responding import InvitationView
from reports.letters.build import preview_address
from settings import Settings
from web.participant import safety
from web.participant.context import Context
from web.participant.position import page_of, position_of
from web.participant.question_page import QuestionPage
from web.participant.question_text import question_text
from web.server.gate import LOGIN_HEADER


@dataclass(frozen=True)
class PreviewContext(Context):
    """One request for a page of a preview."""

    shown: InvitationView

    @property
    def view(self) -> InvitationView:
        """What a respondent would see."""
        return self.shown

    @property
    def chosen_language(self) -> str:
        """The language asked for in the address."""
        return self.request.query_params.get("lang", "")

    def at(self, page: str) -> str:
        """Return the address of a page of this preview in the same language."""
        pages = {"about": "", "review": "end"}
        invitation = self.shown.invitation
        start = preview_address(invitation.assessment, invitation.role, invitation.profile)
        return f"{start}/{pages.get(page, page)}".rstrip("/") + f"?lang={self.language}"


def context_of(everything: Workspace, settings: Settings, request: Request) -> PreviewContext:
    """Return what a request for a preview shows to who is at work.

    Raises NotFound, also for what is of an organisation that is not theirs, and InvalidInput.
    """
    names = [request.path_params[name] for name in ("assessment", "role", "profile")]
    login = request.headers.get(LOGIN_HEADER.decode(), "")
    for workspace in sign_in.workspaces_of(everything, login):
        if not workspace.access.may(Act.INVITE):
            continue  # nothing was asked of this organisation: nobody was refused there
        with suppress(NotFound, NotPermitted):
            view = preview(workspace, *names)
            return PreviewContext(workspace, settings, request, {}, view)
    raise NotFound("assessment", names[0])


def start(context: PreviewContext) -> Response:
    """Show the page on which a respondent begins."""
    first = page_of(context.criteria[0].id)
    return context.render("preview_start", begun="", opens_once=True, first=first)


def question(context: PreviewContext) -> Response:
    """Show one question. Raises NotFound for one that is not asked."""
    criterion = context.request.path_params["criterion"]
    position = position_of(context.criteria, criterion)
    if position is None:
        raise NotFound("criterion", criterion)
    text = question_text(context.view.catalogue, criterion, context.role, context.language)
    page = QuestionPage(
        text=text,
        position=position,
        language=context.language,
        languages=context.languages,
        in_pairs=context.in_pairs,
        is_anonymous=context.is_anonymous,
        contact=context.contact,
        choice="",
        is_saved=False,
        needs_care=False,
        saved_before=None,
    )
    return context.render(
        "preview_question",
        page=page,
        position=position,
        comment="",
        evidence="",
        problem="",
        longest=MAX_COMMENT,
    )


def whom_to_turn_to(context: PreviewContext) -> Response:
    """Show the page for who does not feel safe."""
    return safety.show(context)


def end(context: PreviewContext) -> Response:
    """Show what comes after the last question."""
    return context.render("preview_end")
