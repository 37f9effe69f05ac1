"""Dialog: a question about an image, the answer, and hints with the replies that the posterior justifies.

Hints are kept, as in a case; one that is false is taken back after its reply, and the ranking must then be
the former one bit for bit. The person's turns know the truth, the replies do not: they are made from the
clues of the picture, the hints so far and nothing else.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from typing import Any

from theodolite.domain import Clue, Contradiction, Hint
from theodolite.errors import TheodoliteError
from theodolite.evaluate.mggeo import ranked, wording
from theodolite.evaluate.mggeo.ranked import Posterior, State
from theodolite.evaluate.mggeo.saying import KINDS, Said, Sayings
from theodolite.evaluate.mggeo.truth import Truth

_SHOWN = 5

Turn = dict[str, Any]


def turns(
    posterior: Posterior, read: Sequence[Clue], sayings: Sayings, truth: Truth, rng: random.Random
) -> list[Turn]:
    """The turns in order, person and assistant by turns. ``read``: the clues that say something of places.

    Where the truth has no country there are no hints.
    """
    state = posterior.after(())
    made = [_person(wording.one_of(wording.QUESTIONS, rng)), _assistant(wording.answer(state, read), state)]
    made[-1]["cites"] = [clue.id for clue in read]
    if read and state.first is not None:
        made += [_person(wording.one_of(wording.WHY, rng)), _assistant(wording.why(state, read), state)]
        made[-1]["cites"] = [clue.id for clue in read]
    if not truth.country:
        return made
    kept: list[Hint] = []
    number = 0
    for kind in rng.sample(KINDS, len(KINDS)):
        said = sayings.say(kind, truth, state.countries, rng, posterior.fit(kept))
        if said is None:
            continue
        number += 1
        given = [*kept, ranked.hint(said, number)]
        after, conflict = posterior.after(given), posterior.conflict(given)
        made += _hinted(said, number, state, after, conflict, truth)
        if said.holds:
            kept, state = given, after
            continue
        again = posterior.after(kept)
        if again.scores != state.scores:
            raise TheodoliteError(f"Taking {said.text!r} back did not restore the ranking.")
        made += [
            _person(wording.one_of(wording.BACK, rng), kind="retraction"),
            _assistant(wording.restored(again), again, after),
        ]
    return made


def _hinted(
    said: Said, number: int, before: State, after: State, conflict: Contradiction | None, truth: Truth
) -> list[Turn]:
    own = 0.0
    if after.first is not None:
        parts = after.first.contributions
        own = sum(p.log_likelihood for p in parts if p.source != "prior" and not p.source.startswith("H"))
    person = _person(said.text, kind="hint")
    person["hint"] = {
        "id": f"H{number}",
        "quality": said.kind,
        "reading": said.reading,
        "strength": said.strength.value,
        "holds": said.holds,
    }
    assistant = _assistant(wording.reply(said, before, after, conflict, own), after, before)
    assistant["conflict"] = conflict is not None
    assistant["cites"] = [f"H{number}"]
    assistant["true_country"] = [_share(before, truth), _share(after, truth)]
    return [person, assistant]


def _share(state: State, truth: Truth) -> float:
    return round(state.countries.get(truth.country, 0.0), 6)


def _person(text: str, kind: str = "question") -> Turn:
    return {"role": "person", "kind": kind, "text": text}


def _assistant(text: str, state: State, before: State | None = None) -> Turn:
    turn: Turn = {"role": "assistant", "kind": "reply", "text": text, "level": state.level.value}
    turn["countries"] = _rounded(state)
    if before is not None:
        turn["countries_before"] = _rounded(before)
    return turn


def _rounded(state: State) -> list[list[Any]]:
    return [[code, round(share, 6)] for code, share in state.ordered(_SHOWN)]
