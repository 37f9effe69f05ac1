"""Words and tables for what exhibits say together. Pure, tested without a screen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from theodolite.domain import Ranking
from theodolite_desktop import wording
from theodolite_desktop.language import mark, tr

NAMED, PLACES = 6, 5

STATUS_WORD = {
    "established": mark("Time: established by independent clues"),
    "claimed": mark("Time: claimed, not established"),
    "not established": mark("Time: not established"),
    "contradicted": mark("Time: the clues contradict each other"),
}
STATUS_ICON = {
    "established": "clock-check-outline",
    "claimed": "clock-outline",
    "not established": "clock-outline",
    "contradicted": "clock-alert-outline",
}
RELATION_ICON = {
    "duplicate": "content-copy",
    "near-duplicate": "content-copy",
    "alike": "image-multiple-outline",
    "derived": "filmstrip",
    "same camera": "camera-outline",
    "series": "camera-burst",
    "time order": "sort-clock-ascending-outline",
    "travel": "map-marker-distance",
}


@dataclass(frozen=True, slots=True)
class JointTable:
    """One exhibit of a link: (place, share without the link, share with it), in the joint order.

    A share is None where the place is no candidate of that ranking. ``columns``: what the two are called.
    """

    exhibit: str
    rows: tuple[tuple[str, float | None, float | None], ...]
    columns: tuple[str, str] = ("", "")


def listed(names: Sequence[str]) -> str:
    """'E1', 'E1 and E2', 'E1, E2 and E3'."""
    if len(names) < 2:
        return "".join(names)
    return tr("{names} and {last}", names=", ".join(names[:-1]), last=names[-1])


def named(text: str, names: Sequence[str]) -> str:
    """``text`` with the list of ``names`` in it cut to a few: 'E1, E2, E3 and 497 more'."""
    if len(names) <= NAMED:
        return text
    short = tr("{names} and {number} more", names=", ".join(names[:3]), number=len(names) - 3)
    return text.replace(listed(names), short, 1).replace(", ".join(names), short, 1)


def one_place(names: Sequence[str]) -> str:
    """The hint that ``names`` show one place, as a person would type it; the radius is theirs to change."""
    said = sorted(names, key=natural)  # English: the words are read as a hint
    return f"{', '.join(said[:-1])} and {said[-1]} show one place within 1 km"


def natural(name: str) -> tuple[str, int, str]:
    """Sorts E2 before E10."""
    digits = "".join(character for character in name if character.isdigit())
    return (name.rstrip("0123456789"), int(digits or 0), name)


def joint_table(exhibit: str, alone: Ranking, together: Ranking) -> JointTable:
    """The leading places of both rankings side by side."""
    rows: list[tuple[str, float | None, float | None]] = []
    matched: set[str] = set()
    for candidate in together.candidates[:PLACES]:
        same = next(
            (
                other
                for other in alone.candidates
                if other.id not in matched and (other.label == candidate.label or other.id == candidate.id)
            ),
            None,
        )
        if same is not None:
            matched.add(same.id)
        rows.append((candidate.label, same.probability if same else None, candidate.probability))
    labels = {label for label, _, _ in rows}
    rows += [
        (one.label, one.probability, None)
        for one in alone.candidates[:PLACES]
        if one.id not in matched and one.label not in labels
    ]
    shown = tuple((wording.visible(label, 80), a, b) for label, a, b in rows)
    return JointTable(exhibit, shown, (tr("Alone"), tr("With the link")))


def share(value: float | None) -> str:
    """A share with three places; a dash where the ranking has no such place."""
    return "–" if value is None else f"{value:.3f}"


def moment(seconds: float) -> str:
    """'at 0:12', 'at 1:02:03': where in a video a frame lies."""
    whole = int(max(0.0, seconds))
    minutes, hours = whole // 60, whole // 3600
    return (
        tr("at {time}", time=f"{hours}:{minutes % 60:02d}:{whole % 60:02d}")
        if hours
        else tr("at {time}", time=f"{minutes}:{whole % 60:02d}")
    )
