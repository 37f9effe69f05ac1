"""Time stamps over a log head: what to ask for on a machine with a network, and what came back from it."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from theodolite.domain import LogRecord, Stamp
from theodolite.errors import InputError
from theodolite.store.log import utc_now
from theodolite.store.trust import chain, ots, rfc3161
from theodolite.store.trust.signatures import message

MOST_BYTES = 1 << 18
TEXT_NAME, REQUEST_NAME = "theodolite-head.txt", "theodolite-head.tsq"


@dataclass(frozen=True, slots=True)
class Request:
    """The two files that are taken to another machine. ``text`` is for OpenTimestamps, ``query`` (DER) for
    a time-stamping authority; both stamp the SHA-256 of ``text``."""

    text: bytes
    query: bytes


def request(head: str) -> Request:
    """What to have stamped for the log head ``head``."""
    text = message(head)
    return Request(text, rfc3161.request(hashlib.sha256(text).digest()))


class Heads:
    """Which head of a log a digest stands for: the head itself, or a file that holds it."""

    def __init__(self, heads: Iterable[str]) -> None:
        self._forms: dict[str, dict[bytes, str]] = {name: {} for name in rfc3161.HASHES}
        for head in heads:
            self._forms["sha256"][bytes.fromhex(head)] = head
            for form in (message(head), head.encode(), f"{head}\n".encode()):
                for name, known in self._forms.items():
                    known[hashlib.new(name, form).digest()] = head

    def of(self, name: str, digest: bytes) -> str:
        """The head that is stamped, '' for none, or for a hash that is broken or unknown here."""
        return self._forms.get(name, {}).get(digest, "")


def read(
    data: bytes, log: Iterable[LogRecord], certificates: Sequence[bytes] = (), headers: Sequence[bytes] = ()
) -> Stamp:
    """The stamp in ``data``, checked; its id is still ''. ``certificates``: files in PEM or DER that a
    person trusts; ``headers``: files with Bitcoin block headers.

    Raises InputError for bytes that are no time stamp, or one of something else than this log.
    """
    if len(data) > MOST_BYTES:
        raise InputError(f"A time stamp of more than {MOST_BYTES // 1024} KiB is not read.")
    heads = Heads(record.hash for record in log if record.payload)  # the others nobody can recompute
    if ots.looks_so(data):
        known = [one for file in headers for one in ots.headers(file)]
        kind, answer = "opentimestamps", ots.check(data, heads.of, known)
    elif rfc3161.looks_so(data):
        anchors = [one for file in certificates for one in chain.read(file)]
        kind, answer = "rfc3161", rfc3161.check(data, heads.of, anchors)
    else:
        raise InputError("This file is neither an RFC 3161 answer (.tsr) nor an OpenTimestamps proof (.ots).")
    return Stamp(
        id="",
        kind="opentimestamps" if kind == "opentimestamps" else "rfc3161",
        head=answer.head,
        sha256=hashlib.sha256(data).hexdigest(),
        content=base64.b64encode(data).decode("ascii"),
        state=answer.state,
        stamped_utc=answer.stamped_utc,
        text=answer.text,
        imported_utc=utc_now(),
    )
