"""The size of a JPEG XL image from its header, before a decoder allocates anything for it.

ISO/IEC 18181-1, SizeHeader: bits are read from the least significant end of each byte.
"""

from __future__ import annotations

import struct

from theodolite.errors import DecodeFailed

_RATIOS = {1: (1, 1), 2: (12, 10), 3: (4, 3), 4: (3, 2), 5: (16, 9), 6: (5, 4), 7: (2, 1)}
_WIDTHS = (9, 13, 18, 30)


def size(data: bytes) -> tuple[int, int]:
    """(width, height) as coded. Raises DecodeFailed when there is no codestream."""
    stream = _codestream(data)[:32]
    if not stream.startswith(b"\xff\x0a"):
        raise DecodeFailed("The JPEG XL file holds no codestream.")
    bits = _Bits(int.from_bytes(stream[2:], "little"), 8 * (len(stream) - 2))
    small = bits.take(1)
    height = _side(bits, small)
    ratio = bits.take(3)
    if ratio == 0:
        return _side(bits, small), height
    over, under = _RATIOS[ratio]
    return height * over // under, height


class _Bits:
    def __init__(self, value: int, left: int) -> None:
        self._value, self._left = value, left

    def take(self, count: int) -> int:
        if count > self._left:
            raise DecodeFailed("The JPEG XL header ends early.")
        taken = self._value & ((1 << count) - 1)
        self._value >>= count
        self._left -= count
        return taken


def _side(bits: _Bits, small: int) -> int:
    return 8 * (bits.take(5) + 1) if small else bits.take(_WIDTHS[bits.take(2)]) + 1


def _codestream(data: bytes) -> bytes:
    """The bare codestream, or the first one inside the container (boxes ``jxlc`` or ``jxlp``)."""
    if data.startswith(b"\xff\x0a"):
        return data
    at = 0
    while at + 8 <= len(data):
        length, kind = struct.unpack_from(">I4s", data, at)
        body = at + 8
        if length == 1 and at + 16 <= len(data):
            length, body = struct.unpack_from(">Q", data, at + 8)[0], at + 16
        if kind == b"jxlc":
            return data[body:]
        if kind == b"jxlp":
            return data[body + 4 :]
        if length < 8:
            break
        at += length
    return b""
