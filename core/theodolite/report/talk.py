"""The conversation, and everything that a language model was asked and wrote, verbatim. Pure."""

from __future__ import annotations

from theodolite.domain import CaseState, Exchange, Observations, Perception, Sentence
from theodolite.report.spoken import ExchangeRow, SaidOfPictureRow, SentenceRow, SpokenRow

OWN = "the model's own word"
_ENDED = {"stop": "the model", "length": "the limit", "stopped": "a person or a fault"}


def conversation(state: CaseState) -> tuple[SpokenRow, ...]:
    """Every message verbatim; model text is labelled and never evidence."""
    return tuple(
        SpokenRow(
            utc=m.utc,
            author=m.author,
            text=m.text,
            model=f"{m.model} {m.model_sha256[:8]}".strip(),
            exchange=m.exchange,
            cites=", ".join(m.cites),
            sentences=tuple(map(_sentence, m.sentences)),
        )
        for m in state.messages
    )


def _sentence(sentence: Sentence) -> SentenceRow:
    return SentenceRow(
        sentence.text,
        f"cites {', '.join(sentence.cites)}" if sentence.cites else OWN,
        ", ".join(sentence.unknown),
    )


def said_of_pictures(state: CaseState) -> tuple[SaidOfPictureRow, ...]:
    """What models made of the photographs; stated probabilities are theirs and uncalibrated."""
    found: list[SaidOfPictureRow] = []
    for seen in state.perceptions:
        found += _perceived(seen)
    for named in state.observations:
        found += _observed(named)
    return tuple(found)


def _perceived(seen: Perception) -> list[SaidOfPictureRow]:
    rows = [
        SaidOfPictureRow(
            seen.exhibit,
            seen.exchange,
            "place",
            ", ".join(part for part in (place.city, place.region, place.country) if part),
            f"stated as {place.stated:.2f}, uncalibrated"
            + ("" if place.lat is not None else "; not found in the gazetteer"),
        )
        for place in seen.places
    ]
    if seen.scene:
        rows.append(SaidOfPictureRow(seen.exhibit, seen.exchange, "scene", seen.scene, OWN))
    return rows


def _observed(named: Observations) -> list[SaidOfPictureRow]:
    return [
        SaidOfPictureRow(
            named.exhibit,
            named.exchange,
            "clue",
            f"{clue.observation} \u2192 {clue.inference}",
            OWN if clue.standing == "own" else f"{clue.standing} by {', '.join(clue.cites)}",
        )
        for clue in named.clues
    ]


def exchanges(state: CaseState) -> tuple[ExchangeRow, ...]:
    """Every request to a language model, in order."""
    return tuple(map(_exchange, state.exchanges))


def _exchange(item: Exchange) -> ExchangeRow:
    packs = ", ".join(f"{use.name} {use.version} {use.sha256[:8]}" for use in item.packs)
    return ExchangeRow(
        id=item.id,
        head=" \u00b7 ".join(part for part in (item.mode, item.exhibit, item.utc) if part),
        asked=tuple((f"{part.role}, {part.kind}", part.text) for part in item.asked),
        text=item.text,
        facts=(
            ("model", packs),
            ("model file", item.model_sha256),
            ("projector file", item.projector_sha256 or "none"),
            ("photograph shown", "yes" if item.sees else "no"),
            ("shown hints and clues", ", ".join(item.told) or "none"),
            ("seed", str(item.seed)),
            ("temperature", f"{item.temperature:g}"),
            ("threads", str(item.threads)),
            ("layers on a graphics processor", str(item.gpu_layers)),
            ("llama.cpp", item.build),
            ("tokens", f"{item.prompt_tokens} read, {item.tokens} written"),
            ("limits", f"{item.most_tokens or 'the form'} tokens, context {item.context}"),
            ("form", item.schema or "free text"),
            ("ended by", _ENDED[item.finish]),
        ),
        plan=tuple(f"{b.kind} {b.start}+{b.count} {b.sha256[:16]}" for b in item.plan),
        invalid=item.invalid,
    )
