"""The log and the sealed values as lines of a bundle, and back; nothing that is not ours gets through."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

from theodolite.domain import PROTECTED, LogRecord
from theodolite.errors import BundleRefused
from theodolite.store import log
from theodolite.store.sealing import VALUE, SealedRow

_HASH = re.compile(r"[0-9a-f]{64}\Z")
_SALT = re.compile(r"[0-9a-f]{32}\Z")
_ABOUT = re.compile(r"(?:E[0-9]{1,9}(?: E[0-9]{1,9})*)?\Z")
_RECORD = ("sequence", "utc", "operator", "action", "payload", "previous", "hash")
_STUB = ("sequence", "previous", "hash")  # a record of format 1, of which something was withheld


def record_line(record: LogRecord) -> str:
    """A record as RFC 8785 text; one that is withheld is its place in the chain only."""
    names = _RECORD if record.utc else _STUB
    return log.canonical({name: getattr(record, name) for name in names})


def sealed_line(row: SealedRow) -> str:
    """A sealed value as RFC 8785 text; ``salt`` and ``value`` null where it is withheld."""
    return log.canonical(row._asdict())


def records(lines: Iterable[bytes]) -> Iterator[LogRecord]:
    """The records of ``log.jsonl`` in their order; BundleRefused names the line that is none."""
    for number, line in enumerate(lines, start=1):
        found = _object(line, "the log", number)
        names = _RECORD if "payload" in found else _STUB
        texts = {name: found.get(name, "") for name in _RECORD if name != "sequence"}
        right = set(found) == set(names) and all(isinstance(text, str) for text in texts.values())
        if not right or not _HASH.match(texts["hash"]) or not _HASH.match(texts["previous"]):
            raise BundleRefused(f"Line {number} of the log is no record.")
        if type(found["sequence"]) is not int or found["sequence"] != number:
            raise BundleRefused(f"Line {number} of the log is not record {number}.")
        yield LogRecord(number, **texts)


def sealed(lines: Iterable[bytes]) -> Iterator[SealedRow]:
    """The rows of ``sealed.jsonl``; BundleRefused names the line that is none."""
    for number, line in enumerate(lines, start=1):
        found = _object(line, "the sealed values", number)
        if set(found) != set(SealedRow._fields):
            raise BundleRefused(f"Line {number} of the sealed values is none.")
        row = SealedRow(**found)
        whole = isinstance(row.value, str) and isinstance(row.salt, str) and _SALT.match(row.salt)
        gone = row.value is None and row.salt is None
        shaped = all(isinstance(text, str) for text in (row.digest, row.field, row.about))
        if not (shaped and (whole or gone) and _HASH.match(row.digest) and _ABOUT.match(row.about)):
            raise BundleRefused(f"Line {number} of the sealed values is none.")
        if row.field != VALUE and row.field not in PROTECTED:
            raise BundleRefused(f"Line {number} of the sealed values is of no kind that there is.")
        yield row


def _object(line: bytes, where: str, number: int) -> dict[str, Any]:
    try:
        found = json.loads(line.decode("utf-8"), object_pairs_hook=_once, parse_float=_refuse)
    except (ValueError, RecursionError) as error:
        raise BundleRefused(f"Line {number} of {where} cannot be read.") from error
    if not isinstance(found, dict):
        raise BundleRefused(f"Line {number} of {where} is no record.")
    return found


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a name twice")
    return found


def _refuse(text: str) -> Any:
    raise ValueError(f"{text}: a record holds no such number")
