"""Open the zip that .xlsx and .ods files are, within limits that hold before anything is unpacked."""

import io
import zipfile
import zlib

from assessment.errors import refused

MAX_BYTES = 10_000_000  # of the file
MAX_UNPACKED = 15_000_000  # of all parts together
MAX_PARTS = 300
MAX_RATIO = 200  # unpacked to packed; a form needs 10 to 30
RATIO_FROM = 1_000_000  # unpacked bytes below which the ratio says nothing

_KEPT = (".xml", ".rels", "mimetype")
_PLAIN = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)


def read_parts(data: bytes, file: str) -> dict[str, bytes]:
    """Return the XML parts of a spreadsheet by name; pictures and programs in it are left unread.

    Raises SheetError for what is no such file, is damaged or is larger than the limits.
    """
    if len(data) > MAX_BYTES:
        raise refused(
            file, "is larger than {most} MB. Nothing was opened.", most=MAX_BYTES // 1_000_000
        )
    if data[:4] != b"PK\x03\x04":
        raise refused(
            file,
            "is no .xlsx or .ods file, or it has a password. Open it in Excel or LibreOffice and "
            "save it as .xlsx or .ods, without a password.",
        )
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            return _unpacked(packed, len(data), file)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError) as error:
        raise refused(file, "is damaged or not whole. Save it or send it again.") from error
    except (NotImplementedError, RuntimeError) as error:
        raise refused(
            file,
            "is packed in a way that is not read here. Open it in Excel or LibreOffice and save "
            "it again.",
        ) from error


def packed_again(parts: dict[str, bytes]) -> bytes:
    """Return a zip of just these parts, so that the next reader sees nothing else."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        for name, content in parts.items():
            packed.writestr(zipfile.ZipInfo(name), content)
    return out.getvalue()


def _unpacked(packed: zipfile.ZipFile, size: int, file: str) -> dict[str, bytes]:
    infos = packed.infolist()
    if len(infos) > MAX_PARTS:
        raise refused(
            file, "has more than {most} parts inside. Nothing was unpacked.", most=MAX_PARTS
        )
    unpacked = sum(info.file_size for info in infos)
    if unpacked > MAX_UNPACKED or (unpacked > RATIO_FROM and unpacked > MAX_RATIO * size):
        raise refused(file, "would unpack to {told:,} bytes. Nothing was unpacked.", told=unpacked)
    parts: dict[str, bytes] = {}
    names = {info.filename.casefold().replace("\\", "/") for info in infos}
    if len(names) < len(infos):
        raise refused(file, "holds a part twice. Nothing was unpacked.")
    for info in infos:
        if info.filename.casefold().endswith(_KEPT):
            parts[info.filename] = _content(packed, info)
    return parts


def _content(packed: zipfile.ZipFile, info: zipfile.ZipInfo) -> bytes:
    """Read one part, never more than it said to hold."""
    if info.compress_type not in _PLAIN:
        raise NotImplementedError("another compression")
    with packed.open(info) as source:
        return source.read(info.file_size)
