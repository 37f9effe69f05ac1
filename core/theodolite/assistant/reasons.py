"""Answers that need no model: why this place and not that one, and what would disprove it.

Every number is one of the ranking's own: contributions in points (theodolite.points), which add up, and what
would lead if one source were taken away. :func:`asked` tells which of these a question wants; anything else
is left to the language model.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from theodolite.domain import Candidate, Contribution, Ranking, Status
from theodolite.geo.names import fold
from theodolite.points import to_points

Wanted = Literal["why", "disprove", "next"]

SHOWN = 4
SMALL_NATS = 0.005
_WANTED: tuple[tuple[Wanted, str], ...] = (
    (
        "disprove",
        r"\b(disprove|refute|rule (it|this|that|them)? ?out|speaks? against|prove .*wrong|change your mind)\b"
        r"|\b(widerleg|gegen spricht|spricht gegen)|\b(r[ée]fut|contredi|desment|refutar|smenti)",
    ),
    (
        "next",
        r"\bwhat (should|could|can|do|must) (i|we) (look|search|check|do|examine)|\blook for next\b"
        r"|\bwhat next\b|\bwhat would help\b|\bwas (soll|kann) ich\b|\bque (dois|puis)-je\b",
    ),
    ("why", r"\b(why|warum|wieso|pourquoi|por qu[eé]|perch[eé]|почему|чому)\b|لماذا|为什么|なぜ"),
)


@dataclass(frozen=True, slots=True)
class Reason:
    """What the records answer. ``cites``: the records it rests on."""

    text: str
    cites: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Without:
    """The answer if one source did not count: the place that leads then, '' for none, and its share."""

    source: str
    text: str
    leading: str
    share: float
    same: bool


def asked(text: str) -> Wanted | None:
    """Which of the answers here a question wants, None for another question."""
    found = text.casefold()
    return next((wanted for wanted, pattern in _WANTED if re.search(pattern, found)), None)


def why(ranking: Ranking, question: str) -> Reason:
    """Why the place that leads does so, or why it leads another one that the question names."""
    places = _named(ranking)
    if not places:
        return Reason("No place leads: the evidence does not name one.", ())
    chosen = [place for place in places if _mentions(question, place.label)]
    if len(chosen) >= 2:
        return _between(chosen[0], chosen[1], ranking)
    if chosen and chosen[0].id != places[0].id:
        return _between(places[0], chosen[0], ranking)
    return _alone(places[0], ranking)


def disprove(ranking: Ranking, withouts: Sequence[Without]) -> Reason:
    """What the answer hangs on: each source alone taken away, and what would lead then."""
    places = _named(ranking)
    if not places:
        return Reason("No place leads, so there is nothing to disprove yet.", ())
    top = places[0].label
    if not withouts:
        return Reason(f"Nothing but the prior speaks for {top}: any clue may change it.", ())
    turning = [one for one in withouts if not one.same]
    holding = [one for one in withouts if one.same]
    lines = [
        f"If {one.source} were wrong ({one.text}), "
        + (f"{one.leading} would lead with {one.share:.2f}." if one.leading else "no place would lead.")
        for one in turning
    ]
    if holding:
        named = ", ".join(f"{one.source} ({one.share:.2f})" for one in holding)
        lines.append(f"{top} would still lead without {named}.")
    if not turning:
        lines.append("No single source carries the answer; two would have to be wrong together.")
    against = _parts(places[0], negative=True)
    if against:
        lines.append(f"Already against {top}: " + "; ".join(_part(part) for part in against) + ".")
    lines.append(_share_note(ranking))
    cites = [one.source for one in (*turning, *holding)] + [part.source for part in against]
    return Reason(" ".join(lines), tuple(dict.fromkeys(cites)))


def _alone(place: Candidate, ranking: Ranking) -> Reason:
    favour, against = _parts(place, negative=False), _parts(place, negative=True)
    lines = []
    if favour:
        lines.append(f"For {place.label}: " + "; ".join(map(_part, favour)) + ".")
    if against:
        lines.append("Against it: " + "; ".join(map(_part, against)) + ".")
    if not lines:
        lines.append(f"Nothing but the prior speaks for {place.label}.")
    total = sum(c.log_likelihood for c in place.contributions if c.source != "prior")
    lines.append(f"Together the evidence adds {_points(total)} points to the prior.")
    if ranking.abstained:
        lines.append("That is not enough to name a place.")
    return Reason(" ".join(lines), _cites((*favour, *against)))


def _between(first: Candidate, second: Candidate, ranking: Ranking) -> Reason:
    """The difference of their scores, source by source; it adds up."""
    ours, theirs = _by_source(first), _by_source(second)
    texts = {c.source: c.text for c in (*second.contributions, *first.contributions)}
    apart = {s: ours.get(s, 0.0) - theirs.get(s, 0.0) for s in {**ours, **theirs}}
    apart = {s: d for s, d in apart.items() if abs(d) >= SMALL_NATS}
    ordered = sorted(apart, key=lambda s: (-abs(apart[s]), s))
    total = first.score - second.score
    word = "ahead of" if total >= 0 else "behind"
    rest = sum(apart[s] for s in ordered[SHOWN:]) + (total - sum(apart.values()))
    parts = [f"{_called(s, texts[s])} {_points(apart[s])}" for s in ordered[:SHOWN]]
    if abs(rest) >= SMALL_NATS:
        parts.append(f"everything else {_points(rest)}")
    reason = f" {second.label} is rejected: {second.reason}." if second.status is Status.REJECTED else ""
    sums = f" In points, for {first.label}: " + "; ".join(parts) + "." if parts else ""
    same = " No source tells them apart." if not [s for s in ordered if s != "prior"] else ""
    text = f"{first.label} is {abs(to_points(total)):.1f} points {word} {second.label}.{sums}{same}{reason}"
    return Reason(text, tuple(s for s in ordered[:SHOWN] if s != "prior"))


def _by_source(place: Candidate) -> dict[str, float]:
    found: dict[str, float] = {}
    for part in place.contributions:
        found[part.source] = found.get(part.source, 0.0) + part.log_likelihood
    return found


def _parts(place: Candidate, *, negative: bool) -> list[Contribution]:
    chosen = [
        c
        for c in place.contributions
        if c.source != "prior" and abs(c.log_likelihood) >= 0.1 and (c.log_likelihood < 0) == negative
    ]
    return sorted(chosen, key=lambda c: (-abs(c.log_likelihood), c.source))[:SHOWN]


def _part(part: Contribution) -> str:
    return f"{_called(part.source, part.text)} {_points(part.log_likelihood)}"


def _points(nats: float) -> str:
    return f"{to_points(nats):+.1f}"


def _called(source: str, text: str) -> str:
    if source == "prior":
        return "the prior"
    return text if source in text else f"{source} ({text})"


def _cites(parts: Sequence[Contribution]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(part.source for part in parts))


def _share_note(ranking: Ranking) -> str:
    return "" if ranking.calibrated else "The shares are uncalibrated."


def _named(ranking: Ranking) -> list[Candidate]:
    """Every place of the list; rejected ones can be asked about but do not lead."""
    return sorted(ranking.candidates, key=lambda c: c.status is Status.REJECTED)


def _mentions(question: str, label: str) -> bool:
    """Whether the question names the place: the first part of its label, as whole words."""
    name = fold(label.split(",")[0])
    return bool(name) and re.search(rf"(?<!\w){re.escape(name)}(?!\w)", fold(question)) is not None
