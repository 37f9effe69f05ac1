"""Signatures over a log's head, checked with the standard library alone, Python 3.9 and later.

Ed25519 verification as in RFC 8032, section 5.1.7; the program itself uses ``cryptography``. Nothing here is
secret, so nothing needs constant time. Encodings are strict: a coordinate or a scalar that is not reduced is
refused, as is anything that is no point of the curve.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Container, Iterator
from typing import Any

_P = 2**255 - 19
_L = 2**252 + 27742317777372353535851937790883648493
_D = -121665 * pow(121666, _P - 2, _P) % _P
_Point = tuple[int, int, int, int]  # X, Y, Z, T of section 5.1.4


def is_signed(key: bytes, message: bytes, signature: bytes) -> bool:
    """Whether ``signature`` (64 bytes) of ``message`` is by ``key`` (32 bytes)."""
    if len(key) != 32 or len(signature) != 64:
        return False
    a, r = _point(key), _point(signature[:32])
    s = int.from_bytes(signature[32:], "little")
    if a is None or r is None or s >= _L:
        return False
    h = int.from_bytes(hashlib.sha512(signature[:32] + key + message).digest(), "little") % _L
    left, right = _times(s, _BASE), _plus(r, _times(h, a))
    return (
        (left[0] * right[2] - right[0] * left[2]) % _P == 0 == (left[1] * right[2] - right[1] * left[2]) % _P
    )


def _point(data: bytes) -> _Point | None:
    y = int.from_bytes(data, "little")
    sign, y = y >> 255, y & ((1 << 255) - 1)
    if y >= _P:
        return None
    square = (y * y - 1) * pow(_D * y * y + 1, _P - 2, _P) % _P
    x = pow(square, (_P + 3) // 8, _P)
    if (x * x - square) % _P:
        x = x * pow(2, (_P - 1) // 4, _P) % _P
    if (x * x - square) % _P or (x == 0 and sign):
        return None
    x = _P - x if x & 1 != sign else x
    return (x, y, 1, x * y % _P)


def _plus(p: _Point, q: _Point) -> _Point:
    a, b = (p[1] - p[0]) * (q[1] - q[0]) % _P, (p[1] + p[0]) * (q[1] + q[0]) % _P
    c, d = 2 * p[3] * q[3] * _D % _P, 2 * p[2] * q[2] % _P
    e, f, g, h = b - a, d - c, d + c, b + a
    return (e * f % _P, g * h % _P, f * g % _P, e * h % _P)


def _times(number: int, point: _Point) -> _Point:
    total: _Point = (0, 1, 1, 0)
    while number:
        if number & 1:
            total = _plus(total, point)
        point, number = _plus(point, point), number >> 1
    return total


def signature_problems(
    rows: dict[tuple[str, str], Any],
    hashes: list[str],
    source: Any,
    loose: Container[str] = (),
    branched: Container[str] = (),
) -> Iterator[str]:
    """What is wrong with signatures; ``rows`` as the log makes them, ``hashes`` of its records in order,
    ``loose``: those that nobody can recompute, for what they cover is not here; ``branched``: those of
    records of other copies that were merged in."""
    for (kind, key), held in sorted(rows.items(), key=lambda row: row[0]):
        if kind == "signature":
            try:
                row = source.value(held) if isinstance(held, str) else (0, 0, 0, json.dumps(held))
                if row is None or row[3] is None:  # withheld from this copy, or named as missing by now
                    continue
                yield from _wrong(f"signature {key}", json.loads(row[3]), hashes, loose, branched)
            except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
                yield f"signature {key}: it cannot be read ({error})"


def _wrong(
    label: str, value: dict[str, Any], hashes: list[str], loose: Container[str], branched: Container[str]
) -> Iterator[str]:
    number, head = int(value["sequence"]), str(value["head"])
    text = f"theodolite-head/1\n{head}\n".encode("ascii")
    if not is_signed(bytes.fromhex(value["key"]), text, bytes.fromhex(value["signature"])):
        yield f"{label}: it is not by its key, or not over its head"
    elif head in loose or (
        head not in branched and (not 0 < number <= len(hashes) or hashes[number - 1] != head)
    ):
        yield f"{label}: record {number} of the log is not the one that was signed"


_BASE = _point((4 * pow(5, _P - 2, _P) % _P).to_bytes(32, "little")) or (0, 1, 1, 0)
