"""Tool tips with text from evidence: Qt would guess markup, so plain text is made safe to guess about."""

from __future__ import annotations

import html


def plain_tip(text: str) -> str:
    """``text`` as a tip that Qt shows literally, with its line breaks."""
    return f"<span style='white-space:pre-wrap'>{html.escape(text)}</span>"


def in_every_format(lat: float, lon: float, precision_m: float = 1.0) -> str:
    """A place in all its notations, one a line, no finer than ``precision_m`` deserves."""
    from theodolite.geo.formats import formats_of

    return "\n".join(
        f"{name.rstrip(':')}: {text}" for name, text in formats_of(lat, lon, float(f"{precision_m:.2g}"))
    )
