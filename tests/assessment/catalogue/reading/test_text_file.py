"""What a file must be to be read: ordinary, in its folder, of a sane size, UTF-8."""

import ctypes
import os
import socket
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from assessment.catalogue.reading.text_file import printable, shown
from tests.support.criteria_folder import CriteriaFolder

HEADER = "catalogue.yaml"
CLIENT = "perspectives/client.yaml"
LINUX = sys.platform == "linux"
CAPABILITIES = (0x20080522, 0)  # version 3 of their form, of this thread
READ_EVERYTHING = 0b110  # CAP_DAC_OVERRIDE and CAP_DAC_READ_SEARCH


@contextmanager
def bound_by_rights() -> Iterator[None]:
    """Make the rights of files hold for root too, in this thread."""
    if not LINUX or os.geteuid() != 0:
        yield
        return
    system, header = ctypes.CDLL(None, use_errno=True), (ctypes.c_uint32 * 2)(*CAPABILITIES)
    before, now = (ctypes.c_uint32 * 6)(), (ctypes.c_uint32 * 6)()
    assert system.capget(header, before) == system.capget(header, now) == 0
    now[0] &= ~READ_EVERYTHING
    assert system.capset(header, now) == 0
    yield
    assert system.capset(header, before) == 0


@pytest.mark.parametrize(
    "name", [HEADER, "scales.yaml", "theses.yaml", CLIENT, "profiles/full.yaml"]
)
@pytest.mark.parametrize("content", ["", "\n\n", "# only a comment\n", "---\n", "~", "null"])
def test_an_empty_file_is_reported(folder: CriteriaFolder, name: str, content: str) -> None:
    folder.write(name, content)

    assert folder.problems() == [f"{name}:1:1: the file is empty. Fill it or restore it."]


@pytest.mark.parametrize("name", [HEADER, "theses.yaml", CLIENT, "profiles/full.yaml"])
def test_a_folder_instead_of_a_file(folder: CriteriaFolder, name: str) -> None:
    folder.remove(name)
    (folder.path / name).mkdir()

    assert folder.problems() == [
        f"{name}: a folder stands where a file is expected. Rename or remove the folder."
    ]


def test_a_file_instead_of_a_folder(folder: CriteriaFolder) -> None:
    folder.remove("profiles/full.yaml")
    folder.remove("profiles/short.yaml")
    (folder.path / "profiles").rmdir()
    folder.write("profiles", "x")

    assert folder.problems() == [
        "profiles: cannot be read: Not a directory. Make it a folder that can be read.",
    ]


def test_a_pipe_is_not_waited_for(folder: CriteriaFolder) -> None:
    folder.remove("theses.yaml")
    os.mkfifo(folder.path / "theses.yaml")

    assert folder.problems() == ["theses.yaml: no ordinary file. Put a text file here."]


def test_a_link_that_leads_nowhere(folder: CriteriaFolder) -> None:
    folder.remove("theses.yaml")
    (folder.path / "theses.yaml").symlink_to("gone.yaml")

    assert folder.problems() == [
        "theses.yaml: a link that leads nowhere. Put the file itself here."
    ]


def test_a_link_that_leads_to_itself(folder: CriteriaFolder) -> None:
    folder.remove("theses.yaml")
    (folder.path / "theses.yaml").symlink_to("theses.yaml")

    assert folder.problems() == [
        "theses.yaml: cannot be read: Too many levels of symbolic links. "
        "Restore the file or the right to read it."
    ]


@pytest.mark.parametrize("name", ["theses.yaml", CLIENT, "ids.lock"])
def test_a_link_out_of_the_folder_is_refused(
    folder: CriteriaFolder, tmp_path: Path, name: str
) -> None:
    (tmp_path / "outside").write_bytes((folder.path / name).read_bytes())
    folder.remove(name)
    (folder.path / name).symlink_to(tmp_path / "outside")

    assert folder.problems() == [
        f"{name}: a link to outside this folder. Put the file itself here."
    ]


def test_a_linked_subfolder_does_not_lead_out(folder: CriteriaFolder, tmp_path: Path) -> None:
    (folder.path / "perspectives").rename(tmp_path / "outside")
    (folder.path / "perspectives").symlink_to(tmp_path / "outside")

    assert folder.problems() == [
        f"{CLIENT}: a link to outside this folder. Put the file itself here."
    ]


def test_a_file_without_the_right_to_read_it(folder: CriteriaFolder) -> None:
    (folder.path / HEADER).chmod(0)

    with bound_by_rights():
        problems = folder.problems()

    assert problems == [
        f"{HEADER}: cannot be read: Permission denied. Restore the file or the right to read it."
    ]


def test_a_large_file_is_refused(folder: CriteriaFolder) -> None:
    folder.write("theses.yaml", "#" * 1_000_001)

    assert folder.problems() == [
        "theses.yaml: 1,000,001 bytes; at most 1,000,000 are read. Shorten it."
    ]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-32"])
def test_another_unicode_encoding_is_refused(folder: CriteriaFolder, encoding: str) -> None:
    text = (folder.path / CLIENT).read_text(encoding="utf-8")
    folder.write(CLIENT, text.encode(encoding))

    assert folder.problems() == [
        f"{CLIENT}:1:1: not written in UTF-8. Save the file as UTF-8 in your editor."
    ]


def test_an_encoding_without_mark_is_recognised_by_its_nuls(folder: CriteriaFolder) -> None:
    text = (folder.path / CLIENT).read_text(encoding="utf-8")
    folder.write(CLIENT, text.encode("utf-16-le"))

    assert folder.problems() == [
        f"{CLIENT}:1:2: a NUL character: damaged or not UTF-8. Save the file as UTF-8."
    ]


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_an_old_encoding_is_refused_at_the_first_letter(
    folder: CriteriaFolder, mark: bytes
) -> None:
    folder.change(CLIENT, "nl: nul", "nl: één, nul")
    text = (folder.path / CLIENT).read_text(encoding="utf-8")
    folder.write(CLIENT, mark + text.encode().replace("één".encode(), "één".encode("latin-1")))

    assert folder.problems() == [
        f"{CLIENT}:13:12: not written in UTF-8. Save the file as UTF-8 in your editor."
    ]


@pytest.mark.parametrize(
    "character", ["\x01", "\x1b", "\x7f", "\x85", "\x9b", "\u2028", "\u2029", "\ufeff", "\uffff"]
)
def test_a_character_that_cannot_be_seen_is_refused(folder: CriteriaFolder, character: str) -> None:
    folder.change(CLIENT, "Veilig", f"Vei{character}lig")

    assert folder.problems() == [
        f"{CLIENT}:2:18: the character U+{ord(character):04X} cannot be used. Remove it."
    ]


def test_a_tab_is_refused(folder: CriteriaFolder) -> None:
    folder.change(CLIENT, "  title", "\ttitle")
    folder.change(CLIENT, "why: ", "why:\t")

    assert folder.problems() == [
        f"{CLIENT}:2:1: a tab. Use spaces instead.",
        f"{CLIENT}:18:7: a tab. Use spaces instead.",
    ]


def test_a_binary_file_gives_a_short_answer(folder: CriteriaFolder) -> None:
    folder.write(CLIENT, "\x01\n" * 10_000)

    assert len(folder.problems()) == 20


def test_columns_count_letters_not_bytes(folder: CriteriaFolder) -> None:
    folder.change(CLIENT, "{nl: Veilig, en: Safe}", "{nl: ééé😀, en: no}")

    assert folder.problems() == [
        f'{CLIENT}:2:25: `no` without quotes is not read as text. Write "no".'
    ]


def test_a_socket_is_no_ordinary_file(
    folder: CriteriaFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder.remove("theses.yaml")
    monkeypatch.chdir(folder.path)
    with socket.socket(socket.AF_UNIX) as unix:
        unix.bind("theses.yaml")

        assert folder.problems() == ["theses.yaml: no ordinary file. Put a text file here."]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("\x1b[2J\x9b", "\\u001b[2J\\u009b"),
        ("a\nb\u2028", "a b\\u2028"),
        ("exe.\u202egnp\u202c", "exe.\\u202egnp\\u202c"),
        ("\u2066a\u2069\u200e\u200f\u061c", "\\u2066a\\u2069\\u200e\\u200f\\u061c"),
        ("a\u200b\u2060\u00adb\ufeff", "a\\u200b\\u2060\\u00adb\\ufeff"),
        ("ok\U000e0041", "ok\\U000e0041"),
        ("Één “naam”, שלום مرحبا 你好 👍", "Één “naam”, שלום مرحبا 你好 👍"),
    ],
)
def test_a_text_that_is_told_does_nothing_on_a_terminal_and_hides_nothing(
    text: str, told: str
) -> None:
    assert printable(text) == told
    assert shown(text) == told
