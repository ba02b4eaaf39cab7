"""Tables as CSV that no spreadsheet calculates, and files in a zip that is always the same."""

import io
import zipfile
from datetime import UTC, datetime

from exchange.csv_files import csv_text, zipped

AT = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)


def test_a_table_has_its_header_and_empty_cells_for_what_is_not_there() -> None:
    rows = [{"a": None, "b": True, "c": 1.5}, {"a": "=1+1", "b": False, "c": 2}]

    assert csv_text(rows) == "a,b,c\r\n,true,1.5\r\n'=1+1,false,2\r\n"
    assert csv_text([], ("a", "b")) == "a,b\r\n"


def test_the_same_files_and_moment_give_the_same_bytes() -> None:
    made = zipped({"a.csv": "x\r\n"}, AT)

    assert zipped({"a.csv": "x\r\n"}, AT) == made
    with zipfile.ZipFile(io.BytesIO(made)) as packed:
        assert packed.read("a.csv") == b"x\r\n"
    assert zipped({}, AT.replace(year=1970))  # a zip knows no such year
