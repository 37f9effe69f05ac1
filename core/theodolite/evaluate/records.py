"""What each strategy said about each image, one CSV line each, on disk before the next image is looked at.

``run.json`` says what was asked (dataset, strategies, settings, indexes, all by hash), ``images.csv`` grows
by one synced line an answer. After a kill the same question goes on where it stopped; a torn last line is cut
off. Another question in the same folder is refused: its answers would not be comparable.
"""

from __future__ import annotations

import csv
import io
import json
import math
import os
from collections.abc import Hashable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import astuple, dataclass, fields
from pathlib import Path
from typing import Any, ClassVar, Generic, TypeVar

from theodolite.errors import InputError, StorageFailed

SCHEMA = 1
HEADER, LINES, LOCK = "run.json", "images.csv", "lock"


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a CSV: a frozen dataclass of int, float and str fields. ``FILE``: the file it goes to."""

    FILE: ClassVar[str] = LINES

    @property
    def key(self) -> Hashable:
        """What it is the record of: a later line of the same key replaces an earlier one."""
        raise NotImplementedError


R = TypeVar("R", bound=Line)


@dataclass(frozen=True, slots=True)
class Record(Line):
    """One image and one strategy. ``lat``, ``lon``, ``km`` and ``sphere_km`` are NaN where there is no point.

    ``km``: WGS84 geodesic to the truth; ``sphere_km``: on OSV-5M's sphere. ``abstained``: why it says that
    it does not know (its best point is kept, and counts as wrong). ``failure``: code of the error, ``detail``
    its text. ``country``, ``region``, ``city``: where the point lies, ``true_*``: where the truth lies, by
    the same look-up ('' is nowhere). ``countries``: stated probabilities as JSON, '' where there are none.
    ``excluded``: references that were not allowed to answer.
    """

    row: int
    image: str
    sha256: str
    strategy: str
    true_lat: float
    true_lon: float
    lat: float
    lon: float
    km: float
    sphere_km: float
    score: float
    measure: str
    origin: str
    abstained: str
    failure: str
    detail: str
    true_country: str
    true_region: str
    true_city: str
    country: str
    region: str
    city: str
    countries: str
    excluded: int
    seconds: float

    @property
    def answered(self) -> bool:
        """Whether it names a place and stands by it."""
        return not self.failure and not self.abstained and not math.isnan(self.km)

    @property
    def key(self) -> tuple[int, str]:
        return (self.row, self.strategy)


_KINDS = {"int": int, "float": float, "str": str}


def columns(of: type[Line]) -> tuple[str, ...]:
    """The names in the first line of the CSV."""
    return tuple(field.name for field in fields(of))


COLUMNS = columns(Record)


class Records(Generic[R]):
    """The open folder of one evaluation. ``done`` holds what an earlier run already asked."""

    def __init__(self, path: Path, done: dict[Hashable, R], stream: Any) -> None:
        self.path, self.done, self._stream = path, done, stream

    def append(self, record: R) -> None:
        """Write one line and see it to the disk. Raises StorageFailed."""
        self.extend([record])

    def extend(self, some: Sequence[R]) -> None:
        """Write lines that belong together and see them to the disk. Raises StorageFailed."""
        try:
            self._stream.write(b"".join(line(record) for record in some))
            self._stream.flush()
            os.fsync(self._stream.fileno())
        except OSError as error:
            raise StorageFailed(f"{self.path} cannot be written: {error.strerror or error}.") from error
        self.done.update({record.key: record for record in some})


@contextmanager
def opened(folder: Path, header: Mapping[str, Any], *, fresh: bool = False) -> Iterator[Records[Record]]:
    """The records of an evaluation of strategies; see :func:`opened_of`."""
    with opened_of(Record, folder, header, fresh=fresh) as kept:
        yield kept


@contextmanager
def opened_of(
    of: type[R], folder: Path, header: Mapping[str, Any], *, fresh: bool = False
) -> Iterator[Records[R]]:
    """The lines ``of`` one kind in ``folder`` for the question ``header``; made, or taken up again.

    ``fresh`` leaves what is there. Raises InputError where the folder holds another question, foreign files
    or another run at work, StorageFailed where it cannot be written.
    """
    asked = json.loads(json.dumps({"schema": SCHEMA, **header}, sort_keys=True))
    with _locked(folder):
        path = folder / of.FILE
        try:
            if fresh or not (folder / HEADER).is_file():
                _start(of, folder, asked, fresh)
            else:
                _compare(folder, asked)
            done = _read(of, path)
            stream = path.open("ab")
        except OSError as error:
            raise _unwritable(folder, error) from error
        with stream:
            yield Records(path, done, stream)


@contextmanager
def _locked(folder: Path) -> Iterator[None]:
    """One run at a time; the kernel lets go when the process dies."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        lock = (folder / LOCK).open("a")
    except OSError as error:
        raise _unwritable(folder, error) from error
    with lock:
        try:
            import fcntl

            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except ImportError:  # Windows: nothing guards against a second run
            pass
        except BlockingIOError as error:
            raise InputError(f"Another evaluation is writing to {folder}.") from error
        yield


def _unwritable(path: Path, error: OSError) -> StorageFailed:
    return StorageFailed(f"{path} cannot be written: {error.strerror or error}.")


def load(folder: Path) -> tuple[dict[str, Any], tuple[Record, ...]]:
    """The question and all whole lines of ``folder``, in their order. Raises InputError."""
    return load_of(Record, folder)


def load_of(of: type[R], folder: Path) -> tuple[dict[str, Any], tuple[R, ...]]:
    """The same for lines ``of`` another kind."""
    return _header(folder), tuple(_read(of, folder / of.FILE, cut=False).values())


def line(record: Line) -> bytes:
    """One CSV line; line breaks inside a cell become spaces, so that a line is a record."""
    text = io.StringIO()
    cells = [" ".join(v.split()) if isinstance(v, str) else _number(v) for v in astuple(record)]
    csv.writer(text, lineterminator="\n").writerow(cells)
    return text.getvalue().encode("utf-8", "replace")


def _number(value: float) -> str:
    return "" if math.isnan(value) else repr(value)


def _start(of: type[Line], folder: Path, asked: Mapping[str, Any], fresh: bool) -> None:
    path = folder / of.FILE
    if path.exists() and not fresh and path.stat().st_size > len(_top(of)):
        raise InputError(f"{path} is there without {HEADER}: not ours. Choose another folder.")
    if fresh and not _replaceable(of, folder):
        raise InputError(f"{path} is not of an evaluation and would be lost. Choose another folder.")
    (folder / HEADER).unlink(missing_ok=True)  # lines without a header are never believed
    with path.open("wb") as stream:
        stream.write(_top(of))
        stream.flush()
        os.fsync(stream.fileno())
    beside = folder / f".{HEADER}.tmp"
    with beside.open("w", encoding="utf-8") as text:
        json.dump(asked, text, indent=1, sort_keys=True)
        text.flush()
        os.fsync(text.fileno())
    beside.replace(folder / HEADER)


def _replaceable(of: type[Line], folder: Path) -> bool:
    """Whether an evaluation of ours, of whichever version, lies in ``folder``, or nothing does."""
    if not (folder / of.FILE).exists():
        return not (folder / HEADER).exists() or _has_header(folder)
    with (folder / of.FILE).open("rb") as stream:
        start = stream.read(len(_top(of)))
    return _top(of).startswith(start) or _has_header(folder)


def _has_header(folder: Path) -> bool:
    try:
        found = json.loads((folder / HEADER).read_text(encoding="utf-8"))
        return "schema" in found and "strategies" in found
    except (OSError, ValueError, TypeError, RecursionError):
        return False


def _top(of: type[Line]) -> bytes:
    return (",".join(columns(of)) + "\n").encode()


def _header(folder: Path) -> dict[str, Any]:
    try:
        found = json.loads((folder / HEADER).read_text(encoding="utf-8"))
        if found["schema"] != SCHEMA:
            raise InputError(f"{folder} holds an evaluation of another schema; choose another folder.")
    except (OSError, ValueError, TypeError, KeyError, RecursionError) as error:
        raise InputError(f"{folder} holds no evaluation that can be read ({HEADER}).") from error
    return dict(found)


def _compare(folder: Path, asked: Mapping[str, Any]) -> None:
    before = _header(folder)
    other = sorted(key for key in {*before, *asked} if before.get(key) != asked.get(key))
    if other:
        raise InputError(
            f"{folder} holds another evaluation: {', '.join(other)} differ. Choose another --out, "
            "or start anew there with --fresh."
        )


def _read(of: type[R], path: Path, *, cut: bool = True) -> dict[Hashable, R]:
    """Records by key; what a kill left behind a last line break is cut off the file."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise InputError(f"{path} cannot be read ({error.strerror}).") from error
    whole = data[: data.rfind(b"\n") + 1]
    if len(whole) < len(data) and cut:
        with path.open("r+b") as stream:
            stream.truncate(len(whole))
            os.fsync(stream.fileno())
    if not whole.startswith(_top(of)):
        raise InputError(f"{path} is not ours, or of another version. Choose another folder, or --fresh.")
    found: dict[Hashable, R] = {}
    rows = csv.reader(whole[len(_top(of)) :].decode("utf-8", "replace").splitlines())
    for number, cells in enumerate(rows, 2):
        try:
            record = parsed(of, cells)
        except (ValueError, TypeError) as error:
            raise InputError(f"Line {number} of {path} is damaged. Start anew with --fresh.") from error
        found[record.key] = record
    return found


def parsed(of: type[R], cells: Sequence[str]) -> R:
    """The line that these cells are. Raises ValueError."""
    kinds = [_KINDS[str(field.type)] for field in fields(of)]
    return of(*[_cell(kind, cell) for kind, cell in zip(kinds, cells, strict=True)])


def _cell(kind: Any, text: str) -> Any:
    return math.nan if kind is float and not text else kind(text)
