"""Why a session does not take something now, in words, and what to do."""

from collections.abc import Mapping

from locales import Translator


def to_person(reason: str, t: Translator) -> str:
    """Return why something of a phone was not taken."""
    return _to_person(t).get(reason) or t("The session does not take this now. Nothing was saved.")


def _to_person(t: Translator) -> Mapping[str, str]:
    return {
        "moved_on": t("The group has moved on. What you chose for the step before was not saved."),
        "closed": t("This vote was just closed. What you sent now was not saved."),
        "paused": t("There is a pause. What you sent now was not saved: send it again afterwards."),
        "ended": t("The session has ended. What you sent now was not saved."),
        "left": t("You left this session on this phone. Join anew to take part."),
        "table": t("Another phone answers for your table. What you sent now was not saved."),
        "too_many": t("You have chosen as many as you may. Take one back first."),
        "full": t("There is no room for more. Tell who leads the session."),
        "state": t("The session has not opened yet."),
    }


def to_control(reason: str, t: Translator) -> str:
    """Return why a command was not carried out."""
    return _to_control(t).get(reason) or t("That cannot be done now. Nothing was changed.")


def _to_control(t: Translator) -> Mapping[str, str]:
    return {
        "key": t("Your key cannot do this. Ask who leads the session."),
        "ended": t("The session has ended. Nothing was changed."),
        "state": t("That cannot be done at this moment. Nothing was changed."),
        "phase": t("That cannot be done at this point of the step. Nothing was changed."),
        "shown": t(
            "This vote was shown already, so it is not opened again: what is seen cannot become "
            "unseen. Vote a second time instead."
        ),
        "not_shown": t("Show the first vote before people vote again."),
        "too_few": t(
            "Fewer than five people are here, so nobody votes: what one chose would be known. Talk, "
            "and write down what you agree on."
        ),
        "last_step": t("This was the last step. End the session when you are ready."),
        "nothing_back": t("There is nothing to go back to."),
        "moved_on": t("The group is at another step by now. Nothing was changed."),
        "minutes": t("Give between 1 and 60 minutes."),
        "number": t("Give a number between 0 and 1000."),
        "item": t("This does not belong to the step that is on the table."),
        "full": t("There are as many agreements as there can be."),
    }
