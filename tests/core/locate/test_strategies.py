"""G3, Img2Loc and GeoCLIP from the photograph to the answer: real workers' code, the starter language model,
random small image towers and aligned models."""

from __future__ import annotations

import hashlib
import json
import math
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

from tests.core.locate import tiny
from tests.core.packs.models import making
from theodolite.align import gallery, load, vectors
from theodolite.domain import StrategyAnswer
from theodolite.errors import PackError, PackMissing
from theodolite.jobs import run_to_end
from theodolite.locate.strategies import STRATEGIES, Asked, g3
from theodolite.locate.strategies.g3 import PICTURE_SIDE
from theodolite.locate.strategies.looking import Seen
from theodolite.packs import Pack
from theodolite.vision import encoder
from theodolite.vision.width import width_of
from theodolite.workers import Partial, Worker

G3, IMG2LOC, GEOCLIP = STRATEGIES["g3"], STRATEGIES["img2loc"], STRATEGIES["geoclip"]


class World(SimpleNamespace):
    """A tower, a model, an index of each layout, a photograph."""

    tower: Pack
    model: Pack
    references: tiny.References
    g3_index: str
    plain_index: str
    photograph: str


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> World:
    root = tmp_path_factory.mktemp("strategies")
    tower = tiny.tower(root, 24)
    model = tiny.model(root, tower.sha256, 24)
    these = tiny.references()
    return World(
        tower=tower,
        model=model,
        references=these,
        g3_index=str(tiny.index(root / "three", these, tower, model)),
        plain_index=str(tiny.index(root / "plain", these, tower, None)),
        photograph=str(tiny.photograph(root / "photo.png")),
    )


@pytest.fixture(scope="module")
def language() -> Iterator[Worker]:
    with Worker("language") as worker:
        yield worker


def asked(world: World, *indexes: str, **settings: str) -> Asked:
    return Asked("E1", world.photograph, indexes or (world.g3_index,), settings=settings)


def parts_of(world: World) -> tuple[np.ndarray, np.ndarray]:
    """The photograph's projection, and the rows of its three-part vector, computed apart."""
    projection = encoder.load(world.tower.path).project([tiny.picture(99)])
    return projection, vectors.embed(projection, world.model.path, "g3")[0].reshape(3, -1)


def by_similarity(world: World, layout: str) -> list[int]:
    """Rows of the references, most similar first, by plain products."""
    folder = None if layout == "plain" else world.model.path
    tower = encoder.load(world.tower.path)
    rows = vectors.embed(tower.project(world.references.images), folder, layout)
    query = vectors.embed(tower.project([tiny.picture(99)]), folder, layout)[0]
    return [int(row) for row in np.argsort(-(rows @ query))]


class Scripted:
    """A language worker whose texts are given: what a model might say, never what one said."""

    def __init__(self, texts: list[str]) -> None:
        self.texts = texts

    def run(self, call: Any) -> Any:
        from theodolite.assistant.diversify import Answers, understood

        yield from ()
        spoken = [
            understood(
                prompt,
                number,
                self.texts[number - 1],
                number,
                cut=False,
                form=call.kwargs.get("form", "json"),
            )
            for prompt in call.kwargs["prompts"]
            for number in range(1, call.kwargs["answers"] + 1)
        ]
        return Answers(tuple(spoken), "0" * 64, False, 1, 1, 1)


# --- G3 ----------------------------------------------------------------------------------------------------


@pytest.mark.packs
def test_g3_from_photograph_to_place(world: World, language: Worker, starter: Any) -> None:
    vision = tiny.Here()
    tools = tiny.tools(vision, language, world.tower, world.model, starter("language-starter"))
    assert G3.missing(tools, (world.g3_index,)) == ()
    ask = asked(world, references="1,2", answers="1")
    answer: StrategyAnswer = run_to_end(G3.run(ask, tools))
    similar = by_similarity(world, "g3")

    # every prompt and answer is kept, with its references
    assert [(one.prompt, one.number) for one in answer.spoken] == [(1, 1), (2, 1)]
    assert len({one.seed for one in answer.spoken}) == 2
    for one in answer.spoken:
        rung = (1, 2)[one.prompt - 1]
        order = [("similar", row) for row in similar[:rung]]
        order += [("dissimilar", row) for row in similar[::-1][:rung]]
        assert [(kind, *map(float, world.references.places[row])) for kind, row in order] == list(
            one.references
        )
        assert list(json.loads(one.text)) == ["latitude", "longitude"]

    # every candidate has its score, computed here again from the model's vectors
    counted = tiny.counts(answer.counts)
    valid = {(one.lat, one.lon) for one in answer.spoken if not one.invalid}
    top = tuple(map(float, world.references.places[similar[0]]))
    assert {(guess.lat, guess.lon) for guess in answer.guesses} == valid | {top}
    assert counted["candidates"] == len(answer.guesses)
    assert counted["answers"] == 2
    assert counted["invalid answers"] == sum(bool(one.invalid) for one in answer.spoken)
    _, parts = parts_of(world)
    for guess in answer.guesses:
        place = vectors.places(np.array([[guess.lat, guess.lon]]), world.model.path)[0]
        assert guess.score == pytest.approx(float(parts[2] @ place), abs=2e-6)
    assert answer.guesses[0].score == max(guess.score for guess in answer.guesses)
    assert dict(answer.settings)["photograph shown to the language model"] == "no"
    assert {pack.name for pack in answer.packs} == {world.tower.name, world.model.name, "language-starter"}
    assert answer.unknown == ""
    assert run_to_end(G3.run(ask, tools)) == answer
    assert len(vision.calls) == 4  # one look and one comparison a run: the photograph is encoded once


@pytest.mark.packs
def test_the_parts_of_g3_taken_away(world: World, starter: Any) -> None:
    said = Scripted(['{"latitude": 12.5, "longitude": -7}'])
    tools = tiny.tools(tiny.Here(), said, world.tower, world.model, starter("language-starter"))
    both = (world.g3_index, world.plain_index)

    without_d: StrategyAnswer = run_to_end(G3.run(asked(world, ablate="geo-d"), tools))
    (only,) = without_d.spoken
    assert len(only.references) == 2 * 10
    assert tiny.counts(without_d.counts)["candidates"] == 2

    few = {"references": "2", "answers": "1"}
    without_a: StrategyAnswer = run_to_end(G3.run(asked(world, *both, ablate="geo-a", **few), tools))
    plain = by_similarity(world, "plain")
    expected = [tuple(map(float, world.references.places[row])) for row in plain[:2]]
    assert [point[1:] for point in without_a.spoken[0].references[:2]] == expected
    assert dict(without_a.settings)["layout"] == "plain"
    _, parts = parts_of(world)
    for guess in without_a.guesses:  # verification is kept
        place = vectors.places(np.array([[guess.lat, guess.lon]]), world.model.path)[0]
        assert guess.score == pytest.approx(float(parts[2] @ place), abs=2e-6)
    with pytest.raises(PackMissing, match="encoder's own vectors"):
        run_to_end(G3.run(asked(world, ablate="geo-a"), tools))

    without_v: StrategyAnswer = run_to_end(G3.run(asked(world, *both, ablate="geo-v", **few), tools))
    assert {guess.score for guess in without_v.guesses} == {1 / len(without_v.guesses)}
    assert without_v.measure == g3.MEASURE_UNVERIFIED
    aligned = by_similarity(world, "g3")
    assert aligned != plain
    expected = [tuple(map(float, world.references.places[row])) for row in aligned[:2]]
    assert [point[1:] for point in without_v.spoken[0].references[:2]] == expected


@pytest.mark.packs
def test_without_a_valid_answer_the_references_stand(world: World, starter: Any) -> None:
    bad = Scripted(["", '{"latitude": 91, "longitude": 0}'])
    tools = tiny.tools(tiny.Here(), bad, world.tower, world.model, starter("language-starter"))
    few = {"references": "2", "answers": "2"}
    answer: StrategyAnswer = run_to_end(G3.run(asked(world, retrieved="3", **few), tools))
    assert len(answer.guesses) == 3
    assert all(guess.origin.startswith("reference ") for guess in answer.guesses)
    counted = tiny.counts(answer.counts)
    assert (counted["invalid answers"], counted["invalid: out of range"]) == (2, 1)
    assert all((guess.lat, guess.lon) != (0.0, 0.0) for guess in answer.guesses)

    nothing: StrategyAnswer = run_to_end(G3.run(asked(world, retrieved="0", **few), tools))
    assert nothing.guesses == ()
    assert nothing.unknown
    assert len(nothing.spoken) == 2


@pytest.mark.packs
def test_a_photograph_in_the_index_does_not_answer_for_itself(world: World, starter: Any) -> None:
    tools = tiny.tools(tiny.Here(), Scripted([""]), world.tower, world.model, starter("language-starter"))
    first = world.references.ids[by_similarity(world, "g3")[0]]
    ask = Asked("E1", world.photograph, (world.g3_index,), exclude=(first,), settings={"answers": "1"})
    answer: StrategyAnswer = run_to_end(G3.run(ask, tools))
    assert answer.guesses[0].origin != f"reference {first}"
    assert len(answer.spoken[-1].references) == 2 * 11  # all there are but the one, of 15


@pytest.mark.packs
def test_what_does_not_belong_together_is_refused(
    world: World, starter: Any, tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    speaker = starter("language-starter")
    other = tiny.tower(tmp_path, 20)
    tools = tiny.tools(None, None, other, world.model, speaker)
    (lack,) = G3.missing(tools, (world.g3_index,))
    assert "takes 24 numbers a photograph" in lack
    assert "tower-20 (20)" in lack
    fitting = tiny.model(tmp_path, other.sha256, 20, seed=2)
    (lack,) = G3.missing(tiny.tools(None, None, other, fitting, speaker), (world.g3_index,))
    assert "made with another image encoder (tower-24)" in lack
    stranger = tiny.model(tmp_path, world.tower.sha256, 24, seed=3)
    two = tiny.tools(None, None, world.tower, stranger, speaker)
    (lack,) = G3.missing(two, (world.g3_index,))
    assert "only indexes of an aligned model's" in lack
    assert G3.missing(two, (world.g3_index, world.plain_index)) == ()


@pytest.mark.packs
def test_a_model_that_sees_is_shown_the_photograph(
    world: World, language: Worker, starter: Any, tmp_path: Path
) -> None:
    """A language model with a projector, both random, goes before one that reads only."""
    eyes = tmp_path / "eyes"
    eyes.mkdir()
    making.model(eyes / "tiny.gguf")
    making.projector(eyes / "mmproj-tiny.gguf")
    seeing = tiny.installed(tmp_path, eyes, "vision-language-model", "eyes")
    blind = starter("language-starter")
    here = tiny.Here()
    tools = tiny.tools(here, language, world.tower, world.model, blind, seeing)
    answer: StrategyAnswer = run_to_end(G3.run(asked(world, references="1,2", answers="1"), tools))
    assert dict(answer.settings)["photograph shown to the language model"] == "yes"
    assert [use.name for use in answer.packs][-1] == "eyes"
    assert all("Study the photograph" in one.asked for one in answer.spoken)
    (call,) = [call for call in here.calls if call.function.endswith("looking:see")]
    seen: Seen = run_to_end(here.run(call))
    assert seen.picture is not None
    assert seen.picture.sha256 == hashlib.sha256(Path(world.photograph).read_bytes()).hexdigest()
    assert max(seen.picture.width, seen.picture.height) <= PICTURE_SIDE
    told = asked(world, references="1,2", answers="1", language=blind.name)
    unseen: StrategyAnswer = run_to_end(G3.run(told, tools))
    assert dict(unseen.settings)["photograph shown to the language model"] == "no"


# --- Img2Loc -----------------------------------------------------------------------------------------------


def img2loc_of(world: World, language: Any, speaker: Pack) -> StrategyAnswer:
    tools = tiny.tools(tiny.Here(), language, world.tower, speaker)
    assert IMG2LOC.missing(tools, (world.plain_index,)) == ()
    answer: StrategyAnswer = run_to_end(IMG2LOC.run(asked(world, world.plain_index), tools))
    (said,) = answer.spoken
    similar = by_similarity(world, "plain")
    listed = [tuple(map(float, world.references.places[row])) for row in (*similar, *similar[::-1])]
    assert [point[1:] for point in said.references] == listed  # 12 references: all of them, both ways
    if said.invalid:
        assert answer.guesses == ()
        assert said.invalid in answer.unknown
    else:
        assert [(guess.lat, guess.lon) for guess in answer.guesses] == [(said.lat, said.lon)]
    return answer


@pytest.mark.packs
@pytest.mark.full
def test_img2loc_asks_once_in_free_text(world: World, language: Worker, starter: Any) -> None:
    answer = img2loc_of(world, language, starter("language-starter"))
    assert answer.spoken[0].text
    assert dict(answer.settings)["photograph shown to the language model"] == "no"


@pytest.mark.packs
@pytest.mark.parametrize(
    ("text", "point"),
    [
        ("The look of it says 33.45° S, 70.66° W.", (-33.45, -70.66)),
        ("Somewhere warm.", None),
        ("Beyond the pole: 95.0 N, 10.0 E", None),
    ],
)
def test_img2loc_reads_the_answer(
    world: World, starter: Any, text: str, point: tuple[float, float] | None
) -> None:
    answer = img2loc_of(world, Scripted([text]), starter("language-starter"))
    assert answer.spoken[0].text == text
    assert [(guess.lat, guess.lon) for guess in answer.guesses] == ([point] if point else [])


@pytest.mark.packs
def test_img2loc_needs_an_index_of_the_encoder_alone(world: World, starter: Any) -> None:
    tools = tiny.tools(None, None, world.tower, starter("language-starter"))
    (lack,) = IMG2LOC.missing(tools, (world.g3_index,))
    assert "encoder's own vectors" in lack


# --- GeoCLIP -----------------------------------------------------------------------------------------------


@pytest.mark.packs
def test_geoclip_refuses_an_encoder_that_is_not_its_own(world: World, starter: Any, tmp_path: Path) -> None:
    starters = starter("vision-starter"), starter("gallery")
    tools = tiny.tools(tiny.Here(), None, *starters)
    (lack,) = GEOCLIP.missing(tools, ())
    assert "takes 768 numbers a photograph" in lack
    assert "vision-starter (512)" in lack
    assert "theodolite packs fetch clip-vit-l14" in lack
    with pytest.raises(PackMissing, match="takes 768 numbers"):
        run_to_end(GEOCLIP.run(asked(world), tools))
    with pytest.raises(PackError, match="768 numbers, and this encoder gives 512"):  # and the worker, too
        run_to_end(
            tiny.Here().run(
                tiny.Call(
                    "theodolite.align.tasks:gallery_scores",
                    {
                        "path": world.photograph,
                        "encoder_pack": str(starters[0].path),
                        "model_folder": str(starters[1].path),
                        "coordinates": str(starters[1].file("coordinates.npy")),
                        "top": 5,
                    },
                )
            )
        )


@pytest.mark.packs
def test_geoclip_with_a_tower_of_its_width(
    world: World, starter: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The published heads on a random 768-d tower, and a gallery of 400 of the 100,000 places."""
    published = starter("gallery")
    monkeypatch.setenv("THEODOLITE_HOME", str(tmp_path / "home"))
    tower = tiny.tower(tmp_path, 768)
    places = np.load(published.file("coordinates.npy"))[::250]
    part = tmp_path / "part"
    part.mkdir()
    np.save(part / "coordinates.npy", places)
    for name in ("location_encoder.safetensors", "image_head.safetensors"):
        (part / name).symlink_to(published.file(name))
    small = tiny.installed(tmp_path, part, "image-encoder", "small")
    small = Pack(**{name: getattr(small, name) for name in small.__slots__} | {"kind": "gallery"})
    tools = tiny.tools(tiny.Here(), None, tower, small)
    assert GEOCLIP.missing(tools, ()) == ()
    answer: StrategyAnswer = run_to_end(GEOCLIP.run(asked(world, answers="9"), tools))
    assert len(answer.guesses) == 9

    projection = encoder.load(tower.path).project([tiny.picture(99)])
    image = vectors.image_gps(projection, small.path)[0].astype(np.float64)
    logits = math.exp(load.read_config(small.path).log_scale_gps) * (
        gallery.gallery_vectors(small.path, small.file("coordinates.npy")).astype(np.float64) @ image
    )
    shares = np.exp(logits - logits.max()) / np.exp(logits - logits.max()).sum()
    best = np.argsort(-shares)[:9]
    assert [guess.score for guess in answer.guesses] == pytest.approx(shares[best].tolist(), abs=1e-6)
    assert {(guess.lat, guess.lon) for guess in answer.guesses} == {tuple(places[row]) for row in best}


def test_the_width_of_an_encoder_is_read_from_its_files(world: World, tmp_path: Path) -> None:
    assert width_of(world.tower) == 24
    empty = Pack("x", "1", "image-encoder", "", tmp_path, "0" * 64, ())
    assert width_of(empty) is None


@pytest.mark.packs
def test_the_width_of_an_onnx_encoder(starter: Any) -> None:
    assert width_of(starter("vision-starter")) == 512


@pytest.mark.packs
def test_cancelling_g3_leaves_both_workers_usable(world: World, language: Worker, starter: Any) -> None:
    tools = tiny.tools(tiny.Here(), language, world.tower, world.model, starter("language-starter"))
    small = asked(world, references="1", answers="1")
    expected: StrategyAnswer = run_to_end(G3.run(small, tools))
    job = G3.run(asked(world, prompts="3", answers="30"), tools)
    while not isinstance(next(job), Partial):
        pass
    job.close()
    assert run_to_end(G3.run(small, tools)) == expected
