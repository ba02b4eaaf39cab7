"""Pages that say why something is not there or cannot be done, with the status that fits."""

from dataclasses import dataclass

from locales import Translator
from web.participant.render import drawn, told
from web.participant.request import Reply, Visit


@dataclass(frozen=True)
class Said:
    """What a page says: a heading and some lines."""

    heading: str
    lines: tuple[str, ...]


def unknown(t: Translator) -> Said:
    """Return that an address leads nowhere; the same for one that was replaced or taken back."""
    return Said(
        t("This address leads nowhere"),
        (
            t("Perhaps a character is missing, or the project has taken this address back."),
            t("Look at the address again, or ask the project for a new letter."),
        ),
    )


def closed(t: Translator) -> Said:
    """Return that an invitation was closed."""
    return Said(
        t("This invitation is closed"),
        (
            t("You cannot answer any more. What you answered before is kept."),
            t("Would you like to know what came of it? Ask the project."),
        ),
    )


def expired(t: Translator) -> Said:
    """Return that the last day has passed."""
    return Said(
        t("The last day to answer has passed"),
        (
            t("What you answered before is kept."),
            t("Would you still like to answer? Ask the project whether that can be done."),
        ),
    )


def used(t: Translator) -> Said:
    """Return that somebody began with this letter, which therefore opens nothing any more."""
    return Said(
        t("This letter was used already"),
        (
            t("The letter no longer works. So nobody else can see the answers with it."),
            t(
                "Did you begin yourself? Go on with the device on which you began, or with the "
                "address that you got there when you stopped."
            ),
            t("Have you lost both, or did you not begin? Then ask the project for a new letter."),
        ),
    )


def full(t: Translator) -> Said:
    """Return that all respondents of an open link are taken."""
    return Said(
        t("All places are taken"),
        (t("Would you like to answer too? Ask the project for a place."),),
    )


def no_page(t: Translator) -> Said:
    """Return that a person has no such page."""
    return Said(t("This page is not there"), (t("Your answers are still there. Go back."),))


def refusal(t: Translator, status: int) -> Said:
    """Return why the door did not let a request in, or why the answer has to wait."""
    said = {
        403: Said(
            t("This did not come from our own page"),
            (t("Nothing was saved. Go back and try again."),),
        ),
        500: Said(
            t("Something went wrong here"),
            (t("What was saved before is kept. Go back and try again."),),
        ),
        405: Said(t("That cannot be done here"), (t("Go back and try again."),)),
        413: Said(t("That is too much at once"), (t("Nothing was saved. Write less."),)),
        429: Said(
            t("It is too busy here"),
            (t("Nothing is lost. Wait a minute and try again."),),
        ),
        503: Said(
            t("Saving does not work right now"),
            (t("What was saved before is kept. Wait a minute and try again."),),
        ),
    }
    unreadable = Said(
        t("That could not be read"),
        (t("Nothing was saved. Go back and try again."),),
    )
    return said.get(status, unreadable)


def reply(
    visit: Visit, t: Translator, status: int, said: Said, link: tuple[str, str] | None = None
) -> Reply:
    """Render a page that says something, or tell the script of a page. `link`: address and words."""
    if visit.wants_json:
        return told(status, saved=False)
    address, words = link or ("", "")
    values = {"heading": said.heading, "lines": said.lines, "link": address, "link_text": words}
    return drawn("message", t, values, status=status)
