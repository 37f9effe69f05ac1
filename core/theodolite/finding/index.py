"""The index: passages folded once, searched in one pass. Brought up to date record by record."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from theodolite.domain import CaseState, LogRecord
from theodolite.finding.passages import KINDS, Passage, Source, passages, sources
from theodolite.finding.words import (
    Word,
    consonants,
    folded,
    is_abjad,
    latin_spans,
    parse,
    skeleton,
    spans,
    wants_latin,
)

#: Of each kind so many matches are listed; all are counted.
LISTED = 50
#: Words before a match that are shown of a long passage.
BEFORE, SHOWN = 40, 240


@dataclass(frozen=True, slots=True)
class Hit:
    """A match. ``text`` is what stands there, cut to the surroundings of the match where it is long.

    ``spans`` and ``latin_spans``: (start, end) of the matched words in ``text`` and in ``latin``.
    """

    kind: str
    id: str
    exhibit: str
    where: str
    text: str
    spans: tuple[tuple[int, int], ...]
    latin: str = ""
    latin_spans: tuple[tuple[int, int], ...] = ()
    rejected: bool = False


@dataclass(frozen=True, slots=True)
class Found:
    """What a search found. ``counts``: of each kind all matches, also those beyond the listed ones.

    ``unromanised``: passages in other letters that are not yet comparable with what is typed in Latin ones.
    """

    query: str
    hits: tuple[Hit, ...] = ()
    counts: tuple[tuple[str, int], ...] = ()
    exhibits: int = 0
    unromanised: int = 0

    @property
    def total(self) -> int:
        return sum(number for _, number in self.counts)


@dataclass(slots=True)
class _Entry:
    passage: Passage
    text: str
    bones: str
    abjad: bool


class Index:
    """Of one case. :meth:`follow` brings it up to date with a state, :meth:`add_log` with new records."""

    def __init__(self) -> None:
        self._parts: dict[str, tuple[Source, list[_Entry]]] = {}
        self._log: list[_Entry] = []
        self._latin: dict[str, str] = {}
        self._exhibits = 0
        self._waiting = -1  # passages not romanised yet, -1: not counted
        self.last_record = 0

    def follow(self, state: CaseState) -> Iterator[tuple[int, int]]:
        """Takes in what changed; yields (done, of so many records) so that the caller can pause."""
        self._exhibits = sum(1 for item in state.exhibits if not item.withdrawn)
        fresh = list(sources(state))
        gone = self._parts.keys() - {key for key, _ in fresh}
        for key in gone:
            del self._parts[key]
        parts: dict[str, tuple[Source, list[_Entry]]] = {}
        for number, (key, record) in enumerate(fresh):
            kept = self._parts.get(key)
            if kept is None or (kept[0] is not record and kept[0] != record):
                kept = (record, [self._entry(one) for one in passages(record)])
                self._parts[key], self._waiting = kept, -1
                if number % 20 == 0:
                    yield number, len(fresh)
            parts[key] = kept
        self._parts = parts

    def add_log(self, records: Iterable[LogRecord]) -> None:
        """Records that are not in it yet, oldest first."""
        for record in records:
            if record.sequence > self.last_record:
                self.last_record, self._waiting = record.sequence, -1
                self._log += [self._entry(one) for one in passages(record)]

    def strange(self) -> tuple[str, ...]:
        """Passages whose Latin form is not known yet, each once."""
        wanted = (
            entry.passage.text
            for entry in self._entries()
            if not entry.bones and entry.passage.text not in self._latin and wants_latin(entry.passage.text)
        )
        return tuple(dict.fromkeys(wanted))

    def romanised(self, latin: Mapping[str, str]) -> None:
        """Take in the Latin forms of :meth:`strange` passages."""
        self._latin.update(latin)
        self._waiting = -1
        for entry in self._entries():
            if not entry.bones and entry.passage.text in latin:
                entry.bones = self._bones(entry.passage)

    def _entries(self) -> Iterator[_Entry]:
        for _, entries in self._parts.values():
            yield from entries
        yield from self._log

    def _entry(self, passage: Passage) -> _Entry:
        named = f"{passage.where} {passage.text}" if passage.kind == "metadata" else passage.text
        return _Entry(passage, f" {folded(named)} ", self._bones(passage), is_abjad(passage.text))

    def _bones(self, passage: Passage) -> str:
        latin = self._in_latin(passage)
        if not latin:
            return ""
        return consonants(latin) if is_abjad(passage.text) else skeleton(latin)

    def _in_latin(self, passage: Passage) -> str:
        return passage.latin or self._latin.get(passage.text, "")

    # --- searching ---------------------------------------------------------------------------------

    def find(self, query: str, kinds: Collection[str] = (), listed: int = LISTED) -> Found:
        """Passages that hold every word of ``query``; ``kinds``: only these, () for all.

        A word that is the id of a record (E4, C12) is also met by what belongs to that record.
        """
        words = parse(query)
        if not words:
            return Found(query, exhibits=self._exhibits)
        wanted = set(kinds) or set(KINDS)
        met = [entry for entry in self._entries() if entry.passage.kind in wanted]
        for word in words:
            met = _meeting(met, word)
        best: dict[tuple[str, str], tuple[int, int, _Entry]] = {}
        for number, entry in enumerate(met):
            passage = entry.passage
            name = f"{passage.id} {entry.text}" if passage.kind == "metadata" else passage.id
            score = sum(_distance(entry, word) for word in words)
            before = best.get((passage.kind, name))
            if before is None or score < before[0]:
                best[passage.kind, name] = (score, number, entry)
        return self._found(query, words, best.values(), listed)

    def _found(
        self, query: str, words: tuple[Word, ...], best: Iterable[tuple[int, int, _Entry]], listed: int
    ) -> Found:
        by_kind: dict[str, list[tuple[int, int, _Entry]]] = {kind: [] for kind in KINDS}
        for one in best:
            by_kind[one[2].passage.kind].append(one)
        hits: list[Hit] = []
        for kind, found in by_kind.items():
            newest = kind in ("log", "message")
            found.sort(key=lambda one: (one[0], -one[1] if newest else one[1]))
            hits += [self._hit(entry, words) for _, _, entry in found[:listed]]
        counts = tuple((kind, len(found)) for kind, found in by_kind.items() if found)
        if self._waiting < 0:
            self._waiting = len(self.strange())
        return Found(query, tuple(hits), counts, self._exhibits, self._waiting)

    def _hit(self, entry: _Entry, words: tuple[Word, ...]) -> Hit:
        passage = entry.passage
        marked = spans(passage.text, words)
        text, marked = _cut(passage.text, marked)
        latin = self._in_latin(passage)
        by_latin = latin_spans(latin, words, abjad=entry.abjad) if latin else ()
        latin, by_latin = _cut(latin, by_latin)
        return Hit(
            *(passage.kind, passage.id, passage.exhibit, passage.where, text, marked),
            *(latin, by_latin, passage.rejected),
        )


def _meeting(entries: list[_Entry], word: Word) -> list[_Entry]:
    """Those that hold the word, sound like it, or belong to the record that it names."""
    needle, bones, bare, record = word.needle, word.skeleton, word.consonants, word.record
    return [
        entry
        for entry in entries
        if needle in entry.text
        or (entry.bones and _sounds(entry, bones, bare))
        or (record and (record == entry.passage.id or record == entry.passage.exhibit))
    ]


def _sounds(entry: _Entry, bones: str, bare: str) -> bool:
    wanted = bare if entry.abjad else bones
    return bool(wanted) and wanted in entry.bones


def _distance(entry: _Entry, word: Word) -> int:
    """0: stands there as a word; 1: begins one; 2: inside one; 3: by its sound, or only by the record."""
    if word.text not in entry.text:
        return 3
    if f" {word.text} " in entry.text:
        return 0
    return 1 if f" {word.text}" in entry.text else 2


def _cut(text: str, marked: tuple[tuple[int, int], ...]) -> tuple[str, tuple[tuple[int, int], ...]]:
    """At most ``SHOWN`` letters, those round the first match; ``marked`` moves along."""
    if len(text) <= SHOWN:
        return text, marked
    first = marked[0][0] if marked else 0
    start = max(0, min(first - BEFORE, len(text) - SHOWN))
    end = start + SHOWN
    lead = "…" if start else ""
    shown = f"{lead}{text[start:end]}{'…' if end < len(text) else ''}"
    move = len(lead) - start
    kept = tuple((max(a, start) + move, min(b, end) + move) for a, b in marked if a < end and b > start)
    return shown, kept
