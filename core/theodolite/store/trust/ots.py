"""OpenTimestamps proofs, checked without a network against block headers that a person brings.

A proof is a tree of hashes from the stamped digest to Merkle roots of Bitcoin blocks (or to calendars that
have only promised one). A block's header of 80 bytes holds that root and the time, and its hash shows the
work that went into it. Where the headers come from is the person's care: a header with the work of the real
chain costs more to forge than any case is worth, so a least difficulty is asked for.
"""

from __future__ import annotations

import hashlib
import string
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from theodolite.errors import InputError
from theodolite.store.trust.answers import Answer

MAGIC = b"\x00OpenTimestamps\x00\x00Proof\x00\xbf\x89\xe2\xe8\x84\xe8\x92\x94"
HEADER = 80
MOST_BYTES = 1 << 16
MOST_HEADERS = 4096
#: Bitcoin's difficulty has been above this since July 2014, before there was OpenTimestamps.
LEAST_DIFFICULTY = 10_000_000_000
#: The target of difficulty 1 (Bitcoin: 0x1d00ffff).
_EASIEST = 0xFFFF << 208


@dataclass(frozen=True, slots=True)
class Header:
    """A Bitcoin block header. ``height`` None: not stated. ``root``: as in the header, 32 bytes."""

    root: bytes
    seconds: int
    target: int
    hash: bytes
    height: int | None = None

    @property
    def utc(self) -> str:
        return datetime.fromtimestamp(self.seconds, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")

    @property
    def difficulty(self) -> float:
        return _EASIEST / self.target if self.target > 0 else 0.0

    @property
    def worked(self) -> bool:
        """Whether the hash is below the target that the header itself states."""
        return 0 < self.target < 1 << 256 and int.from_bytes(self.hash, "little") <= self.target


def looks_so(data: bytes) -> bool:
    """Whether these bytes are a proof of OpenTimestamps."""
    return data.startswith(MAGIC)


def headers(data: bytes) -> tuple[Header, ...]:
    """Block headers from a file: 80 bytes each, or lines of 160 hex digits with the height before or not.

    Raises InputError for anything else.
    """
    try:
        text = data.decode("ascii")
        letters = set(text) <= set(string.hexdigits + string.whitespace + ":,")
    except UnicodeDecodeError:
        letters = False
    try:
        if letters and data.strip():
            lines = [line.replace(":", " ").replace(",", " ").split() for line in text.splitlines()]
            found = [_line(line) for line in lines if line]
        else:
            if not data or len(data) % HEADER:
                raise ValueError("its length is no multiple of 80 bytes")
            found = [parse(data[at : at + HEADER]) for at in range(0, len(data), HEADER)]
    except ValueError as error:
        raise InputError(f"This file holds no block headers ({error}).") from error
    if len(found) > MOST_HEADERS:
        raise InputError(f"At most {MOST_HEADERS} block headers are read from one file.")
    return tuple(found)


def _line(words: list[str]) -> Header:
    if len(words) > 2 or len(words[-1]) != 2 * HEADER:
        raise ValueError("a line is not 160 hex digits, with the height before them or not")
    return parse(bytes.fromhex(words[-1]), int(words[0]) if len(words) == 2 else None)


def parse(data: bytes, height: int | None = None) -> Header:
    """A header of exactly 80 bytes; ValueError for another length."""
    if len(data) != HEADER:
        raise ValueError("a block header has 80 bytes")
    seconds, bits = int.from_bytes(data[68:72], "little"), int.from_bytes(data[72:76], "little")
    size, digits = bits >> 24, bits & 0x7FFFFF
    target = digits << 8 * (size - 3) if size >= 3 else digits >> 8 * (3 - size)
    if bits & 0x800000 or size > 34:
        target = 0  # negative or beyond 256 bits: no hash is below it
    own = hashlib.sha256(hashlib.sha256(data).digest()).digest()
    return Header(data[36:68], seconds, target, own, height)


def check(
    data: bytes,
    head_of: Callable[[str, bytes], str],
    known: Sequence[Header],
    least_difficulty: float = LEAST_DIFFICULTY,
) -> Answer:
    """What the proof in ``data`` is worth; ``head_of`` as in rfc3161.check.

    Raises InputError for bytes that are no proof, or a proof of something else.
    """
    file = _read(data)
    digest = bytes(file.file_digest)
    name = str(file.file_hash_op.HASHLIB_NAME)
    head = head_of(name, digest)
    if not head:
        raise InputError(
            f"This proof is over {name.upper()} {digest.hex()}, which is no head of this case's log. "
            "Stamp the file that 'theodolite stamp request' writes."
        )
    blocks, calendars, others = _attestations(file)
    compared = [_compared(height, root, known, least_difficulty) for height, root in sorted(blocks)]
    for state, header, text in sorted(compared, key=lambda one: one[0] != "confirmed"):
        if state == "confirmed" and header is not None:
            return Answer("confirmed", head, header.utc, text)
        if state == "invalid":
            return Answer("invalid", head, "", text)
    notes = [text for _, _, text in compared]
    if not blocks and calendars:
        notes.append(
            f"promised by {', '.join(sorted(calendars))}, in no block yet: let the ots program upgrade the "
            "file on a machine with a network and import it again"
        )
    if others:
        notes.append(f"{others} more attestations are of kinds that are not checked here")
    return Answer("pending", head, "", "; ".join(notes) or "it names neither a block nor a calendar")


def _compared(
    height: int, root: bytes, known: Sequence[Header], least: float
) -> tuple[str, Header | None, str]:
    """Whether a header that is here holds ``root``: (state, the header that does, words)."""
    same = [one for one in known if one.root == root and one.height in (None, height)]
    if same:
        header = same[0]
        shown = header.hash[::-1].hex()
        if not header.worked or header.difficulty < least:
            return (
                "pending",
                None,
                (f"the header given for block {height} does not carry the work of a Bitcoin block ({shown})"),
            )
        return (
            "confirmed",
            header,
            (
                f"in Bitcoin block {height}, hash {shown}, by the header given and its work; block times may "
                "be two hours off. Compare the hash with another copy of the chain"
            ),
        )
    if any(one.height == height for one in known):
        return "invalid", None, f"the header given for block {height} has another Merkle root than the proof"
    return "pending", None, f"give the header of Bitcoin block {height} to confirm it"


def _read(data: bytes) -> Any:
    from opentimestamps.core.serialize import BytesDeserializationContext, DeserializationError
    from opentimestamps.core.timestamp import DetachedTimestampFile

    if len(data) > MOST_BYTES:
        raise InputError(f"A proof of more than {MOST_BYTES // 1024} KiB is not read.")
    import warnings

    try:
        with warnings.catch_warnings():
            warnings.simplefilter(
                "ignore"
            )  # the library announces the end of an operation that old proofs use
            return DetachedTimestampFile.deserialize(BytesDeserializationContext(data))
    except (DeserializationError, ValueError, TypeError, KeyError, OverflowError, RecursionError) as error:
        raise InputError(f"This is no proof of OpenTimestamps: {error}.") from error


def _attestations(file: Any) -> tuple[set[tuple[int, bytes]], set[str], int]:
    """Blocks (height, Merkle root), calendars, and how many attestations of other kinds there are."""
    from opentimestamps.core.notary import BitcoinBlockHeaderAttestation, PendingAttestation

    blocks: set[tuple[int, bytes]] = set()
    calendars: set[str] = set()
    others = 0
    for message, attestation in file.timestamp.all_attestations():
        if isinstance(attestation, BitcoinBlockHeaderAttestation):
            blocks.add((int(attestation.height), bytes(message)))
        elif isinstance(attestation, PendingAttestation):
            calendars.add(str(attestation.uri).rpartition("//")[2])  # a name to read, not a link
        else:
            others += 1
    return blocks, calendars, others
