"""One conversation: turn 0 without a hint, then one hint a turn, each kept until the end."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

from theodolite.domain import Hint, HintState, Strength
from theodolite.errors import InputError
from theodolite.evaluate.interactive import investigator, views
from theodolite.evaluate.interactive.ground import Ground, Truth
from theodolite.evaluate.interactive.investigator import Drawn, Manner
from theodolite.evaluate.interactive.records import HIT_KM, Turn
from theodolite.evaluate.interactive.said import KINDS, Kind, Said, Scene
from theodolite.evaluate.interactive.views import View
from theodolite.locate.question import Question
from theodolite.locate.rank import Memory
from theodolite.locate.sources import counts

TURNS = 5
GPS = "exif.gps"


@dataclass(frozen=True, slots=True)
class Photograph:
    """One image with all that its evidence says before anybody speaks. ``row``: its number in the list."""

    name: str
    row: int
    question: Question
    truth: Truth

    @property
    def backed(self) -> str:
        """'gps' where a position that the file states counts, 'doubtful gps' where the file gives reason to
        doubt it."""
        stated = [c for c in self.question.clues if c.kind == GPS and counts(c)]
        if not stated:
            return ""
        sure = any(c.strength is Strength.CERTAIN for c in stated)
        return "gps" if sure else "doubtful gps"


@dataclass(frozen=True, slots=True)
class Setting:
    """Which investigator speaks, how often wrong, in which of the repetitions, for how long."""

    seed: int
    manner: Manner
    rate: float
    turns: int = TURNS
    kinds: tuple[Kind, ...] = KINDS


def hint_of(said: Said, strength: Strength, number: int) -> Hint:
    """The hint as the program keeps it: on, with a root of its own."""
    return Hint(
        f"H{number}", said.text, said.text, said.reach, strength, HintState.ON, "", exclude=said.exclude
    )


@dataclass(frozen=True, eq=False)
class Step:
    """The ranking after a hint, and what the hint did. ``obey``: km and country of somebody who obeys."""

    after: View
    obey: tuple[float, str]
    said_p: float = math.nan
    fit: tuple[float, float] = (math.nan, math.nan)
    countries: frozenset[str] = frozenset()
    flagged: int = 0
    undone: tuple[float, float] = (math.nan, math.nan)


def converse(
    ground: Ground, photograph: Photograph, setting: Setting, memory: Memory | None = None
) -> tuple[Turn, ...]:
    """Every turn of one conversation. Where no hint can be said any more the rest of the turns are silent.

    ``memory``: of steps; conversations about one photograph that begin alike share them.
    """
    known = memory or Memory(setting.turns + 1)
    truth = photograph.truth

    def begin() -> Step:
        start = views.view(ground, truth, photograph.question)
        return Step(start, (start.km, start.top))

    start = now = known.get((photograph.name, ()), begin)
    said: list[tuple[Said, Hint]] = []
    turns: list[Turn] = []
    for number in range(1, setting.turns + 1):
        seed = investigator.seed_of(setting.seed, photograph.name, number)
        scene = Scene(ground, truth, now.after.question, now.after.listed)
        before = [one for one, _ in said]
        drawn = investigator.draw(scene, seed, setting.rate, setting.manner, before, setting.kinds)
        step = Step(now.after, now.obey)
        if drawn is not None:
            every = (*said, (drawn.said, hint_of(drawn.said, drawn.strength, number)))

            def make(every: tuple[tuple[Said, Hint], ...] = every, now: Step = now) -> Step:
                return _step(ground, truth, start.after, now.after, every)

            try:
                step = known.get((photograph.name, tuple(hint for _, hint in every)), make)
                said = list(every)
            except InputError:
                drawn = None  # exclusions that leave no place are refused
        turns.append(_turn(photograph, setting, number, seed, drawn, start.after, now, step))
        now = step
    off = [replace(hint, state=HintState.OFF) for _, hint in said]
    whole = views.restored(ground, start.after, now.after.question, off)
    turns[-1] = replace(turns[-1], restored=int(whole))
    return tuple(turns)


def _step(ground: Ground, truth: Truth, start: View, before: View, said: Sequence[tuple[Said, Hint]]) -> Step:
    last, hint = said[-1]
    after = views.view(ground, truth, replace(before.question, hints=(*before.question.hints, hint)))
    obey = views.obeyed(ground, truth, start, said)
    said_p, countries = views.hinted(ground, last, before)
    flagged = int(views.flagged(ground, after.question))
    fit = views.fit(ground, truth, last.reach, before)
    undone = _undone(ground, truth, last, hint, before, after)
    return Step(after, obey, said_p, fit, countries, flagged, undone)


def _turn(
    photograph: Photograph,
    setting: Setting,
    number: int,
    seed: int,
    drawn: Drawn | None,
    start: View,
    old: Step,
    new: Step,
) -> Turn:
    before, after = old.after, new.after
    return Turn(
        image=photograph.name,
        row=photograph.row,
        backed=photograph.backed,
        seed=setting.seed,
        manner=setting.manner,
        rate=setting.rate,
        turn=number,
        hint_seed=seed,
        kind="" if drawn is None else drawn.said.kind,
        quality="" if drawn is None else drawn.said.quality,
        strength="" if drawn is None else drawn.strength.value,
        hint="" if drawn is None else drawn.said.text,
        said_p=new.said_p,
        true_country=photograph.truth.country,
        p_before=before.p,
        p_after=after.p,
        fit=new.fit[0],
        fit_country=new.fit[1],
        home_before=before.home,
        home_after=after.home,
        near_before=before.within[2],
        near_after=after.within[2],
        place_before=before.within[1],
        place_after=after.within[1],
        score_before=before.score,
        score_after=after.score,
        km_before=before.km,
        km_after=after.km,
        top_before=before.top,
        top_after=after.top,
        top_p_before=before.top_p,
        top_p_after=after.top_p,
        level_before=before.level.value,
        level_after=after.level.value,
        to_hinted=int(after.top in new.countries and before.top not in new.countries),
        flagged=new.flagged,
        start_p=start.p,
        start_km=start.km,
        start_top=start.top,
        obey_km_before=old.obey[0],
        obey_km_after=new.obey[0],
        obey_top_before=old.obey[1],
        obey_top_after=new.obey[1],
        model_km_before=math.nan,
        model_km_after=math.nan,
        model_top="",
        root="",
        undone_km=new.undone[0],
        undone_p=new.undone[1],
        restored=-1,
    )


def _undone(
    ground: Ground, truth: Truth, said: Said, hint: Hint, before: View, after: View
) -> tuple[float, float]:
    """(km, share of the lost probability that came back) after a true "not in" the country that a wrong
    hint led to, as sure as the wrong one was; NaN where nothing was harmed."""
    harmed = before.km < HIT_KM <= after.km or before.top == truth.country != after.top
    if not said.wrong or not harmed or after.top in ("", truth.country):
        return math.nan, math.nan
    reach = ground.area([after.top], negated=True)
    denial = Said("not-country", "right", f"not in {ground.name(after.top)}", reach)
    correction = hint_of(denial, hint.strength, 1 + len(after.question.hints))
    again = views.view(ground, truth, replace(after.question, hints=(*after.question.hints, correction)))
    lost = before.p - after.p
    return again.km, (again.p - after.p) / lost if lost > 0.0 else math.nan
