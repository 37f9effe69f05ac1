"""Steps that look at an exhibit, made again: bytes, decoding, clues, searches, models, derived pictures."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from theodolite import packs
from theodolite.clues.corrections import corrections_of
from theodolite.domain import Clue, Exhibit, ReferenceSearch, Strength, source_of
from theodolite.engine.examining import gazetteer
from theodolite.engine.replay import past
from theodolite.engine.replay.context import Context, Pairs, index_folder
from theodolite.errors import NotFound, PackMissing
from theodolite.jobs import Job
from theodolite.store.protected import DESTROYED, WITHHELD
from theodolite.workers import Call


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
        folders = [str(index_folder(at, sha256)) for _, sha256 in then.indexes]
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
        now = yield from aligned.look(at.session.store, at.session.engine.vision, item, model)
        pairs.append((f"look {key}", then, now))
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
