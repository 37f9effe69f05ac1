"""The table of exhibits for triage: its rows, what it sorts by, and what its filter leaves. Pure."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from theodolite.domain import CaseState, Exhibit, Status, Verdict
from theodolite_desktop import wording
from theodolite_desktop.language import mark, tr
from theodolite_desktop.snapshot import Snapshot, is_video
from theodolite_desktop.theme.tokens import STATUS_WORD

#: Of several verdicts on an exhibit the first of these is shown.
STRONGEST = (Status.VERIFIED, Status.UNDER_REVIEW, Status.SUGGESTED, Status.REJECTED)
OPEN = frozenset({"open", "in work"})


@dataclass(frozen=True, slots=True)
class TriageRow:
    """What is known of an exhibit at a glance. ``verdict``: the strongest of the latest at each place, and
    ``place`` where; ``position``: (latitude, longitude) as its file claims; ``size`` in bytes; ``leads``:
    open ones about it; ``number``: its place in the case."""

    id: str
    number: int
    name: str
    reading: str
    verdict: Status | None
    place: str
    tags: tuple[int, ...]
    taken: str
    position: tuple[float, float] | None
    camera: str
    clues: int
    leads: int
    media: str
    width: int
    height: int
    size: int
    added: str
    graphic: bool = False
    video: bool = False
    note: bool = False
    error: str = ""


@dataclass(frozen=True, slots=True)
class Column:
    """``width`` in pixels of the design; ``value`` for sorting; ``numeric``: set at the end of its cell."""

    key: str
    title: str
    width: int
    text: Callable[[TriageRow], str]
    value: Callable[[TriageRow], object]
    numeric: bool = False


READING = {
    "unread": mark("Not read"),
    "read": mark("Read"),
    "unreadable": mark("Unreadable"),
}
KINDS = {"image": mark("image"), "video": mark("video")}


def _verdict(row: TriageRow) -> str:
    if row.verdict is None:
        return ""
    word = tr(STATUS_WORD[row.verdict.value])
    return tr("{verdict}: {place}", verdict=word, place=row.place) if row.place else word


def _position(row: TriageRow) -> str:
    return wording.coordinates(*row.position) if row.position else ""


COLUMNS: tuple[Column, ...] = (
    Column("id", mark("Exhibit"), 96, lambda r: r.id, lambda r: r.number),
    Column("name", mark("Name"), 168, lambda r: r.name, lambda r: natural(r.name)),
    Column(
        "reading",
        mark("State"),
        88,
        lambda r: tr(READING[r.reading]),
        lambda r: list(READING).index(r.reading),
    ),
    Column(
        "verdict",
        mark("Verdict"),
        148,
        _verdict,
        lambda r: STRONGEST.index(r.verdict) if r.verdict else len(STRONGEST),
    ),
    Column("tags", mark("Tags"), 76, lambda r: " ".join(map(str, r.tags)), lambda r: r.tags or (10,)),
    Column("taken", mark("Time (claimed)"), 128, lambda r: r.taken, lambda r: r.taken or "~"),
    Column(
        "position",
        mark("Position (claimed)"),
        176,
        _position,
        lambda r: (r.position is None, r.position or (0.0, 0.0)),
    ),
    Column("camera", mark("Camera"), 128, lambda r: r.camera, lambda r: r.camera.casefold() or "~"),
    Column("clues", mark("Clues"), 60, lambda r: str(r.clues), lambda r: -r.clues, True),
    Column("leads", mark("Leads"), 60, lambda r: str(r.leads or ""), lambda r: -r.leads, True),
    Column("media", mark("Type"), 64, lambda r: r.media, lambda r: r.media),
    Column(
        "pixels",
        mark("Pixels"),
        100,
        lambda r: f"{r.width} × {r.height}" if r.width else "",
        lambda r: -r.width * r.height,
        True,
    ),
    Column("size", mark("Size"), 76, lambda r: wording.size(r.size), lambda r: -r.size, True),
    Column("added", mark("Added"), 128, lambda r: r.added, lambda r: r.added),
)


def natural(text: str) -> tuple[tuple[int, int, str], ...]:
    """Sorts img2 before img10, in any case of letters."""
    parts = re.split(r"(\d+)", text.casefold())
    return tuple((0, int(p), "") if p.isascii() and p.isdigit() else (1, 0, p) for p in parts)


# --- rows ----------------------------------------------------------------------------------------------


def triage_rows(snapshot: Snapshot) -> dict[str, TriageRow]:
    """A row for each exhibit under consideration, by its id."""
    state = snapshot.state
    clues = Counter(c.exhibit for c in state.clues if c.active and not c.kind.startswith("none."))
    leads = Counter(name for lead in state.leads if lead.state in OPEN for name in set(lead.about))
    noted = {note.exhibit for note in state.notes if note.text}
    verdicts = strongest(state)
    return {
        item.id: _row(item, number, clues[item.id], leads[item.id], item.id in noted, verdicts.get(item.id))
        for number, item in enumerate(snapshot.exhibits)
    }


def _row(
    item: Exhibit, number: int, clues: int, leads: int, noted: bool, verdict: Verdict | None
) -> TriageRow:
    gps = item.metadata.gps
    reading = "unreadable" if not item.readable else "read" if item.examined else "unread"
    return TriageRow(
        id=item.id,
        number=number,
        name=wording.visible(item.name, 200),
        reading=reading,
        verdict=verdict.status if verdict else None,
        place=wording.visible(verdict.label, 80) if verdict else "",
        tags=item.tags,
        taken=wording.visible((item.metadata.taken_at or "")[:16].replace("T", " "), 16),
        position=(gps.lat, gps.lon) if gps else None,
        camera=wording.visible(item.metadata.camera or "", 80),
        clues=clues,
        leads=leads,
        media=item.media_type.partition("/")[2].upper()[:8],
        width=item.width,
        height=item.height,
        size=item.size,
        added=item.added_utc[:16].replace("T", " "),
        graphic=item.graphic,
        video=is_video(item),
        note=noted,
        error=wording.visible(item.error_text or "", 200),
    )


def strongest(state: CaseState) -> dict[str, Verdict]:
    """Exhibit -> its strongest verdict; of several on one place the latest counts."""
    latest: dict[tuple[str, str], Verdict] = {}
    for verdict in state.verdicts:
        latest[verdict.exhibit, verdict.label] = verdict
    found: dict[str, list[Verdict]] = defaultdict(list)
    for (exhibit, _), verdict in latest.items():
        found[exhibit].append(verdict)
    return {name: min(them, key=lambda v: STRONGEST.index(v.status)) for name, them in found.items()}


def ordered(
    ids: Sequence[str], rows: Mapping[str, TriageRow], column: int, *, backward: bool
) -> tuple[str, ...]:
    """``ids`` by a column of :data:`COLUMNS`, -1 for as they came; equal ones stay as they came."""
    if not 0 <= column < len(COLUMNS):
        return tuple(ids)
    value = COLUMNS[column].value
    known = [name for name in ids if name in rows]
    known.sort(key=lambda name: value(rows[name]), reverse=backward)  # type: ignore[arg-type,return-value]
    return (*known, *(name for name in ids if name not in rows))


# --- the filter ----------------------------------------------------------------------------------------

Test = Callable[[TriageRow], bool]
_WORD = re.compile(r'-?"[^"]*"?|\S+')

#: Conditions by what is written before and after the colon.
CONDITIONS: Mapping[str, Test] = {
    "is:unread": lambda r: r.reading == "unread",
    "is:read": lambda r: r.reading == "read",
    "is:unreadable": lambda r: r.reading == "unreadable",
    "is:graphic": lambda r: r.graphic,
    "is:video": lambda r: r.video,
    "is:tagged": lambda r: bool(r.tags),
    "has:gps": lambda r: r.position is not None,
    "has:time": lambda r: bool(r.taken),
    "has:clues": lambda r: r.clues > 0,
    "has:note": lambda r: r.note,
    "has:lead": lambda r: r.leads > 0,
    "tag:none": lambda r: not r.tags,
    "verdict:none": lambda r: r.verdict is None,
    "verdict:verified": lambda r: r.verdict is Status.VERIFIED,
    "verdict:review": lambda r: r.verdict is Status.UNDER_REVIEW,
    "verdict:suggested": lambda r: r.verdict is Status.SUGGESTED,
    "verdict:rejected": lambda r: r.verdict is Status.REJECTED,
}

#: What the menu of the filter offers, in groups; the words say what is left.
OFFERED: tuple[tuple[tuple[str, str], ...], ...] = (
    (
        ("is:unread", mark("Not read yet")),
        ("is:unreadable", mark("Unreadable")),
        ("is:graphic", mark("Graphic content")),
        ("is:video", mark("Videos")),
    ),
    (
        ("has:gps", mark("With a claimed position")),
        ("has:time", mark("With a claimed time")),
        ("has:clues", mark("With clues")),
        ("has:note", mark("With a note")),
        ("has:lead", mark("With an open lead")),
    ),
    (
        ("verdict:verified", mark("Verified")),
        ("verdict:review", mark("Under review")),
        ("verdict:rejected", mark("Rejected")),
        ("verdict:none", mark("Without a verdict")),
    ),
)


def filtered(ids: Iterable[str], rows: Mapping[str, TriageRow], text: str) -> tuple[str, ...]:
    """Those for which everything in ``text`` holds; '' leaves all. Nothing that is typed is an error."""
    tests = _tests(text)
    if not tests:
        return tuple(ids)
    return tuple(name for name in ids if name in rows and all(test(rows[name]) for test in tests))


def toggled(text: str, condition: str) -> str:
    """The filter with a condition put in, or taken out where it stands."""
    words = _words(text)
    if condition in words:
        words.remove(condition)
    else:
        words.append(condition)
    return " ".join(words)


def holds(text: str, condition: str) -> bool:
    """Whether a condition stands in the filter."""
    return condition in _words(text)


def _words(text: str) -> list[str]:
    """The words as typed, "several in quotes" as one; a quote that is still open ends with the text."""
    found = (match[0] for match in _WORD.finditer(text))
    return [f'{word}"' if word.count('"') == 1 and word.lstrip("-")[0] == '"' else word for word in found]


def _tests(text: str) -> list[Test]:
    return [_test(word) for word in _words(text)]


def _test(word: str) -> Test:
    if word.startswith("-") and len(word) > 1:
        inner = _test(word[1:])
        return lambda row: not inner(row)
    lower = word.casefold()
    if len(word) > 1 and word[0] == word[-1] == '"':
        return lambda row: _says(row, lower[1:-1])
    if lower in CONDITIONS:
        return CONDITIONS[lower]
    tag = re.fullmatch(r"tag:([1-9])", lower)
    if tag:
        number = int(tag[1])
        return lambda row: number in row.tags
    return lambda row: _says(row, lower)


def _says(row: TriageRow, word: str) -> bool:
    """An id is meant whole: e1 is not E10."""
    if re.fullmatch(r"e\d+", word):
        return row.id.casefold() == word
    return any(word in text.casefold() for text in (row.name, row.camera, row.media, row.place, row.error))
