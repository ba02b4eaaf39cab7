"""How often each level was given by one group: a sentence, and a bar that is cut by level."""

from collections.abc import Sequence

from ui.widgets.html import text


def level_bar(sentence: str, levels: Sequence[int]) -> str:
    """Return who gave which levels, in words and, from two answers on, as a bar."""
    parts = "".join(
        f'<span class="ms-level-{level}" style="flex:{number}">{level}</span>'
        for level, number in enumerate(levels)
        if number
    )
    drawn = f'<div class="ms-levels" aria-hidden="true">{parts}</div>' if sum(levels) > 1 else ""
    return f'<p class="ms-voice">{text(sentence)}</p>{drawn}'
