"""A step in words, for reports and lists."""

from __future__ import annotations

from theodolite.domain import Step


def describe(step: Step) -> str:
    """What a step does, with its parameters: 'turned 90° clockwise'."""
    p = dict(step.parameters)
    match step.operation:
        case "rotate":
            return f"turned {p.get('degrees', '?')}° clockwise"
        case "mirror":
            return f"mirrored, {p.get('axis', '?')}"
        case "crop":
            return f"cropped to {_region(p)}"
        case "levels":
            return (
                f"levels: black {p.get('black', '0')}, white {p.get('white', '255')}, "
                f"gamma {p.get('gamma', '1.0')}"
            )
        case "gray":
            return "made gray"
        case "veil":
            return "made gray and coarse, so as not to be recognised at a glance"
        case "perspective":
            corners = ", ".join(f"({_share(p, f'x{n}')}, {_share(p, f'y{n}')})" for n in range(1, 5))
            return f"straightened from {corners} to {p.get('width', '?')} x {p.get('height', '?')} pixels"
        case "enlarge":
            return f"enlarged {p.get('factor', '?')} times ({p.get('method', 'lanczos')})"
        case "annotate":
            drawn = f"label “{p['text']}”" if "text" in p else p.get("shape", "?")
            return f"annotated: {drawn} at ({_share(p, 'x1')}, {_share(p, 'y1')})"
        case "redact":
            return f"covered with a solid colour: {_region(p)}"
    return f"{step.operation} (unknown here)"


def _region(p: dict[str, str]) -> str:
    return " to ".join(f"({_share(p, x)}, {_share(p, y)})" for x, y in (("left", "top"), ("right", "bottom")))


def _share(p: dict[str, str], name: str) -> str:
    try:
        return f"{100 * float(p[name]):.1f} %"
    except (KeyError, ValueError):
        return "?"
