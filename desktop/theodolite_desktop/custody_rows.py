"""The Custody tab's words: an exhibit's facts, its chain, signatures, stamps, clocks. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from theodolite.domain import CaseState, Derived, Exhibit, Stamp, Verification
from theodolite.jobs import Progress
from theodolite_desktop import wording
from theodolite_desktop.language import mark, tr, trn
from theodolite_desktop.snapshot import LogLine

Pair = tuple[str, str]
#: Colour rule and icon of each state of a time stamp; the word is always beside them.
STAMP_LOOK = {
    "confirmed": ("ok", "clock-check-outline"),
    "pending": ("warn", "clock-outline"),
    "invalid": ("error", "clock-alert-outline"),
}
STAMP_STATE = {"confirmed": mark("Confirmed"), "pending": mark("Pending"), "invalid": mark("Invalid")}
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
        (tr("Size"), wording.exact(item.size).replace(",", "\u202f")),
        (tr("Type"), wording.visible(item.media_type, 60)),
        (tr("Taken from"), wording.visible(item.source, 400) or tr("no file: pasted")),
        (tr("Name there"), wording.visible(item.name, 200)),
        (tr("Taken in"), utc(item.added_utc)),
        (tr("By"), wording.visible(item.operator, 80)),
        (tr("File changed"), utc(item.file_time) if item.file_time else tr("not known")),
        (tr("Condition"), condition(item)),
    ]
    if item.parent:
        known.append((tr("Made from"), f"{item.parent}: {wording.visible(item.recipe, 200)}"))
    named = re.compile(rf"(?<!\w){re.escape(item.id)}(?!\w)")
    chain = [
        (f"#{r.sequence}", f"{utc(r.utc)}, {r.operator}: {r.action}") for r in log if named.search(r.text)
    ]
    return (*known, *chain)


def condition(item: Exhibit) -> str:
    """Whether it can be read, and what a person decided about it."""
    parts = [
        tr("readable, {width} × {height} pixels", width=item.width, height=item.height)
        if item.readable
        else tr("not readable; kept as it is")
    ]
    parts += [tr("withdrawn")] if item.withdrawn else []
    parts += [tr("marked graphic")] if item.graphic else []
    return ", ".join(parts)


def derived_line(made: Derived) -> str:
    """What a derived picture is: its size and how many steps made it."""
    steps = trn("%n steps", len(made.steps), one="%n step")
    return f"{made.width} × {made.height}, {steps}, {made.sha256[:12]}…"


def signature_rows(state: CaseState, trust: Trust) -> tuple[TrustRow, ...]:
    """Newest first. Until it was checked, a signature is said to be that, not good."""
    checked = {one.id: one for one in trust.signatures}
    rows = []
    for one in reversed(state.signatures):
        found = checked.get(one.id)
        look = (
            ("text2", tr("Not checked yet"))
            if found is None
            else ("ok", tr("Good"))
            if found.good
            else ("error", tr("Bad"))
        )
        if found is not None and found.good and not found.known:
            look = ("warn", tr("Good, by another key"))
        text = (
            tr(
                "{utc} · records 1 to {last} about {about} · key {key}",
                utc=utc(one.utc),
                last=one.sequence,
                about=one.about,
                key=one.key[:8],
            )
            if one.about
            else tr(
                "{utc} · records 1 to {last} · key {key}",
                utc=utc(one.utc),
                last=one.sequence,
                key=one.key[:8],
            )
        )
        tip = "\n".join(
            part
            for part in (
                found.text if found else "",
                tr("head {head}", head=one.head),
                tr("key {key}", key=one.key),
            )
            if part
        )
        icon = "file-certificate-outline" if look[0] != "error" else "alert-outline"
        rows.append(
            TrustRow(
                icon, look[0], tr("{person} signed · {look}", person=one.person, look=look[1]), text, tip
            )
        )
    return tuple(rows)


def stamp_rows(stamps: Sequence[Stamp], state: CaseState) -> tuple[TrustRow, ...]:
    """Newest first; a pending one says what would confirm it."""
    rows = []
    for one in reversed(stamps):
        tone, icon = STAMP_LOOK[one.state]
        said = [tr("states {time}", time=utc(one.stamped_utc))] if one.stamped_utc else []
        said += [tr("head {head}", head=one.head[:12] or tr("of no record here"))]
        said += [tr("of the head now")] if one.head == state.log_head else []
        rows.append(
            TrustRow(
                icon,
                tone,
                f"{STAMP_KIND[one.kind]} · {tr(STAMP_STATE[one.state])}",
                f"{' · '.join(said)}\n{wording.visible(one.text, 400)}",
                tr(
                    "imported {time}\nfile SHA-256 {sha256}\nhead {head}",
                    time=utc(one.imported_utc),
                    sha256=one.sha256,
                    head=one.head,
                ),
            )
        )
    return tuple(rows)


def clock_rows(trust: Trust) -> tuple[TrustRow, ...]:
    return tuple(
        TrustRow("clock-alert-outline", "warn", tr("Clock"), wording.visible(text, 300))
        for text in trust.clocks
    )


def integrity(result: Verification, at: str, destroyed: int = 0) -> tuple[str, str]:
    """What a check found and its tone; ``at`` is when it ended."""
    if result.intact:
        files = trn("%n files", result.files, one="%n file")
        records = trn("%n records", result.records, one="%n record")
        if not destroyed:
            return tr(
                "Intact at {at}: {files} and {records} match their hashes.",
                at=at,
                files=files,
                records=records,
            ), "ok"
        return tr(
            "Intact at {at}: {files} and {records} match their hashes, with {destroyed}.",
            at=at,
            files=files,
            records=records,
            destroyed=trn("%n destructions", destroyed, one="%n destruction"),
        ), "ok"
    first = result.problems[0] if result.problems else tr("a hash differs")
    said = tr("Not intact: {first}", first=wording.visible(first, 300))
    more = len(result.problems) - 1
    return (f"{said} {tr('And {number} more.', number=more)}" if more > 0 else said), "error"


def running(progress: Progress) -> str:
    """'Verifying 3 of 12'."""
    return (
        tr("Verifying {done} of {total}", done=progress.done, total=progress.total)
        if progress.total
        else tr("Verifying")
    )
