"""The parts a report consists of. All texts are plain: nothing in them is markup."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from reports.identity import Palette
from reports.tables import Table


@dataclass(frozen=True)
class Heading:
    """A heading below the one of its section: level 3, or 4 below that."""

    text: str
    level: int = 3


@dataclass(frozen=True)
class Paragraph:
    """A text, set as `body`, `lead` (large), `soft` (less important) or `strong`."""

    text: str
    look: str = "body"


@dataclass(frozen=True)
class Bullets:
    """A list."""

    items: tuple[str, ...]


@dataclass(frozen=True)
class Facts:
    """Pairs of a name and what there is to say."""

    pairs: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Quotes:
    """What one voice wrote, one text after the other."""

    who: str
    texts: tuple[str, ...]


@dataclass(frozen=True)
class Figure:
    """A chart with its caption, and in words what it shows."""

    draw: Callable[[Palette], str]
    caption: str
    alt: str


@dataclass(frozen=True)
class PicturedItem:
    """A text with a small picture beside it, and in words what that shows."""

    text: str
    draw: Callable[[Palette], str]
    alt: str


@dataclass(frozen=True)
class Pictured:
    """A list of which each item has a small picture."""

    items: tuple[PicturedItem, ...]


@dataclass(frozen=True)
class Sides:
    """Two columns where there is room, else one below the other."""

    left: tuple["Block", ...]
    right: tuple["Block", ...]


@dataclass(frozen=True)
class WritingLines:
    """Room to write by hand: what belongs there, and how many lines."""

    label: str
    number: int


Block = (
    Heading
    | Paragraph
    | Bullets
    | Facts
    | Quotes
    | Table
    | Figure
    | Pictured
    | Sides
    | WritingLines
)


@dataclass(frozen=True)
class Section:
    """A part with a heading; `starts_page` where paper is used.

    One that `keeps_page` is to be handed out by itself: in print it ends on the page on which it starts.
    """

    title: str
    blocks: tuple[Block, ...]
    starts_page: bool = True
    keeps_page: bool = False


@dataclass(frozen=True)
class Report:
    """A whole report. `has_cover` gives title and facts a page of their own."""

    title: str
    subtitle: str
    kind: str  # what sort of report this is, above the title
    facts: Facts
    sections: tuple[Section, ...]
    footer: str
    language: str
    made_at: datetime
    has_cover: bool = True
