"""Records appended part by part, so that work that was stopped goes on where the last whole part ended.

``FOLDER/.building`` holds one JSON Lines file for each part of the data set and a log. A line of the log is
written after the records it stands for are on the disk; it holds their sizes and hashes. Taking up work
again, what the log does not name, or names with another hash, is cut off.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any

from theodolite.codec import from_plain, to_plain
from theodolite.errors import InputError
from theodolite.evaluate import whole
from theodolite.evaluate.mggeo.schemas import PARTS
from theodolite.evaluate.mggeo.statistics import Counts, added
from theodolite.evaluate.mp16_read import EXAMPLES, Refused

BUILDING, LOG = ".building", "log.jsonl"


@dataclass(frozen=True, slots=True)
class Step:
    """``rows`` of the table read. ``sizes`` and ``hashes`` of what was appended, in the order of PARTS."""

    rows: int
    sizes: tuple[int, ...]
    hashes: tuple[str, ...]
    counts: Counts
    refused: tuple[Refused, ...]


@dataclass
class Spool:
    """The work in ``folder``; :func:`whole.alone` holds it. Sums over all steps so far."""

    folder: Path
    made_from: dict[str, Any]
    rows: int = 0
    counts: Counts = field(default_factory=dict)
    refused: dict[str, Refused] = field(default_factory=dict)

    @classmethod
    def take_up(cls, folder: Path, made_from: dict[str, Any]) -> Spool:
        """What an earlier run left, or an empty one. Raises InputError for work on something else."""
        spool = cls(folder, made_from)
        log = folder / LOG
        kept = [_sealed(json.dumps(made_from))]
        finished = [f"{part}.jsonl" for part in PARTS if (folder.parent / f"{part}.jsonl").exists()]
        if finished and not log.exists():
            raise InputError(f"{folder.parent} holds {finished[0]} already. Give another --out.")
        if log.exists():
            try:
                with log.open("rb") as lines:
                    before = json.loads(_opened(next(lines, b"")))
                    if before != made_from:
                        raise InputError(
                            f"{folder.parent} holds work on another table, or with other settings. Remove "
                            f"{BUILDING} there, or give another --out."
                        )
                    kept += spool._whole_steps(lines)
            except (OSError, ValueError) as error:
                raise InputError(f"{log} does not hold what it should ({error}). Remove it.") from error
        with whole.storing(log):
            beside = log.with_name(f".{LOG}")
            with beside.open("wb") as stream:
                _put(stream, b"".join(kept))
            beside.replace(log)
            whole.flushed(folder)
        return spool

    def _whole_steps(self, lines: Iterable[bytes]) -> list[bytes]:
        """The steps whose records are there, as lines; what follows in the files is cut off."""
        kept: list[bytes] = []
        ends = [0] * len(PARTS)
        files = [self._file(part).open("ab+") for part in PARTS]
        try:
            for file in files:
                file.seek(0)
            for line in lines:
                try:
                    step = from_plain(Step, json.loads(_opened(line)))
                except (ValueError, KeyError, TypeError):
                    break
                data = [file.read(size) for file, size in zip(files, step.sizes, strict=True)]
                if tuple(hashlib.sha256(one).hexdigest() for one in data) != step.hashes:
                    break
                ends = [end + size for end, size in zip(ends, step.sizes, strict=True)]
                self._add(step)
                kept.append(line)
            for file, end in zip(files, ends, strict=True):
                file.truncate(end)
        finally:
            for file in files:
                file.close()
        return kept

    def append(
        self, rows: int, records: list[dict[str, Any]], counts: Counts, refused: list[Refused]
    ) -> None:
        """Put the records of the next ``rows`` of the table on the disk. Raises StorageFailed."""
        data = [
            "".join(
                json.dumps(record, ensure_ascii=False) + "\n" for record in records if record["part"] == part
            )
            for part in PARTS
        ]
        encoded = [text.encode("utf-8", "replace") for text in data]
        with whole.storing(self.folder):
            for part, text in zip(PARTS, encoded, strict=True):
                with self._file(part).open("ab") as stream:
                    _put(stream, text)
            step = Step(
                rows,
                tuple(len(text) for text in encoded),
                tuple(hashlib.sha256(text).hexdigest() for text in encoded),
                counts,
                tuple(refused),
            )
            with (self.folder / LOG).open("ab") as stream:
                _put(stream, _sealed(json.dumps(to_plain(step))))
        self._add(step)

    def publish(self) -> None:
        """Move the finished parts into their places. May be repeated after a stop."""
        with whole.storing(self.folder.parent):
            for part in PARTS:
                file = self._file(part)
                file.replace(self.folder.parent / file.name)
            whole.flushed(self.folder.parent)

    def drop(self) -> None:
        """Nothing is left to go on with."""
        for name in (LOG, *(f"{part}.jsonl" for part in PARTS)):
            (self.folder / name).unlink(missing_ok=True)

    def _file(self, part: str) -> Path:
        """Where the part is: here, or in its place already, when a run was stopped while it published."""
        here, there = self.folder / f"{part}.jsonl", self.folder.parent / f"{part}.jsonl"
        return there if there.exists() and not here.exists() else here

    def _add(self, step: Step) -> None:
        self.rows += step.rows
        self.counts = added(self.counts, step.counts)
        for one in step.refused:
            held = self.refused.get(one.reason, Refused(one.reason, 0, ()))
            self.refused[one.reason] = Refused(
                one.reason, held.count + one.count, (*held.examples, *one.examples)[:EXAMPLES]
            )


def _put(stream: IO[bytes], data: bytes) -> None:
    stream.write(data)
    stream.flush()
    os.fsync(stream.fileno())


def _sealed(text: str) -> bytes:
    """A line of the log: its hash, and what it says."""
    return f"{hashlib.sha256(text.encode()).hexdigest()} {text}\n".encode()


def _opened(line: bytes) -> bytes:
    """What a line says. Raises ValueError when it is not whole."""
    digest, _, text = line.partition(b" ")
    if not text.endswith(b"\n") or hashlib.sha256(text[:-1]).hexdigest().encode() != digest:
        raise ValueError("a line of the log is damaged")
    return text
