"""``clue list | add | reject | correct | source``."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterable
from typing import Any

from theodolite.cli import marks, opened
from theodolite.cli.output import Output, Result
from theodolite.codec import to_plain
from theodolite.domain import CLUE_SOURCES, Clue, SourceSetting, Strength, source_of


def list_clues(options: Namespace, out: Output) -> Result:
    """Read what was not read yet, then list every clue with what it adds to the leading candidate."""
    with opened.case(options.case) as session:
        scope = session.scope(options.exhibit)
        out.drive(session.engine.prepare())
        out.drive(session.examine_all(scope))
        state = session.state
        rows = [clue for clue in state.clues if clue.exhibit in scope or not clue.exhibit]
        effects = _effects(session.ranking(scope).candidates[:1])
        settings = {name: session.source_setting(name) for name in CLUE_SOURCES}
        runs = {item.id: to_plain(item.runs) for item in state.exhibits if item.id in scope}
    if options.source:
        rows = [clue for clue in rows if source_of(clue.kind) == options.source]
    if not options.all:
        rows = [clue for clue in rows if not clue.kind.startswith("none.")]
    return Result(
        {
            "clues": [as_json(clue, effects.get(clue.id), settings) for clue in rows],
            "runs": runs,
            "sources": [to_plain(setting) for setting in settings.values()],
        },
        "\n".join(_line(clue, effects.get(clue.id), settings) for clue in rows) or "No clues.",
    )


def _effects(leading: Iterable[Any]) -> dict[str, float]:
    """Nats that each clue adds to the leading candidate."""
    return {share.source: share.log_likelihood for candidate in leading for share in candidate.contributions}


def as_json(clue: Clue, effect: float | None, settings: dict[str, SourceSetting]) -> dict[str, Any]:
    """The stable shape of one clue; ``effect`` in nats at the leading candidate, null where it adds none."""
    source = source_of(clue.kind)
    setting = settings.get(source, SourceSetting(source))
    return {
        **to_plain(clue),
        "source": source,
        "counts": clue.active and clue.rejected_reason is None and clue.reach is not None and setting.on,
        "weight": setting.weight,
        "effect": effect,
    }


def _line(clue: Clue, effect: float | None, settings: dict[str, SourceSetting]) -> str:
    source = source_of(clue.kind)
    marks = [clue.strength.value, clue.method, f"version {clue.version}"]
    if clue.rejected_reason is not None:
        marks.append(f"rejected: {clue.rejected_reason}")
    elif not clue.active:
        marks.append("off")
    if source in settings and not settings[source].on:
        marks.append("source off")
    if effect is not None:
        marks.append(f"{effect:+.3f} nats at the leading candidate")
    lines = [f"{clue.id:5} {clue.exhibit:4} {clue.kind:16} {clue.observation}"]
    lines.append(f"      {clue.inference} ({'; '.join(mark for mark in marks if mark)})")
    if clue.line is not None and clue.line.romanised:
        lines.append(f"      {clue.line.romanised} ({clue.line.romanised_by})")
    if clue.note:
        lines.append(f"      {clue.note}")
    return "\n".join(lines)


def add(options: Namespace, out: Output) -> Result:
    box, shape = marks.region_of(options)
    with opened.case(options.case) as session:
        session.add_clue(
            options.exhibit,
            options.observation,
            options.inference,
            options.origin,
            supports=not options.against,
            strength=Strength(options.strength),
            box=box,
            shape=shape,
            place_text=options.place,
            when_text=options.when,
        )
        added = session.state.clues[-1]
    return Result(to_plain(added), f"{added.id}  {added.observation}")


def reject(options: Namespace, out: Output) -> Result:
    with opened.case(options.case) as session:
        session.reject_clue(options.id, options.reason)
        clue = session.clue(options.id)
    return Result(to_plain(clue), f"{clue.id} is rejected ({clue.rejected_reason}); it stays on record.")


def correct(options: Namespace, out: Output) -> Result:
    """What a line really says; every clue of the writing follows it."""
    with opened.case(options.case) as session:
        exhibit = session.clue(options.id).exhibit
        out.drive(session.correct_reading(options.id, options.text))
        rows = [c for c in session.state.clues if c.exhibit == exhibit and c.line and c.line.corrected]
    return Result(
        [to_plain(clue) for clue in rows],
        "\n".join(f"{c.id}  {c.observation} -> {c.inference}" for c in rows),
    )


def source(options: Namespace, out: Output) -> Result:
    """Switch or weigh one source, or list all of them."""
    with opened.case(options.case) as session:
        if options.name is not None:
            on = {"on": True, "off": False}.get(options.switch or "")
            if on is not None or options.weight is not None:
                session.set_source(options.name, on=on, weight=options.weight)
        names = (options.name,) if options.name is not None else tuple(CLUE_SOURCES)
        settings = [session.source_setting(name) for name in names]
    lines = [
        f"{one.source:12} {'on ' if one.on else 'off'}  weight {one.weight:g}  {CLUE_SOURCES[one.source]}"
        for one in settings
    ]
    return Result([to_plain(one) for one in settings], "\n".join(lines))
