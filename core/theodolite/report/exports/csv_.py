"""CSV (RFC 4180): one row a record of the report, for spreadsheets, which must not take text for formulas."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from theodolite.report.exports.places import places, visible
from theodolite.report.value import Report

COLUMNS = (
    "record",
    "id",
    "exhibit",
    "name",
    "text",
    "detail",
    "status",
    "lat",
    "lon",
    "radius_km",
    "utc",
    "person",
    "sha256",
)
NUMBERS = frozenset({"lat", "lon", "radius_km"})
_FORMULA = tuple("=+-@|%\t\r\n＝＋－＠")
_BLANKS = " \u00a0\u3000"


def render(report: Report) -> bytes:
    """UTF-8 with a byte order mark, so that spreadsheets read it as such; lines end in CR LF.

    A text that a spreadsheet could take for a formula begins with an apostrophe; numbers stay numbers.
    """
    made = io.StringIO(newline="")
    writer = csv.DictWriter(made, COLUMNS, restval="", quoting=csv.QUOTE_MINIMAL, lineterminator="\r\n")
    writer.writeheader()
    for row in _rows(report):
        writer.writerow({name: v if name in NUMBERS else _plain(v) for name, v in row.items()})
    return b"\xef\xbb\xbf" + made.getvalue().encode("utf-8")


def _rows(report: Report) -> Iterator[dict[str, str]]:
    for item in report.exhibits:
        yield {
            "record": "exhibit",
            "id": item.id,
            "exhibit": item.id,
            "name": item.name,
            "text": item.media_type,
            "detail": f"{item.size} bytes; {item.condition}",
            "status": "withdrawn" if item.withdrawn else "",
            "utc": item.added_utc,
            "person": item.operator,
            "sha256": item.sha256,
        }
    for clue in report.clues:
        yield {
            "record": "clue",
            "id": clue.id,
            "exhibit": clue.exhibit,
            "name": clue.kind,
            "text": clue.observation,
            "detail": clue.inference,
            "status": f"{clue.state}; {clue.direction}; {clue.strength}",
            "person": "by a person" if clue.by_person else clue.method,
        }
    for hint in report.hints:
        yield {
            "record": "hint",
            "id": hint.id,
            "text": hint.text,
            "detail": hint.reading,
            "status": f"{hint.state}; {hint.strength}; {hint.effect}",
            "utc": hint.created_utc,
        }
    for place in places(report):
        facts = dict(place.facts)
        yield {
            "record": place.kind,
            "id": place.id,
            "exhibit": facts.get("exhibits", ""),
            "name": place.name,
            "text": facts.get("uncertainty", ""),
            "detail": facts.get("reason", facts.get("provider", facts.get("agreement", ""))),
            "status": facts.get("status", ""),
            "lat": repr(place.lat),
            "lon": repr(place.lon),
            "radius_km": "" if place.radius_km is None else repr(place.radius_km),
            "utc": facts.get("utc", ""),
            "person": facts.get("person", ""),
        }


def _plain(text: str) -> str:
    text = visible(text)
    return f"'{text}" if text.lstrip(_BLANKS).startswith(_FORMULA) else text
