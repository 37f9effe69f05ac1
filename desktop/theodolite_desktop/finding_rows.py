"""What was found as the rows of the Find panel. Pure, tested without a screen."""

from __future__ import annotations

from dataclasses import dataclass

from theodolite.finding import Found, Hit
from theodolite_desktop.language import mark, tr, trn
from theodolite_desktop.wording import BIDI

#: Kind -> its name and icon, in the order of the list.
KINDS = {
    "text": (mark("Recognised text"), "text-recognition"),
    "clue": (mark("Clues"), "label-outline"),
    "metadata": (mark("Metadata"), "file-document-outline"),
    "note": (mark("Notes"), "note-text-outline"),
    "hint": (mark("Hints"), "message-text-outline"),
    "lead": (mark("Leads"), "format-list-checks"),
    "reference": (mark("Filed references"), "image-search-outline"),
    "candidate": (mark("Candidates"), "map-marker-outline"),
    "area": (mark("Search areas"), "vector-polygon"),
    "comparison": (mark("Comparisons"), "compare"),
    "disclosure": (mark("Carried out"), "export-variant"),
    "message": (mark("Conversation"), "forum-outline"),
    "log": (mark("Log"), "history"),
}


@dataclass(frozen=True, slots=True)
class FindRow:
    """A match, or with ``head`` the heading of a kind. Spans are (start, end) in ``text`` and ``latin``."""

    key: str
    kind: str
    head: str = ""
    name: str = ""
    where: str = ""
    text: str = ""
    spans: tuple[tuple[int, int], ...] = ()
    latin: str = ""
    latin_spans: tuple[tuple[int, int], ...] = ()
    rejected: bool = False
    hit: Hit | None = None

    @property
    def spoken(self) -> str:
        """The row in words, for screen readers and tool tips."""
        if self.head:
            return self.head
        latin = f" ({self.latin})" if self.latin else ""
        gone = tr("rejected or withdrawn") if self.rejected else ""
        return ", ".join(part for part in (self.name, self.where, f"{self.text}{latin}", gone) if part)


def find_rows(found: Found) -> tuple[FindRow, ...]:
    """Matches under a heading for each kind, in the order of the kinds."""
    counts, rows, kind = dict(found.counts), [], ""
    for number, hit in enumerate(found.hits):
        if hit.kind != kind:
            kind = hit.kind
            title = tr(KINDS[kind][0])
            listed = sum(1 for one in found.hits if one.kind == kind)
            rows.append(FindRow(f"head {kind}", kind, head=_heading(title, counts[kind], listed)))
        rows.append(
            FindRow(
                key=f"{number} {hit.kind} {hit.id} {hit.where}",
                kind=hit.kind,
                name=hit.id if hit.exhibit in ("", hit.id) else f"{hit.exhibit} · {hit.id}",
                where=shown(hit.where),
                text=shown(hit.text),
                spans=hit.spans,
                latin=shown(hit.latin),
                latin_spans=hit.latin_spans,
                rejected=hit.rejected,
                hit=hit,
            )
        )
    return tuple(rows)


def _heading(title: str, count: int, listed: int) -> str:
    if listed < count:
        return tr("{title}: {count}, the first {listed}", title=title, count=f"{count:,}", listed=listed)
    return tr("{title}: {count}", title=title, count=f"{count:,}")


def said(found: Found) -> str:
    """How much was found; what cannot be found yet is said too."""
    if not found.query.strip():
        return ""
    text = trn("%n matches", found.total, one="%n match")
    if found.unromanised:
        waiting = trn(
            "%n passages not yet in Latin letters",
            found.unromanised,
            one="%n passage not yet in Latin letters",
        )
        return f"{text} · {waiting}"
    return text


def nothing(found: Found) -> str:
    """The sentence for no match."""
    return trn(
        "No match in %n exhibits, notes, clues and log.",
        found.exhibits,
        one="No match in %n exhibit, notes, clues and log.",
    )


def shown(text: str) -> str:
    """Text from evidence on one line, letter for letter, so that places in it stay: controls as blanks."""
    return "".join(
        "\N{REPLACEMENT CHARACTER}" if ord(c) in BIDI else c if c.isprintable() else " " for c in text
    )
