"""What the conversation shows, from the records of a case: entries in order, pieces of text, offers. Pure."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from theodolite.domain import (
    CaseState,
    Clue,
    Contradiction,
    Exhibit,
    Message,
    Observations,
    Perceived,
    Perception,
    Ranking,
    Sentence,
    Status,
)
from theodolite_desktop import wording
from theodolite_desktop.language import mark, tr
from theodolite_desktop.together_rows import JointTable, joint_table

Kind = Literal["text", "cite", "own", "unknown"]
POINTS = 10 / math.log(10)  # a natural log-likelihood ratio in points
BRACKETED = re.compile(r"\[([^\[\]]{1,120})\]")
QUOTED = 3
#: What speaks for a place without being one record, by the name in its contributions.
SOURCES = {
    "retrieval": mark("similar photographs"),
    "alignment": mark("aligned models"),
    "answers": mark("model answers"),
}
NEW_LINE = re.compile(r"\r\n|[\n\r\u2028\u2029]")

#: The first word of a question, folded, in the languages that the hints are read in.
ASKING = frozenset(
    [
        "why",
        "what",
        "which",
        "who",
        "whom",
        "whose",
        "how",
        "where",
        "warum",
        "wieso",
        "weshalb",
        "was",
        "welche",
        "welcher",
        "welches",
        "wer",
        "wie",
        "wo",
        "pourquoi",
        "quel",
        "quelle",
        "quels",
        "quelles",
        "qui",
        "comment",
        "où",
        "que",
        "cuál",
        "cual",
        "qué",
        "quién",
        "quien",
        "cómo",
        "dónde",
        "donde",
        "perché",
        "perche",
        "quale",
        "quali",
        "chi",
        "dove",
        "cosa",
        "qual",
        "quais",
        "quem",
        "onde",
        "waarom",
        "welk",
        "waar",
        "hvorfor",
        "hvor",
        "varför",
        "dlaczego",
        "gdzie",
        "kto",
        "jak",
        "почему",
        "где",
        "какой",
        "какая",
        "кто",
        "как",
        "لماذا",
        "أين",
        "من",
        "كيف",
        "ما",
        "なぜ",
        "どこ",
        "为什么",
        "哪里",
    ]
)
MARKS = "?？؟⁇;"  # the last is the Greek question mark


@dataclass(frozen=True, slots=True)
class LanguageModel:
    """A language model of the packs. ``title``: what it is for; ``note``: why it does not fit."""

    name: str
    title: str
    sha256: str
    sees: bool
    installed: bool
    fits: bool
    note: str = ""
    chosen: bool = False

    @property
    def usable(self) -> bool:
        return self.installed and self.fits


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of a model's sentence: text, a record it cites, a name or number that no record holds, or the
    remark that the sentence before it is the model's own."""

    kind: Kind
    text: str


@dataclass(frozen=True, slots=True)
class Quote:
    """What the record ``cite`` says, verbatim, and what it was taken to mean."""

    cite: str
    text: str
    meaning: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing in the conversation. ``quotes``: the records that a system text rests on."""

    key: str
    utc: str
    value: Message | Perception | Observations
    quotes: tuple[Quote, ...] = ()


def timeline(state: CaseState) -> tuple[Entry, ...]:
    """Messages and what the model made of photographs, in the order they came."""
    clues = {clue.id: clue for clue in state.clues}
    when = {exchange.id: exchange.utc for exchange in state.exchanges}
    said = [Entry(m.id, m.utc, m, _quotes(m, clues)) for m in state.messages]
    looked: tuple[Perception | Observations, ...] = (*state.perceptions, *state.observations)
    seen = [Entry(f"{type(one).__name__} {one.exchange}", when.get(one.exchange, ""), one) for one in looked]
    if not seen:
        return tuple(said)
    return tuple(sorted((*said, *seen), key=lambda entry: entry.utc))


def _quotes(message: Message, clues: dict[str, Clue]) -> tuple[Quote, ...]:
    if message.author != "system":
        return ()
    found = [clues[name] for name in message.cites if name in clues]
    return tuple(
        Quote(c.id, wording.visible(c.observation, 200), wording.visible(c.inference, 200))
        for c in found[:QUOTED]
        if c.observation
    )


def pieces(sentence: Sentence) -> tuple[Piece, ...]:
    """A model's sentence with its state: citations where they stand or at its end, else the remark 'own'."""
    found: list[Piece] = []
    placed: list[str] = []
    at = 0
    for match in BRACKETED.finditer(sentence.text):
        named = [name.strip() for name in match[1].split(",")]
        if all(name in sentence.cites for name in named):
            found += _marked(sentence.text[at : match.start()].rstrip(), sentence.unknown)
            found += [Piece("cite", name) for name in named]
            placed += named
            at = match.end()
    found += _marked(sentence.text[at:].rstrip(), sentence.unknown)
    found += [Piece("cite", name) for name in sentence.cites if name not in placed]
    return (*found, *(() if sentence.cites else (Piece("own", tr("the model's own")),)))


def _marked(text: str, unknown: Sequence[str]) -> list[Piece]:
    """``text`` with every unknown name or number in it set apart, the longest first."""
    if not text:
        return []
    names = sorted((name for name in unknown if name), key=len, reverse=True)
    if not names:
        return [Piece("text", wording.visible(text))]
    parts = re.split("(" + "|".join(map(re.escape, names)) + ")", text)
    return [
        Piece("unknown" if number % 2 else "text", wording.visible(part))
        for number, part in enumerate(parts)
        if part
    ]


def unknown(message: Message) -> tuple[str, ...]:
    """Every name and number in a model's text that no record holds."""
    return tuple(
        dict.fromkeys(wording.visible(name, 60) for one in message.sentences for name in one.unknown)
    )


def lines(text: str, limit: int = 4000) -> str:
    """What was said, line by line, each made harmless."""
    return "\n".join(wording.visible(line, limit) for line in NEW_LINE.split(text[:limit]))


def asks(text: str) -> bool:
    """Whether ``text`` is a question rather than something a person knows."""
    words = text.strip().casefold().split()
    if not words:
        return False
    return words[-1][-1] in MARKS or (len(words) > 2 and words[0].strip("¿¡,.") in ASKING)


def offer(state: CaseState) -> str:
    """What was said last when the rules could not read it, else ''."""
    if len(state.messages) < 2:
        return ""
    said, answer = state.messages[-2:]
    if said.author != "person" or answer.author != "system" or answer.cites or answer.exchange:
        return ""
    return "" if any(hint.text == said.text for hint in state.hints) else said.text


def placed(one: Perceived) -> str:
    """'Arezzo, Tuscany, Italy', without what the model left open."""
    parts = [part for part in (one.city, one.region, one.country) if part.strip()]
    return wording.visible(", ".join(dict.fromkeys(parts)), 160) or tr("no place named")


def left_out(dropped: Sequence[tuple[str, int]]) -> str:
    """'Left out of what it wrote: not a place (2).', '' where nothing was."""
    parts = [
        tr("{why} ({count} times)", why=wording.visible(why, 80), count=count)
        if count > 1
        else wording.visible(why, 80)
        for why, count in dropped
    ]
    return tr("Left out of what it wrote: {parts}.", parts="; ".join(parts)) if parts else ""


def cite_word(cite: str) -> str:
    """A citation as it stands on its button: the id of a record, or the name of a source of points."""
    return tr(SOURCES[cite]) if cite in SOURCES else wording.visible(cite, 40)


def cite_name(cite: str) -> str:
    """What a citation is, in words: 'clue C3'."""
    word = cite_word(cite)
    if not cite[1:].isdigit():
        return tr("what speaks from {source}", source=word)
    kinds = {
        "C": tr("clue {id}", id=word),
        "E": tr("exhibit {id}", id=word),
        "H": tr("hint {id}", id=word),
        "V": tr("verdict {id}", id=word),
    }
    return kinds.get(cite[:1], tr("record {id}", id=word))


def cannot_look(model: LanguageModel | None, exhibit: Exhibit | None) -> str:
    """Why the photograph cannot be looked at now, in one sentence; '' when it can."""
    if model is None:
        return tr("No language model is installed.")
    if not model.sees:
        return tr("This model reads text only, not photographs.")
    if exhibit is None:
        return tr("Choose an exhibit first.")
    if not exhibit.readable:
        return tr("{id} could not be decoded: there is nothing to look at.", id=exhibit.id)
    return ""


def leads(ranking: Ranking) -> str:
    """'Arezzo, 12.3 points ahead of Florence': what a share near one no longer shows."""
    listed = [one for one in ranking.candidates if one.status is not Status.REJECTED]
    if not listed:
        return tr("no place is named")
    first = wording.visible(listed[0].label, 80)
    if len(listed) == 1:
        return tr("{first}, with no other place listed", first=first)
    ahead = (listed[0].score - listed[1].score) * POINTS
    return tr(
        "{first}, {ahead} points ahead of {label}",
        first=first,
        ahead=f"{ahead:.1f}",
        label=wording.visible(listed[1].label, 80),
    )


def effect_tables(
    exhibit: str, before: Ranking, after: Ranking, conflict: Contradiction | None
) -> tuple[JointTable, ...]:
    """Both rankings of a hint side by side; with a conflict, those of its two sides alone as well."""
    table = joint_table(exhibit, before, after)
    made = [JointTable(table.exhibit, table.rows, (tr("Without"), tr("With the hint")))]
    if conflict is not None:
        first, second = dict(conflict.first_ranking[:5]), dict(conflict.second_ranking[:5])
        rows = tuple(
            (wording.visible(label, 80), first.get(label), second.get(label)) for label in (first | second)
        )
        names = tuple(
            wording.visible(
                name if name.startswith(("with ", "without ")) else tr("{name} alone", name=name), 28
            )
            for name in (conflict.first, conflict.second)
        )
        made.append(JointTable(tr("In conflict"), rows, (names[0], names[1])))
    return tuple(made)
