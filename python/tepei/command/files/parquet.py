"""Parquet files: columns with types, row group by row group."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from tepei.command.files.record import Batch, Progress, unusable

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


class ParquetRoster:
    """An open Parquet file. Rows are numbered from 1; the headings are the names of the columns."""

    def __init__(self, path: Path, file: Any) -> None:  # noqa: ANN401
        self._path = path
        self._file = file
        self._done = 0
        self.headings = [name.strip() for name in file.schema_arrow.names]
        if not any(self.headings):
            raise unusable("roster.empty", "the file has no columns", "give a table with named columns", path)

    def batches(self, rows: int) -> Iterator[Batch]:
        """The rows, some at a time."""
        import pyarrow as pa  # noqa: PLC0415

        try:
            for batch in self._file.iter_batches(batch_size=rows):
                yield Batch(range(self._done + 1, self._done + 1 + batch.num_rows), batch.columns)
                self._done += batch.num_rows
        except (pa.ArrowException, OSError) as error:
            raise _broken(self._path, error) from error

    def progress(self) -> Progress:
        """By rows, whose number the file tells."""
        return Progress(self._done, self._file.metadata.num_rows, "row")


def _broken(path: Path, error: Exception) -> Exception:
    message = f"the file is no sound Parquet: {' '.join(str(error).split())[:200]}"
    return unusable("roster.parquet.malformed", message, "write the file again", path)


@contextmanager
def open_parquet(path: Path) -> Iterator[ParquetRoster]:
    """Opens a Parquet file; `Error` where it is none."""
    import pyarrow as pa  # noqa: PLC0415
    from pyarrow import parquet  # noqa: PLC0415

    try:
        file = parquet.ParquetFile(path, pre_buffer=False)
    except (pa.ArrowException, OSError) as error:
        raise _broken(path, error) from error
    with file:
        yield ParquetRoster(path, file)
