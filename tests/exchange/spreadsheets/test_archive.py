"""The zip that a spreadsheet is: refused before anything is unpacked."""

import io
import struct
import zipfile
from collections.abc import Callable

import pytest

from exchange.spreadsheets import archive
from exchange.spreadsheets.read import read_workbook
from tests.support.files.forms import part, with_parts
from tests.support.files.spreadsheets import FORM, refusal, zipped

REFUSED: dict[str, tuple[Callable[[], bytes], str]] = {
    "too large": (lambda: FORM + bytes(archive.MAX_BYTES), "larger than 10 MB"),
    "nothing": (lambda: b"", "no .xlsx or .ods file"),
    "a password or an old .xls": (lambda: b"\xd0\xcf\x11\xe0" + bytes(100), "has a password"),
    "a text": (lambda: b"hello", "no .xlsx or .ods file"),
    "cut off": (lambda: FORM[: len(FORM) // 2], "damaged or not whole"),
    "a zip bomb": (
        lambda: zipped(("xl/workbook.xml", bytes(archive.MAX_UNPACKED + 1))),
        "Nothing was unpacked",
    ),
    "a small zip bomb": (lambda: zipped(("a.xml", bytes(5_000_000))), "Nothing was unpacked"),
    "many parts": (
        lambda: zipped(*((f"{n}.xml", b"") for n in range(archive.MAX_PARTS + 1))),
        "parts inside",
    ),
    "a part twice": (lambda: zipped(("a.xml", b"<a/>"), ("A.xml", b"<a/>")), "a part twice"),
    "a part under two names": (
        lambda: with_parts(FORM, **{"xl\\workbook.xml": part(FORM, "xl/workbook.xml")}),
        "a part twice",
    ),
}


@pytest.mark.parametrize("kind", REFUSED)
def test_a_hostile_file_is_refused_with_what_is_wrong(kind: str) -> None:
    make, expected = REFUSED[kind]

    assert expected in refusal(make())


def test_a_part_packed_in_another_way_is_refused() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_BZIP2) as packed:
        packed.writestr("xl/workbook.xml", b"<a/>")

    assert "packed in a way" in refusal(out.getvalue())


def test_an_encrypted_part_is_refused() -> None:
    data = bytearray(zipped(("xl/workbook.xml", b"<a/>")))
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        start = data.index(signature) + offset
        data[start : start + 2] = struct.pack("<H", 1)

    assert "packed in a way" in refusal(bytes(data))


def test_a_part_that_lies_about_its_size_is_refused() -> None:
    data = bytearray(zipped(("xl/workbook.xml", b"<a>" + b" " * 500_000 + b"</a>")))
    for signature, offset in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        start = data.index(signature) + offset
        data[start : start + 4] = struct.pack("<I", 10)

    assert "damaged or not whole" in refusal(bytes(data))


def test_what_another_reader_might_see_in_a_zip_is_not_passed_on() -> None:
    data = with_parts(FORM, **{"xl/media/image1.png": b"no picture", "xl/vbaProject.bin": b"MZ"})

    assert set(read_workbook(data, "f")) == {"Questions", "mentorspiegel"}
    assert "xl/vbaProject.bin" not in archive.read_parts(data, "f")
