"""The pages below /a/: whose address it is, which page, and what goes wrong in plain words."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from starlette.routing import Route

from assessment.errors import (
    AssessmentClosed,
    InvalidInput,
    InvitationClosed,
    InvitationFull,
    NotFound,
    StorageError,
    TooOften,
)
from assessment.services import responding
from assessment.services.context import Workspace
from assessment.services.responding import OpenLink, PersonalLink, RespondentSession
from locales import LANGUAGES, Translator, translator
from settings import Settings
from web.participant import messages, open_link, overview, pair, personal_link, question
from web.participant.context import Here, offered
from web.participant.render import best_language
from web.participant.request import Reply, Visit
from web.server.forms import PREFIX, Door

Page = Callable[[Here, Visit], Reply]

SHOWN: Mapping[str, Page] = {
    "": overview.first,
    "about": overview.about,
    "review": overview.review,
    "pause": overview.pause,
    "thanks": overview.thanks,
    "delete": overview.ask_delete,
    "pair": pair.show,
}
WRITTEN: Mapping[str, Page] = {
    "begin": overview.begin,
    "language": overview.choose_language,
    "finish": overview.finish,
    "delete": overview.delete,
    "agreement": pair.agree,
    "share": pair.share,
}
AFTER_CLOSING = frozenset({"pair", "language"})  # what a person can still open then


def participants_route(
    workspace: Callable[[], Workspace], settings: Callable[[], Settings]
) -> Route:
    """Return the route of everything below /a/."""
    pages = Participants(workspace, settings)
    return Route(f"{PREFIX}{{rest:path}}", Door(pages.answer, pages.refuse))


class Participants:
    """Answers visits. The one place where a token is looked up."""

    def __init__(
        self, workspace: Callable[[], Workspace], settings: Callable[[], Settings]
    ) -> None:
        self._workspace = workspace
        self._settings = settings

    def answer(self, visit: Visit) -> Reply:
        """Answer one visit."""
        try:
            return self._found(visit)
        except StorageError:
            return self.refuse(503, visit)
        except TooOften:
            return self.refuse(429, visit)

    def refuse(self, status: int, visit: Visit) -> Reply:
        """Return why a request is not answered, in the language that the browser asks for."""
        t = self._words(visit)
        return messages.reply(visit, t, status, messages.refusal(t, status))

    def _words(self, visit: Visit) -> Translator:
        otherwise = self._settings().language
        return translator(best_language(visit.languages, tuple(LANGUAGES), otherwise))

    def _found(self, visit: Visit) -> Reply:
        workspace = self._workspace()
        token, *rest = visit.path
        place = responding.find(workspace, token)
        if place is None:
            responding.count_unknown(workspace)
            return self._unknown(visit)
        here = Here(
            workspace,
            token,
            place,
            self._language(visit, place),
            "/".join(rest),
            self._settings().public_address,
        )
        try:
            return _placed(here, visit)
        except (InvitationClosed, AssessmentClosed):
            return _over(here, visit, "closed")
        except NotFound:
            return self._unknown(visit)  # erased since it was found
        except InvitationFull:
            return messages.reply(visit, here.t, 409, messages.full(here.t))
        except InvalidInput:
            return messages.reply(visit, here.t, 422, messages.refusal(here.t, 400))

    def _unknown(self, visit: Visit) -> Reply:
        t = self._words(visit)
        return replace(messages.reply(visit, t, 404, messages.unknown(t)), slow=True)

    def _language(self, visit: Visit, place: RespondentSession | PersonalLink | OpenLink) -> str:
        """Return the language a person chose, else the one that the browser asks for."""
        codes = offered(place.catalogue)
        chosen = (
            place.respondent.language
            if isinstance(place, RespondentSession)
            else visit.query.get("lang")
        )
        if isinstance(place, PersonalLink):
            chosen = chosen or place.language
        if chosen in codes:
            return str(chosen)
        return best_language(visit.languages, codes, self._settings().language)


def _placed(here: Here, visit: Visit) -> Reply:
    if isinstance(here.place, PersonalLink):
        return personal_link.answer(here, visit)
    return (
        open_link.answer(here, visit) if isinstance(here.place, OpenLink) else _session(here, visit)
    )


def _session(here: Here, visit: Visit) -> Reply:
    """Answer a person who has a respondent."""
    page = here.page
    if not here.is_open and page not in AFTER_CLOSING:
        return _over(here, visit, here.session.why_not or "closed")
    name = page.removeprefix("q/")
    if name != page and (asked := question.question(here, name)) is not None:
        return (question.keep if visit.method == "POST" else question.show)(asked, visit)
    known = (WRITTEN if visit.method == "POST" else SHOWN).get(page)
    if known is None or (page in ("pair", "agreement", "share") and not here.is_pair):
        t = here.t
        back = here.at(""), t("To my answers")
        return messages.reply(visit, t, 404, messages.no_page(t), back)
    return known(here, visit)


def _over(here: Here, visit: Visit, why: str) -> Reply:
    """Return that the invitation takes no answers any more; a pair can still read."""
    t = here.t
    said = messages.expired(t) if why == "expired" else messages.closed(t)
    link = (here.at("pair"), t("To our answers")) if here.is_pair else None
    return messages.reply(visit, t, 410, said, link)
