"""Signatures over the head of a log, by an examiner's key (Ed25519, RFC 8032).

Whoever signs a head vouches for every record up to it, for each record's hash covers the one before.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass

from theodolite.domain import Person, Signature
from theodolite.store.log import utc_now
from theodolite.store.trust.keys import SHORT, ExaminerKey


@dataclass(frozen=True, slots=True)
class SignatureCheck:
    """What a signature is worth now. ``good``: it is by its key, over a head that this log has.

    ``known``: the key is the one that the case names for the person. ``text`` says it in words.
    """

    id: str
    person: str
    good: bool
    known: bool
    text: str


def message(head: str) -> bytes:
    """What is signed, and what a time stamp is asked for: two lines of ASCII."""
    return f"theodolite-head/1\n{head}\n".encode("ascii")


def sign(head: str, sequence: int, person: str, key: ExaminerKey, about: str = "") -> Signature:
    """A signature by ``person`` (P1) over ``head``, the hash of record ``sequence``; its id is still ''."""
    return Signature("", person, utc_now(), head, sequence, key.public, key.sign(message(head)).hex(), about)


def check(
    signature: Signature,
    heads: Mapping[int, str],
    persons: Iterable[Person],
    beside: Container[tuple[int, str]] = (),
) -> SignatureCheck:
    """``heads``: the hash of each record of the log by its number; ``beside``: number and hash of records of
    other copies of the case that were merged into this one."""
    known = any(one.id == signature.person and one.key == signature.key for one in persons)
    problem = ""
    if not _signed(signature):
        problem = "the signature does not fit its key and head"
    elif (signature.sequence, signature.head) in beside:
        pass
    elif signature.sequence not in heads:
        problem = f"the log has no record {signature.sequence}"
    elif heads[signature.sequence] != signature.head:
        problem = f"record {signature.sequence} of the log has another hash than the one signed"
    who = f"{signature.id} by {signature.person}"
    if problem:
        return SignatureCheck(signature.id, signature.person, False, known, f"{who}: {problem}")
    text = f"{who}: good, over records 1 to {signature.sequence}, key {signature.key[:SHORT]}"
    if not known:
        text += f"; the case names another key, or none, for {signature.person}"
    return SignatureCheck(signature.id, signature.person, True, known, text)


def checks(
    found: Sequence[Signature],
    heads: Mapping[int, str],
    persons: Sequence[Person],
    beside: Container[tuple[int, str]] = (),
) -> tuple[SignatureCheck, ...]:
    """:func:`check` for all, in order."""
    return tuple(check(one, heads, persons, beside) for one in found)


def _signed(signature: Signature) -> bool:
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    try:
        key = Ed25519PublicKey.from_public_bytes(bytes.fromhex(signature.key))
        key.verify(bytes.fromhex(signature.signature), message(signature.head))
    except (InvalidSignature, ValueError):  # the latter: no hex, no point, not 32 or 64 bytes, not ASCII
        return False
    return True
