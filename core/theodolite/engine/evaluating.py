"""Strategies made ready to be evaluated with the engine's workers, packs and places."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from theodolite.engine import asking
from theodolite.engine.engine import Engine
from theodolite.errors import InputError, PackMissing
from theodolite.evaluate.naming import Naming
from theodolite.evaluate.subjects import OfStrategy, Subject
from theodolite.locate.strategies import STRATEGIES, find

#: The parts of g3 that can be taken away.
PARTS = ("geo-a", "geo-d", "geo-v")


def naming(engine: Engine) -> Naming:
    """Look-ups of countries, and of regions and towns where the gazetteer is installed."""
    try:
        return Naming(engine.world, engine.gazetteer)
    except PackMissing:
        return Naming(engine.world, None)


def names() -> tuple[str, ...]:
    """Everything that can be evaluated."""
    return tuple(STRATEGIES)


def subjects(
    engine: Engine,
    chosen: Sequence[str],
    indexes: Sequence[str],
    *,
    settings: Mapping[str, str] | None = None,
    ablate: Sequence[str] = (),
) -> tuple[tuple[Subject, ...], dict[str, str]]:
    """What to ask, and for each row without a part the name of the whole one (an ablation of g3).

    ``settings``: an option of all strategies by its name, or of one as 'g3.prompts'. Raises InputError for a
    part that g3 does not have or for an ablation without g3, NotFound for a name that is none.
    """
    unknown = [part for part in ablate if part not in PARTS]
    if unknown:
        raise InputError(f"There is no part {unknown[0]!r} of g3 to leave out; there are {', '.join(PARTS)}.")
    if ablate and "g3" not in chosen:
        raise InputError("--ablate takes parts of g3 away: evaluate it with --strategy g3.")
    tools, folders = asking.tools(engine), tuple(indexes)
    found: list[Subject] = []
    whole: dict[str, str] = {}
    for name in chosen:
        strategy, given = find(name), _of(name, settings or {})
        found.append(OfStrategy(strategy, tools, folders, given))
        for part in ablate if name == "g3" else ():
            label = f"g3 w/o {part}"
            found.append(OfStrategy(strategy, tools, folders, {**given, "ablate": part}, label))
            whole[label] = name
    return tuple(found), whole


def _of(name: str, settings: Mapping[str, str]) -> dict[str, str]:
    everyone = {key: value for key, value in settings.items() if "." not in key}
    own = {key.removeprefix(f"{name}."): v for key, v in settings.items() if key.startswith(f"{name}.")}
    return {**everyone, **own}
