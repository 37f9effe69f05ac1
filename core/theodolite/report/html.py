"""The report as one HTML file that needs nothing and does nothing.

No script, no remote reference, and a policy that would refuse both: ``default-src 'none'``, the style
sheet allowed by its hash, images as ``data:`` only. Every text from the case is escaped by the template
engine, and characters that hide are printed as their code points.
"""

from __future__ import annotations

import base64
import hashlib
import re
from functools import cache

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from theodolite import paths
from theodolite.report import symbols, wording, words
from theodolite.report.choices import SECTIONS
from theodolite.report.parts import Look
from theodolite.report.places import named
from theodolite.report.value import Answer, ClueRow, Report
from theodolite.report.wording import say

_PICTURE = re.compile(r"data:image/(?:png|jpeg);base64,[A-Za-z0-9+/=]+")


def render(report: Report) -> str:
    """The whole page as text; write it as UTF-8."""
    with wording.speaking(report.head.language) as language:
        look = report.look or Look()
        style = (paths.resources() / "report" / "report.css").read_text(encoding="utf-8")
        style += _pages(report, look)
        digest = base64.b64encode(hashlib.sha256(style.encode("utf-8")).digest()).decode("ascii")
        policy = (
            f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:; base-uri 'none';"
            " form-action 'none'"
        )
        return _environment().get_template("report.html.j2").render(
            report=report,
            look=look,
            language=language,
            titles=SECTIONS,
            by_id={row.id: row for row in report.exhibits},
            policy=policy,
            style=Markup(style),  # noqa: S704 - our own file, and strings that css_string made safe
            drawing=Markup(report.drawing),  # noqa: S704 - made by drawing.py, texts escaped there
            largest={id(answer): _largest(answer) for answer in report.answers},
            identity=id,
        )  # fmt: skip


def css_string(text: str) -> str:
    """``text`` as a CSS string in which only letters and digits of ASCII stand as they are."""
    kept = (c if re.match(r"[A-Za-z0-9 ]", c) else f"\\{ord(c):06X}" for c in symbols.in_svg(text)[:160])
    return f'"{"".join(kept)}"'


def _pages(report: Report, look: Look) -> str:
    """Head and foot of each printed page, and the house's colour."""
    head = report.head
    mark = "  ·  ".join(part for part in (head.classification, head.handling) if part)
    foot = f"{say(head.standing)}  ·  {say('log head')} {report.integrity.log_head[:12]}"
    left = "  ·  ".join(part for part in (foot, look.footer) if part)
    small = 'font: 8pt "Noto Sans", sans-serif; color: #4A5664;'
    boxes = [
        f"@bottom-left {{ content: {css_string(left)}; {small} }}",
        f"@top-left {{ content: {css_string(look.header)}; {small} }}" * bool(look.header),
        f"@top-right {{ content: {css_string(mark)}; {small} font-weight: 600; }}" * bool(mark),
    ]
    accent = look.accent if re.fullmatch(r"#[0-9A-Fa-f]{6}", look.accent) else ""
    colour = f":root {{ --accent: {accent}; }}\n" if accent else ""
    return f"{colour}@page {{ {' '.join(boxes)} }}\n"


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(paths.resources() / "report"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_finalize,
    )
    environment.filters.update(
        icon=symbols.icon,
        mark=symbols.mark,
        annotated=symbols.annotated,
        source_of=symbols.source_of,
        base64_source=symbols.base64_source,
        address=_address,
        named=named,
        slug=lambda text: re.sub(r"[^a-z]+", "-", text.lower()),
        tlp=lambda text: re.sub(r"[^a-z]+", "-", text.lower()),
        fill=lambda text, name: say(text, name=name),
        telling=_telling,
        lines=lambda text: symbols.visible(text, lines=True),
        size=words.size,
        groups=_groups,
    )
    environment.tests["telling"] = _telling
    environment.globals.update(bar=symbols.bar, t=say)
    return environment


def _telling(clue: ClueRow) -> bool:
    """Whether a clue gets a whole row: it says something of the place, was marked, or a person made it."""
    return clue.direction in ("for", "against") or clue.by_person or clue.state == "rejected"


def _address(text: str) -> Markup:
    """A picture's ``data:`` address of ours, or nothing."""
    return Markup(text if _PICTURE.fullmatch(text) else "")  # noqa: S704 - the alphabet of base64 only


def _finalize(value: object) -> object:
    """Every printed string passes here, so no field can forget to be made visible."""
    if isinstance(value, str) and not isinstance(value, Markup):
        return symbols.visible(value)
    return value


def _groups(digest: str) -> Markup:
    """A hash in groups of eight, so that people can compare it by eye; copied text has no spaces."""
    blocks = [digest[i : i + 8] for i in range(0, len(digest), 8)]
    return Markup("<wbr>").join(Markup("<i>{}</i>").format(symbols.visible(block)) for block in blocks)


def _largest(answer: Answer) -> int:
    """One scale for all cards of an answer, from the sources only (the prior would dwarf them)."""
    sizes = [abs(r.tenths) for c in answer.candidates for r in c.scores if r.kind in ("source", "rest")]
    return max(sizes, default=0)
