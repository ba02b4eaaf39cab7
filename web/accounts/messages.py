"""What went wrong, in the language of who reads it."""

from collections.abc import Mapping

from assessment.access.passwords import ADVISED, LONGEST, SHORTEST
from assessment.errors import (
    InvalidInput,
    LastOne,
    LinkSpent,
    MentorspiegelError,
    NotFound,
    NotPermitted,
    SignInRefused,
    TooOften,
    TooOftenToday,
)
from locales import Translator


def told(t: Translator, error: MentorspiegelError) -> str:
    """Return a sentence that says what went wrong and what to do."""
    if isinstance(error, InvalidInput):
        return _invalid(t).get((error.field, error.rule)) or t(
            "Something you typed cannot be used. Look at it again."
        )
    return _by_class(t).get(type(error)) or t(
        "Something went wrong with us. Try again in a moment."
    )


def _invalid(t: Translator) -> Mapping[tuple[str, str], str]:
    return {
        ("address", "address"): t("This is no e-mail address. Write it like name@example.org."),
        ("address", "taken"): t(
            "There is an account with this e-mail address. Is it yours? Sign in first, then open the link again."
        ),
        ("name", "missing"): t("Type a name of at most 200 characters."),
        ("name", "too_long"): t("Type a name of at most 200 characters."),
        ("password", "too_short"): t(
            "A password has at least {least} characters; {advised} or more is better.",
            least=SHORTEST,
            advised=ADVISED,
        ),
        ("password", "too_long"): t("A password has at most {most} characters.", most=LONGEST),
        ("password", "common"): t(
            "Many people use this password, or it is your own name. Choose another one."
        ),
        ("code", "wrong"): t("This code is not right. Type the one that the app shows now."),
    }


def _by_class(t: Translator) -> Mapping[type[MentorspiegelError], str]:
    return {
        SignInRefused: t("That did not work. Check what you typed and try again."),
        LinkSpent: t("This link works no more. Ask who gave it to you for a new one."),
        LastOne: t("Without this one nobody could go on here. Add another one first."),
        TooOften: t("Too much was tried within one minute. Wait a minute and try again."),
        TooOftenToday: t(
            "Too many wrong codes were typed today. Sign in with a passkey, or in a browser in which you "
            "signed in before, or ask a server admin for a link."
        ),
        NotFound: t("This page is not here."),
        NotPermitted: t(
            "This asks that you signed in just now. Sign out, sign in again, and repeat it."
        ),
    }
