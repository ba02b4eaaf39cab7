"""Read the text of one file that authors write: an ordinary UTF-8 file inside the folder."""

import re
import stat
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from unicodedata import category

MAX_BYTES = 1_000_000
STRANGE_SHOWN = 20  # lines with a strange character that are reported; a binary file has thousands
SHOWN_LENGTH = 60

# Everything but line feeds and what both YAML parsers call printable. Tabs, because the parsers do
# not agree where one may stand; U+0085, U+2028 and U+2029, because only some programs end a line
# there.
STRANGE = re.compile(
    "[^\n -~\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)

Note = Callable[[int, int, str], None]  # line, column, message


def read_text(folder: Path, name: str, note: Note) -> str | None:
    r"""Return the text of `folder / name` with `\n` as line end, or None after noting why not."""
    path = folder / name
    try:
        refusal = _refusal(folder, path)
        data = b"" if refusal else path.read_bytes()
    except OSError as error:
        refusal = _unreadable(path, error)
    if refusal:
        note(0, 0, refusal)
        return None
    return _decoded(data, note)


def shown(value: object) -> str:
    """Return a value as a message can show it: short, and nothing a terminal would act on."""
    text = str(value)
    short = text if len(text) <= SHOWN_LENGTH else f"{text[:SHOWN_LENGTH]}…"
    return printable(short)


def printable(text: str) -> str:
    """Return a text on one line, without anything a terminal would act on and nothing unseen.

    What turns the direction of a line, or has no width, could make it say something else.
    """
    return "".join(map(_escaped, text.replace("\n", " ")))


def _escaped(character: str) -> str:
    if category(character) != "Cf" and not STRANGE.match(character):
        return character
    number = ord(character)
    return f"\\u{number:04x}" if number <= 0xFFFF else f"\\U{number:08x}"


def unusable(character: str) -> str:
    """Return what to do about a character that `STRANGE` matches."""
    if character == "\t":
        return "a tab. Use spaces instead."
    return f"the character U+{ord(character):04X} cannot be used. Remove it."


def _refusal(folder: Path, path: Path) -> str:
    """Return why a file is not opened at all; empty when it may be read."""
    info = path.stat()
    if stat.S_ISDIR(info.st_mode):
        return "a folder stands where a file is expected. Rename or remove the folder."
    if not stat.S_ISREG(info.st_mode):
        return "no ordinary file. Put a text file here."
    if not path.resolve().is_relative_to(folder.resolve()):
        return "a link to outside this folder. Put the file itself here."
    if info.st_size > MAX_BYTES:
        return f"{info.st_size:,} bytes; at most {MAX_BYTES:,} are read. Shorten it."
    return ""


def _unreadable(path: Path, error: OSError) -> str:
    if isinstance(error, FileNotFoundError) and path.is_symlink():
        return "a link that leads nowhere. Put the file itself here."
    return f"cannot be read: {error.strerror}. Restore the file or the right to read it."


def _decoded(data: bytes, note: Note) -> str | None:
    try:
        text = data.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as error:
        before = error.object[: error.start].decode()
        note(*_end(before), "not written in UTF-8. Save the file as UTF-8 in your editor.")
        return None
    before, nul, _ = text.partition("\0")
    if nul:
        note(*_end(before), "a NUL character: damaged or not UTF-8. Save the file as UTF-8.")
        return None
    strange = list(islice(_strange(text), STRANGE_SHOWN))
    for line, column, message in strange:
        note(line, column, message)
    return None if strange else text


def _end(text: str) -> tuple[int, int]:
    """Return the line and column right after a text."""
    return text.count("\n") + 1, len(text) - text.rfind("\n")


def _strange(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield line, column and message of the first character of each line that cannot be used."""
    for number, line in enumerate(text.split("\n"), 1):
        match = STRANGE.search(line)
        if match:
            yield number, match.start() + 1, unusable(match[0])
