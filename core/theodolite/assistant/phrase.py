"""The case in plain sentences, built from its records; a model may only say the same in other words.

:func:`summary` is the truth and needs no model. :func:`turns` asks a model to phrase it, :func:`allowed`
(of ``facts``) refuses what the records do not hold. While a ranking is uncalibrated no percentage is said.
"""

from __future__ import annotations

from collections.abc import Sequence

from theodolite.assistant.facts import Facts, allowed, collect
from theodolite.assistant.request import Ours, Quoted, Turn
from theodolite.clues.territories import country_name
from theodolite.domain import (
    AnswerLevel,
    Candidate,
    CaseState,
    Clue,
    Contribution,
    Exhibit,
    Hint,
    HintState,
    Ranking,
    Status,
    Verdict,
)
from theodolite.likelihood import likelihood as likelihood

__all__ = ["allowed", "dropped", "facts", "likelihood", "summary", "turns"]

_NAMED = 4  # clues, reasons or alternatives named in one sentence
_SMALL_NATS = 0.1  # a contribution below this is not worth a word

# Measured on the starter model: without a system message, and without the question, the claim and the places
# that lost, its sentences stay closest to the notes; with them it mixes up what is claimed and what is found.
_INSTRUCTION = "Rewrite these notes as one short paragraph of plain sentences. Add nothing."


def summary(state: CaseState, ranking: Ranking) -> str:
    """What the records hold and what they lead to, one sentence a line. Never empty."""
    exhibits, verdicts = _exhibits_of(state, ranking), state.verdicts
    lines = [
        f"Question: {state.case.question}" if state.case.question else "The case has no question yet.",
        *([f"Claim: {state.case.claim}"] if state.case.claim else []),
        *_exhibits(exhibits),
        *_findings(state, ranking),
        *_alternatives(ranking),
        *(f"Conflict: {c.text}" for c in ranking.contradictions),
        *_verdicts([v for v in verdicts if v.exhibit in ranking.exhibits or not v.exhibit]),
    ]
    return "\n".join(map(_sentence, lines))


def _exhibits_of(state: CaseState, ranking: Ranking) -> list[Exhibit]:
    return [e for e in state.exhibits if e.id in ranking.exhibits and not e.withdrawn]


def _findings(state: CaseState, ranking: Ranking) -> list[str]:
    """From what the exhibits claim to the answer and its reasons."""
    clues = [c for c in state.clues if c.exhibit in ranking.exhibits and c.active and c.reach is not None]
    return [
        *_claims(_exhibits_of(state, ranking)),
        *_clues(clues),
        *_hints([h for h in state.hints if h.state is HintState.ON]),
        _answer(ranking),
        *_reasons(ranking),
    ]


def turns(state: CaseState, ranking: Ranking) -> tuple[Turn, ...]:
    """What asks a model to phrase the findings. Record text goes in as notes, not as orders."""
    notes = "\n".join(map(_sentence, _findings(state, ranking)))
    return (Turn("user", (Ours(f"{_INSTRUCTION}\n\n"), Quoted(notes))),)


def facts(state: CaseState, ranking: Ranking) -> Facts:
    """Every number and word that a phrasing of this case may hold."""
    scope = set(ranking.exhibits)
    texts = [summary(state, ranking)]
    for exhibit in state.exhibits:
        if exhibit.id in scope:
            texts += [exhibit.id, exhibit.name]
    for clue in state.clues:
        if clue.exhibit in scope and clue.active:
            texts += [clue.id, clue.observation, clue.inference]
    texts += [text for h in state.hints if h.state is HintState.ON for text in (h.id, h.reading)]
    texts += [c.label for c in ranking.candidates]
    texts += [country_name(code) for code, _ in ranking.countries[:_NAMED]]
    return collect(texts)


def dropped(offending: Sequence[str]) -> str:
    """What the person reads instead of a phrasing that was dropped."""
    named = ", ".join(f'"{item}"' for item in offending[:_NAMED])
    more = len(offending) - _NAMED
    rest = f" and {more} more" if more > 0 else ""
    return f"The model's phrasing was dropped: it holds {named}{rest}, which no record of this case says."


def _exhibits(exhibits: list[Exhibit]) -> list[str]:
    if not exhibits:
        return ["No exhibit is under examination"]
    unreadable = [e for e in exhibits if not e.readable]
    lines = ["Examined: " + _list([f"{e.id} ({e.name})" for e in exhibits])]
    if unreadable:
        lines.append("Stored but not readable: " + _list([e.id for e in unreadable]))
    return lines


def _claims(exhibits: list[Exhibit]) -> list[str]:
    lines = []
    for exhibit in exhibits:
        gps = exhibit.metadata.gps
        if gps is not None:
            lines.append(f"{exhibit.id} claims in its metadata the position {gps.lat:.5f}, {gps.lon:.5f}")
        if exhibit.metadata.taken_at:
            lines.append(f"{exhibit.id} claims in its metadata the time {exhibit.metadata.taken_at}")
    return lines


def _clues(clues: list[Clue]) -> list[str]:
    if not clues:
        return ["No clue says where the photograph was taken"]
    named = [
        f"{c.id}, {c.observation}: {'' if c.supports else 'against '}{c.inference}" for c in clues[:_NAMED]
    ]
    more = len(clues) - _NAMED
    return ["Clues: " + "; ".join(named) + (f"; and {more} more" if more > 0 else "")]


def _hints(hints: list[Hint]) -> list[str]:
    if not hints:
        return []
    return [
        "Hints in use: "
        + "; ".join(f"{h.reading} ({'a rule' if h.exclude else h.strength.value})" for h in hints)
    ]


def _answer(ranking: Ranking) -> str:
    best = _leading(ranking)
    note = "" if ranking.calibrated else ", uncalibrated"
    if ranking.level is AnswerLevel.POINT and best:
        word = likelihood(best[0].probability, calibrated=ranking.calibrated)
        return (
            f"The evidence names a place: {best[0].label}, within {_radius(best[0].radius_km)}, {word}{note}"
        )
    if ranking.level is AnswerLevel.REGION and best:
        return f"The evidence names a region, not a place: around {best[0].label}{note}"
    if ranking.level is AnswerLevel.COUNTRY and ranking.countries:
        code, share = ranking.countries[0]
        word = likelihood(share, calibrated=ranking.calibrated)
        return f"The evidence names a country, not a region: {country_name(code)}, {word}{note}"
    return "There is not enough evidence to name a place"


def _reasons(ranking: Ranking) -> list[str]:
    """Why the first candidate is first. Nothing is said for an answer that was not given."""
    best = _leading(ranking)
    if ranking.abstained or not best:
        return []
    parts = [c for c in best[0].contributions if c.source != "prior" and abs(c.log_likelihood) >= _SMALL_NATS]
    parts.sort(key=lambda c: (-abs(c.log_likelihood), c.source))
    lines = []
    for word, chosen in (
        ("For", [c for c in parts if c.log_likelihood > 0]),
        ("Against", [c for c in parts if c.log_likelihood < 0]),
    ):
        if chosen:
            lines.append(f"{word} {best[0].label}: " + "; ".join(_reason(c) for c in chosen[:_NAMED]))
    return lines


def _reason(part: Contribution) -> str:
    return part.text if part.source in part.text else f"{part.text} ({part.source})"


def _alternatives(ranking: Ranking) -> list[str]:
    others = [] if ranking.abstained else _leading(ranking)[1:_NAMED]
    return ["Also considered: " + _list([c.label for c in others])] if others else []


def _verdicts(verdicts: list[Verdict]) -> list[str]:
    lines = []
    for verdict in verdicts:
        if verdict.status is Status.SUGGESTED:
            continue
        reason = f", because: {verdict.reason}" if verdict.reason else ""
        override = ", with a recorded override" if verdict.override else ""
        lines.append(f"{verdict.label} is {verdict.status.value} by {verdict.person}{override}{reason}")
    return lines


def _leading(ranking: Ranking) -> list[Candidate]:
    return [c for c in ranking.candidates if c.status is not Status.REJECTED]


def _radius(km: float) -> str:
    return f"about {km:g} km"


def _list(items: Sequence[str]) -> str:
    return ", ".join(items[:-1]) + " and " + items[-1] if len(items) > 1 else "".join(items)


def _sentence(text: str) -> str:
    text = " ".join(text.split())
    return text if text.endswith((".", "!", "?")) else text + "."
