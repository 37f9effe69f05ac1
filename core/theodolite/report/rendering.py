"""Renders a report in every format that was asked for; called in the desk worker, with plain values."""

from __future__ import annotations

from collections.abc import Callable, Generator, Sequence
from importlib import import_module

from theodolite.errors import InputError
from theodolite.jobs import Progress
from theodolite.report.value import Report

#: Format -> (file name, module with ``render(report)``, words for a progress line).
FORMATS: dict[str, tuple[str, str, str]] = {
    "pdf": ("report.pdf", "pdf", "the PDF"),
    "html": ("report.html", "html", "the HTML page"),
    "json": ("report.json", "json_", "the JSON file"),
    "kml": ("report.kml", "exports.kml", "the KML file"),
    "geojson": ("report.geojson", "exports.geojson", "the GeoJSON file"),
    "gpx": ("report.gpx", "exports.gpx", "the GPX file"),
    "csv": ("report.csv", "exports.csv_", "the CSV file"),
    "case": ("report.jsonld", "exports.case_uco", "the CASE/UCO file"),
}


def checked(formats: Sequence[str]) -> tuple[str, ...]:
    """``formats`` once each, in the order given; InputError for one that we do not write."""
    unknown = [name for name in formats if name not in FORMATS]
    if unknown:
        raise InputError(f"There is no report format {unknown[0]!r}. Choose among: {', '.join(FORMATS)}.")
    return tuple(dict.fromkeys(formats))


def files(report: Report, formats: Sequence[str]) -> Generator[Progress, None, dict[str, bytes]]:
    """The bytes of each format. The PDF is laid out from the very page that the HTML file holds."""
    made: dict[str, bytes] = {}
    for number, name in enumerate(checked(formats)):
        yield Progress(f"Writing {FORMATS[name][2]}", number, len(formats))
        render: Callable[[Report], str | bytes]
        render = import_module(f"theodolite.report.{FORMATS[name][1]}").render
        data = render(report)
        made[name] = data.encode("utf-8", "replace") if isinstance(data, str) else data
    return made
