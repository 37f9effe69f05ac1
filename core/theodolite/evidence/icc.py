"""What an ICC profile calls itself: description, maker and date, read without a colour engine.

ICC.1:2022, sections 7.2 (header), 9.2.41 (profileDescriptionTag) and 10.15 (multiLocalizedUnicodeType);
textDescriptionType of version 2. Never raises. Runs inside the decode sandbox.
"""

from __future__ import annotations

import struct

_MAX_TAGS = 100


def facts(profile: bytes) -> list[tuple[str, str]]:
    """('ICC Description', 'Display P3') and the like; empty for what is no profile."""
    if len(profile) < 132 or profile[36:40] != b"acsp":
        return []
    found = []
    try:
        text = _description(profile)
        created = struct.unpack_from(">6H", profile, 24)
    except (struct.error, UnicodeDecodeError):
        return []
    if text:
        found.append(("ICC Description", text))
    if 1 <= created[1] <= 12 and 1 <= created[2] <= 31:
        year, month, day, hour, minute, second = created
        found.append(
            ("ICC Created", f"{year:04d}-{month:02d}-{day:02d} {hour:02d}:{minute:02d}:{second:02d}")
        )
    for name, at in (("Maker", 48), ("Creator", 80)):
        code = profile[at : at + 4].decode("latin-1").strip("\x00 ")
        if code.isprintable() and code:
            found.append((f"ICC {name}", code))
    return found


def _description(profile: bytes) -> str:
    (count,) = struct.unpack_from(">I", profile, 128)
    for number in range(min(count, _MAX_TAGS)):
        name, start, size = struct.unpack_from(">4sII", profile, 132 + 12 * number)
        if name != b"desc":
            continue
        body = profile[start : start + min(size, 4096)]
        if body[:4] == b"desc":
            (length,) = struct.unpack_from(">I", body, 8)
            return body[12 : 12 + min(length, 1000)].split(b"\x00")[0].decode("latin-1").strip()
        if body[:4] == b"mluc":
            length, offset = struct.unpack_from(">II", body, 20)
            return body[offset : offset + min(length, 1000)].decode("utf-16-be", "replace").strip("\x00 ")
    return ""
