"""Where everything stands in an XLSForm of ours: names of sheets, columns and choices."""

from collections.abc import Sequence

from assessment.catalogue.model import Text

SURVEY, CHOICES, SETTINGS = "survey", "choices", "settings"
REST = "mentorspiegel"  # the sheet for what belongs to no question
PREFIX = "ms_"
COMMENT = "_comment"  # ending of the name of the question for a comment
NAMES = {"nl": "Nederlands", "en": "English", "fr": "Français", "de": "Deutsch"}
STATES = ("not_applicable", "unknown", "declined")

SINGLE = ("role", "phase", "requirement", "weight", "scale", "origin", "evidence")  # one word
FLAGS = ("core",)  # `yes` or nothing
WORDS = ("also_asked", "sources", "studies", "supported_by")  # words with a space between them
TEXT = ("question", "why", "not_applicable")  # one text
TEXTS = ("look_for", "prompts", "next_steps")  # texts, one per line
RUBRIC = "rubric"  # the levels of the lead role, and `rubric_mentee` those of another role
MARKED = "care"  # levels that are marked, such as `0` or `mentee.0`

Table = list[list[str]]  # the first row is the header


def language_name(language: str) -> str:
    """Return a language as XLSForm names it: "Nederlands (nl)"."""
    return f"{NAMES.get(language, language)} ({language})"


def translated(column: str, language: str) -> str:
    """Return the name of a translated column of XLSForm itself."""
    return f"{column}::{language_name(language)}"


def ours(field: str, language: str = "") -> str:
    """Return the name of a column of ours."""
    return f"{PREFIX}{field}_{language}" if language else f"{PREFIX}{field}"


def question_name(criterion: str) -> str:
    """Return the name of a question; XLSForm wants a letter or `_` first."""
    return criterion if criterion[:1].isalpha() or criterion[:1] == "_" else f"_{criterion}"


def one_per_line(texts: Sequence[Text], language: str) -> str:
    r"""Return texts below each other; a line feed inside one becomes `\n`."""
    lines = (text.root[language] for text in texts)
    return "\n".join(line.replace("\\", "\\\\").replace("\n", "\\n") for line in lines)


def lines_of(cell: str) -> list[str]:
    """Undo `one_per_line`."""
    return [_unescaped(line) for line in cell.split("\n")] if cell else []


def path_of(*steps: str | int) -> str:
    """Return the way to a value: names with `/` between them, places in a list as `[0]`."""
    return "/".join(f"[{step}]" if isinstance(step, int) else step for step in steps)


def _unescaped(line: str) -> str:
    parts = line.split("\\\\")
    return "\\".join(part.replace("\\n", "\n") for part in parts)
