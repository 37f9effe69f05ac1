"""``locate`` and ``hint add | remove``."""

from __future__ import annotations

import contextlib
from argparse import Namespace
from typing import Any

from theodolite.cli import opened
from theodolite.cli.output import Output, Result
from theodolite.codec import to_plain
from theodolite.domain import Candidate, Hint, HintState, Ranking
from theodolite.engine import asking
from theodolite.engine.asking import FUSION
from theodolite.errors import InputError
from theodolite.geo import coordinates


def locate(options: Namespace, out: Output) -> Result:
    with opened.case(options.case) as session:
        session.engine.check_strategy(options.strategy)
        session.scope(options.exhibit)
        out.drive(session.engine.prepare())
        settings = _settings(options.set)
        if options.strategy == FUSION:
            if settings:
                raise InputError("fusion has no settings.")
            out.drive(session.examine_all(options.exhibit))
        else:
            out.drive(session.run_strategy(_one(session.scope(options.exhibit)), options.strategy, settings))
        ranking = session.ranking(options.exhibit, options.strategy)
        session.record_located(ranking)
        refused = session.refused_connections()
    return Result(as_json(ranking, refused), as_text(ranking))


def strategies(options: Namespace, out: Output) -> Result:
    """Every strategy and what it lacks, for a case's indexes or for none."""
    with contextlib.ExitStack() as stack:
        if options.case is None:
            found = asking.rows(stack.enter_context(opened.engine()), ())
        else:
            found = stack.enter_context(opened.case(options.case)).strategies()
    lines = []
    for row in found:
        lines.append(f"{row.name:9} {'ready  ' if row.ready else 'missing'}  {row.purpose}")
        lines += [f"{'':18} {lack}" for lack in row.missing]
    return Result([to_plain(row) | {"ready": row.ready} for row in found], "\n".join(lines))


def _settings(pairs: list[str]) -> dict[str, str]:
    """'prompts=4' -> {'prompts': '4'}."""
    found = dict(pair.partition("=")[::2] for pair in pairs)
    if any("=" not in pair for pair in pairs) or "" in found:
        raise InputError("--set takes NAME=VALUE, for example --set prompts=4.")
    return found


def _one(scope: tuple[str, ...]) -> str:
    if len(scope) != 1:
        raise InputError("This strategy answers for one exhibit: name it with --exhibit.")
    return scope[0]


def as_json(ranking: Ranking, refused: tuple[str, ...]) -> dict[str, Any]:
    """The stable document of ``locate --json``."""
    return {
        "exhibits": list(ranking.exhibits),
        "strategy": ranking.strategy,
        "measure": ranking.measure,
        "note": ranking.note,
        "abstained": ranking.abstained,
        "level": ranking.level.value,
        "calibrated": ranking.calibrated,
        "countries": [{"code": code, "probability": p} for code, p in ranking.countries],
        "candidates": [_candidate(candidate) for candidate in ranking.candidates],
        "contradictions": to_plain(ranking.contradictions),
        "credible": to_plain(ranking.credible),
        "scores_sha256": ranking.scores_sha256,
        "packs": to_plain(ranking.packs),
        "refused_connections": list(refused),
    }


def _candidate(candidate: Candidate) -> dict[str, Any]:
    return {
        "rank": candidate.rank,
        "lat": candidate.lat,
        "lon": candidate.lon,
        "label": candidate.label,
        "country": candidate.country,
        "probability": candidate.probability,
        "radius_km": candidate.radius_km,
        "status": candidate.status.value,
        "score": candidate.score,
        "contributions": to_plain(candidate.contributions),
    }


def as_text(ranking: Ranking) -> str:
    level = {
        "point": "The evidence names a place.",
        "region": "The evidence names a region, not a place.",
        "country": "The evidence names a country, not a place.",
        "unknown": "Not enough evidence to name a place.",
    }[ranking.level.value]
    if ranking.measure:
        level = f"{ranking.strategy} ranks points by {ranking.measure}; it states no probability."
        lines = [f"{', '.join(ranking.exhibits)}: {level}"]
    else:
        lines = [f"{', '.join(ranking.exhibits)}: {level} Uncalibrated."]
    if ranking.note:
        lines.append(f"The references do not know the place: {ranking.note}.")
    for item in ranking.candidates[:8]:
        where = coordinates.format_dd(item.lat, item.lon)
        within = "" if ranking.measure else f"  within {item.radius_km:g} km"
        lines.append(f"{item.rank:3}. {item.label} ({item.country})  {where}{within}")
        lines += [f"       {c.log_likelihood:+8.3f}  {c.text}" for c in item.contributions]
    lines += [f"Conflict: {c.text}" for c in ranking.contradictions]
    return "\n".join(lines)


def hint_add(options: Namespace, out: Output) -> Result:
    with opened.case(options.case) as session:
        added = session.propose_hints(options.text, HintState.ON)
    return Result([_hint(hint) for hint in added], "\n".join(_hint_line(hint) for hint in added))


def _hint(hint: Hint) -> dict[str, Any]:
    return {
        "id": hint.id,
        "text": hint.text,
        "reading": hint.reading,
        "strength": hint.strength.value,
        "state": hint.state.value,
        "exclude": hint.exclude,
        "reach": to_plain(hint.reach),
    }


def _hint_line(hint: Hint) -> str:
    return f"{hint.id}  {hint.reading} ({'exclude' if hint.exclude else hint.strength.value})"


def hint_remove(options: Namespace, out: Output) -> Result:
    with opened.case(options.case) as session:
        session.remove_hint(options.id)
    return Result({"removed": options.id}, f"Removed {options.id}; the log keeps it.")
