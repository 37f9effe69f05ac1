"""How each recorded step is made again: from the state before it, with the packs that are installed now.

A step returns pairs (name, value on record, value now). What cannot be repeated here raises a
:class:`TheodoliteError` whose words say why.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from theodolite import packs
from theodolite.clues.corrections import corrections_of
from theodolite.domain import Clue, Exhibit, ReferenceSearch, Strength, source_of
from theodolite.engine import asking
from theodolite.engine.examining import gazetteer
from theodolite.engine.replay import past
from theodolite.errors import InputError, NotFound, PackMissing
from theodolite.jobs import Job
from theodolite.store.protected import DESTROYED, WITHHELD
from theodolite.workers import Call

if TYPE_CHECKING:
    from theodolite.engine.session import Session

Pairs = list[tuple[str, Any, Any]]


@dataclass
class Context:
    """A record, its payload, and the rows before and after it. ``indexes``: folders by their SHA-256."""

    session: Session
    action: str
    payload: dict[str, Any]
    before: past.Rows
    after: past.Rows
    indexes: Mapping[str, Path]
    kept: dict[Any, Any] = field(default_factory=dict)

    @property
    def detail(self) -> dict[str, Any]:
        return dict(self.payload.get("detail") or {})

    def exhibit(self, name: str) -> Exhibit:
        found = self.after.get(("exhibit", name))
        if not isinstance(found, Exhibit):
            raise NotFound(f"{name} is not in this copy of the case.")
        if not self.session.store.vault_path(found.sha256).exists():
            raise NotFound(f"The original of {name} is not in this copy of the case.")
        return found


Again = Callable[[Context], Job[Pairs]]


def stored(at: Context) -> Job[Pairs]:
    """Hash and measure the original again."""
    import hashlib

    said = at.detail
    if not at.session.store.vault_path(said["sha256"]).exists():
        raise NotFound("The bytes are not in this copy of the case.")
    sums, size = (hashlib.sha256(), hashlib.md5(usedforsecurity=False)), 0
    with at.session.store.read_original(said["sha256"]) as stream:
        while chunk := stream.read(1 << 20):
            size += len(chunk)
            for one in sums:
                one.update(chunk)
    yield from ()
    found = {"sha256": sums[0].hexdigest(), "md5": sums[1].hexdigest(), "size": size}
    return [("bytes", {name: said[name] for name in found}, found)]


def read(at: Context) -> Job[Pairs]:
    """Decode the original again: size, type, metadata."""
    pairs: Pairs = []
    for name in past.changed(at.before, at.after, "exhibit"):
        item = at.exhibit(name)
        with at.session.store.original(item) as path:
            found = yield from at.session.engine.decoder.inspect_job(path, item.name)
        names = ("media_type", "error_code", "width", "height", "metadata")
        pairs.append(
            (
                f"exhibit {name}",
                {one: getattr(item, one) for one in names},
                {one: getattr(found, one) for one in names},
            )
        )
    return pairs


def examined(at: Context) -> Job[Pairs]:
    """Every clue source on the exhibit again."""
    pairs: Pairs = []
    for name in past.changed(at.before, at.after, "exhibit"):
        item = at.exhibit(name)
        state = past.state_of(at.before)
        was = at.before["exhibit", name]
        off = [setting.source for setting in state.case.sources if not setting.on]
        with (yield from at.session.store.confirm(item)) as path:
            found = yield from at.session.engine.vision.run(
                Call(
                    "theodolite.clues.extract:extract",
                    {
                        "exhibit": was,
                        "path": str(path),
                        "gazetteer_db": gazetteer(),
                        "off": off,
                        "corrections": corrections_of(state.clues, name),
                    },
                )
            )
        kept = [clue for clue in past.of_exhibit(at.after, "clue", name) if not clue.by_person]
        pairs += _clues(name, kept, found.clues, was)
        pairs.append((f"exhibit {name}: fingerprint", item.fingerprint, found.fingerprint))
    return pairs


def _clues(
    name: str, then: Sequence[Clue], now: Sequence[Clue], item: Exhibit
) -> Iterator[tuple[str, Any, Any]]:
    """Clues by what they observe; those of a file name that is withheld cannot be made again."""
    without_name = item.name in (WITHHELD, DESTROYED)
    partly = any(clue.observation in (WITHHELD, DESTROYED) for clue in then)
    sides = []
    for clues in (then, now):
        chosen = [c for c in clues if not (without_name and source_of(c.kind) == "filename")]
        sides.append(sorted((_machine(c) for c in chosen), key=lambda c: _order(c, partly)))
    yield f"exhibit {name}: number of clues", len(sides[0]), len(sides[1])
    for number, (one, two) in enumerate(zip(*sides, strict=False)):
        yield f"exhibit {name}: clue {number + 1} ({one.kind})", one, two


def _machine(clue: Clue) -> Clue:
    """A clue without what a person decides about it, and without its number."""
    line = None if clue.line is None else replace(clue.line, corrected="")
    blank: dict[str, Any] = {"id": "", "mark": None, "note": "", "active": True, "rejected_reason": None}
    return replace(clue, **blank, strength=Strength.WEAK, line=line)


def _order(clue: Clue, partly: bool) -> tuple[str, ...]:
    """Clues in an order of their own; one that is partly withheld keeps its place among its like."""
    box = clue.box
    place = "" if box is None else f"{box.left:.9f} {box.top:.9f} {box.right:.9f} {box.bottom:.9f}"
    return (clue.kind, clue.root, place, *(() if partly else (clue.observation, clue.inference)))


def searched(at: Context) -> Job[Pairs]:
    """The search of an exhibit again, in the same indexes wherever they are now."""
    pairs: Pairs = []
    for name in past.changed(at.before, at.after, "search"):
        then: ReferenceSearch = at.after["search", name]
        item = at.exhibit(name)
        folders = [str(_index(at, path, sha256)) for path, sha256 in then.indexes]
        pack = packs.installed("vision-starter")
        with (yield from at.session.store.confirm(item)) as path:
            now: ReferenceSearch = yield from at.session.engine.vision.run(
                Call(
                    "theodolite.index.search:search_file",
                    {
                        "exhibit": name,
                        "path": str(path),
                        "indexes": folders,
                        "pack": str(pack.path),
                        "exclude": [item.sha256],
                    },
                )
            )
        pairs.append((f"search of {name}", _nowhere(then), _nowhere(now)))
    return pairs


def _nowhere(search: ReferenceSearch) -> ReferenceSearch:
    """A search without the folders, which differ from machine to machine."""
    return replace(
        search,
        indexes=tuple(("", sha256) for _, sha256 in search.indexes),
        references=tuple(replace(one, index="", path="", name="") for one in search.references),
    )


def _index(at: Context, path: str, sha256: str) -> Path:
    if sha256 in at.indexes:
        return at.indexes[sha256]
    raise NotFound(
        f"The index {sha256[:12]} that was searched is not here. Name its folder with --index to repeat this."
    )


def looked(at: Context) -> Job[Pairs]:
    """A geo-aligned model's look again."""
    from theodolite.engine import aligned

    pairs: Pairs = []
    for key in past.changed(at.before, at.after, "look"):
        then = at.after["look", key]
        item = at.exhibit(then.exhibit)
        model = next((m for m in aligned.models() if m.pack.sha256 == then.pack_sha256), None)
        if model is None:
            raise PackMissing(f"The model {then.pack} ({then.pack_sha256[:12]}) is not installed.")
        with (yield from at.session.store.confirm(item)) as path:
            now = yield from at.session.engine.vision.run(
                Call(
                    "theodolite.align.tasks:look",
                    {
                        "exhibit": item.id,
                        "path": str(path),
                        "encoder_pack": str(model.encoder.path),
                        "model_folder": str(model.pack.path),
                    },
                )
            )
        pairs.append((f"look {key}", then, now))
    return pairs


def answered(at: Context) -> Job[Pairs]:
    """A strategy's answer again, with its seed and settings."""
    from theodolite.locate.strategies.signature import Asked

    pairs: Pairs = []
    for key in past.changed(at.before, at.after, "answer"):
        then = at.after["answer", key]
        item = at.exhibit(then.exhibit)
        folders = tuple(str(_index(at, path, sha256)) for path, sha256 in then.indexes)
        tools = asking.tools(at.session.engine)
        strategy = asking.registry()[at.session.engine.check_strategy(then.strategy)]
        lacks = strategy.missing(tools, folders)
        if lacks:
            raise PackMissing(" ".join(lacks))
        with (yield from at.session.store.confirm(item)) as path:
            asked = Asked(item.id, str(path), folders, (item.sha256,), then.seed, dict(then.settings))
            now = yield from strategy.run(asked, tools)
        one, two = (replace(a, indexes=tuple(("", s) for _, s in a.indexes)) for a in (then, now))
        pairs.append((f"answer {key}", one, two))
    return pairs


def located(at: Context) -> Job[Pairs]:
    """The ranking again from the state at that record: the hash is over all scores of all places."""
    yield from at.session.engine.prepare()
    said = at.detail
    ranking = ranking_of(at, tuple(said["exhibits"]), said["strategy"])
    leading = ranking.candidates[0] if ranking.candidates else None
    now = {
        "level": ranking.level,
        "prior": ranking.prior,
        "support_sha256": ranking.support_sha256,
        "scores_sha256": ranking.scores_sha256,
        "leading": None if leading is None else {"label": leading.label, "score": leading.score},
    }
    return [("ranking of " + ", ".join(said["exhibits"]), {name: said[name] for name in now}, now)]


def ranking_of(at: Context, scope: tuple[str, ...], strategy: str) -> Any:
    """What the locator answers for the state before a record."""
    state = past.state_of(at.before)
    if strategy != asking.FUSION:
        from theodolite.locate import answered as published

        found = [a for a in state.answers if (a.exhibit, a.strategy) == (scope[0], strategy)]
        if not found:
            raise InputError(f"The answer of {strategy} is not in this copy of the case.")
        verdicts = [v for v in state.verdicts if v.exhibit == scope[0]]
        engine = at.session.engine
        return published.ranking(found[0], engine.locator.support, engine.world, verdicts)
    return at.session.engine.locator.rank(
        exhibits=scope,
        strategy=strategy,
        prior=state.case.prior,
        settings=state.case.sources,
        packs=(),
        **at.session.evidence(state, scope),
    )


def contradicted(at: Context) -> Job[Pairs]:
    """A conflict that was shown, with both rankings."""
    yield from at.session.engine.prepare()
    said = at.detail
    state, scope = past.state_of(at.before), tuple(said["exhibits"])
    effects = at.session.engine.locator.hint_effects(
        exhibits=scope,
        prior=state.case.prior,
        settings=state.case.sources,
        **at.session.evidence(state, scope),
    )
    conflict = effects[said["hint"]][1] if said["hint"] in effects else None
    names = ("text", "first", "second", "first_ranking", "second_ranking")
    now = {name: getattr(conflict, name, None) for name in names}
    return [(f"conflict of {said['hint']}", {name: said[name] for name in names}, now)]


def hinted(at: Context) -> Job[Pairs]:
    """The reading of a hint again, by the rules."""
    from theodolite.assistant import hints
    from theodolite.errors import HintNotUnderstood

    pairs: Pairs = []
    for key in past.changed(at.before, at.after, "hint"):
        then = at.after["hint", key]
        if then.parsed_by != "rules" or then.text in (WITHHELD, DESTROYED):
            raise InputError(f"{key} was read by a model, or its text is not in this copy of the case.")
        engine = at.session.engine
        try:
            found = hints.parse(then.text, engine.world, engine.gazetteer)
        except HintNotUnderstood as error:
            raise InputError(f"{key} depends on the candidates that were in view.") from error
        same = [one for one in found if one.reading == then.reading] or list(found)
        names = ("reading", "reach", "strength", "exclude")
        pairs.append(
            (
                f"hint {key}",
                {name: getattr(then, name) for name in names},
                {name: getattr(same[0], name) for name in names},
            )
        )
    yield from ()
    return pairs


def measured(at: Context) -> Job[Pairs]:
    """A clue that a person made out of measurements, from its inputs alone."""
    from theodolite.clues.geometry import made_again, resection_clue

    pairs: Pairs = []
    for key in past.changed(at.before, at.after, "clue"):
        clue = at.after["clue", key]
        if clue.kind != "geometry.resection":
            continue
        item = at.exhibit(clue.exhibit)
        again = resection_clue(item, made_again(clue), "", number=1)
        pairs.append((f"clue {key}", clue.reach, again.reach))
    yield from ()
    return pairs


def framed(at: Context) -> Job[Pairs]:
    """Key frames of a video, made again by their recipes."""
    from theodolite.evidence import video_intake

    pairs: Pairs = []
    for name in past.changed(at.before, at.after, "exhibit"):
        item = at.after["exhibit", name]
        if not item.recipe:
            continue
        parent = at.exhibit(item.parent)
        with at.session.store.original(parent) as path:
            video_intake.again(at.session.engine.decoder, path, item.recipe)  # raises where pixels differ
        pixels = json.loads(item.recipe)["pixels_sha256"]
        pairs.append((f"frame {name}: pixels", pixels, pixels))
    yield from ()
    return pairs


def derived(at: Context) -> Job[Pairs]:
    """Derived pictures, made again by their recipes."""
    pairs: Pairs = []
    for key in past.changed(at.before, at.after, "derived"):
        if ("derived", key) in at.before or key not in {one.id for one in at.session.state.derived}:
            continue
        same = yield from at.session.replay_derived(key)
        pairs.append((f"derived picture {key}: same bytes", True, same))
    return pairs


def written(at: Context) -> Job[Pairs]:
    """What a language model was asked, asked again."""
    from theodolite.engine import replaying

    pairs: Pairs = []
    for key in past.changed(at.before, at.after, "exchange"):
        found = yield from replaying.replayed(at.session, key)
        pairs.append((f"text of {key}", at.after["exchange", key].text, found.text))
    return pairs


#: What a record says was done -> how it is done again. Others hold nothing that was computed.
STEPS: dict[str, Again] = {
    "bytes stored": stored,
    "exhibit added": framed,
    "exhibit read": read,
    "exhibit examined": examined,
    "references searched": searched,
    "seen by a geo-aligned model": looked,
    "strategy run": answered,
    "located": located,
    "conflict shown": contradicted,
    "hint added": hinted,
    "clue added": measured,
    "derived picture made": derived,
}
MODEL = "language model:"


def step_for(action: str) -> Again | None:
    """How a recorded action is made again; None where there is nothing to compute."""
    return written if action.startswith(MODEL) else STEPS.get(action)
