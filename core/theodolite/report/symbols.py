"""Small drawings and safe text for the HTML rendering: status shapes, bars, annotated thumbnails.

Everything is SVG with classes and presentation attributes: the page's policy allows no inline style.
"""

from __future__ import annotations

from markupsafe import Markup, escape

from theodolite.report import words
from theodolite.report.value import ExhibitRow, Mark, SideRow

MARK_COLOURS = ("#0D826F", "#BC1FAD", "#4D1814", "#907036", "#3129D3", "#3C2155")

_SHAPES = {
    "suggested": '<circle class="s-suggested" r="1.5"/>',
    "under review": '<path class="s-review" d="M0-2.1L2.1 0L0 2.1L-2.1 0Z"/>',
    "verified": '<rect class="s-verified" x="-1.8" y="-1.8" width="3.6" height="3.6" rx=".4"/>'
    '<path class="check" d="M-1 0L-.25 .8L1.05-.8"/>',
    "rejected": '<path class="s-rejected" d="M-1.5-1.5L1.5 1.5M-1.5 1.5L1.5-1.5"/>',
    "claimed": '<path class="s-claimed" d="M0-2.4L2.2 1.6H-2.2Z"/>',
    "region50": '<rect class="region50" x="-2.4" y="-1.5" width="4.8" height="3"/>',
    "region90": '<rect class="region90" x="-2.4" y="-1.5" width="4.8" height="3"/>',
}


def visible(text: str, *, lines: bool = False) -> Markup:
    """Escaped text in which characters that hide are printed as their code points."""
    shown = (
        Markup('<span class="hidden">{}</span>').format(part) if hidden else escape(part)
        for hidden, part in words.parts(text, lines=lines)
    )
    return Markup("").join(shown)


def in_svg(text: str) -> str:
    """The same for SVG text, where a span would not be drawn."""
    return "".join(f"[{part}]" if hidden else part for hidden, part in words.parts(text))


def placed(shape: str, x: float, y: float) -> Markup:
    """A shape of the map, 4 mm wide, with a white halo."""
    drawn = _SHAPES[shape]
    return Markup(f'<g transform="translate({x:.2f} {y:.2f})"><g class="halo">{drawn}</g>{drawn}</g>')  # noqa: S704


def icon(shape: str) -> Markup:
    """A shape for a line of text; its word always stands beside it."""
    return Markup(  # noqa: S704 - from our own table
        f'<svg class="icon" viewBox="-2.6 -2.6 5.2 5.2" aria-hidden="true">{_SHAPES[shape]}</svg>'
    )


def bar(tenths: int, largest: int) -> Markup:
    """A contribution: for grows right, against left with a hatch; ``largest`` fills half the width."""
    if not tenths or not largest:
        return Markup(
            '<svg class="bar" viewBox="0 0 100 8"><rect class="axis" x="49.8" width=".4" height="8"/></svg>'
        )
    width = max(abs(tenths) / largest * 49, 0.6)
    left = 50 if tenths > 0 else 50 - width
    rect = f'x="{left:.2f}" y="1" width="{width:.2f}" height="6"'
    body = f'<rect class="{"for" if tenths > 0 else "against"}" {rect}/>'
    hatch = "" if tenths > 0 else f'<rect fill="url(#hatch)" {rect}/>'
    return Markup(  # noqa: S704 - numbers and our own words
        f'<svg class="bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">{body}{hatch}'
        '<rect class="axis" x="49.8" width=".4" height="8"/></svg>'
    )


def mark(number: int | None) -> Markup:
    """The numbered badge, one of six colours in turn; the number carries the meaning."""
    if number is None:
        return Markup("")
    return Markup(  # noqa: S704
        f'<svg class="badge" viewBox="0 0 20 20" role="img" aria-label="mark {number}">'
        f'<circle cx="10" cy="10" r="9" fill="{_colour(number)}"/>'
        f'<text x="10" y="14" text-anchor="middle">{number}</text></svg>'
    )


def _colour(number: int) -> str:
    return MARK_COLOURS[(number - 1) % len(MARK_COLOURS)]


def source_of(row: ExhibitRow | SideRow) -> Markup:
    """The data address of a thumbnail; encoded by us, so its alphabet is safe."""
    return base64_source(row.thumbnail)


def base64_source(encoded: str) -> Markup:
    """The same for any JPEG or PNG that was encoded by us."""
    kind = "png" if encoded.startswith("iVBOR") else "jpeg"
    return Markup(f"data:image/{kind};base64,{encoded}")  # noqa: S704


def annotated(row: ExhibitRow | SideRow) -> Markup:
    """The thumbnail with its numbered boxes, for the pair of plain and annotated image."""
    wide = 320.0
    high = wide * (row.height or 3) / (row.width or 4)
    parts = [
        f'<svg class="annotated" viewBox="0 0 {wide:.0f} {high:.1f}" role="img">',
        f'<image href="{source_of(row)}" width="{wide:.0f}" height="{high:.1f}" preserveAspectRatio="none"/>',
    ]
    for m in row.marks:
        (x, y), drawn = _outline(m, wide, high)
        cx, cy = min(max(x, 10), wide - 10), min(max(y, 10), high - 10)
        styles = (
            'class="ring-out"',
            'class="ring"',
            f'fill="none" stroke-width="1.6" stroke="{_colour(m.number)}"',
        )
        parts += [drawn.format(style=style) for style in styles]
        parts.append(
            f'<circle class="ring-dot" cx="{cx:.1f}" cy="{cy:.1f}" r="9.5"/>'
            f'<circle cx="{cx:.1f}" cy="{cy:.1f}" r="8" fill="{_colour(m.number)}"/>'
            f'<text class="digit" x="{cx:.1f}" y="{cy + 3.6:.1f}" text-anchor="middle">{m.number}</text>'
        )
    return Markup("".join(parts) + "</svg>")  # noqa: S704 - numbers, base64 and our own words


def _outline(mark: Mark, wide: float, high: float) -> tuple[tuple[float, float], str]:
    """Where the number of a mark stands, and its line as SVG with ``{style}`` left open."""
    if mark.kind == "box" or not mark.points:
        x, y = mark.left * wide, mark.top * high
        width, height = (mark.right - mark.left) * wide, (mark.bottom - mark.top) * high
        shape = f'x="{x:.1f}" y="{y:.1f}" width="{width:.1f}" height="{height:.1f}"'
        return (x, y), f"<rect {{style}} {shape}/>"
    ends = [(x * wide, y * high) for x, y in mark.points]
    first = min(ends, key=sum)
    if mark.kind == "point":
        x, y = ends[0]
        return (x - 11, y - 11), f'<circle {{style}} cx="{x:.1f}" cy="{y:.1f}" r="5"/>'
    tag = "polyline" if mark.kind == "line" else "polygon"
    path = " ".join(f"{x:.1f},{y:.1f}" for x, y in ends)
    return (first[0] - 4, first[1] - 6), f'<{tag} {{style}} points="{path}"/>'
