"""A LLaMA of two layers with random weights, as a folder of transformers and as GGUF, and its vocabulary."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from theodolite.assistant.tuning.adapter import rotated
from theodolite.vision import towers

TEMPLATE = (
    "{% for m in messages %}<|im_start|>{{ m.role }}\n{{ m.content }}<|im_end|>\n{% endfor %}"
    "{% if add_generation_prompt %}<|im_start|>assistant\n{% endif %}"
)
_TEXT = [
    "Where was this photograph taken? Most likely Arezzo, Tuscany. By country: Italy 40.9 %, Spain 3.6 %.",
    "I read: in Italy (likely). Nothing that was read in the photograph speaks for a place.",
    "Clues: C1: Signs in Italian; the country is Italy. Ranking before: US 19.6 %, GB 5.7 %.",
]


@dataclass(frozen=True)
class Tiny:
    folder: Path
    gguf: Path
    heads: int
    kv_heads: int


def make(folder: Path, seed: int, kind: str = "llama") -> Tiny:
    """Everything in ``folder``; heads and key heads differ, so that mixing them up shows."""
    import torch

    towers.torchvision()
    from transformers import LlamaConfig, LlamaForCausalLM, Qwen2Config, Qwen2ForCausalLM
    from transformers.utils import logging

    logging.disable_progress_bar()
    tokens = _tokenizer(folder)
    torch.manual_seed(seed)
    sizes = {
        "vocab_size": len(tokens),
        "hidden_size": 64,
        "intermediate_size": 96,
        "num_hidden_layers": 2,
        "num_attention_heads": 4,
        "num_key_value_heads": 2,
        "max_position_embeddings": 2048,
        "tie_word_embeddings": False,
        "bos_token_id": tokens.convert_tokens_to_ids("<|im_start|>"),
        "eos_token_id": tokens.convert_tokens_to_ids("<|im_end|>"),
        "initializer_range": 0.2,
    }
    made: Any = (
        LlamaForCausalLM(LlamaConfig(**sizes)) if kind == "llama" else Qwen2ForCausalLM(Qwen2Config(**sizes))
    )
    made.save_pretrained(str(folder), safe_serialization=True)
    path = folder / "tiny.gguf"
    _write(made, tokens, path, kind)
    return Tiny(folder, path, 4, 2)


def _tokenizer(folder: Path) -> Any:
    """Byte-level BPE of 300 tokens, trained here."""
    from tokenizers import ByteLevelBPETokenizer
    from transformers import PreTrainedTokenizerFast

    trained = ByteLevelBPETokenizer()
    trained.train_from_iterator(_TEXT, vocab_size=300, min_frequency=1, show_progress=False)
    found = PreTrainedTokenizerFast(
        tokenizer_object=trained._tokenizer, bos_token="<|im_start|>", eos_token="<|im_end|>"
    )
    found.chat_template = TEMPLATE
    found.save_pretrained(str(folder))
    return found


def _write(model: Any, tokens: Any, path: Path, kind: str) -> None:
    """The model as llama.cpp's converter writes it, in float32."""
    import gguf

    config = model.config
    arch = {"llama": gguf.MODEL_ARCH.LLAMA, "qwen2": gguf.MODEL_ARCH.QWEN2}[kind]
    names = gguf.get_tensor_name_map(arch, config.num_hidden_layers)
    writer = gguf.GGUFWriter(path, kind)
    writer.add_context_length(config.max_position_embeddings)
    writer.add_embedding_length(config.hidden_size)
    writer.add_block_count(config.num_hidden_layers)
    writer.add_feed_forward_length(config.intermediate_size)
    writer.add_head_count(config.num_attention_heads)
    writer.add_head_count_kv(config.num_key_value_heads)
    writer.add_layer_norm_rms_eps(config.rms_norm_eps)
    writer.add_rope_dimension_count(config.hidden_size // config.num_attention_heads)
    writer.add_rope_freq_base(config.rope_parameters["rope_theta"])
    writer.add_vocab_size(config.vocab_size)
    _add_vocabulary(writer, tokens)
    for name, tensor in model.state_dict().items():
        values = tensor.float().numpy()
        if kind == "llama" and name.endswith("q_proj.weight"):
            values = rotated(values, config.num_attention_heads)
        elif kind == "llama" and name.endswith("k_proj.weight"):
            values = rotated(values, config.num_key_value_heads)
        there = names.get_name(name, try_suffixes=(".weight", ".bias"))
        writer.add_tensor(there, np.ascontiguousarray(values))
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()


def _add_vocabulary(writer: Any, tokens: Any) -> None:
    import gguf

    plain = json.loads(tokens.backend_tokenizer.to_str())
    words = sorted(tokens.get_vocab().items(), key=lambda item: item[1])
    special = set(tokens.all_special_tokens)
    writer.add_tokenizer_model("gpt2")
    writer.add_tokenizer_pre("gpt-2")
    writer.add_token_list([word for word, _ in words])
    writer.add_token_types(
        [gguf.TokenType.CONTROL if word in special else gguf.TokenType.NORMAL for word, _ in words]
    )
    writer.add_token_merges([" ".join(pair) for pair in plain["model"]["merges"]])
    writer.add_bos_token_id(tokens.bos_token_id)
    writer.add_eos_token_id(tokens.eos_token_id)
    writer.add_add_bos_token(False)
    writer.add_chat_template(TEMPLATE)
