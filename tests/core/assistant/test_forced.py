"""Answers under every schema in use: JSON of the schema in all sampled requests, hot ones included."""

from __future__ import annotations

import json
import random
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest

from tests.core.assistant.test_grammar import valid
from tests.core.packs.models import making
from theodolite.assistant import formed, hint_model, observe, perceive, reading
from theodolite.assistant.grammar import POINT, Schema, grammar
from theodolite.assistant.prompts_g3 import diversified
from theodolite.assistant.request import ModelFiles, Ours, Request, Turn
from theodolite.assistant.runtime import Continuations
from theodolite.domain import Observations, Perception
from theodolite.jobs import run_to_end
from theodolite.workers import Call, Worker

pytestmark = pytest.mark.packs

SCHEMAS: dict[str, Schema] = {
    "point": POINT,
    "hint": hint_model.SCHEMA,
    "perceive": perceive.SCHEMA,
    "clues": observe.SCHEMA,
}
#: How often each is asked: what takes long less often.
SHARES = ("point",) * 5 + ("hint",) * 2 + ("perceive",) * 2 + ("clues",)
NOTES = (
    *(
        "“FARMACIA COMUNALE” reads as Italian",
        "GPS claimed: 43.46, 11.88",
        "“Москва, ул. Ленина” in Cyrillic",
    ),
    *("“东京都” in Han characters", "phone number “+39 0575 123456”", 'a sign that reads "}]} \\" {"'),
)
SAID = ("somewhere warm, near Arezzo", "Das war in den Alpen", "どこか海の近く", "left traffic, I think")


@pytest.fixture(scope="module")
def worker() -> Iterator[Worker]:
    with Worker("language") as started:
        yield started


@pytest.fixture(scope="module")
def small() -> Iterator[Worker]:
    """Another one, for the tiny model."""
    with Worker("language") as started:
        yield started


@pytest.fixture(scope="module")
def files(starter: Any) -> ModelFiles:
    return ModelFiles(str(starter("language-starter").one(".gguf")))


@pytest.fixture(scope="module")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> ModelFiles:
    """A random model of 0.3 MB whose tokens are bytes: it draws what no trained one would."""
    return ModelFiles(str(making.model(tmp_path_factory.mktemp("tiny") / "tiny.gguf")))


def asked(name: str, draw: random.Random) -> tuple[Turn, ...]:
    notes = draw.sample(NOTES, draw.randint(0, 3))
    match name:
        case "perceive":
            return perceive.turns(None, notes, sees=False)
        case "clues":
            return observe.turns(None, notes, sees=False)
        case "hint":
            return hint_model.turns(draw.choice(SAID))
        case _:
            points = [(draw.uniform(-90, 90), draw.uniform(-180, 180)) for _ in range(2)]
            prompt = diversified(points, points[::-1], (draw.randint(0, 2),), sees=False)[0]
            return (Turn("user", (Ours(prompt.asked),)),)


def answers(
    worker: Worker, files: ModelFiles, name: str, draw: random.Random, count: int = 1
) -> Continuations:
    request = Request(
        files,
        asked(name, draw),
        temperature=draw.choice((0.0, 0.2, 0.7, 1.0, 1.2, 1.5)),
        schema=SCHEMAS[name],
        context=8192,
    )
    call = {"request": request, "seeds": [draw.randrange(2**31) for _ in range(count)]}
    found: Continuations = run_to_end(
        worker.run(Call("theodolite.assistant.runtime:continuations", call, silence_s=120))
    )
    return found


def check(name: str, text: str, finish: str, tokens: int) -> Counter[str]:
    """What was dropped of one answer; an AssertionError where it is not of its schema."""
    assert finish == "stop", text
    assert tokens < grammar(SCHEMAS[name]).budget
    assert len(text.encode()) <= grammar(SCHEMAS[name]).longest
    assert valid(SCHEMAS[name], text), text
    assert formed.read(SCHEMAS[name], text) == json.loads(text)
    found = said(name, text)
    if isinstance(found, Perception):
        assert all(0 <= place.stated <= 1 for place in found.places)
    if isinstance(found, Observations):
        boxes = [box for clue in found.clues if (box := clue.box)]
        assert all(0 <= b.left < b.right <= 1 and 0 <= b.top < b.bottom <= 1 for b in boxes)
        assert {clue.standing for clue in found.clues} <= {"own"}  # there are no records to agree with
    return Counter(dict(getattr(found, "dropped", ())))


def said(name: str, text: str) -> Perception | Observations | None:
    more = {"exhibit": "E1", "exchange": "T1", "sees": False, "pack": "p", "pack_sha256": ""}
    if name == "perceive":
        return perceive.read(text, None, None, **more)  # type: ignore[arg-type]
    if name == "clues":
        return observe.read(text, (), **more)  # type: ignore[arg-type]
    if name == "point":
        read = reading.json_point(text)
        assert isinstance(read, tuple) or read == "out of range"
    return None


def sampled(worker: Worker, files: ModelFiles, requests: int, draw: random.Random) -> Counter[str]:
    """So many requests: how many of each schema, and what was dropped of their answers by reason."""
    counted: Counter[str] = Counter()
    for _ in range(requests):
        name = draw.choice(SHARES)
        for one in answers(worker, files, name, draw).texts:
            counted[name] += 1
            counted += check(name, one.text, one.finish, one.tokens)
    return counted


def test_answers_of_the_starter(worker: Worker, files: ModelFiles, seed: int) -> None:
    draw = random.Random(seed)
    for name in ("point", "hint", draw.choice(("perceive", "clues"))):
        for one in answers(worker, files, name, draw).texts:
            check(name, one.text, one.finish, one.tokens)


def test_a_model_that_draws_any_byte(small: Worker, tiny: ModelFiles, seed: int) -> None:
    draw = random.Random(seed)
    for name in SCHEMAS:
        for one in answers(small, tiny, name, draw, 3).texts:
            check(name, one.text, one.finish, one.tokens)


@pytest.mark.full
@pytest.mark.parametrize("part", range(5))
def test_all_sampled_requests(worker: Worker, files: ModelFiles, part: int, repeat: int, seed: int) -> None:
    """Five parts of 100 requests each (a tenth of that on CI)."""
    found = sampled(worker, files, repeat, random.Random(f"{seed} {part}"))
    print(f"\npart {part + 1}: {repeat} of {repeat} answers are JSON of their schemas; {dict(found)}")
