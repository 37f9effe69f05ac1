"""How the reading of sentences is scored: chips right, wrong, and missing, by language and kind."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from theodolite.assistant import hint_reach, hints
from theodolite.domain import (
    AlternativesReach,
    AreaReach,
    BearingReach,
    BetweenReach,
    ClueReach,
    CoastReach,
    ElevationReach,
    GradedReach,
    LatitudeReach,
    LinkReach,
    PointReach,
    RemarkReach,
    Strength,
)
from theodolite.errors import HintNotUnderstood
from theodolite.geo.geodesy import distance_km

Parse = Callable[[str], tuple[hints.ParsedHint, ...]]

#: The towns of the cases.
TOWNS = {
    "Florence": (43.77, 11.25), "Rome": (41.89, 12.48), "Arezzo": (43.46, 11.88), "Naples": (40.85, 14.27),
    "Munich": (48.14, 11.58), "Lyon": (45.75, 4.85), "Kyiv": (50.45, 30.52), "Lviv": (49.84, 24.02),
    "Lisbon": (38.72, -9.13), "Vienna": (48.21, 16.37), "Milan": (45.46, 9.19), "Moscow": (55.75, 37.62),
    "Tokyo": (35.69, 139.69), "Beijing": (39.91, 116.39), "Cairo": (30.06, 31.25), "Paris": (48.85, 2.35),
    "Seville": (37.38, -5.97), "Porto": (41.15, -8.61), "Madrid": (40.42, -3.70), "Berlin": (52.52, 13.41),
    "Cordoba": (-31.41, -64.18),
}  # fmt: skip
SHOWN = (PointReach(1.0, 1.0, 25.0, "First"), PointReach(2.0, 2.0, 25.0, "Second, Somewhere"))
_SD_OF_RADIUS = 1.5
_MARKS = {Strength.CERTAIN: " !c", Strength.WEAK: " !w", Strength.LIKELY: ""}


@dataclass(frozen=True)
class Case:
    language: str
    kind: str
    text: str
    meant: tuple[str, ...]


@dataclass
class Score:
    """Chips: given, right among them, and meant."""

    given: int = 0
    right: int = 0
    meant: int = 0
    wrong: list[str] = field(default_factory=list)
    missed: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        return self.right / self.given if self.given else 1.0

    @property
    def recall(self) -> float:
        return self.right / self.meant if self.meant else 1.0


def cases(*tables: str) -> list[Case]:
    rows = [line.split(" | ", 3) for table in tables for line in table.splitlines() if line]
    return [
        Case(language, kind, text, tuple(() if meant == "-" else (part.strip() for part in meant.split("&"))))
        for language, kind, text, meant in rows
    ]


def score(chosen: Iterable[Case], parse: Parse) -> dict[tuple[str, str], Score]:
    """By (language, kind). A chip is right when the sentence means exactly this."""
    table: dict[tuple[str, str], Score] = defaultdict(Score)
    for case in chosen:
        entry = table[case.language, case.kind]
        try:
            read = [describe(one) for one in parse(case.text)]
        except HintNotUnderstood as error:
            read = []
            if case.meant:
                entry.missed.append(f"{case.text}: {error}")
        right = [one for one in read if one in case.meant]
        entry.given += len(read)
        entry.right += len(right)
        entry.meant += len(case.meant)
        if len(right) < len(read):
            entry.wrong.append(f"{case.text}: {read}, meant {list(case.meant)}")
    return dict(table)


def total(table: dict[tuple[str, str], Score], by: int | None = None, key: str = "") -> Score:
    """The sum of all entries, or of one language (``by`` 0) or kind (1)."""
    found = Score()
    for entry, one in table.items():
        if by is None or entry[by] == key:
            found.given += one.given
            found.right += one.right
            found.meant += one.meant
            found.wrong += one.wrong
            found.missed += one.missed
    return found


def printed(title: str, table: dict[tuple[str, str], Score]) -> str:
    lines = [title, f"{'':10} chips right meant precision recall"]
    for by in (0, 1):
        for key in sorted({entry[by] for entry in table}):
            lines.append(_row(key, total(table, by, key)))
    return "\n".join([*lines, _row("all", total(table))])


def _row(name: str, one: Score) -> str:
    return f"{name:11}{one.given:5}{one.right:6}{one.meant:6}{one.precision:10.3f}{one.recall:7.3f}"


# --- what a chip says, in the words of the cases ----------------------------------------------------


def describe(hint: hints.ParsedHint) -> str:
    said = _reach(hint)
    absolute = hint.exclude or isinstance(hint.reach, ClueReach)
    mark = "" if absolute and hint.strength is Strength.CERTAIN else _MARKS[hint.strength]
    return said + mark


def _reach(hint: hints.ParsedHint) -> str:
    reach = hint.reach
    match reach:
        case AlternativesReach(options) if tuple(one for _, one in options) == SHOWN and hint.exclude:
            return "none"
        case AreaReach(codes=codes, negated=negated) if len(codes) > 20:
            side = "left" if "GB" in codes else "right"
            return f"{'not ' if negated else ''}{side}"
        case AreaReach(codes=codes, negated=negated):
            word = "excluded" if hint.exclude else "out" if negated else "in"
            return f"{word} {' '.join(codes)}"
        case PointReach(sd_km=sd) if hint.exclude:
            return f"excluded {_town(reach)} {sd * _SD_OF_RADIUS:.4g}"
        case PointReach(sd_km=sd) if hint.reading.startswith("within "):
            return f"near {_town(reach)} {sd * _SD_OF_RADIUS:.4g}"
        case PointReach():
            return f"at {_town(reach)}"
        case GradedReach():
            return _language(reach)
        case BetweenReach(first, second):
            return f"between {_town(first)} {_town(second)}"
        case BearingReach(lat, lon, azimuth):
            return f"bearing {azimuth:g} {_town(PointReach(lat, lon, 1.0))}"
        case ElevationReach(low, None):
            return f"above {low:g}"
        case ElevationReach(None, high):
            return f"below {high:g}"
        case ElevationReach(low, high):
            return f"band {low:g} {high:g}"
        case CoastReach(km, inland):
            return f"{'inland' if inland else 'coast'} {km:g}"
        case LatitudeReach(low, high):
            return "north" if (low, high) == (0, 90) else "south" if (low, high) == (-90, 0) else "?"
        case ClueReach(clue):
            return f"clue {clue}"
        case LinkReach(exhibits, radius):
            return f"link {' '.join(exhibits)} {radius:g}"
        case RemarkReach("remark"):
            return "remark"
        case RemarkReach(about, text):
            return f"{'season' if about == 'season' else 'time'} {text}"
        case _:
            return repr(reach)


def _town(point: PointReach) -> str:
    for name, (lat, lon) in TOWNS.items():
        if float(distance_km(lat, lon, point.lat, point.lon)) < 12:
            return name
    return point.label


def _language(reach: GradedReach) -> str:
    written = reach.attribute == "language written"
    for negated in (False, True):
        for codes in _LANGUAGES:
            found = (hint_reach.written if written else hint_reach.spoken)(codes, negated=negated)
            if found is not None and found.weights == reach.weights:
                return f"{'un' if negated else ''}{'written' if written else 'spoken'} {' '.join(codes)}"
    return "language ?"


_LANGUAGES: Sequence[tuple[str, ...]] = (
    *((code,) for code in ("it", "pt", "fr", "es", "de", "el", "ru", "uk", "en", "ja", "ar", "pl")),
    *(("zh", "yue"), ("es", "pt"), ("it", "fr")),
)
