"""Words on screen for domain values: likelihood, distance, strength, errors. Pure."""

from __future__ import annotations

from theodolite.domain import AnswerLevel, Strength
from theodolite.errors import TheodoliteError, WorkerDied
from theodolite.likelihood import likelihood as likelihood
from theodolite_desktop.language import END, ISOLATE, right_to_left, tr

BIDI = dict.fromkeys([0x202A, 0x202B, 0x202C, 0x202D, 0x202E, 0x2066, 0x2067, 0x2068, 0x2069, 0x200E, 0x200F])


def radius(km: float) -> str:
    """'about 1 km'; whole kilometres from one on, metres below."""
    return tr("about {distance}", distance=distance(km))


def distance(km: float) -> str:
    """'1 km'; whole kilometres from one on, metres below."""
    return f"{max(1, round(km * 1000, -1)):.0f} m" if km < 1 else f"{km:,.0f} km"


def score(value: float) -> str:
    """A strategy's own score, of which the line above the cards says what it is."""
    return tr("Score {value}", value=f"{value:.3g}")


def dots(strength: Strength) -> str:
    return strength.dots


def size(number: int) -> str:
    """Bytes as people read them: '1.4 MB'."""
    if number < 1000:
        return tr("{number} bytes", number=number)
    value = number / 1000
    for unit in ("kB", "MB", "GB"):
        if value < 1000 or unit == "GB":
            return f"{value:.0f} {unit}" if value >= 100 else f"{value:.1f} {unit}"
        value /= 1000
    raise AssertionError("unreachable")


def exact(number: int) -> str:
    """'1.4 MB (1,400,000 bytes)'."""
    return tr("{size} ({number} bytes)", size=size(number), number=f"{number:,}")


def times(points: float) -> str:
    """What a contribution of ``points`` (10 log10 of a likelihood ratio) means in words."""
    factor = 10 ** (abs(points) / 10)
    if factor < 1.05:
        return tr("makes no difference here")
    shown = f"{factor:.1f}" if factor < 9.95 else f"{factor:,.0f}"
    if points > 0:
        return tr("about {times} times more likely here than averaged over the world prior", times=shown)
    return tr("about {times} times less likely here than averaged over the world prior", times=shown)


def level(answer: AnswerLevel) -> str:
    return {
        AnswerLevel.POINT: tr("The evidence names a place."),
        AnswerLevel.REGION: tr("The evidence names a region, not a place."),
        AnswerLevel.COUNTRY: tr("The evidence names a country, not a region."),
        AnswerLevel.UNKNOWN: tr("Not enough evidence to name a place. Add a hint or reference photographs."),
    }[answer]


def coordinates(lat: float, lon: float) -> str:
    """Decimal degrees with five places (about a metre), hemisphere in letters."""
    north, east = ("N" if lat >= 0 else "S"), ("E" if lon >= 0 else "W")
    return f"{abs(lat):.5f}° {north}, {abs(lon):.5f}° {east}"


def signed(value: float) -> str:
    """One decimal with its sign always, a real minus, and no minus zero."""
    rounded = round(value, 1)
    if rounded == 0:
        return "0.0"
    return f"{'+' if rounded > 0 else '−'}{abs(rounded):.1f}"


def visible(text: str, limit: int = 4096) -> str:
    """Text from evidence as one harmless line: control and direction characters shown, length bounded."""
    kept = _balanced(text[:limit]) if right_to_left() else text[:limit]
    own = (ISOLATE, END) if right_to_left() else ()  # what tr() puts around values, always in pairs
    shown = "".join(
        c if c in own else f"[U+{ord(c):04X}]" if ord(c) in BIDI else (c if c.isprintable() else " ")
        for c in kept
    )
    shown += "…" if len(text) > limit else ""
    apart = own and shown[:1] != ISOLATE and any("a" <= c.lower() <= "z" for c in shown)
    return f"{ISOLATE}{shown}{END}" if apart else shown  # a line in Latin letters keeps its own direction


def _balanced(text: str) -> str:
    """``text`` with each isolate closed and none closed that was not opened, so that none reaches beyond."""
    out, depth = [], 0
    for c in text:
        if c == END and not depth:
            continue
        depth += (c == ISOLATE) - (c == END)
        out.append(c)
    return "".join(out) + END * depth


def short(label: str, limit: int = 18) -> str:
    """The name at the start of a place's label: 'Arezzo' of 'Arezzo, Tuscany (arezzo-4.jpg)'."""
    name = label.split(",")[0].split(" (")[0]
    return visible(name if len(name) <= limit else name[: limit - 1] + "…")


def error(problem: BaseException) -> str:
    """The one place where an exception becomes text for a person."""
    if isinstance(problem, WorkerDied):
        return tr("{problem} Nothing that was confirmed is lost.", problem=problem)
    if isinstance(problem, TheodoliteError):
        return str(problem)
    if isinstance(problem, OSError):
        said = problem.strerror or tr("The file could not be used")
        return f"{said}: {problem.filename or ''}".rstrip(": ")
    return tr(
        "Something went wrong inside Theodolite ({name}). The case is unharmed.", name=type(problem).__name__
    )
