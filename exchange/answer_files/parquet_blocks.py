"""A Parquet file of answers as blocks of columns. A row is named by its number, from 1 on."""

from collections.abc import Iterable, Iterator
from pathlib import Path

import numpy as np
import pyarrow as pa
from pyarrow import compute, parquet

from assessment.errors import AnswersFileError, Problem
from exchange.answer_files.blocks import MAX_BYTES, Block
from exchange.answers_csv import HEADER

PARQUET = ".parquet"
ROWS = 65_536  # of a block
MAX_ROWS = 3_000_000  # some 900 MB of memory; equal rows take no room in the file
MAX_UNPACKED = 500_000_000  # bytes of the texts of all rows
MAX_BLOCK = 64_000_000  # bytes of the texts of a block
OPTIONAL = HEADER[6:]  # reason, comment, evidence
# the last one: the name of a column is no UTF-8
_NOT_PARQUET = (
    pa.ArrowInvalid,
    pa.ArrowNotImplementedError,
    pa.ArrowTypeError,
    UnicodeDecodeError,
)
_UNREADABLE = "not readable as Parquet. Write it again, every column as text."


def parquet_blocks(path: Path) -> Iterator[tuple[Block, float]]:
    """Yield every row of a Parquet file in blocks, with the share that was read.

    A cell without a value is an empty one. Raises AnswersFileError.
    """
    try:
        if path.stat().st_size > MAX_BYTES:
            size = MAX_BYTES // 1_000_000
            raise _refusal(path, f"larger than {size} MB. Split the file by assessment.")
        texts = [part.name for part in parquet.read_schema(path) if pa.types.is_string(part.type)]
        with parquet.ParquetFile(path, read_dictionary=texts) as file:
            if wrong := _wrong_shape(file):
                raise _refusal(path, wrong)
            yield from _limited(path, _blocks(file))
    except _NOT_PARQUET as error:
        raise _refusal(path, _UNREADABLE) from error
    except OSError as error:
        text = f"cannot be read: {error.strerror}. Check the name of the file."
        raise _refusal(path, text if error.strerror else _UNREADABLE) from error


def _refusal(path: Path, message: str) -> AnswersFileError:
    return AnswersFileError([Problem(path.name, 0, 0, message)])


def _limited(
    path: Path, blocks: Iterable[tuple[Block, float, int]]
) -> Iterator[tuple[Block, float]]:
    """Yield blocks as long as there are not too many: what a file says of itself may be wrong."""
    for block, share, unpacked in blocks:
        if wrong := _too_much(int(block.lines[-1]), unpacked):
            raise _refusal(path, wrong)
        yield block, share


def _wrong_shape(file: parquet.ParquetFile) -> str:
    """Return what keeps a file from being read: its columns, or how much would have to be unpacked."""
    names = file.schema_arrow.names
    needed = [name for name in HEADER if name not in (*names, *OPTIONAL)]
    if needed:
        return f"there is no column `{needed[0]}`. The columns must be: {', '.join(HEADER)}"
    if twice := [name for name in HEADER if names.count(name) > 1]:
        return f"the column `{twice[0]}` stands there twice. Leave one out."
    groups = (file.metadata.row_group(n) for n in range(file.metadata.num_row_groups))
    sizes = [(group.num_rows, group.total_byte_size) for group in groups]
    return _too_much(sum(rows for rows, _ in sizes), sum(size for _, size in sizes))


def _too_much(rows: int, unpacked: int) -> str:
    """Return what is too much of a file; empty when it is not."""
    if rows > MAX_ROWS:
        return f"more than {MAX_ROWS:,} rows. Split the file by assessment."
    if unpacked > MAX_UNPACKED:
        return f"more than {MAX_UNPACKED // 1_000_000} MB of text. Split the file by assessment."
    return ""


def _blocks(file: parquet.ParquetFile) -> Iterator[tuple[Block, float, int]]:
    """Yield blocks, each with the share of the rows and the bytes of text up to its end."""
    present = [name for name in HEADER if name in file.schema_arrow.names]
    done = unpacked = 0
    for batch in file.iter_batches(ROWS, columns=present):
        batch.validate(full=True)  # a text may be no UTF-8
        for part in _small_enough(batch):
            columns = [_texts(part, name) for name in HEADER]
            lines = np.arange(done + 1, done + len(part) + 1, dtype=np.int64)
            done += len(part)
            unpacked += sum(map(_size, part.columns))
            yield Block(lines, tuple(columns)), done / file.metadata.num_rows, unpacked


def _small_enough(batch: pa.RecordBatch) -> Iterator[pa.RecordBatch]:
    """Halve a batch until its texts fit: one long text may be named by every row."""
    if len(batch) > 1 and sum(map(_size, batch.columns)) > MAX_BLOCK:
        half = len(batch) // 2
        yield from _small_enough(batch.slice(0, half))
        yield from _small_enough(batch.slice(half))
    else:
        yield batch


def _size(column: pa.Array) -> int:
    if not pa.types.is_dictionary(column.type):
        return int(column.nbytes)
    lengths = compute.binary_length(column.dictionary).take(column.indices)
    return int(compute.sum(lengths).as_py() or 0)


def _texts(batch: pa.RecordBatch, name: str) -> pa.Array:
    if name not in batch.schema.names:
        return pa.array([""] * len(batch), pa.string())
    column = batch.column(name)
    if pa.types.is_floating(column.type):
        column = column.cast(pa.int64())  # whole numbers beside cells without a value
    return column.cast(pa.string()).fill_null("")
