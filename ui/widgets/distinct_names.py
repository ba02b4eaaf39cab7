"""Names that tell things apart, for buttons that would else read alike in a list."""

from collections import Counter
from collections.abc import Mapping

from ui.widgets.html import plain


def distinct_names(things: Mapping[str, tuple[str, str]]) -> dict[str, str]:
    """Return by id the name of each thing for Markdown, with what else is known where others share it."""
    shared = Counter(name for name, _ in things.values())
    return {
        key: plain(name if shared[name] == 1 else f"{name} · {more}")
        for key, (name, more) in things.items()
    }
