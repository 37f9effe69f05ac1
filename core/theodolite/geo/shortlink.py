"""OpenStreetMap's short links: a position and zoom written as the interleaved bits of its quadrants.

The scheme (OpenStreetMap wiki, "Shortlink"): longitude and latitude as fractions of their range, 32 bits
each, interleaved, longitude first; six bits a character; the zoom is 3 a character minus 8, and each '-'
after them is one step of the zoom more, modulo 3.
"""

from __future__ import annotations

from theodolite.errors import InputError

_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_~"


def decode(code: str) -> tuple[float, float, int, float]:
    """Latitude, longitude, zoom and the degrees that the code leaves open; raises InputError."""
    plain = code.replace("@", "~").replace("=", "-")
    letters = plain.rstrip("-")
    more = len(plain) - len(letters)
    if not 1 <= len(letters) <= 11 or more > 2 or any(letter not in _LETTERS for letter in letters):
        raise InputError(f"{code[:40]!r} is not a short link of OpenStreetMap.")
    x = y = 0
    for letter in letters:
        digit = _LETTERS.index(letter)
        for bit in (2, 1, 0):
            x = x << 1 | digit >> (2 * bit + 1) & 1
            y = y << 1 | digit >> (2 * bit) & 1
    cells = float(1 << 3 * len(letters))
    # The corner is what the service itself shows; zoom counts 3 a letter, the signs say which of them.
    zoom = 3 * len(letters) - 8 - ((3 - more) % 3 if more else 0)
    return y / cells * 180.0 - 90.0, x / cells * 360.0 - 180.0, max(0, zoom), 360.0 / cells


def encode(lat: float, lon: float, zoom: int) -> str:
    """The code of a position at ``zoom`` (0 to 22)."""
    x = min(2**32 - 1, int((lon + 180.0) / 360.0 * 2**32))
    y = min(2**32 - 1, int((lat + 90.0) / 180.0 * 2**32))
    bits = 0
    for bit in range(31, -1, -1):
        bits = bits << 2 | (x >> bit & 1) << 1 | y >> bit & 1
    count = -(-(zoom + 8) // 3)
    letters = "".join(_LETTERS[bits >> (58 - 6 * at) & 63] for at in range(min(count, 10)))
    return letters + "-" * ((zoom + 8) % 3)
