"""Tool tips with text from evidence: Qt would guess markup, so plain text is made safe to guess about."""

from __future__ import annotations

import html


def plain_tip(text: str) -> str:
    """``text`` as a tip that Qt shows literally, with its line breaks."""
    return f"<span style='white-space:pre-wrap'>{html.escape(text)}</span>"
