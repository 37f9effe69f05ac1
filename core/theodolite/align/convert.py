"""A published checkpoint of G3 or GeoCLIP to files that cannot run code. Runs as a child process.

``python -m theodolite.align.convert FROM TO`` reads a state dict (``.pth``, ``.pt``, ``.bin`` or
``.safetensors``), or a folder with the three files of the ``geoclip`` package, and writes to TO

- ``align.json``, ``model.safetensors``: the aligned model, names as published;
- ``tower/config.json``, ``tower/model.safetensors``: CLIP's image tower, where the checkpoint holds one;
- ``report.json``: which published layout it was, and names that are missing, unexpected or left out.

Pickles are read with ``weights_only=True``: tensors only, nothing is called. A file that needs more than
that, as ``torch.save(model)`` writes it, is refused.
"""

from __future__ import annotations

import json
import math
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from theodolite import offline
from theodolite.align import config as configs
from theodolite.align.config import GEOCLIP, AlignConfig
from theodolite.align.names import check, divided, listed, misshapen, recognised
from theodolite.errors import NotFound, PackError
from theodolite.jobs import Job
from theodolite.packs.origins import run_child

TOWER, REPORT = "tower", "report.json"

#: Files of the ``geoclip`` package and the prefix of their names in the whole model.
_PARTS = {
    "image_encoder_mlp_weights.pth": "image_encoder.mlp.",
    "location_encoder_weights.pth": "location_encoder.",
    "logit_scale_weights.pth": "logit_scale",
}
_HEAD_WIDTH = 64  # OpenAI: every attention head of every CLIP has 64 numbers
_REFUSED = 3


@dataclass(frozen=True, slots=True)
class Converted:
    """What became of a checkpoint: the model and perhaps the image tower, in ``folder``.

    ``unexpected``: tensors that no published layout has; ``left_out``: known ones that nothing reads (text
    tower, training queue). Missing ones are an error.
    """

    folder: Path
    config: AlignConfig
    tower: Path | None
    unexpected: tuple[str, ...]
    left_out: tuple[str, ...]


def convert(source: Path, target: Path) -> Job[Converted]:
    """Convert ``source`` into the existing empty folder ``target``, in a child process.

    Raises NotFound, or PackError with what is wrong: no known layout, missing or misshapen tensors by name, a
    pickle that would run code.
    """
    if not source.exists():
        raise NotFound(f"There is no file {source}.")
    # -P: this folder must not shadow the child's modules
    command = [sys.executable, "-P", "-W", "ignore", "-m", "theodolite.align.convert"]
    command += [str(source.resolve()), str(target.resolve())]
    status, output = yield from run_child(command, target, f"Reading {source.name}")
    if status != 0:
        last = (output.strip().splitlines() or ["the converter ended without a word"])[-1]
        why = last if status == _REFUSED else f"{source.name} could not be converted ({last})."
        raise PackError(f"{why} Nothing was installed.")
    return result(target)


def result(target: Path) -> Converted:
    """What :func:`main` has written to ``target``."""
    report = json.loads((target / REPORT).read_text(encoding="utf-8"))
    return Converted(
        folder=target,
        config=configs.read(target),
        tower=target / TOWER if (target / TOWER).is_dir() else None,
        unexpected=tuple(report["unexpected"]),
        left_out=tuple(report["left_out"]),
    )


def main(source: Path, target: Path) -> None:
    """The child's work; PackError with a sentence for the user."""
    from theodolite.align.load import save

    state = _parts(source) if source.is_dir() else _whole(source)
    config = recognised(state)
    own, tower, left_out = divided(state, config.layout)
    missing, unexpected = check(own, config)
    wrong = misshapen(own, config)
    if missing or wrong:
        problems = [f"missing: {listed(missing)}"] if missing else []
        problems += [f"of another shape: {listed(wrong)}"] if wrong else []
        raise PackError(f"{source.name} is no whole checkpoint of {config.name}; {'; '.join(problems)}.")
    save({name: tensor for name, tensor in own.items() if name not in unexpected}, config, target)
    image = {key: value for key, value in tower.items() if key.startswith("vis")}
    if image:
        _save_tower(image, target / TOWER)
    left_out = tuple(sorted((*left_out, *(tower.keys() - image.keys()))))
    report = {"layout": config.layout, "unexpected": unexpected, "left_out": left_out}
    (target / REPORT).write_text(json.dumps(report), encoding="utf-8")


def tower_config(state: Mapping[str, Any]) -> dict[str, Any]:
    """transformers' description of OpenAI's image tower, from the shapes of its tensors.

    What shapes do not say is the same in all of OpenAI's: QuickGELU, 64 numbers an attention head.
    """
    at = "vision_model.encoder.layers."
    try:
        width, _, patch, _ = state["vision_model.embeddings.patch_embedding.weight"].shape
        places = state["vision_model.embeddings.position_embedding.weight"].shape[0]
        layers = 1 + max(int(name.removeprefix(at).split(".")[0]) for name in state if name.startswith(at))
        inner = state[f"{at}0.mlp.fc1.weight"].shape[0]
        out = state["visual_projection.weight"].shape[0]
    except (KeyError, ValueError) as error:
        raise PackError(f"The image tower in the checkpoint is not whole ({error}).") from error
    return {
        "model_type": "clip_vision_model",
        "hidden_act": "quick_gelu",
        "hidden_size": width,
        "image_size": math.isqrt(places - 1) * patch,
        "intermediate_size": inner,
        "num_attention_heads": max(1, width // _HEAD_WIDTH),
        "num_hidden_layers": layers,
        "patch_size": patch,
        "projection_dim": out,
    }


def _save_tower(state: dict[str, Any], folder: Path) -> None:
    from safetensors.torch import save_file

    described = tower_config(state)
    folder.mkdir()
    tensors = {name: tensor.float().contiguous() for name, tensor in state.items()}
    save_file(tensors, folder / "model.safetensors")
    (folder / "config.json").write_text(json.dumps(described, indent=1, sort_keys=True), encoding="utf-8")


def _parts(folder: Path) -> dict[str, Any]:
    """The three files of the ``geoclip`` package as one model; without its scale, the published one."""
    import torch

    state: dict[str, Any] = {"logit_scale": torch.tensor(GEOCLIP.log_scales[0])}
    found = 0
    for name, prefix in _PARTS.items():
        if not (folder / name).is_file():
            continue
        part = _pickle(folder / name)
        found += 1
        if isinstance(part, torch.Tensor):
            state[prefix] = part
        else:
            state |= {prefix + key: value for key, value in part.items()}
    if not found:
        raise PackError(f"The folder {folder.name} holds none of {', '.join(_PARTS)}.")
    return state


def _whole(path: Path) -> dict[str, Any]:
    """One state dict, out of the wrappings that training code puts round it."""
    import torch

    state = _safetensors(path) if path.suffix.lower() == ".safetensors" else _pickle(path)
    for key in ("state_dict", "model"):
        if isinstance(state, dict) and isinstance(state.get(key), dict):
            state = state[key]
    if not isinstance(state, dict) or not all(isinstance(value, torch.Tensor) for value in state.values()):
        raise PackError(f"{path.name} is no state dict: a table of tensors by name.")
    return {str(name).removeprefix("module."): tensor for name, tensor in state.items()}


def _safetensors(path: Path) -> dict[str, Any]:
    from safetensors import SafetensorError
    from safetensors.torch import load_file

    try:
        found: dict[str, Any] = load_file(path)
    except SafetensorError as error:
        raise PackError(f"{path.name} is damaged ({error}).") from error
    return found


def _pickle(path: Path) -> Any:
    import pickle

    import torch

    try:
        try:
            return torch.load(path, map_location="cpu", weights_only=True, mmap=True)
        except (RuntimeError, ValueError):  # the format before 2020, or in a folder that cannot be mapped
            return torch.load(path, map_location="cpu", weights_only=True)
    except pickle.UnpicklingError as error:
        raise PackError(
            f"{path.name} holds more than tensors: loading it could run code, so it is refused. Where you "
            "trust the file, load it once with the code that wrote it and save its state_dict()."
        ) from error
    except Exception as error:  # whatever torch makes of bytes that are not its own
        raise PackError(f"{path.name} is damaged, or no file of torch ({error}).") from error


if __name__ == "__main__":
    offline.install("converter")
    offline.unshare_network()
    try:
        main(Path(sys.argv[1]), Path(sys.argv[2]))
    except PackError as error:
        print(" ".join(str(error).split()))  # noqa: T201 - read by the parent
        sys.exit(_REFUSED)
