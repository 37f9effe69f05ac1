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
from theodolite.report import symbols, words
from theodolite.report.value import Answer, Report


def render(report: Report) -> str:
    """The whole page as text; write it as UTF-8."""
    style = (paths.resources() / "report" / "report.css").read_text(encoding="utf-8") + _foot(report)
    digest = base64.b64encode(hashlib.sha256(style.encode("utf-8")).digest()).decode("ascii")
    policy = (
        f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:; base-uri 'none'; form-action 'none'"
    )
    page = _environment().get_template("report.html.j2")
    return page.render(
        report=report,
        policy=policy,
        style=Markup(style),  # noqa: S704 - our own file
        drawing=Markup(report.drawing),  # noqa: S704 - made by drawing.py, texts escaped there
        largest={id(answer): _largest(answer) for answer in report.answers},
        identity=id,
    )


def _foot(report: Report) -> str:
    """The left foot of each printed page; only words and hexadecimal digits may enter the style sheet."""
    head = re.sub(r"[^0-9a-f]", "", report.integrity.log_head)[:12]
    standing = re.sub(r"[^A-Z]", "", report.head.standing)
    text = f'"{standing} \\00B7  log head {head}"'
    font = '8pt "Noto Sans", sans-serif'
    return f"@page {{ @bottom-left {{ content: {text}; font: {font}; color: #4A5664; }} }}\n"


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
        lines=lambda text: symbols.visible(text, lines=True),
        size=words.size,
        groups=_groups,
    )
    environment.globals.update(bar=symbols.bar)
    return environment


def _finalize(value: object) -> object:
    """Every printed string passes here, so no field can forget to be made visible."""
    if isinstance(value, str) and not isinstance(value, Markup):
        return symbols.visible(value)
    return value


def _groups(digest: str) -> Markup:
    """A hash in groups of eight, so that people can compare it by eye; copied text has no spaces."""
    blocks = [digest[i : i + 8] for i in range(0, len(digest), 8)]
    return Markup("").join(Markup("<i>{}</i>").format(symbols.visible(block)) for block in blocks)


def _largest(answer: Answer) -> int:
    """One scale for all cards of an answer, from the sources only (the prior would dwarf them)."""
    sizes = [abs(r.tenths) for c in answer.candidates for r in c.scores if r.kind in ("source", "rest")]
    return max(sizes, default=0)
