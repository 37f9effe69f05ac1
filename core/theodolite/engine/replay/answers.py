"""Steps that answer, made again: strategies, rankings, conflicts, readings, measures, texts of a model."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from theodolite.engine import asking
from theodolite.engine.replay import past
from theodolite.engine.replay.context import Context, Pairs, index_folder
from theodolite.errors import InputError, PackMissing
from theodolite.jobs import Job
from theodolite.locate.strategies.signature import Asked
from theodolite.store.protected import DESTROYED, WITHHELD


def answered(at: Context) -> Job[Pairs]:
    """A strategy's answer again, with its seed and settings."""
    pairs: Pairs = []
    for key in past.changed(at.before, at.after, "answer"):
        then = at.after["answer", key]
        item = at.exhibit(then.exhibit)
        folders = tuple(str(index_folder(at, sha256)) for _, sha256 in then.indexes)
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


def written(at: Context) -> Job[Pairs]:
    """What a language model was asked, asked again."""
    from theodolite.engine import replaying

    pairs: Pairs = []
    for key in past.changed(at.before, at.after, "exchange"):
        found = yield from replaying.replayed(at.session, key)
        pairs.append((f"text of {key}", at.after["exchange", key].text, found.text))
    return pairs
