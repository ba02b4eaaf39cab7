"""What could not be done: why, in the words of the screen, said once."""

from collections.abc import Callable

import streamlit as st

from assessment.errors import (
    AssessmentClosed,
    InvalidInput,
    InvitationClosed,
    LastOne,
    LinkSpent,
    LinkUsed,
    MentorspiegelError,
    NotFound,
    NotPermitted,
    SessionRefused,
    StaleWrite,
    StorageError,
)
from locales import Translator
from ui import session

# what a write may raise on purpose; what else goes wrong is a fault of the program
REFUSALS = (
    AssessmentClosed,
    InvalidInput,
    InvitationClosed,
    LastOne,
    LinkSpent,
    LinkUsed,
    NotFound,
    NotPermitted,
    SessionRefused,
    StaleWrite,
    StorageError,
)
_PAGE = "page"


def attempt(action: Callable[[], object], name: str = _PAGE) -> None:
    """Do something in a callback; when it is refused, `last_refusal` says why."""
    try:
        action()
    except REFUSALS as error:
        st.session_state[_key(name)] = refusal(error)


def last_refusal(name: str = _PAGE) -> str:
    """Return once why the last attempt could not be done; empty if nothing was refused."""
    return str(st.session_state.pop(_key(name), ""))


def show_last_refusal(name: str = _PAGE) -> None:
    """Render once why the last attempt could not be done.

    Its place is always there: what follows would move otherwise, and a form that is open would fold.
    """
    place = st.empty()
    if reason := last_refusal(name):
        place.error(reason)


def _key(name: str) -> str:
    return f"refusal:{name}"


def refusal(error: MentorspiegelError) -> str:
    """Return in the language of the screen why something could not be saved."""
    found = (words for kind, words in _told(session.words()).items() if isinstance(error, kind))
    if words := next(found, ""):
        return words
    return _invalid(error) if isinstance(error, InvalidInput) else str(error)


def _told(t: Translator) -> dict[type[MentorspiegelError], str]:
    return {
        AssessmentClosed: t(
            "This assessment was closed meanwhile. Reopen it under Settings to go on."
        ),
        StaleWrite: t("This was changed in another window. Nothing was overwritten."),
        SessionRefused: t("The session has gone on meanwhile and does not take this any more."),
        InvitationClosed: t("Others cannot answer in this assessment any more."),
        LinkUsed: t(
            "Somebody has begun with this letter: it opens nothing any more, and a new one would open "
            "their answers. Add a link for somebody else."
        ),
        LinkSpent: t("This invitation does not work (any more). Ask for a new one."),
        NotPermitted: t("Your membership does not allow this. Ask an owner of your organisation."),
        LastOne: t("Without this one nobody could go on here. Add another one first."),
    }


def _invalid(error: InvalidInput) -> str:
    t = session.words()
    return {
        ("name", "missing"): t("Give the project a name first."),
        ("name", "taken"): t(
            "There is a questionnaire of this name already. Choose it, or type another name."
        ),
        ("address", "address"): t("This is no e-mail address. Write it like name@example.org."),
        ("contact", "missing"): t("First name whom people can turn to."),
        ("text", "missing"): t("Fill in what you will do."),
        (error.field, "too_long"): t("This text is too long to keep. Shorten it."),
        ("max_respondents", "range"): t("An invitation is for 1 to 200 people."),
        ("personal", "range"): t("There are more personal links than people. Make fewer."),
        ("until", "past"): t("That day has passed. Choose a later one."),
        ("profile", "empty"): t("These questions are not for this group. Choose others."),
        (error.field, "characters"): t(
            "This text holds characters that cannot be kept. Remove them."
        ),
    }.get((error.field, error.rule), str(error))
