"""The sentences of a dialogue. Every number in them is one of the posterior's, every name one of its places.

Probabilities are percentages with one digit after the point, so that none looks like a coordinate.
"""

from __future__ import annotations

import random
from collections.abc import Sequence

from theodolite.domain import AnswerLevel, Clue, Contradiction
from theodolite.evaluate.mggeo.ranked import State
from theodolite.evaluate.mggeo.saying import Said
from theodolite.geo import countries

QUESTIONS = (
    "Where was this photograph taken?",
    "Which place does this photograph show?",
    "Can you tell where this is?",
)
WHY = ("Why there?", "What speaks for it?", "What does that rest on?")
BACK = ("I take that back.", "Forget what I said last.", "That was a mistake; leave it out.")
#: A country that gains or loses less than this is said to stay as it is.
STILL = 0.01
_CITED = 6


def percent(share: float) -> str:
    """With one digit; what is not quite nothing or all does not look as if it were."""
    if 0 < share < 0.001:
        return "under 0.1 %"
    if 0.999 < share < 1:
        return "over 99.9 %"
    return f"{100 * share:.1f} %"


def one_of(texts: Sequence[str], rng: random.Random) -> str:
    return rng.choice(texts)


def answer(state: State, read: Sequence[Clue]) -> str:
    """The first answer: what leads, how sure that is, and that nothing was read where that is so."""
    if not read:
        return (
            "Nothing that was read in the photograph speaks for a place. Before any evidence the likeliest "
            f"countries are {_countries(state, 3)}."
        )
    named = f"By country: {_countries(state, 3)}."
    if state.level is AnswerLevel.UNKNOWN or state.first is None:
        return f"What was read in the photograph is too little to name a place. {named}"
    return f"Most likely {_leader(state)}. {named}"


def why(state: State, read: Sequence[Clue]) -> str:
    """What the leading place owes to each clue, in nats, the strongest first."""
    assert state.first is not None
    by_id = {clue.id: clue for clue in read}
    shares = [part for part in state.first.contributions if part.source != "prior"]
    shares.sort(key=lambda part: (-abs(part.log_likelihood), part.source))
    lines = []
    for part in shares[:_CITED]:
        clue = by_id.get(part.source)
        text = clue.observation if clue is not None else part.text
        lines.append(f"{part.source} ({text}) {_nats(part.log_likelihood)}")
    said = "; ".join(lines) or "nothing but how often photographs are taken there"
    return f"For {state.first.label} count: {said}."


def reply(said: Said, before: State, after: State, conflict: Contradiction | None, own: float) -> str:
    """What a hint does. ``own``: nats that the photograph itself gives the place that leads now."""
    begin = f"I read: {said.reading} ({said.strength.value})."
    if conflict is not None:
        return " ".join(
            (
                begin,
                "That fights the rest of the evidence.",
                f"Without it: {_ranking(conflict.first_ranking)}.",
                f"With it: {_ranking(conflict.second_ranking)}.",
                f"By country that is {_moved(before, after)}.",
                f"I count it as {said.strength.value}, not as an order; take it back if you doubt it.",
            )
        )
    same = before.top == after.top
    moved = abs(after.countries[after.top] - before.countries[after.top])
    if same and moved < STILL:
        text = (
            f"It changes little: {_name(after.top)} stays first with {percent(after.countries[after.top])}."
        )
    elif same:
        text = f"{_name(after.top)} stays first: {_moved(before, after)}."
    else:
        text = f"Now {_name(after.top)} leads: {_moved(before, after)}."
    if after.first is not None:
        text += f" Most likely {_leader(after)}."
    return f"{begin} {text} {_own_words(own)}"


def _own_words(own: float) -> str:
    if abs(own) < 0.005:
        return "The photograph itself says nothing for or against that place; this rests on what was said."
    direction = "for" if own > 0 else "against"
    return f"The photograph itself counts {_nats(abs(own))} {direction} that place."


def restored(state: State) -> str:
    return f"Taken back. {_name(state.top)} is at {percent(state.countries[state.top])} again, as before."


def _leader(state: State) -> str:
    first = state.first
    assert first is not None
    return f"{first.label}, {percent(first.probability)} within {first.radius_km:g} km"


def _moved(before: State, after: State) -> str:
    codes = dict.fromkeys((after.top, before.top))
    return ", ".join(
        f"{_name(code)} from {percent(before.countries[code])} to {percent(after.countries[code])}"
        for code in codes
    )


def _countries(state: State, count: int) -> str:
    return ", ".join(f"{_name(code)} {percent(share)}" for code, share in state.ordered(count))


def _ranking(rows: Sequence[tuple[str, float]]) -> str:
    return ", ".join(f"{label} {percent(share)}" for label, share in rows[:3]) or "nothing leads"


def _nats(value: float) -> str:
    return f"{value:+.1f} nats" if value < 0 else f"{value:.1f} nats"


def _name(code: str) -> str:
    return countries.name(code) if code else "no country"
