"""Projections: a snapshot to the rows, cards and chips that views draw. Pure, tested without a screen."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from theodolite import points
from theodolite.domain import (
    Candidate,
    Clue,
    Contradiction,
    Exhibit,
    Hint,
    HintState,
    LinkReach,
    LogRecord,
    Ranking,
    RemarkReach,
    Status,
    Strength,
)
from theodolite_desktop import wording
from theodolite_desktop.language import tr, trn
from theodolite_desktop.snapshot import LogLine, Snapshot, Support, is_video
from theodolite_desktop.theme.tokens import STATUS_WORD
from theodolite_desktop.together_rows import moment

#: What a hint is about, by the kind of its reach.
HINT_ICON = {
    "point": "map-marker-outline",
    "area": "map-outline",
    "graded": "account-voice",
    "alternatives": "map-marker-multiple-outline",
    "sun": "white-balance-sunny",
    "link": "link-variant",
    "bearing": "compass-outline",
    "between": "map-marker-distance",
    "coast": "waves",
    "elevation": "image-filter-hdr",
    "latitude": "latitude",
    "clue": "eye-remove-outline",
    "remark": "note-text-outline",
}


@dataclass(frozen=True, slots=True)
class ExhibitRow:
    """``parent``: the id of the exhibit that it was made from and under which it is listed, else ''."""

    id: str
    name: str
    line: str
    badges: tuple[str, ...] = ()
    readable: bool = True
    parent: str = ""
    tags: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Bar:
    """One row of a card: ``points`` as printed, already adjusted so that the rows add up."""

    text: str
    points: float
    kind: str = "part"
    help: str = ""


@dataclass(frozen=True, slots=True)
class Card:
    """``scale``: the largest absolute points over all cards, so that one scale serves all.

    ``shared``: which clues share an origin, and so count once; '' where none do.
    """

    candidate: Candidate
    likelihood: str
    counts: str
    bars: tuple[Bar, ...]
    scale: float
    shared: str = ""


@dataclass(frozen=True, slots=True)
class Chip:
    """``icon``: of what kind it is; ``silent``: it is kept without saying anything about places by itself."""

    id: str
    text: str
    strength: Strength
    state: HintState
    effect: str
    conflict: Contradiction | None
    by_model: bool
    exclude: bool
    link: bool = False
    icon: str = "note-text-outline"
    silent: bool = False


def exhibit_rows(exhibits: Sequence[Exhibit], clues: Sequence[Clue]) -> tuple[ExhibitRow, ...]:
    """Exhibits as listed on the left: what they are, and what is known of them at a glance.

    What was made from another exhibit (a frame of a video) follows it, in the order of its moments.
    """
    counted = Counter(c.exhibit for c in clues if c.active and not c.kind.startswith("none."))
    known = {item.id: item for item in exhibits}
    under: dict[str, list[Exhibit]] = defaultdict(list)
    for item in exhibits:
        under[_first(item, known)].append(item)
    rows = []
    for item in under.pop("", []):
        made = sorted(under[item.id], key=lambda one: one.at_seconds or 0.0)
        rows.append(_exhibit_row(item, counted[item.id], frames=sum(one.parent == item.id for one in made)))
        rows += [_exhibit_row(one, counted[one.id], parent=one.parent) for one in made]
    return tuple(rows)


def _first(item: Exhibit, known: Mapping[str, Exhibit]) -> str:
    """The exhibit that ``item`` was made from in the end; '' for an original, and for a circle of claims."""
    seen, one = {item.id}, item
    while one.parent in known:
        one = known[one.parent]
        if one.id in seen:
            return ""
        seen.add(one.id)
    return "" if one is item else one.id


def _exhibit_row(item: Exhibit, counted: int, *, frames: int = 0, parent: str = "") -> ExhibitRow:
    if not item.readable:
        line = item.error_text or tr("Unreadable; kept as evidence")
    elif not item.examined:
        line = tr("Not read yet")
    else:
        line = trn("%n clues", counted, one="%n clue") if counted else tr("No clue found")
    if frames:
        line = f"{trn('%n frames', frames, one='%n frame')} · {line}"
    if item.at_seconds is not None:
        line = f"{moment(item.at_seconds)} · {line}"
    badges = (("crosshairs-gps",) if item.metadata.gps else ()) + (
        () if item.readable else ("alert-outline",)
    )
    badges += ("filmstrip",) if item.at_seconds is not None else ()
    badges += ("video-outline",) if is_video(item) else ()
    badges += ("eye-off-outline",) if item.graphic else ()
    return ExhibitRow(
        item.id,
        wording.visible(item.name, 200),
        wording.visible(line, 200),
        badges,
        item.readable,
        parent,
        item.tags,
    )


def cards(ranking: Ranking | None, support: Sequence[Support] = ()) -> tuple[Card, ...]:
    """A card for each candidate, best first; one scale of points over all of them.

    ``support``: what the engine counts as independent for each candidate.
    """
    if ranking is None:
        return ()
    counted = {one.candidate: one for one in support}
    made = [(c, () if ranking.measure else _bars(c)) for c in ranking.candidates]
    scale = max((abs(bar.points) for _, bars in made for bar in bars if bar.kind == "part"), default=1.0)
    return tuple(
        Card(
            candidate=c,
            likelihood=(
                wording.score(c.score)
                if ranking.measure
                else tr(
                    "{likelihood}, within {radius}",
                    likelihood=tr(wording.likelihood(c.probability, calibrated=ranking.calibrated)),
                    radius=wording.radius(c.radius_km),
                )
            ),
            counts=_origin(c) if ranking.measure else _counts(c, counted.get(c.id)),
            shared=counted[c.id].shared if c.id in counted else "",
            bars=bars,
            scale=max(scale, 1.0),
        )
        for c, bars in made
    )


def _origin(candidate: Candidate) -> str:
    """Where a strategy's point comes from, as it said: the end of its one contribution."""
    text = candidate.contributions[0].text if candidate.contributions else ""
    kind, _, name = text.rpartition(" (")[2].rstrip(")").partition(" ")
    return wording.visible(f"{kind} {name if len(name) <= 16 else name[:12] + '…'}", 80)


def _bars(candidate: Candidate) -> tuple[Bar, ...]:
    """Sources by size, five at most and the rest as one row, then the prior and the total."""
    shown = []
    for row in points.rows(candidate):
        own = {"prior": tr("Prior"), "total": tr("Total"), "rest": tr("{name} (sum)", name=row.text)}
        text = own.get(row.kind) or wording.visible(row.text, 120)
        value = row.tenths / 10
        help_text = {
            "prior": tr("How common photographs of this place are, before any evidence."),
            "total": tr("Prior and contributions add up to this."),
        }.get(row.kind, _help(value))
        shown.append(Bar(text, value, "part" if row.kind in ("source", "rest") else row.kind, help_text))
    return tuple(shown)


def _help(points: float) -> str:
    return tr(
        "{points} points: {meaning}. Uncalibrated.",
        points=wording.signed(points),
        meaning=wording.times(points),
    )


def _counts(candidate: Candidate, support: Support | None) -> str:
    """'4 for, 1 against, 2 independent'; without ``support`` nothing is said of independence."""
    parts = [c for c in candidate.contributions if c.source != "prior" and abs(c.log_likelihood) > 1e-6]
    positive = {c.source for c in parts if c.log_likelihood > 0}
    against = sum(1 for c in parts if c.log_likelihood < 0)
    if support is None:
        return tr("{pro} for, {contra} against", pro=len(positive), contra=against)
    return tr(
        "{pro} for, {contra} against, {number} independent",
        pro=len(positive),
        contra=against,
        number=support.independent,
    )


def chips(snapshot: Snapshot) -> tuple[Chip, ...]:
    """Hints as chips, in the order they were said."""
    effects = {e.hint: e for e in snapshot.effects}

    def chip(hint: Hint) -> Chip:
        effect = effects.get(hint.id)
        return Chip(
            id=hint.id,
            text=wording.visible(hint.reading or hint.text, 200),
            strength=hint.strength,
            state=hint.state,
            effect=effect.text if effect else "",
            conflict=effect.conflict if effect else None,
            by_model=hint.parsed_by == "model",
            exclude=hint.exclude,
            link=isinstance(hint.reach, LinkReach),
            icon=HINT_ICON.get(hint.reach.kind, "note-text-outline"),
            silent=isinstance(hint.reach, RemarkReach),
        )

    return tuple(chip(h) for h in snapshot.state.hints)


SAID = ("name", "observation", "text", "label", "title", "path", "exhibit")
LATER = ("status", "state", "reason")


@lru_cache(maxsize=1024)
def log_line(record: LogRecord) -> LogLine:
    """A record as one line a person can read: 'E1 forwarded.jpg'. Whole payloads stay in the case."""
    return LogLine(
        record.sequence,
        record.utc,
        record.operator,
        wording.visible(record.action, 80),
        _payload(record.payload),
    )


def _payload(payload: str) -> str:
    try:
        plain = json.loads(payload)
    except ValueError:
        return wording.visible(payload, 200)
    if not isinstance(plain, dict):
        return wording.visible(str(plain), 200)
    changes = plain.get("changes") or []
    parts = [_change(change) for change in changes[:3] if isinstance(change, dict)]
    if len(changes) > 3:
        parts.append(tr("and {number} more", number=len(changes) - 3))
    details = (plain.get("detail") if "changes" in plain else plain) or {}
    if isinstance(details.get("text"), str):
        details = {"": details["text"][:300]}
    parts += [
        f"{key} {str(value)[:24]}" if key else value
        for key, value in details.items()
        if not isinstance(value, dict | list)
    ]
    return wording.visible(", ".join(part for part in parts if part), 400)


def _change(change: dict[str, Any]) -> str:
    """What one change was about: its id, what it says, and its new state."""
    held = change.get("after") or change.get("before") or {}
    said = next((str(held[key]) for key in SAID if held.get(key)), "")
    later = [str(held[key]) for key in LATER if held.get(key)]
    gone = tr("removed") if change.get("after") is None and change.get("before") else ""
    return " ".join(part for part in (str(change.get("id", "")), said[:60], *later, gone) if part)


def verdict_question(candidate: Candidate, person: str, status: Status = Status.VERIFIED) -> str:
    """What the verdict dialog says: who, what, where, how far."""
    return tr(
        "{person} marks {place} as {status}, {coordinates}, within {radius}.",
        person=wording.visible(person, 80),
        place=wording.visible(candidate.label, 120),
        status=tr(STATUS_WORD[status.value]),
        coordinates=wording.coordinates(candidate.lat, candidate.lon),
        radius=wording.radius(candidate.radius_km),
    )


def independent(snapshot: Snapshot, candidate: Candidate) -> str:
    """How many clues that share no origin speak for it, as the card says; '' where that is not counted."""
    found = next((one for one in snapshot.support if one.candidate == candidate.id), None)
    if found is None:
        return ""
    said = trn(
        "%n clues that share no origin speak for it",
        found.independent,
        one="%n clue that share no origin speak for it",
    )
    return f"{said}; {wording.visible(found.shared, 300)}." if found.shared else f"{said}."
