"""Words for the beginning of an assessment: its name, and what to know of the last one."""

from collections.abc import Collection
from datetime import datetime

from assessment.assessments import free_name
from locales import Translator


def new_name(now: datetime, taken: Collection[str], t: Translator) -> str:
    """Return the name that a new assessment gets unless another is typed."""
    return free_name(t("Assessment {year}", year=now.year), taken)


def still_open(name: str, t: Translator) -> str:
    """Return that the last assessment is open yet, and what that means."""
    return t(
        "The last assessment, {name}, is still open. Close it first: until then only your own "
        "answers can be compared.",
        name=name,
    )


def newcomer(t: Translator) -> str:
    """Return how the answers of one newcomer could be told apart."""
    return t(
        "What groups said was shown not long ago. Do the same people answer again, and one more? Then "
        "the difference between the two outcomes can tell what that one said. Wait until more people have "
        "come, or invite others only next time."
    )
