"""The words of group sessions on screens and on paper of the staff."""

from collections.abc import Iterator, Mapping

from assessment.catalogue.model import Catalogue
from assessment.session.group_session import GroupSession
from assessment.session.script import SessionStep
from assessment.session.states import Purpose, SessionState, TalkForm
from locales import Translator


def purposes(t: Translator) -> Mapping[Purpose, str]:
    """Return what a session can be for."""
    return {
        Purpose.MIRROR: t("Look in the mirror"),
        Purpose.MINIMUM: t("Agree on a minimum"),
        Purpose.BOTH: t("Both: a minimum, and the mirror"),
    }


def states(t: Translator) -> Mapping[SessionState, str]:
    """Return how far a session is."""
    return {
        SessionState.DRAFT: t("being prepared"),
        SessionState.LOBBY: t("open: people can join"),
        SessionState.RUNNING: t("going on"),
        SessionState.PAUSED: t("paused"),
        SessionState.ENDED: t("ended"),
    }


def talk_forms(t: Translator) -> Mapping[TalkForm, str]:
    """Return in which groups people talk."""
    return {
        TalkForm.PAIRS: t("in pairs"),
        TalkForm.FOURS: t("in fours"),
        TalkForm.TABLES: t("at tables"),
        TalkForm.PLENARY: t("together"),
    }


def item_title(catalogue: Catalogue, step: SessionStep, item: str, t: Translator) -> str:
    """Return what an item of a step is called; its id where nothing else is known of it."""
    own = step.texts.get(item)
    if own is not None:
        return own.in_language(t.language)
    if item in catalogue.by_id:
        return catalogue.by_id[item].title.in_language(t.language)
    thesis = next((one for one in catalogue.theses if one.id == item), None)
    return thesis.statement.in_language(t.language) if thesis else item


def rules(session: GroupSession, t: Translator) -> Iterator[str]:
    """Return the rules that are fixed beforehand: on the start screen, the sheet and in the report."""
    yield t(
        "Votes are shown from {n} people on, and a role from {n}; else roles stand together or are "
        "left out.",
        n=session.threshold,
    )
    yield t("With fewer people there are no votes: you talk, and agree on values.")
    yield t(
        "Minimal is what three quarters of those who chose call so, and at least half of every role "
        "that may be shown. The same goes for what does not apply. All else is for the talk."
    )
    yield t(
        "The program proposes the middle answer. You may choose another one, and the room confirms: "
        "for it, can live with it, not yet."
    )
    yield t("Hands that are counted weigh just as much as phones.")
    yield t("Both votes, the agreed value, its reason and who still objects stay side by side.")


def troubles(t: Translator) -> Iterator[str]:
    """Return what to do when something goes wrong."""
    yield t("Your laptop fails: open the control key on another device. The session goes on.")
    yield t("You have to leave: hand the helper's key to somebody.")
    yield t(
        "A phone fails: the same person goes on with the four words on another device, or raises a "
        "hand."
    )
    yield t("No internet for phones: go on with cards and hands, and type the numbers in.")
    yield t("You pressed the wrong button: one step back. Votes are kept.")
    yield t("Somebody is hurt by what is said: pause. A talk goes before a vote.")
