"""What a ranking is asked from: the evidence of a case that concerns its exhibits."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TypedDict, Unpack

from theodolite.domain import (
    AlignedLook,
    Clue,
    ClueReach,
    Exchange,
    Hint,
    HintState,
    Perception,
    Pin,
    ReferenceSearch,
    SourceSetting,
    StrategyAnswer,
    Verdict,
)
from theodolite.locate import links


class Given(TypedDict, total=False):
    """Evidence by name; ``search`` is one more of ``searches``. What is not named is not there.

    ``exchanges``: those with the language model that perceptions came from; a perception whose exchange is
    not among them is left out, as nobody can say what the model was told.
    """

    clues: Iterable[Clue]
    hints: Iterable[Hint]
    pins: Iterable[Pin]
    verdicts: Iterable[Verdict]
    searches: Iterable[ReferenceSearch]
    search: ReferenceSearch | None
    prior: str
    exhibits: Sequence[str]
    settings: Iterable[SourceSetting]
    looks: Iterable[AlignedLook]
    answers: Iterable[StrategyAnswer]
    perceptions: Iterable[Perception]
    exchanges: Iterable[Exchange]


@dataclass(frozen=True, slots=True)
class Question:
    """The evidence of a case that an answer rests on.

    ``told``: what the model was shown in the exchange of each perception, by the exchange's id.
    """

    clues: tuple[Clue, ...]
    hints: tuple[Hint, ...]
    pins: tuple[Pin, ...]
    verdicts: tuple[Verdict, ...]
    searches: tuple[ReferenceSearch, ...]
    prior: str
    exhibits: tuple[str, ...]
    settings: tuple[SourceSetting, ...] = ()
    looks: tuple[AlignedLook, ...] = ()
    answers: tuple[StrategyAnswer, ...] = ()
    perceptions: tuple[Perception, ...] = ()
    told: tuple[tuple[str, tuple[str, ...]], ...] = ()


def ask(**given: Unpack[Given]) -> Question:
    """The evidence that concerns ``exhibits`` (all of it when none is named), or may through a link."""
    exhibits, hints = tuple(given.get("exhibits", ())), tuple(given.get("hints", ()))
    wanted, linked = set(exhibits), links.reached(exhibits, hints)

    def concerns(exhibit: str) -> bool:
        return not wanted or exhibit in wanted or exhibit == ""

    perceptions = tuple(one for one in given.get("perceptions", ()) if concerns(one.exhibit))
    asked = {one.exchange for one in perceptions}
    search = given.get("search")
    looked = (*given.get("searches", ()), *((search,) if search is not None else ()))
    return Question(
        clues=tuple(c for c in given.get("clues", ()) if concerns(c.exhibit) or c.exhibit in linked),
        hints=hints,
        pins=tuple(p for p in given.get("pins", ()) if concerns(p.exhibit)),
        verdicts=tuple(v for v in given.get("verdicts", ()) if concerns(v.exhibit)),
        searches=tuple(s for s in looked if concerns(s.exhibit) or s.exhibit in linked),
        prior=given.get("prior", "mixed"),
        exhibits=exhibits,
        settings=tuple(given.get("settings", ())),
        looks=tuple(look for look in given.get("looks", ()) if concerns(look.exhibit)),
        answers=tuple(answer for answer in given.get("answers", ()) if concerns(answer.exhibit)),
        perceptions=perceptions,
        told=tuple(sorted((one.id, one.told) for one in given.get("exchanges", ()) if one.id in asked)),
    )


def denied(question: Question) -> frozenset[str]:
    """The clues that hints which are on say are wrong."""
    return frozenset(
        hint.reach.clue
        for hint in question.hints
        if isinstance(hint.reach, ClueReach) and hint.state is HintState.ON
    )


def concerning(question: Question) -> Question:
    """The question without the clues that a hint says are wrong, and without the evidence of exhibits that
    no link which is on reaches."""
    wrong = denied(question)
    if wrong:
        question = replace(question, clues=tuple(c for c in question.clues if c.id not in wrong))
    wanted = set(question.exhibits)
    if not wanted or {*(c.exhibit for c in question.clues), *(s.exhibit for s in question.searches)} <= {
        *wanted,
        "",
    }:
        return question
    wanted |= {"", *(tie.exhibit for tie in links.ties(question.exhibits, question.hints))}
    return replace(
        question,
        clues=tuple(c for c in question.clues if c.exhibit in wanted),
        searches=tuple(s for s in question.searches if s.exhibit in wanted),
    )
