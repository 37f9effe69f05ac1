"""The vision path is real: photographs go through llama.cpp's own multimodal part, once each.

The projector is random, so what the models say about a picture means nothing; that it reaches them, that it
is encoded once and that the same picture gives the same bits does not depend on its weights.
"""

from __future__ import annotations

import hashlib
import random
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from tests.core.assistant.runtime.conftest import picture
from tests.core.packs.models import making
from theodolite.assistant.diversify import Answers
from theodolite.assistant.prompts_g3 import diversified
from theodolite.assistant.request import ModelFiles, Ours, Part, Picture, Quoted, Reply, Request, Turn
from theodolite.errors import InputError, NotFound, PackHashMismatch, TheodoliteError
from theodolite.jobs import Job, run_to_end
from theodolite.workers import Call, Worker

PROBE = "tests.core.assistant.runtime.probing:"


def showing(files: ModelFiles, *parts: Part, **more: Any) -> Request:
    turns = (Turn("system", (Ours("Be brief."),)), Turn("user", parts))
    return Request(files, turns, **({"max_tokens": 8, "context": 1024} | more))


def spoken(worker: Worker, request: Request) -> Reply:
    job: Job[Reply] = worker.run(
        Call("theodolite.assistant.runtime:speak", {"request": request}, silence_s=300)
    )
    return run_to_end(job)


def logits(worker: Worker, request: Request) -> np.ndarray:
    found: np.ndarray = run_to_end(worker.run(Call(PROBE + "logits", {"request": request}, silence_s=300)))
    return found


def encodes(worker: Worker, request: Request) -> int:
    """Images run through the projector since it was loaded, after the model of ``request`` was."""
    found: int = run_to_end(worker.run(Call(PROBE + "encodes", {"request": request})))
    return found


@pytest.mark.packs
def test_the_starter_sees_through_a_projector(worker: Worker, seeing: ModelFiles, seed: int) -> None:
    """A template that takes text only, and pictures in it all the same."""
    one, two = picture(seed), picture(seed + 1, 56, 90)
    ask = Ours("What does this show?")
    known = encodes(worker, showing(seeing, ask))
    first = spoken(worker, showing(seeing, one, ask))
    assert (first.sees, first.encoded) == (True, 1)
    assert len(first.projector_sha256) == 64
    assert [batch.count for batch in first.plan if batch.kind == "image"] == [16]  # (56 / 14) squared
    assert first.prompt_tokens == sum(batch.count for batch in first.plan)

    again = spoken(worker, showing(seeing, one, ask, fresh=True))
    assert (again.text, again.plan, again.encoded, again.kept) == (first.text, first.plan, 0, 0)
    other = spoken(worker, showing(seeing, two, ask))
    assert other.encoded == 1
    assert [a == b for a, b in zip(first.plan, other.plan, strict=True)].count(False) == 1
    assert encodes(worker, showing(seeing, ask)) == known + 2

    seen = [logits(worker, showing(seeing, shown, ask)) for shown in (one, two, one)]
    assert np.array_equal(seen[0], seen[2])
    assert np.abs(seen[0] - seen[1]).max() > 1e-3
    assert np.abs(seen[0] - logits(worker, showing(seeing, ask))).max() > 1e-3
    both = logits(worker, showing(seeing, one, two, ask))
    turned = logits(worker, showing(seeing, two, one, ask))
    assert np.abs(both - turned).max() > 1e-3
    assert encodes(worker, showing(seeing, ask)) == known + 2


def ten_turns(worker: Worker, files: ModelFiles, notes: int, seed: int) -> str:
    """Ten turns on one picture; what a follow-up evaluates again of the prompt before, at most."""
    shown = picture(seed + 2)
    text = " ".join(f"Note {n}: sign {random.Random(seed + n).randrange(1000)}." for n in range(notes))
    turns = [Turn("user", (shown, Quoted(text), Ours("\nWhat does it show?")))]
    request = Request(files, tuple(turns), max_tokens=12, context=4096)
    known = encodes(worker, request)
    reply = spoken(worker, request)
    assert reply.prompt_tokens >= 1500
    assert (reply.kept, reply.encoded) == (0, 1)
    before, most = reply, 0.0
    for number in range(1, 10):
        turns += [
            Turn("assistant", (Quoted(reply.text),)),
            Turn("user", (Ours(f"Question {number}: and what else?"),)),
        ]
        reply = spoken(worker, replace(request, turns=tuple(turns)))
        assert (reply.encoded, reply.sees) == (0, True)
        most = max(most, (before.prompt_tokens - reply.kept) / before.prompt_tokens)
        before = reply
    assert most <= 0.1
    assert encodes(worker, request) == known + 1
    fresh = logits(worker, replace(request, turns=tuple(turns), fresh=True))
    assert np.array_equal(fresh, logits(worker, replace(request, turns=tuple(turns))))
    return f"{before.prompt_tokens} tokens after ten turns, one encode, {most:.1%} evaluated again at most"


def test_ten_turns_on_one_picture_encode_it_once(small: Worker, tiny: ModelFiles, seed: int) -> None:
    """And a follow-up to at least 1,500 tokens evaluates at most a tenth of them again."""
    ten_turns(small, tiny, 90, seed)


@pytest.mark.packs
@pytest.mark.full
def test_ten_turns_with_the_starter_encode_the_picture_once(
    worker: Worker, seeing: ModelFiles, seed: int
) -> None:
    print("\n" + ten_turns(worker, seeing, 170, seed))


def test_a_picture_is_a_batch_of_its_own_and_repeats(small: Worker, tiny: ModelFiles, seed: int) -> None:
    draw = random.Random(seed)
    shown = [picture(draw.randrange(2**40), draw.randrange(1, 200), draw.randrange(1, 200)) for _ in range(3)]
    parts: list[Part] = []
    for one in shown:
        parts += [Ours("Look. " * draw.randrange(80)), one]
    request = showing(tiny, *parts, Ours("Where?"), context=2048)
    first = spoken(small, request)
    assert first.encoded == 3
    assert [batch.kind for batch in first.plan].count("image") == 3
    repeated = spoken(small, replace(request, plan=first.plan, fresh=True))
    assert (repeated.text, repeated.plan, repeated.encoded) == (first.text, first.plan, 0)
    with pytest.raises(InputError, match="cannot be repeated"):
        spoken(
            small, replace(request, turns=(Turn("user", (*parts[::-1], Ours("Where?"))),), plan=first.plan)
        )


@pytest.mark.parametrize(
    ("family", "tokens", "positions"), [("llava", 16, 16), ("qwen", 21, 7), ("gemma", 4, 4)]
)
def test_families_look_in_their_own_ways(
    small: Worker,
    families_of: dict[str, ModelFiles],
    family: str,
    tokens: int,
    positions: int,
    seed: int,
) -> None:
    """Squares; the picture's own proportions, with positions in three dimensions; tokens that see those after
    them. For each the picture decides the logits, and so does what stands before it."""
    files, ask = families_of[family], Ours("Where?")
    one, two = picture(seed % 2**40 + 11, 200, 90), picture(seed % 2**40 + 12, 200, 90)
    found = spoken(small, showing(files, Ours("Look. "), one, ask))
    at = next(number for number, batch in enumerate(found.plan) if batch.kind == "image")
    assert found.plan[at].count == tokens
    assert found.plan[at + 1].start - found.plan[at].start == positions
    seen = [
        logits(small, showing(files, *parts, ask))
        for parts in ((Ours("Look. "), one), (Ours("Look. "), two), (Ours("Do not look. "), one))
    ]
    again = logits(small, showing(files, Ours("Look. "), one, ask, fresh=True))
    assert np.array_equal(seen[0], again)
    assert np.abs(seen[0] - seen[1]).max() > 1e-4
    assert np.abs(seen[0] - seen[2]).max() > 1e-4


def test_vectors_of_pictures_are_bounded_but_for_those_in_use(
    small: Worker, tiny: ModelFiles, seed: int
) -> None:
    shown = [picture(seed % 2**40 + 100 + number) for number in range(3)]
    request = showing(tiny, *shown, Ours("Where?"))
    first = spoken(small, request)
    call = Call(PROBE + "with_few_vectors", {"request": replace(request, fresh=True)})
    few: Reply = run_to_end(small.run(call))
    assert (few.text, few.encoded) == (first.text, 0)  # all three are in use
    one: Reply = run_to_end(
        small.run(Call(PROBE + "with_few_vectors", {"request": showing(tiny, shown[2], Ours("Where?"))}))
    )
    assert one.encoded == 0
    assert spoken(small, request).encoded == 2  # the others were forgotten


def test_a_model_without_a_projector_refuses_pictures(small: Worker, tiny: ModelFiles) -> None:
    blind = replace(tiny, projector="")
    with pytest.raises(InputError, match=r"tiny\.gguf reads text only: it cannot see the photograph"):
        spoken(small, showing(blind, picture(1), Ours("Where?")))
    assert not spoken(small, showing(blind, Ours("Where?"))).sees


def test_what_is_no_projector_is_said(small: Worker, tiny: ModelFiles, tmp_path: Path) -> None:
    data = Path(tiny.projector).read_bytes()
    cut, wide = tmp_path / "mmproj-cut.gguf", making.projector(tmp_path / "mmproj-wide.gguf", width=96)
    cut.write_bytes(data[: len(data) // 2])
    for path, error, text in (
        (cut, TheodoliteError, r"mmproj-cut\.gguf cannot be loaded"),
        (wide, TheodoliteError, r"mmproj-wide\.gguf cannot be loaded"),
        (tmp_path / "mmproj-none.gguf", NotFound, r"no model file mmproj-none\.gguf"),
    ):
        with pytest.raises(error, match=text):
            spoken(small, showing(replace(tiny, projector=str(path)), picture(1), Ours("Where?")))
    with pytest.raises(PackHashMismatch, match="projector"):
        spoken(small, showing(replace(tiny, projector_sha256="0" * 64), picture(1), Ours("Where?")))
    lying = Picture("0" * 64, 100, 100, b"\0" * 100)
    with pytest.raises(InputError, match="packed RGB"):
        spoken(small, showing(tiny, lying, Ours("Where?")))
    assert spoken(small, showing(tiny, picture(1), Ours("Where?"))).encoded == 1


def test_a_projector_that_was_replaced_is_read_anew(small: Worker, tiny: ModelFiles, tmp_path: Path) -> None:
    """At the same path: other bits, another hash, another sight."""
    eye = tmp_path / "mmproj.gguf"
    eye.write_bytes(Path(tiny.projector).read_bytes())
    request = showing(replace(tiny, projector=str(eye)), picture(1), Ours("Where?"))
    before, seen = spoken(small, request), logits(small, request)
    assert spoken(small, request).load_s == 0.0

    data = bytearray(eye.read_bytes())
    data[-4096:] = np.full(1024, 0.125, "<f4").tobytes()  # of the last weights
    beside = tmp_path / "beside"
    beside.write_bytes(data)
    beside.replace(eye)
    after = spoken(small, request)
    assert (before.projector_sha256, after.projector_sha256) == (
        hashlib.sha256(Path(tiny.projector).read_bytes()).hexdigest(),
        hashlib.sha256(data).hexdigest(),
    )
    assert (after.encoded, after.kept) == (1, 0)
    assert np.abs(logits(small, request) - seen).max() > 1e-4
    eye.unlink()
    with pytest.raises(NotFound):
        spoken(small, request)
    assert spoken(small, replace(request, turns=(Turn("user", (Ours("Where?"),)),))).sees is False


def test_diversification_shows_the_picture_in_every_prompt_and_encodes_it_once(
    small: Worker, tiny: ModelFiles, seed: int
) -> None:
    near, far = [(43.46, 11.88), (43.77, 11.25)], [(-33.9, 151.2), (40.7, -74.0)]
    shown = picture(seed % 2**32 + 7)
    given = {
        "model_path": tiny.model,
        "projector": tiny.projector,
        "prompts": diversified(near, far, (0, 1, 2), sees=True),
        "answers": 2,
        "seed": seed,
        "context": 2048,
    }

    def asked(one: Picture | None) -> Answers:
        call = Call("theodolite.assistant.diversify:ask", {**given, "picture": one}, silence_s=300)
        found: Answers = run_to_end(small.run(call))
        return found

    request = showing(tiny, Ours("Where?"), context=2048)
    known = encodes(small, request)
    answers, blind = asked(shown), asked(None)
    assert encodes(small, request) == known + 1
    assert (answers.sees, blind.sees) == (True, False)
    assert answers.prompt_tokens == blind.prompt_tokens + 3 * 16
    assert [one.text for one in answers.spoken] != [one.text for one in blind.spoken]
    assert [one.text for one in asked(shown).spoken] == [one.text for one in answers.spoken]
    assert answers.read < answers.prompt_tokens - 3
