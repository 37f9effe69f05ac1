"""The Custody tab's words: an exhibit's facts, its chain, signatures, stamps, clocks. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from theodolite.domain import CaseState, Derived, Exhibit, Stamp, Verification
from theodolite.jobs import Progress
from theodolite_desktop import wording
from theodolite_desktop.snapshot import LogLine

Pair = tuple[str, str]
#: Colour rule and icon of each state of a time stamp; the word is always beside them.
STAMP_LOOK = {
    "confirmed": ("ok", "clock-check-outline"),
    "pending": ("warn", "clock-outline"),
    "invalid": ("error", "clock-alert-outline"),
}
STAMP_KIND = {"rfc3161": "RFC 3161", "opentimestamps": "OpenTimestamps"}


@dataclass(frozen=True, slots=True)
class TrustRow:
    """A signature, a stamp or a warning: ``title`` in one line, ``text`` below it, ``tip`` verbatim."""

    icon: str
    tone: str
    title: str
    text: str
    tip: str = ""


@dataclass(frozen=True, slots=True)
class Checked:
    """What can be said of a signature only with cryptography: whether it is ``good``, and in words."""

    id: str
    good: bool
    known: bool
    text: str


@dataclass(frozen=True, slots=True)
class Trust:
    """What was checked of signatures and clocks, off the window's thread."""

    signatures: tuple[Checked, ...] = ()
    clocks: tuple[str, ...] = ()


def utc(text: str) -> str:
    """'2026-11-21 18:40:03 UTC' of ISO 8601."""
    return (
        f"{text[:10]} {text[11:19]} UTC"
        if len(text) >= 19 and text.endswith("Z")
        else wording.visible(text, 40)
    )


def facts(item: Exhibit, log: Sequence[LogLine]) -> tuple[Pair, ...]:
    """What custody knows of an exhibit, then every record of ``log`` that names it."""
    known = [
        ("SHA-256", item.sha256),
        ("MD5", item.md5),
        ("Size", f"{wording.size(item.size)} ({item.size:,} bytes)".replace(",", "\u202f")),
        ("Type", wording.visible(item.media_type, 60)),
        ("Taken from", wording.visible(item.source, 400) or "no file: pasted"),
        ("Name there", wording.visible(item.name, 200)),
        ("Taken in", utc(item.added_utc)),
        ("By", wording.visible(item.operator, 80)),
        ("File changed", utc(item.file_time) if item.file_time else "not known"),
        ("Condition", condition(item)),
    ]
    if item.parent:
        known.append(("Made from", f"{item.parent}: {wording.visible(item.recipe, 200)}"))
    named = re.compile(rf"(?<!\w){re.escape(item.id)}(?!\w)")
    chain = [
        (f"#{r.sequence}", f"{utc(r.utc)}, {r.operator}: {r.action}") for r in log if named.search(r.text)
    ]
    return (*known, *chain)


def condition(item: Exhibit) -> str:
    """Whether it can be read, and what a person decided about it."""
    parts = [
        f"readable, {item.width} × {item.height} pixels" if item.readable else "not readable; kept as it is"
    ]
    parts += ["withdrawn"] if item.withdrawn else []
    parts += ["marked graphic"] if item.graphic else []
    return ", ".join(parts)


def derived_line(made: Derived) -> str:
    """What a derived picture is: its size and how many steps made it."""
    steps = _counted(len(made.steps), "step")
    return f"{made.width} × {made.height}, {steps}, {made.sha256[:12]}…"


def signature_rows(state: CaseState, trust: Trust) -> tuple[TrustRow, ...]:
    """Newest first. Until it was checked, a signature is said to be that, not good."""
    checked = {one.id: one for one in trust.signatures}
    rows = []
    for one in reversed(state.signatures):
        found = checked.get(one.id)
        look = (
            ("text2", "Not checked yet")
            if found is None
            else ("ok", "Good")
            if found.good
            else ("error", "Bad")
        )
        if found is not None and found.good and not found.known:
            look = ("warn", "Good, by another key")
        about = f" about {one.about}" if one.about else ""
        text = f"{utc(one.utc)} · records 1 to {one.sequence}{about} · key {one.key[:8]}"
        tip = "\n".join(
            part for part in (found.text if found else "", f"head {one.head}", f"key {one.key}") if part
        )
        icon = "file-certificate-outline" if look[0] != "error" else "alert-outline"
        rows.append(TrustRow(icon, look[0], f"{one.person} signed · {look[1]}", text, tip))
    return tuple(rows)


def stamp_rows(stamps: Sequence[Stamp], state: CaseState) -> tuple[TrustRow, ...]:
    """Newest first; a pending one says what would confirm it."""
    rows = []
    for one in reversed(stamps):
        tone, icon = STAMP_LOOK[one.state]
        said = f"states {utc(one.stamped_utc)} · " if one.stamped_utc else ""
        now = " · of the head now" if one.head == state.log_head else ""
        rows.append(
            TrustRow(
                icon,
                tone,
                f"{STAMP_KIND[one.kind]} · {one.state.capitalize()}",
                f"{said}head {one.head[:12] or 'of no record here'}{now}\n{wording.visible(one.text, 400)}",
                f"imported {utc(one.imported_utc)}\nfile SHA-256 {one.sha256}\nhead {one.head}",
            )
        )
    return tuple(rows)


def clock_rows(trust: Trust) -> tuple[TrustRow, ...]:
    return tuple(
        TrustRow("clock-alert-outline", "warn", "Clock", wording.visible(text, 300)) for text in trust.clocks
    )


def integrity(result: Verification, at: str, destroyed: int = 0) -> tuple[str, str]:
    """What a check found and its tone; ``at`` is when it ended."""
    if result.intact:
        files, records = _counted(result.files, "file"), _counted(result.records, "record")
        said = f"Intact at {at}: {files} and {records} match their hashes"
        ended = f", with {_counted(destroyed, 'destruction')}" if destroyed else ""
        return f"{said}{ended}.", "ok"
    first = result.problems[0] if result.problems else "a hash differs"
    more = f" And {len(result.problems) - 1} more." if len(result.problems) > 1 else ""
    return f"Not intact: {wording.visible(first, 300)}{more}", "error"


def _counted(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"


def running(progress: Progress) -> str:
    """'Verifying 3 of 12'."""
    return f"Verifying {progress.done} of {progress.total}" if progress.total else "Verifying"
