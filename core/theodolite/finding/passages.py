"""What of a case is searched: each record as the few passages that a person wrote, read or was told."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Final

from theodolite.domain import (
    CaseState,
    Clue,
    Comparison,
    Disclosure,
    Exhibit,
    FiledReference,
    Hint,
    Lead,
    LogRecord,
    Message,
    Note,
    Pin,
    SearchArea,
    Verdict,
)

#: Kind -> what it is called, in the order in which matches are listed.
KINDS: Final[dict[str, str]] = {
    "text": "Recognised text",
    "clue": "Clues",
    "metadata": "Metadata",
    "note": "Notes",
    "hint": "Hints",
    "lead": "Leads",
    "reference": "Filed references",
    "candidate": "Candidates",
    "area": "Search areas",
    "comparison": "Comparisons",
    "disclosure": "Carried out",
    "message": "Conversation",
    "log": "Log",
}
#: Of a value in the log so much is searched; of a record in all.
MOST_VALUE, MOST_RECORD = 400, 4000
_CODE = re.compile(r"[0-9a-f]{24,}|-?[0-9]+(\.[0-9]+)?")


@dataclass(frozen=True, slots=True)
class Passage:
    """A piece of text of record ``id``. ``exhibit``: which it concerns, '' for the whole case.

    ``where`` names the part in a word or two ('GPS', 'reason'). ``latin``: the same in Latin letters where
    the case holds that already. ``rejected``: a person rejected or withdrew it.
    """

    kind: str
    id: str
    exhibit: str
    where: str
    text: str
    latin: str = ""
    rejected: bool = False


Record = (
    Exhibit | Clue | Note | Hint | Lead | FiledReference | Verdict | Pin | SearchArea | Comparison | Message
)
Source = Record | Disclosure | LogRecord


def sources(state: CaseState) -> Iterator[tuple[str, Source]]:
    """Every record that is searched, under a key that stays while the record may change."""
    rows: tuple[tuple[str, Iterable[Any]], ...] = (
        *(("clue", state.clues), ("exhibit", state.exhibits), ("hint", state.hints), ("lead", state.leads)),
        *(("filed", state.filed), ("verdict", state.verdicts), ("pin", state.pins), ("area", state.areas)),
        *(("comparison", state.comparisons), ("disclosure", state.disclosures)),
        ("message", state.messages),
    )
    for note in state.notes:
        yield f"note {note.exhibit}", note
    for name, records in rows:
        for record in records:
            yield f"{name} {record.id}", record


def passages(record: Source) -> tuple[Passage, ...]:
    """What is searched of one record; pieces without text are left out."""
    match record:
        case Clue():
            found = _clue(record)
        case Exhibit():
            found = _exhibit(record)
        case Note():
            found = [Passage("note", record.exhibit, record.exhibit, "note", record.text)]
        case Hint():
            found = [Passage("hint", record.id, "", "said", record.text)]
            if record.reading.casefold() != record.text.casefold():
                found.append(Passage("hint", record.id, "", "read as", record.reading))
        case Verdict():
            gone = record.status.value == "rejected"
            about = ("candidate", record.id, record.exhibit)
            found = [
                Passage(*about, record.status.value, record.label, rejected=gone),
                Passage(*about, f"{record.status.value}, reason", record.reason, rejected=gone),
            ]
        case Pin():
            found = [Passage("candidate", record.id, record.exhibit, "named", record.label)]
            found.append(Passage("candidate", record.id, record.exhibit, "from", record.origin))
        case Lead() | FiledReference() | SearchArea() | Comparison() | Disclosure():
            found = _desk(record)
        case Message():
            found = [Passage("message", record.id, "", record.author, record.text)]
        case LogRecord():
            found = [_log(record)]
    return tuple(one for one in found if one.text.strip())


def _clue(clue: Clue) -> list[Passage]:
    gone = clue.rejected_reason is not None
    about = (clue.id, clue.exhibit)
    found = []
    if clue.line is not None:
        line = clue.line
        read = line.corrected or line.text
        found.append(Passage("text", *about, "corrected" if line.corrected else "read", read, line.romanised))
        if line.corrected and line.corrected != line.text:
            found.append(Passage("text", *about, "as read", line.text))
        found.append(Passage("text", *about, "means", line.meaning))
    if clue.line is None or clue.observation not in (clue.line.text, clue.line.corrected):
        found.append(Passage("clue", *about, "observed", clue.observation))
    found.append(Passage("clue", *about, "inferred", clue.inference))
    found.append(Passage("clue", *about, "note", clue.note))
    found.append(Passage("clue", *about, "rejected", clue.rejected_reason or ""))
    found += [Passage("clue", *about, name, value) for name, value in clue.inputs]
    if not gone:
        return found
    return [Passage(p.kind, p.id, p.exhibit, p.where, p.text, p.latin, rejected=True) for p in found]


def _exhibit(item: Exhibit) -> list[Passage]:
    """Every value the file claims, its names and its hashes; a withdrawn exhibit too."""
    values = [
        *(("name", item.name), ("kind", item.media_type), ("SHA-256", item.sha256), ("MD5", item.md5)),
        *(("from", item.source), ("added by", item.operator), ("problem", item.error_text or "")),
        *(("recipe", item.recipe), ("taken", item.metadata.taken_at or "")),
    ]
    fields = item.metadata.fields
    known = {value for _, value in fields}
    extra = (
        *(("camera", item.metadata.camera), ("serial", item.metadata.serial)),
        ("software", item.metadata.software),
    )
    values += [(name, value) for name, value in extra if value and value not in known]
    values += [(name, value[: 4 * MOST_RECORD]) for name, value in fields]
    values += [("problem", text) for text in item.metadata.problems]
    values += [("problem", text) for _, text in item.metadata.faults]
    return [
        Passage("metadata", item.id, item.id, name, value, rejected=item.withdrawn) for name, value in values
    ]


def _desk(record: Lead | FiledReference | SearchArea | Comparison | Disclosure) -> list[Passage]:
    match record:
        case Lead():
            kind, parts = "lead", [(record.state, record.text), ("outcome", record.outcome)]
            parts.append(("owner", record.owner))
        case FiledReference():
            kind, parts = "reference", [("title", record.title), ("provider", record.provider)]
            parts += [("address", record.address), ("licence", record.licence), ("note", record.note)]
            parts += [("imagery", record.imagery_date), ("SHA-256", record.sha256)]
        case SearchArea():
            kind, parts = "area", [("title", record.title), ("note", record.note)]
        case Comparison():
            kind, parts = "comparison", [("note", record.note)]
        case Disclosure():
            kind, parts = "disclosure", [(record.service or record.what, record.text)]
    exhibit = record.exhibit if isinstance(record, Comparison) else ""
    gone = isinstance(record, FiledReference) and record.withdrawn
    gone = gone or (isinstance(record, Lead) and record.state == "dropped")
    return [Passage(kind, record.id, exhibit, where, text, rejected=gone) for where, text in parts]


def _log(record: LogRecord) -> Passage:
    """A record of the log: who did what, and every text its payload holds."""
    said = " · ".join(dict.fromkeys(_texts(record.payload)))[:MOST_RECORD]
    text = f"{record.action} · {said}" if said else record.action
    return Passage("log", str(record.sequence), "", f"{record.utc} {record.operator}", text)


def _texts(payload: str) -> Iterator[str]:
    try:
        plain = json.loads(payload)
    except ValueError:
        yield payload[:MOST_RECORD]
        return
    room = MOST_RECORD
    waiting: list[Any] = [plain]
    while waiting and room > 0:
        value = waiting.pop()
        if isinstance(value, dict):
            waiting += reversed(list(value.values()))
        elif isinstance(value, list):
            waiting += reversed(value)
        elif isinstance(value, str) and _says(value):
            room -= len(value[:MOST_VALUE]) + 3
            yield value[:MOST_VALUE]


def _says(text: str) -> bool:
    """Codes, figures and hashes of a record are no text: they drown what was written."""
    return bool(text) and not (text.isascii() and len(text) < 3) and not _CODE.fullmatch(text)
