"""The report as PDF, laid out by WeasyPrint from the same HTML; runs in the desk worker.

WeasyPrint gets one document and nothing else: its fetcher answers ``data:`` addresses and refuses all
others. Fonts come from the system through fontconfig and are embedded as subsets. The document properties
say nothing about the case, the person or the machine.
"""

from __future__ import annotations

import base64
import logging
import re
from functools import cache
from typing import Any

from theodolite import paths
from theodolite.errors import TheodoliteError
from theodolite.report import html
from theodolite.report.value import Report

_VARIABLE = re.compile(r"--([\w-]+):\s*([^;}]+)")
_PICTURE = re.compile(r"data:(image/(?:png|jpeg));base64,([A-Za-z0-9+/=]+)")
_SVG = re.compile(r"<svg\b[^>]*>")
_RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
#: Properties of the style sheet that only drawings use: WeasyPrint styles a drawing by its own sheet only.
_DRAWN = ("fill", "stroke", "paint-order")
_HATCH = (
    '<defs><pattern id="hatch" width="2.4" height="2.4" patternUnits="userSpaceOnUse"'
    ' patternTransform="rotate(45)"><rect width=".9" height="2.4" fill="#B3450B"/></pattern></defs>'
)


def render(report: Report) -> bytes:
    """The PDF. Raises TheodoliteError where the layout library or one of its system libraries is absent."""
    return of_html(html.render(report))


def of_html(text: str) -> bytes:
    """A page of :mod:`theodolite.report.html` as PDF bytes."""
    try:
        import weasyprint  # type: ignore[import-untyped]
    except (ImportError, OSError) as error:
        raise TheodoliteError(
            "PDF needs the library Pango, which this machine does not have. Install the packages that"
            " `theodolite doctor` names, or export HTML."
        ) from error
    logging.getLogger("weasyprint").setLevel(logging.CRITICAL)
    document: Any = weasyprint.HTML(string=_with_drawings(text), url_fetcher=_fetcher())
    made: bytes = document.write_pdf(presentational_hints=False, optimize_images=False)
    return made


def _fetcher() -> Any:
    """Answers pictures in ``data:`` addresses; any other address ends the export before it is opened."""
    from weasyprint import urls

    class OnlyData(urls.URLFetcher):  # type: ignore[misc]
        def fetch(self, url: str, headers: Any = None) -> Any:
            found = _PICTURE.fullmatch(url)
            if found is None:
                raise urls.FatalURLFetchingError("A report refers to nothing outside itself.")
            body = base64.b64decode(found[2], validate=True)
            return urls.URLFetcherResponse(url, body, headers={"Content-Type": found[1]})

    return OnlyData()


def _with_drawings(text: str) -> str:
    """The page with the rules for drawings inside each drawing, their variables worked out."""
    sheet = f"<style>{_drawing_rules()}</style>"

    def styled(match: re.Match[str]) -> str:
        end = text.find("</svg>", match.end())
        hatched = "url(#hatch)" in text[match.end() : end]
        return f"{match[0]}{sheet}{_HATCH if hatched else ''}"

    return _SVG.sub(styled, text)


@cache
def _drawing_rules() -> str:
    style = (paths.resources() / "report" / "report.css").read_text(encoding="utf-8")
    values = {name: value.strip() for name, value in _VARIABLE.findall(style)}
    plain = re.sub(
        r"var\(--([\w-]+)\)", lambda m: values.get(m[1], "inherit"), re.sub(r"/\*.*?\*/", "", style)
    )
    kept = []
    for selector, body in _RULE.findall(plain):
        if any(f"{name}:" in body or f"{name}-" in body for name in _DRAWN) and "@" not in selector:
            kept.append(f"{selector.strip()}{{{' '.join(body.split())}}}")
    return "".join(kept)
