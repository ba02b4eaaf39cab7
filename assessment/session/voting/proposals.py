"""What the software proposes as the agreed value of an item; the room decides."""

from assessment.session.agreed_values import AgreedValue
from assessment.session.voting.results import ItemResult
from assessment.session.voting.verdicts import Verdict


def proposal_of(session: str, result: ItemResult) -> AgreedValue:
    """Return the median of the latest vote that was shown, or what a clear judgement says."""
    verdict, level = result.verdict, result.proposed_level
    value = "" if level is None else str(level)
    if verdict is None or verdict is Verdict.TALK:
        return AgreedValue(session, result.step, result.item, value)
    is_minimal = verdict is Verdict.MINIMAL
    return AgreedValue(
        session,
        result.step,
        result.item,
        value=str(verdict),
        requirement="minimal" if is_minimal else None,
        in_scope=is_minimal,
    )
