"""When a chart is a radar: one rule for screen, paper and workbook."""

from collections.abc import Iterable

from assessment.services.group_lines import GroupLine

FEWEST_AXES = 3  # a polygon of two corners is a line


def is_radar(lines: Iterable[GroupLine]) -> bool:
    """Return whether enough perspectives or phases have a score to give a radar its shape."""
    return sum(line.result.score is not None for line in lines) >= FEWEST_AXES
