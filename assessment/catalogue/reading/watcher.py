"""Keep the catalogue in step with its files, so that authors see a change without a restart."""

from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock

from assessment.catalogue.model import Catalogue
from assessment.catalogue.reading.loader import load_catalogue
from assessment.errors import CatalogueError, Problem

Signature = tuple[tuple[str, int, int], ...]


@dataclass
class CatalogueWatch:
    """Reads the criteria folder again when a file in it changed.

    A broken folder never replaces a good catalogue; `problems` holds what is wrong meanwhile.
    """

    folder: Path
    problems: tuple[Problem, ...] = ()
    _catalogue: Catalogue | None = None
    _signature: Signature | None = None
    _lock: Lock = field(default_factory=Lock)

    @property
    def latest(self) -> Catalogue | None:
        """The newest good catalogue when the folder was last looked at, None if there never was one."""
        return self._catalogue

    def current(self) -> Catalogue:
        """Return the newest good catalogue. Raises CatalogueError when there never was one."""
        signature = _signature(self.folder)
        with self._lock:
            if signature != self._signature:
                self._read()
                self._signature = signature
            if self._catalogue is None:
                raise CatalogueError(self.problems)
            return self._catalogue

    def _read(self) -> None:
        try:
            self._catalogue = load_catalogue(self.folder)
            self.problems = ()
        except CatalogueError as error:
            self.problems = error.problems


def _signature(folder: Path) -> Signature:
    """Return names, sizes and times of the files, enough to notice a change."""
    signature = []
    for path in sorted(folder.rglob("*")) if folder.is_dir() else ():
        try:
            stat = path.stat()
        except OSError:
            continue  # gone meanwhile, which the next call notices
        signature.append((str(path), stat.st_size, stat.st_mtime_ns))
    return tuple(signature)
