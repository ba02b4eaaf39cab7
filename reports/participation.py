"""Who took part in words: seats, who began, who is done. All that may be known while it is open."""

from collections.abc import Iterable

from assessment.catalogue import Catalogue
from assessment.services.rounds import LinkWord, RoundLine
from assessment.voices import PairCount, Participation
from locales import Translator
from reports import names
from reports.voices import capital


def seats(found: Participation, t: Translator) -> str:
    """Say how many of the seats of a round are taken, and how many people are done."""
    places = t.plural("one place", "{n} places", found.seats)
    return t(
        "{seats}: {started} began, {finished} done",
        seats=places,
        started=found.started,
        finished=found.finished,
    )


def pairs(found: PairCount, t: Translator) -> str:
    """Say how many pairs were made and took part."""
    made = t.plural("one pair", "{n} pairs", found.made)
    return t("{pairs}: in {number} of them both are done", pairs=made, number=found.took_part)


def lines(found: Iterable[RoundLine], catalogue: Catalogue, t: Translator) -> list[str]:
    """Say of every round who took part; of pairs once, however many rounds they answer in."""
    said = []
    for line in found:
        if line.participation is not None:
            who = capital(names.group(catalogue, line.round.role, t))
            said.append(f"{who}, {seats(line.participation, t)}")
        elif line.pairs is not None:
            said.append(capital(pairs(line.pairs, t)))
    return list(dict.fromkeys(said))


def link_words(t: Translator) -> dict[LinkWord, str]:
    """Return the words for how far the person behind a link is."""
    return {
        "unused": t("not begun"),
        "started": t("began"),
        "finished": t("done"),
        "revoked": t("revoked"),
    }
