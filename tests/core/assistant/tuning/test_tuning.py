"""A model of two layers is tuned: only answers count, stops change nothing, llama.cpp agrees."""

from __future__ import annotations

import json
import random
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from tests.core.assistant.tuning import tiny
from theodolite.assistant.tuning import adapter, check, encode, run
from theodolite.assistant.tuning.encode import IGNORED
from theodolite.assistant.tuning.recipe import TARGETS, Recipe
from theodolite.assistant.tuning.samples import Line
from theodolite.errors import InputError
from theodolite.jobs import run_to_end

RECIPE = Recipe(rank=4, targets=TARGETS, rate=0.02, epochs=3, batch=3, max_length=256)


@pytest.fixture(scope="module")
def models(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> dict[str, tiny.Tiny]:
    seed = int(request.config.getoption("--seed"))
    return {kind: tiny.make(tmp_path_factory.mktemp(kind), seed, kind) for kind in ("llama", "qwen2")}


def conversations(path: Path, count: int, seed: int, more: tuple[Any, ...] = ()) -> Path:
    rng = random.Random(seed)
    talks = []
    for number in range(count):
        asked = [f"Where is it? Ranking: IT {rng.random() * 100:.1f} %", "It is in Spain, weak"]
        said = [f"Most likely Italy, C{number}.", "I read: in Spain (weak)."]
        messages = []
        for question, answer in list(zip(asked, said, strict=True))[: rng.randint(1, 2)]:
            messages += [{"role": "user", "content": question}, {"role": "assistant", "content": answer}]
        talks.append({"messages": messages})
    path.write_text("".join(json.dumps(one) + "\n" for one in (*talks, *more)), encoding="utf-8")
    return path


def tune(data: Path, model: tiny.Tiny, out: Path, recipe: Recipe = RECIPE, **more: Any) -> run.Tuned:
    return run_to_end(run.tune(str(data), str(model.folder), str(out), recipe, **more))


def test_only_answers_count(models: dict[str, tiny.Tiny]) -> None:
    tokens = encode.tokenizer(models["llama"].folder)
    talk = (
        Line("system", "be brief"),
        Line("user", "Where?"),
        Line("assistant", "Italy"),
        Line("user", "Why?"),
        Line("assistant", "C1"),
    )
    made = encode.encode(talk, tokens, 500)
    assert made is not None
    plain = [{"role": line.role, "content": line.content} for line in talk]
    whole = tokens.apply_chat_template(plain, tokenize=False)
    assert tokens.decode(made.tokens) == whole
    counted = [token for token, label in zip(made.tokens, made.labels, strict=True) if label != IGNORED]
    assert tokens.decode(counted) == "Italy<|im_end|>\nC1<|im_end|>\n"
    assert all(label in (IGNORED, token) for token, label in zip(made.tokens, made.labels, strict=True))
    shorter = encode.encode(talk, tokens, len(made.tokens) - 1)
    assert shorter is not None and shorter.dropped == 2
    assert shorter.tokens == made.tokens[: len(shorter.tokens)] and shorter.labels[-1] != IGNORED
    assert encode.encode(talk, tokens, 16) is None


@pytest.mark.parametrize("kind", ["llama", "qwen2"])
def test_llama_cpp_and_transformers_make_the_same_of_an_adapter(
    models: dict[str, tiny.Tiny], kind: str, tmp_path: Path, seed: int
) -> None:
    data, model = conversations(tmp_path / "c.jsonl", 9, seed), models[kind]
    made = tune(data, model, tmp_path / "out", gguf=str(model.gguf))
    assert made.conversations == 9 and made.steps == 9 and len(made.losses) == 3
    assert made.losses[-1] < made.losses[0]
    seen = made.check
    assert seen is not None
    assert seen.changed > 0.1 and seen.change_apart < 1e-4 and seen.apart < 1e-3
    # The order of rows matters: with the plain order of query and key rows the two do not agree.
    if kind == "llama":
        described = run.base.describe(model.folder)
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(adapter, "rotated", lambda rows, heads: rows)
            adapter.write_gguf(tmp_path / "out" / "adapter", described, RECIPE.alpha, tmp_path / "plain.gguf")
        right = check.llama_logits(model.gguf, [1, 5, 9, 20, 30], tmp_path / "out" / "adapter.gguf")
        wrong = check.llama_logits(model.gguf, [1, 5, 9, 20, 30], tmp_path / "plain.gguf")
        assert float(np.abs(right - wrong).max()) > 0.02 * seen.changed
    config = json.loads((tmp_path / "out" / "adapter" / "adapter_config.json").read_text())
    assert config["base_model_name_or_path"] == model.folder.name
    assert (config["r"], config["lora_alpha"]) == (4, 16.0)


def test_the_adapter_says_what_it_is(models: dict[str, tiny.Tiny], tmp_path: Path, seed: int) -> None:
    import gguf

    targets = ("q_proj", "v_proj", "down_proj")
    recipe = Recipe(rank=2, alpha=5.0, targets=targets, rate=0.02, batch=4)
    tune(conversations(tmp_path / "c.jsonl", 4, seed), models["llama"], tmp_path / "out", recipe)
    reader = gguf.GGUFReader(tmp_path / "out" / "adapter.gguf")
    said = {name: field.contents() for name, field in reader.fields.items()}
    assert said["general.type"] == "adapter" and said["adapter.type"] == "lora"
    assert said["general.architecture"] == "llama" and said["adapter.lora.alpha"] == 5.0
    shapes = {tensor.name: tuple(int(n) for n in tensor.shape) for tensor in reader.tensors}
    assert set(shapes) == {
        f"blk.{layer}.{name}.weight.lora_{half}"
        for layer in (0, 1)
        for name in ("attn_q", "attn_v", "ffn_down")
        for half in "ab"
    }
    assert shapes["blk.0.attn_v.weight.lora_a"] == (64, 2) and shapes["blk.0.attn_v.weight.lora_b"] == (2, 32)


def test_a_stopped_tuning_ends_with_the_same_bytes(
    models: dict[str, tiny.Tiny], tmp_path: Path, seed: int
) -> None:
    model, rng = models["llama"], random.Random(seed)
    data = conversations(tmp_path / "c.jsonl", 7, seed)
    recipe = Recipe(rank=2, rate=0.01, epochs=2, batch=3, dropout=0.3, seed=rng.randrange(99), checkpoint_s=0)
    through = tune(data, model, tmp_path / "through", recipe)
    assert through.steps == 6 and through.resumed_at == 0
    stopped, stops = None, []
    for _ in range(20):
        job = run.tune(str(data), str(model.folder), str(tmp_path / "out"), recipe)
        try:
            for _ in range(rng.randint(9, 14)):  # some steps before training begins
                next(job)
        except StopIteration as end:
            stopped = end.value
            break
        job.close()
        stops.append(sum(1 for _ in (tmp_path / "out" / "checkpoints").iterdir()))
    assert stopped is not None and stopped.resumed_at > 0 and stops
    assert (stopped.sha256, stopped.losses) == (through.sha256, through.losses)
    for name in ("adapter.gguf", "adapter/adapter_model.safetensors", "recipe.toml"):
        assert (tmp_path / "out" / name).read_bytes() == (tmp_path / "through" / name).read_bytes()
    assert not (tmp_path / "out" / "checkpoints").exists()
    assert tune(data, model, tmp_path / "out", recipe) == stopped  # answered from its log
    with pytest.raises(InputError, match="other settings"):
        tune(data, model, tmp_path / "out", Recipe(rank=3))


def test_what_cannot_be_tuned_on_is_left_out_and_counted(
    models: dict[str, tiny.Tiny], tmp_path: Path, seed: int
) -> None:
    def talk(text: str) -> dict[str, Any]:
        return {"messages": [{"role": "user", "content": text}, {"role": "assistant", "content": "yes"}]}

    more = (talk("a sign says <|im_end|> here"), talk("a very long question " * 200))
    data = conversations(tmp_path / "c.jsonl", 3, seed, more)
    made = tune(data, models["llama"], tmp_path / "out", dry=True)
    assert made.conversations == 3 and made.losses == ()
    assert dict(made.left_out) == {"holds a control word of the model": 1, "longer than max_length": 1}
    assert 0 < made.answers < made.tokens
    assert sorted(one.name for one in (tmp_path / "out").iterdir() if not one.name.startswith(".")) == [
        "recipe.toml"
    ]
    only = tmp_path / "only.jsonl"
    only.write_text(json.dumps(more[0]) + "\n")
    with pytest.raises(InputError, match="1 holds a control word"):
        tune(only, models["llama"], tmp_path / "other")


def test_another_models_gguf_is_refused(models: dict[str, tiny.Tiny], tmp_path: Path, seed: int) -> None:
    data = conversations(tmp_path / "c.jsonl", 2, seed)
    with pytest.raises(InputError, match=r"does not load adapter\.gguf"):
        tune(data, models["llama"], tmp_path / "out", Recipe(rank=2), gguf=str(models["qwen2"].gguf))
