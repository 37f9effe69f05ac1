"""The report as JSON: the same value, stable keys (``format`` names them)."""

from __future__ import annotations

import json

from theodolite.codec import to_plain
from theodolite.report import words
from theodolite.report.value import Report


def render(report: Report) -> str:
    """Two-space indented JSON, UTF-8 text ending in a line feed.

    The map's drawing is left out: its content is in ``answers``. Characters that hide (direction marks,
    controls) are written as escapes, so the text shows what a parser will read.
    """
    plain = to_plain(report)
    del plain["drawing"]
    text = json.dumps(plain, ensure_ascii=False, indent=2)
    return "".join(f"\\u{ord(c):04x}" if c != "\n" and words.hidden(c) else c for c in text) + "\n"
