"""Recipes and conversations: read strictly, written back the same."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from theodolite.assistant.tuning import base, recipe, samples
from theodolite.assistant.tuning.recipe import TARGETS, Recipe
from theodolite.errors import InputError, NotFound

RECIPES = st.builds(
    Recipe,
    rank=st.integers(1, 512),
    alpha=st.floats(0.01, 1e4),
    targets=st.lists(st.sampled_from(TARGETS), min_size=1, unique=True).map(tuple),
    dropout=st.floats(0, 0.99),
    rate=st.floats(1e-12, 0.9),
    weight_decay=st.floats(0, 0.9),
    epochs=st.integers(1, 99),
    batch=st.integers(1, 99),
    max_length=st.integers(16, 10**6),
    seed=st.integers(0, 2**40),
    checkpoint_s=st.floats(0, 1e6),
)


@given(RECIPES)
def test_a_recipe_comes_back_from_its_file(tmp_path: Path, made: Recipe) -> None:
    path = tmp_path / "recipe.toml"
    path.write_text(recipe.toml(made))
    assert recipe.read(path) == made


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("rang = 3", "names rang"),
        ("rank = 'three'", "should be like 8"),
        ("rank = true", "should be like 8"),
        ("rank = 0", "rank from 1"),
        ("targets = ['embed_tokens']", "targets are some of"),
        ("targets = ['q_proj', 'q_proj']", "each once"),
        ("rate = 2.0", "rate lies between"),
        ("max_length = 3", "16 tokens"),
        ("rank = ", "no recipe that can be read"),
    ],
)
def test_a_wrong_recipe_is_refused_by_name(tmp_path: Path, text: str, why: str) -> None:
    path = tmp_path / "r.toml"
    path.write_text(text)
    with pytest.raises(InputError, match=why):
        recipe.read(path)


def test_no_recipe(tmp_path: Path) -> None:
    with pytest.raises(NotFound):
        recipe.read(tmp_path / "r.toml")


def lines(path: Path, *records: Any) -> Path:
    path.write_text("".join(json.dumps(one) + "\n" for one in records), encoding="utf-8")
    return path


def talk(*roles: str) -> dict[str, Any]:
    return {"messages": [{"role": role, "content": f"{role} says"} for role in roles]}


def test_conversations_of_a_file(tmp_path: Path) -> None:
    path = lines(tmp_path / "c.jsonl", talk("system", "user", "assistant"), talk("user", "assistant"))
    assert [[line.role for line in one] for one in samples.read(path)] == [
        ["system", "user", "assistant"],
        ["user", "assistant"],
    ]


@pytest.mark.parametrize(
    "record",
    [
        talk("user"),
        talk("assistant", "user"),
        talk("user", "user"),
        talk("system"),
        {"messages": []},
        {"messages": [{"role": "user"}]},
        {"messages": [{"role": "user", "content": "a"}, {"role": "assistant", "content": " "}]},
        {},
        [],
    ],
)
def test_what_is_no_conversation_is_refused_with_its_line(tmp_path: Path, record: Any) -> None:
    path = lines(tmp_path / "c.jsonl", talk("user", "assistant"), record)
    with pytest.raises(InputError, match=r"Line 2 of c\.jsonl"):
        list(samples.read(path))


def test_a_dialogue_of_a_data_set_is_told_with_its_records(tmp_path: Path) -> None:
    image = {"sha256": "ab"}
    turns = [
        {"role": "person", "text": "Where?"},
        {"role": "assistant", "text": "Italy 40.9 %.", "countries": [["IT", 0.409], ["", 0.1]]},
        {"role": "person", "text": "It is in Spain, weak"},
        {
            "role": "assistant",
            "text": "I read: in Spain (weak).",
            "countries": [["ES", 0.5]],
            "countries_before": [["IT", 0.409]],
        },
    ]
    pairs = [
        {"id": "C2", "observation": "“Via Roma”", "inference": "a street in Italy", "basis": "picture"},
        {
            "id": None,
            "observation": "Traffic on the right",
            "inference": "The country is",
            "basis": "gazetteer",
        },
    ]
    lines(tmp_path / "dialog.jsonl", {"image": image, "turns": turns})
    lines(
        tmp_path / "clue.jsonl", {"image": {"sha256": "other"}, "pairs": []}, {"image": image, "pairs": pairs}
    )
    (found,) = samples.read(tmp_path)
    assert [line.role for line in found] == ["system", "user", "assistant", "user", "assistant"]
    assert (
        found[1].content
        == "Clues:\nC2: “Via Roma”; a street in Italy\nRanking: IT 40.9 %, none 10.0 %\nWhere?"
    )
    assert found[3].content == "Ranking before: IT 40.9 %\nRanking: ES 50.0 %\nIt is in Spain, weak"
    assert [found[2].content, found[4].content] == [turns[1]["text"], turns[3]["text"]]


# --- the base model -----------------------------------------------------------------------------------


def folder(path: Path, **config: Any) -> Path:
    plain = {"model_type": "llama", "num_hidden_layers": 2, "num_attention_heads": 4, **config}
    (path / "config.json").write_text(json.dumps(plain))
    return path


def test_a_model_folder_is_refused_for_what_could_run_code(tmp_path: Path) -> None:
    with pytest.raises(NotFound):
        base.describe(tmp_path)
    with pytest.raises(InputError, match="code of its own"):
        base.describe(folder(tmp_path, auto_map={"AutoModel": "evil.py"}))
    with pytest.raises(InputError, match="of the kind bloom"):
        base.describe(folder(tmp_path, model_type="bloom"))
    (tmp_path / "pytorch_model.bin").write_bytes(b"pickle")
    with pytest.raises(InputError, match="no weights as safetensors"):
        base.describe(folder(tmp_path))
    (tmp_path / "model.safetensors").write_bytes(b"weights")
    first = base.describe(folder(tmp_path, num_key_value_heads=2))
    assert (first.architecture, first.heads, first.kv_heads) == ("llama", 4, 2)
    (tmp_path / "model.safetensors").write_bytes(b"others")
    assert base.describe(tmp_path).sha256 != first.sha256
    assert base.describe(folder(tmp_path)).kv_heads == 4


def test_what_is_missing_is_said_with_the_line_that_installs_it(monkeypatch: pytest.MonkeyPatch) -> None:
    real = base.importlib.util.find_spec
    monkeypatch.setattr(base.importlib.util, "find_spec", lambda name: None if name == "peft" else real(name))
    with pytest.raises(InputError, match=r"needs peft\. .*pip install 'theodolite\[tune\]'"):
        base.require()
