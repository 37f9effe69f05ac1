"""The tensors of an aligned model by their published names, and what a checkpoint has or lacks. No torch.

Three published layouts are known: the state dict of the G3 code (which holds CLIP's two towers as well), that
of the ``geoclip`` package (bare, or with its towers and its training queue), and the package's own files, one
for each part, as the gallery pack carries them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from theodolite.align.config import G3, GEOCLIP, AlignConfig, Layout
from theodolite.errors import PackError

Shape = tuple[int, ...]

_ENCODER = "location_encoder."
_G3_HEADS = {
    "image_text": "vision_projection_else_1",
    "image_gps": "vision_projection_else_2",
    "text": "text_projection_else",
    "location": "location_projection_else",
}
_GEOCLIP_HEADS = {"image_gps": "image_encoder.mlp"}

#: The frozen towers inside a G3 checkpoint and what transformers calls the same tensors.
_G3_TOWER = {
    "vision_model.": "vision_model.",
    "vision_projection.": "visual_projection.",
    "text_model.": "text_model.",
    "text_projection.": "text_projection.",
}
_GEOCLIP_TOWER = "image_encoder.CLIP."
#: Left over from training or from older libraries; nothing reads them.
_QUEUE = ("gps_queue", "gps_queue_ptr", "gps_gallery")
_POSITIONS = "embeddings.position_ids"


def head_names(layout: Layout) -> Mapping[str, str]:
    """Where each head is in the state dict of that layout."""
    return _G3_HEADS if layout == "g3" else _GEOCLIP_HEADS


def scale_names(layout: Layout) -> tuple[str, ...]:
    """The log-parameters; G3's third is used by nothing and is in the checkpoint all the same."""
    return ("logit_scale1", "logit_scale2", "logit_scale3") if layout == "g3" else ("logit_scale",)


def expected(config: AlignConfig) -> dict[str, Shape]:
    """Name and shape of every tensor of that configuration."""
    shapes: dict[str, Shape] = dict.fromkeys(scale_names(config.layout), ())
    wide = config.hidden
    layers = ((1, wide, 2 * config.frequencies), (3, wide, wide), (5, wide, wide))
    for number in range(len(config.sigmas)):
        at = f"{_ENCODER}LocEnc{number}"
        shapes[f"{at}.capsule.0.b"] = (config.frequencies, 2)
        for layer, d_out, d_in in layers:
            shapes |= _linear(f"{at}.capsule.{layer}", d_in, d_out)
        shapes |= _linear(f"{at}.head.0", wide, config.location_dim)
    inner = {
        "image_gps": (config.image_dim, config.image_hidden),
        "image_text": (config.image_dim, config.image_hidden),
        "text": (config.text_dim or 0, config.text_hidden),
        "location": (config.location_dim, config.location_hidden or 0),
    }
    for role in config.heads:
        d_in, d_hidden = inner[role]
        at = head_names(config.layout)[role]
        shapes |= _linear(f"{at}.0", d_in, d_hidden) | _linear(f"{at}.2", d_hidden, config.gps_dim)
    return shapes


def check(state: Mapping[str, Any], config: AlignConfig) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Names that ``state`` lacks for ``config``, and names that it has beyond: (missing, unexpected)."""
    wanted = expected(config)
    return tuple(sorted(wanted.keys() - state.keys())), tuple(sorted(state.keys() - wanted.keys()))


def misshapen(state: Mapping[str, Any], config: AlignConfig) -> tuple[str, ...]:
    """Tensors that are there with another shape, each as 'name [has] instead of [wanted]'."""
    return tuple(
        f"{name} {list(state[name].shape)} instead of {list(shape)}"
        for name, shape in expected(config).items()
        if name in state and tuple(state[name].shape) != shape
    )


def require(state: Mapping[str, Any], config: AlignConfig, what: str) -> None:
    """:class:`PackError` that names what is missing, unexpected or of another shape in ``what``."""
    missing, unexpected = check(state, config)
    problems = [f"missing: {listed(missing)}"] if missing else []
    problems += [f"unexpected: {listed(unexpected)}"] if unexpected else []
    wrong = misshapen(state, config)
    problems += [f"of another shape: {listed(wrong)}"] if wrong else []
    if problems:
        raise PackError(f"{what} is no aligned model “{config.name}”; {'; '.join(problems)}.")


def listed(names: Iterable[str], most: int = 8) -> str:
    """'a, b and 3 more', so that a sentence stays one when a whole tower is missing."""
    names = tuple(names)
    shown = ", ".join(names[:most])
    return shown if len(names) <= most else f"{shown} and {len(names) - most} more"


def recognised(keys: Iterable[str]) -> AlignConfig:
    """The published configuration whose names these are; :class:`PackError` when they are of neither."""
    keys = set(keys)
    if any(key.startswith("vision_projection_else_") for key in keys):
        return G3
    if any(key.startswith("image_encoder.mlp.") for key in keys):
        return GEOCLIP
    first = listed(sorted(keys), 3) or "none"
    raise PackError(f"This is no checkpoint of G3 or GeoCLIP. Its first tensors are called {first}.")


def divided(
    state: Mapping[str, Any], layout: Layout
) -> tuple[dict[str, Any], dict[str, Any], tuple[str, ...]]:
    """A published checkpoint taken apart: (the aligned model, CLIP's towers, names that nothing reads).

    The towers get the names that transformers gives them; they are empty for a bare checkpoint.
    """
    own: dict[str, Any] = {}
    tower: dict[str, Any] = {}
    dropped: list[str] = []
    for name, tensor in state.items():
        inside = _tower_name(name, layout)
        if name in _QUEUE or (inside is not None and inside.endswith(_POSITIONS)):
            dropped.append(name)
        elif inside is not None:
            tower[inside] = tensor
        else:
            own[name] = tensor
    return own, tower, tuple(sorted(dropped))


def _tower_name(name: str, layout: Layout) -> str | None:
    if layout == "geoclip":
        return name.removeprefix(_GEOCLIP_TOWER) if name.startswith(_GEOCLIP_TOWER) else None
    for mine, theirs in _G3_TOWER.items():
        if name.startswith(mine):
            return theirs + name.removeprefix(mine)
    return None


def _linear(at: str, d_in: int, d_out: int) -> dict[str, Shape]:
    return {f"{at}.weight": (d_out, d_in), f"{at}.bias": (d_out,)}
