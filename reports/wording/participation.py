"""Who took part in words: respondents and pairs. All that may be known while it is open."""

from collections.abc import Iterable

from assessment.catalogue.model import Catalogue
from assessment.invitations import Participation
from assessment.pairs import PairCount
from assessment.services.invitations import InvitationLine, LinkWord
from locales import Translator
from reports.wording import choices
from reports.wording.voices import capital


def respondents(participation: Participation, t: Translator) -> str:
    """Return for how many people an invitation is, how many of them began, and how many are done."""
    places = t.plural("one place", "{n} places", participation.invited)
    return t(
        "{places}: {started} began, {finished} done",
        places=places,
        started=participation.started,
        finished=participation.finished,
    )


def pairs(count: PairCount, t: Translator) -> str:
    """Return how many pairs were made and took part."""
    made = t.plural("one pair", "{n} pairs", count.made)
    return t("{pairs}: in {number} of them both are done", pairs=made, number=count.took_part)


def lines(invitations: Iterable[InvitationLine], catalogue: Catalogue, t: Translator) -> list[str]:
    """Return of every invitation who took part; of pairs once, however many invitations they answer in."""
    sentences = []
    for line in invitations:
        if line.participation is not None:
            who = _who(line, catalogue, t)
            sentences.append(f"{who}, {respondents(line.participation, t)}")
        elif line.pairs is not None:
            sentences.append(capital(pairs(line.pairs, t)))
    return list(dict.fromkeys(sentences))


def _who(line: InvitationLine, catalogue: Catalogue, t: Translator) -> str:
    who = capital(choices.group(catalogue, line.invitation.role, t))
    return t("{who} (who judge)", who=who) if line.invitation.to_judge else who


def not_done(
    invitations: Iterable[InvitationLine], catalogue: Catalogue, t: Translator
) -> list[str]:
    """Return by role how many people are busy and how many did not begin; of pairs how many are not done."""
    sentences = []
    for line in invitations:
        if line.participation is not None:
            who = _who(line, catalogue, t)
            sentences += _not_done(who, line.participation, t)
        elif line.pairs is not None and line.pairs.took_part < line.pairs.made:
            left = line.pairs.made - line.pairs.took_part
            sentences.append(t.plural("Pairs: one is not done", "Pairs: {n} are not done", left))
    return list(dict.fromkeys(sentences))


def _not_done(who: str, participation: Participation, t: Translator) -> list[str]:
    busy = participation.started - participation.finished
    waiting = max(participation.invited - participation.started, 0)
    parts = [t.plural("one is still busy", "{n} are still busy", busy)] if busy else []
    if waiting:
        parts.append(t.plural("one did not begin", "{n} did not begin", waiting))
    return [f"{who}: {', '.join(parts)}"] if parts else []


def link_words(t: Translator) -> dict[LinkWord, str]:
    """Return the words for how far the person behind a link is."""
    return {
        "unused": t("not begun"),
        "started": t("began"),
        "finished": t("done"),
        "revoked": t("revoked"),
    }
