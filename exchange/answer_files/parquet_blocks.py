"""A Parquet file of answers as blocks of columns. A row is named by its number, from 1 on."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pyarrow as pa
from pyarrow import compute, parquet

from assessment.errors import AnswersFileError, Problem
from exchange.answer_files.blocks import MAX_BYTES, Block
from exchange.answers_csv import HEADER

PARQUET = ".parquet"
ROWS = 65_536  # of a block
MAX_UNPACKED = 500_000_000  # bytes of a group of rows
MAX_BLOCK = 64_000_000  # bytes of the texts of a block
OPTIONAL = HEADER[6:]  # reason, comment, evidence


def parquet_blocks(path: Path) -> Iterator[tuple[Block, float]]:
    """Yield every row of a Parquet file in blocks, with the share that was read.

    A cell without a value is an empty one. Raises AnswersFileError.
    """

    def refuse(message: str) -> AnswersFileError:
        return AnswersFileError([Problem(path.name, 0, 0, message)])

    try:
        if path.stat().st_size > MAX_BYTES:
            raise refuse(f"larger than {MAX_BYTES // 1_000_000} MB. Split the file by assessment.")
        texts = [part.name for part in parquet.read_schema(path) if pa.types.is_string(part.type)]
        with parquet.ParquetFile(path, read_dictionary=texts) as file:
            if wrong := _wrong_shape(file):
                raise refuse(wrong)
            yield from _blocks(file)
    except (pa.ArrowInvalid, pa.ArrowNotImplementedError, pa.ArrowTypeError) as error:
        raise refuse("not readable as Parquet. Write it again, every column as text.") from error
    except OSError as error:
        if error.strerror:
            text = f"cannot be read: {error.strerror}. Check the name of the file."
            raise refuse(text) from error
        raise refuse("not readable as Parquet. Write it again, every column as text.") from error


def _wrong_shape(file: parquet.ParquetFile) -> str:
    """Return what keeps a file from being read: its columns, or how much would have to be unpacked."""
    names = file.schema_arrow.names
    needed = [name for name in HEADER if name not in (*names, *OPTIONAL)]
    if needed:
        return f"there is no column `{needed[0]}`. The columns must be: {', '.join(HEADER)}"
    groups = (file.metadata.row_group(n) for n in range(file.metadata.num_row_groups))
    if any(group.total_byte_size > MAX_UNPACKED for group in groups):
        size = MAX_UNPACKED // 1_000_000
        return f"a group of rows is larger than {size} MB. Write it in smaller groups of rows."
    return ""


def _blocks(file: parquet.ParquetFile) -> Iterator[tuple[Block, float]]:
    present = [name for name in HEADER if name in file.schema_arrow.names]
    done = 0
    for batch in file.iter_batches(ROWS, columns=present):
        for part in _small_enough(batch):
            columns = [_texts(part, name) for name in HEADER]
            lines = np.arange(done + 1, done + len(part) + 1, dtype=np.int64)
            done += len(part)
            yield Block(lines, tuple(columns)), done / file.metadata.num_rows


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
