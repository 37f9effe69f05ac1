"""What the header of a GGUF file means, as one frozen value. Pure: made from the header alone.

Keys as in the GGUF specification (ggml/docs/gguf.md) and, for projectors, ``clip.*`` as llama.cpp's
``tools/mtmd/clip-impl.h`` names them. What a file does not say is 0 or "".
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from typing import Literal

from theodolite.packs.models.read import Header, Value

Role = Literal["model", "projector", "adapter", "other"]

_LINE = 200
_BLOCK = re.compile(r"blk\.(\d+)\.")
_MOST_LAYERS = 4096

#: enum llama_ftype; what is not named here is named by the type that most of the weights have.
_FILE_TYPES = {
    0: "F32", 1: "F16", 2: "Q4_0", 3: "Q4_1", 7: "Q8_0", 8: "Q5_0", 9: "Q5_1", 10: "Q2_K", 11: "Q3_K_S",
    12: "Q3_K_M", 13: "Q3_K_L", 14: "Q4_K_S", 15: "Q4_K_M", 16: "Q5_K_S", 17: "Q5_K_M", 18: "Q6_K",
    19: "IQ2_XXS", 20: "IQ2_XS", 21: "Q2_K_S", 22: "IQ3_XS", 23: "IQ3_XXS", 24: "IQ1_S", 25: "IQ4_NL",
    26: "IQ3_S", 27: "IQ3_M", 28: "IQ2_S", 29: "IQ2_M", 30: "IQ4_XS", 31: "IQ1_M", 32: "BF16", 36: "TQ1_0",
    37: "TQ2_0", 38: "MXFP4",
}  # fmt: skip

#: Where a projector's last layer is, and which of its axes has the model's width (clip.cpp,
#: clip_n_mmproj_embd). Types that are not here are judged by the dimension that the file states.
_OUTPUT: dict[str, tuple[tuple[str, int], ...]] = {
    "mlp": (("mm.2.weight", 1),),
    "pixtral": (("mm.2.weight", 1),),
    "ldp": (("mm.model.mb_block.1.block.2.1.bias", 0),),
    "ldpv2": (("mm.model.peg.0.bias", 0),),
    "resampler": (("resampler.proj.weight", 0),),
    "qwen2vl_merger": (("mm.2.bias", 0), ("mm.2.weight", 1)),
    "qwen2.5vl_merger": (("mm.2.bias", 0), ("mm.2.weight", 1)),
    "gemma3": (("mm.input_projection.weight", 0),),
    "idefics3": (("mm.model.fc.weight", 1),),
    "internvl": (("mm.model.mlp.3.weight", 1),),
    "llama4": (("mm.model.fc.weight", 1),),
}


@dataclass(frozen=True, slots=True)
class ModelFacts:
    """A GGUF file in numbers. Sizes in bytes.

    ``layers``: blocks. ``layer_bytes``: weights of each. ``cache``: bytes a token takes in the model's
    memory with 16-bit keys and values, over all layers (an upper bound where a model keeps less of some).
    ``width``: numbers in an embedding. ``template``: the chat template, "" when there is none.
    ``parts``: how many files the model was split into.
    For a projector: ``projector`` its type, ``image`` side in pixels, ``width`` that of the model it was made
    for (0: not said), ``sees`` and ``hears`` what it takes.
    """

    role: Role
    architecture: str
    name: str
    licence: str
    quantisation: str
    parameters: int
    size: int
    weights: int
    layers: int = 0
    layer_bytes: tuple[int, ...] = ()
    context: int = 0
    width: int = 0
    vocabulary: int = 0
    kv_heads: int = 0
    cache: int = 0
    template: str = ""
    parts: int = 1
    projector: str = ""
    image: int = 0
    patch: int = 0
    sees: bool = False
    hears: bool = False


def understood(header: Header) -> ModelFacts:
    """The facts in a header. Raises nothing: what makes no sense counts as not said."""
    keys = header.keys
    architecture = _line(keys.get("general.architecture"))
    role = _role(keys, architecture)
    facts = ModelFacts(
        role=role,
        architecture=architecture,
        name=_line(keys.get("general.name")) or _line(keys.get("general.basename")),
        licence=_line(keys.get("general.license")) or _line(keys.get("general.license.name")),
        quantisation=_quantisation(header),
        parameters=sum(tensor.elements for tensor in header.tensors),
        size=header.size,
        weights=sum(tensor.size for tensor in header.tensors),
        parts=max(1, _whole(keys.get("split.count"))),
    )
    if role == "projector":
        return _projector(header, facts)
    return _model(header, facts) if role == "model" else facts


def _role(keys: dict[str, Value], architecture: str) -> Role:
    stated = keys.get("general.type")
    if architecture == "clip" or stated == "mmproj":
        return "projector"
    if stated == "adapter":
        return "adapter"
    return "model" if _whole(keys.get(f"{architecture}.block_count")) else "other"


def _model(header: Header, facts: ModelFacts) -> ModelFacts:
    keys, name = header.keys, facts.architecture
    layers = min(_whole(keys.get(f"{name}.block_count")), _MOST_LAYERS)
    width = _whole(keys.get(f"{name}.embedding_length"))
    heads = _each(keys.get(f"{name}.attention.head_count"), layers)
    kv_heads = _each(keys.get(f"{name}.attention.head_count_kv"), layers) or heads
    head = width // max(1, *heads) if heads else 0
    key = _whole(keys.get(f"{name}.attention.key_length")) or head
    value = _whole(keys.get(f"{name}.attention.value_length")) or head
    vocabulary = header.lengths.get("tokenizer.ggml.tokens", 0) or _whole(keys.get(f"{name}.vocab_size"))
    return replace(
        facts,
        layers=layers,
        layer_bytes=_layer_bytes(header, layers),
        context=_whole(keys.get(f"{name}.context_length")),
        width=width,
        vocabulary=vocabulary,
        kv_heads=max(kv_heads, default=0),
        cache=2 * (key + value) * sum(kv_heads),
        template=str(keys.get("tokenizer.chat_template", "")),
    )


def _projector(header: Header, facts: ModelFacts) -> ModelFacts:
    keys = header.keys
    vision = "clip.vision.projector_type" if "clip.vision.projector_type" in keys else "clip.projector_type"
    kind = _line(keys.get(vision)) or ("mlp" if keys.get("clip.has_llava_projector") else "")
    shapes = {tensor.name: tensor.shape for tensor in header.tensors}
    outputs = [shapes[name][axis] for name, axis in _OUTPUT.get(kind, ()) if name in shapes]
    stated = _whole(keys.get("clip.vision.projection_dim"))
    return replace(
        facts,
        layers=_whole(keys.get("clip.vision.block_count")),
        width=outputs[0] if outputs else stated,
        projector=kind,
        image=_whole(keys.get("clip.vision.image_size")),
        patch=_whole(keys.get("clip.vision.patch_size")),
        sees=bool(keys.get("clip.has_vision_encoder")),
        hears=bool(keys.get("clip.has_audio_encoder")),
    )


def _quantisation(header: Header) -> str:
    stated = header.keys.get("general.file_type")
    if isinstance(stated, int) and stated in _FILE_TYPES:
        return _FILE_TYPES[stated]
    shares: Counter[str] = Counter()
    for tensor in header.tensors:
        shares[tensor.type] += tensor.size
    return shares.most_common(1)[0][0] if shares else ""


def _layer_bytes(header: Header, layers: int) -> tuple[int, ...]:
    found = [0] * layers
    for tensor in header.tensors:
        match = _BLOCK.match(tensor.name)
        if match and int(match[1]) < layers:
            found[int(match[1])] += tensor.size
    return tuple(found)


def _each(value: Value | None, layers: int) -> tuple[int, ...]:
    """A number for each layer; one number counts for all."""
    if isinstance(value, tuple):
        return tuple(_whole(item) for item in value[:layers])
    one = _whole(value)
    return (one,) * layers if one else ()


def _whole(value: Value | None) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value < 1 << 40:
        return 0
    return value


def _line(value: Value | None) -> str:
    """One printable line of bounded length, whatever the file holds."""
    text = value if isinstance(value, str) else ""
    return " ".join("".join(c if c.isprintable() else " " for c in text[: 4 * _LINE]).split())[:_LINE]
