"""The language of a page before a person has chosen one."""

LONGEST = 200  # characters of Accept-Language that are read


def best_language(accept_language: str, offered: tuple[str, ...], default: str = "") -> str:
    """Return the offered language that a browser asks for most, else the default.

    When the default is not offered either, it is the first one that is.
    """
    ranked = []
    for number, part in enumerate(accept_language[:LONGEST].lower().split(",")):
        name, _, weight = part.strip().partition(";q=")
        language = name.partition("-")[0].strip()
        if language in offered:
            ranked.append((-_weight(weight), number, language))
    if ranked:
        return min(ranked)[2]
    return default if default in offered else offered[0]


def _weight(text: str) -> float:
    try:
        return float(text or "1")
    except ValueError:
        return 0.0
