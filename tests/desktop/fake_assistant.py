"""The assistant of the engine in memory: answers as values, written piece by piece, with no model."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Any

from tests.desktop.fake_values import UTC, Changes, ranking_of
from theodolite.domain import (
    AreaReach,
    Box,
    CaseState,
    Exchange,
    Hint,
    HintState,
    Message,
    Observations,
    Observed,
    Perceived,
    Perception,
    Ranking,
    Sentence,
    Strength,
    Suggestion,
)
from theodolite.errors import InputError, WorkerDied
from theodolite.jobs import Job, Progress
from theodolite.workers.messages import Partial


@dataclass(frozen=True)
class ModelRow:
    name: str
    title: str
    sha256: str
    sees: bool
    installed: bool
    fits: bool
    note: str
    chosen: bool = False


@dataclass
class WorkerFact:
    pid: int | None = None
    restarts: int = 0


STARTER = ModelRow(
    "language-starter", "Phrases summaries and reads hints", "3f2a9b1c" * 8, False, True, True, "", True
)
EYES = ModelRow("smolvlm-256m", "A small model that sees", "77aa01de" * 8, True, True, True, "")
LARGE = ModelRow(
    "qwen2.5-vl-7b",
    "A large model that sees",
    "c0ffee00" * 8,
    True,
    True,
    False,
    "Needs about 9 GB of memory; 6 GB are free. Close other programs, or use a smaller model.",
)
ABSENT = ModelRow("gemma-3-4b", "A model that sees", "", True, False, True, "3.3 GB to fetch")
MODELS = (STARTER, EYES, LARGE, ABSENT)


def exchange(number: str, mode: Any, exhibit: str, text: str, *, sees: bool, utc: str = UTC) -> Exchange:
    return Exchange(
        number,
        mode,
        exhibit,
        utc,
        (),
        text,
        "stop",
        7,
        0.2,
        sees,
        (),
        "7" * 64,
        "",
        1,
        0,
        "test",
        (),
        100,
        20,
    )


class Assistant:
    """Mixed into the session in memory. ``hold``: the model writes until it is let go; ``die``: it ends."""

    state: CaseState
    models: Callable[[], tuple[ModelRow, ...]]
    hold = False
    die = False
    writing = 0
    said_to_model: list[str]

    def change(self, action: str, **parts: Any) -> Changes: ...

    @contextmanager
    def _talking(self) -> Iterator[None]:
        assert self.writing == 0, "one request at a time"
        self.writing += 1
        try:
            yield
        finally:
            self.writing -= 1

    def _write(self, text: str) -> Job[str]:
        with self._talking():
            yield Progress("reading", 40, 120)
            for number, word in enumerate(text.split(" "), 1):
                yield Partial(f"{word} ", "writing", number)
            while self.hold:
                yield Progress("writing", waiting=True)
            if self.die:
                self.die = False
                raise WorkerDied("The language worker ended unexpectedly (killed).")
        return text

    def _now(self) -> str:
        """Later with every record."""
        number = self.state.log_length
        return f"2026-11-21T06:{number // 60:02d}:{number % 60:02d}Z"

    def _exchange(self, number: str, mode: Any, exhibit: str) -> Exchange:
        return exchange(number, mode, exhibit, "{}", sees=True, utc=self._now())

    def _messages(self) -> int:
        return len(self.state.messages) + 1

    def phrase(self, exhibits: Sequence[str] = (), seed: int = 7) -> Job[Changes]:
        text = yield from self._write("Taken in Arezzo.")
        answer = Message(f"M{self._messages()}", "model", text, self._now(), "language-starter", "3f" * 32)
        return self.change("message added", messages=(*self.state.messages, answer))

    def ask(self, text: str, exhibits: Sequence[str] = (), seed: int = 7) -> Job[Changes]:
        answer = "C1 is Italian. Bologna fits less. It looks warm."
        first = self._messages()
        said = Message(f"M{first}", "person", text, self._now(), "tester")
        self.change("message added", messages=(*self.state.messages, said))
        if not any(row.chosen for row in self.models()):
            lack = "The records do not answer that. No language model is installed."
            alone = Message(f"M{first + 1}", "system", lack, self._now())
            return self.change("message added", messages=(*self.state.messages, alone))
        yield from self._write(answer)
        sentences = (
            Sentence("C1 is Italian [C1].", ("C1",)),
            Sentence("Bologna fits less.", ("E1",), ("Bologna",)),
            Sentence("It looks warm."),
        )
        message = Message(
            f"M{first + 1}", "model", answer, self._now(), "language-starter", "3f" * 32, "X1", sentences
        )
        return self.change("message added", messages=(*self.state.messages, message))

    def perceive(self, exhibit: str, seed: int = 7) -> Job[Changes]:
        yield from self._write('{"places": [{"country": "Italy"}]}')
        number = f"X{len(self.state.exchanges) + 1}"
        found = Perception(
            exhibit,
            number,
            True,
            (
                Perceived("Italy", "Tuscany", "Arezzo", 0.62, "IT", 43.4631, 11.8781),
                Perceived("Italy", "Umbria", "Perugia", 0.21, "IT", 43.1122, 12.3888),
                Perceived("Spain", "", "", 0.05, "ES"),
            ),
            "street in a town",
            "smolvlm-256m",
            "77" * 32,
        )
        return self.change(
            "perceived",
            perceptions=(*self.state.perceptions, found),
            exchanges=(*self.state.exchanges, self._exchange(number, "perceive", exhibit)),
        )

    def observe(self, exhibit: str, seed: int = 7) -> Job[Changes]:
        yield from self._write('{"clues": []}')
        number = f"X{len(self.state.exchanges) + 1}"
        found = Observations(
            exhibit,
            number,
            True,
            (
                Observed("Via Cesalpino", "a street in Italy", "confirmed", ("C1",), Box(0.1, 0.1, 0.4, 0.3)),
                Observed(
                    "cars keep left", "Britain or Ireland", "contradicted", ("C1",), None, "C1 keeps right"
                ),
                Observed("terracotta roofs", "southern Europe", "own", (), Box(0.5, 0.5, 0.9, 0.8)),
            ),
            "smolvlm-256m",
            "77" * 32,
        )
        return self.change(
            "observed",
            observations=(*self.state.observations, found),
            exchanges=(*self.state.exchanges, self._exchange(number, "clues", exhibit)),
        )

    def read_with_model(self, text: str, exhibits: Sequence[str] = (), seed: int = 7) -> Job[Changes]:
        yield from self._write('{"hints": ["in Italy"]}')
        number = f"H{len(self.state.hints) + 1}"
        reach = AreaReach("country", ("IT",))
        hint = Hint(
            number, text, "in Italy", reach, Strength.WEAK, HintState.PROPOSED, UTC, parsed_by="model"
        )
        answer = Message(f"M{self._messages()}", "system", "The model reads this as: in Italy.", self._now())
        return self.change(
            "hint added",
            hints=(*self.state.hints, hint),
            messages=(*self.state.messages, replace(answer, exchange="X9")),
        )

    def suggestions(self, exhibits: Sequence[str] = ()) -> tuple[Suggestion, ...]:
        if not any(clue.exhibit in exhibits for clue in self.state.clues):
            return ()
        clue = next(clue.id for clue in self.state.clues if clue.exhibit in exhibits)
        return (
            Suggestion("Look for a telephone number", "+39 in Italy, +33 in France."),
            Suggestion("Read the sign once more", "The last letters were hard to read.", (clue,)),
        )

    def effect(self, hint: str, exhibits: Sequence[str] = ()) -> tuple[Ranking, Ranking]:
        found = next((one for one in self.state.hints if one.id == hint), None)
        if found is None:
            raise InputError(f"There is no hint {hint} in this case.")
        others = tuple(one for one in self.state.hints if one.id != hint)
        on = (*others, replace(found, state=HintState.ON))
        return (
            ranking_of(replace(self.state, hints=others), exhibits),
            ranking_of(replace(self.state, hints=on), exhibits),
        )
