"""What a geo-aligned model is made of: sizes, projection and names. No weights, no torch.

G3 (Jia et al., NeurIPS 2024) and GeoCLIP (Vivanco Cepeda et al., NeurIPS 2023) are two configurations of the
same modules: heads of two layers on the un-normalised CLIP projection, and a location encoder of three
capsules. Numbers are those of the published code.
"""

from __future__ import annotations

import json
import math
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from theodolite.codec import from_plain, to_plain
from theodolite.errors import PackError

KIND = "alignment"
CONFIG = "align.json"
WEIGHTS = "model.safetensors"

Projection = Literal["mercator", "equal-earth"]
Layout = Literal["g3", "geoclip"]


@dataclass(frozen=True, slots=True)
class AlignConfig:
    """Sizes of one aligned model.

    ``image_dim``: width of the encoder's un-normalised projection that the image heads take.
    ``text_dim``: the same for text; None: no text head and no image-to-text head.
    ``gps_dim``: width of the space that image and place share (and text, where there is text).
    ``image_hidden``, ``text_hidden``, ``location_hidden``: hidden widths of the heads; ``location_hidden``
    None: the location encoder's output is compared as it is (GeoCLIP), then gps_dim is location_dim.
    ``sigmas``, ``frequencies``, ``hidden``, ``location_dim``: the capsules: B is ``frequencies`` x 2 drawn
    from N(0, sigma^2), three layers of ``hidden``, one to ``location_dim``.
    ``log_scales``: initial logarithms of the logit scales; for G3 text, GPS, and one that nothing uses.
    ``layout``: whose names the state dict has. ``encoder_sha256``: the pack of the image encoder whose
    vectors it was trained on, "" where that is not recorded.
    """

    name: str
    layout: Layout
    image_dim: int
    text_dim: int | None
    gps_dim: int
    image_hidden: int
    text_hidden: int
    location_hidden: int | None
    sigmas: tuple[float, ...]
    frequencies: int
    hidden: int
    location_dim: int
    projection: Projection
    log_scales: tuple[float, ...]
    encoder_sha256: str = ""

    def __post_init__(self) -> None:
        sizes = [self.image_dim, self.gps_dim, self.image_hidden, self.text_hidden, self.frequencies]
        sizes += [self.hidden, self.location_dim]
        sizes += [size for size in (self.text_dim, self.location_hidden) if size is not None]
        if not all(isinstance(size, int) and size > 0 for size in sizes):
            raise ValueError("every width of an aligned model is a positive whole number")
        if not self.sigmas or not all(math.isfinite(sigma) and sigma > 0 for sigma in self.sigmas):
            raise ValueError("the scales of the location encoder are positive numbers")
        if self.projection not in ("mercator", "equal-earth"):
            raise ValueError(f"unknown projection {self.projection!r}")
        if len(self.log_scales) != (3 if self.layout == "g3" else 1) or not all(
            map(math.isfinite, self.log_scales)
        ):
            raise ValueError("G3's layout has three logit scales, GeoCLIP's one")
        if self.location_hidden is None and self.gps_dim != self.location_dim:
            raise ValueError("without a head the location encoder's width is that of the common space")
        if self.layout == "geoclip" and (self.text_dim is not None or self.location_hidden is not None):
            raise ValueError("GeoCLIP's layout has an image head and a location encoder only")
        if self.layout == "g3" and self.location_hidden is None:
            raise ValueError("G3's layout has a location head")

    @property
    def heads(self) -> tuple[str, ...]:
        """The heads that are there, by what they are called in :mod:`theodolite.align.net`."""
        found = ["image_gps"]
        found += ["image_text", "text"] if self.text_dim is not None else []
        found += ["location"] if self.location_hidden is not None else []
        return tuple(found)

    @property
    def log_scale_gps(self) -> float:
        """The log-parameter of image and place: G3's second, GeoCLIP's only one."""
        return self.log_scales[1] if self.layout == "g3" else self.log_scales[0]


_SIGMAS = (2.0**0, 2.0**4, 2.0**8)

#: G3 code: four heads, Mercator, three log-parameters of 3.99 of which the third is used nowhere.
G3 = AlignConfig(
    name="g3",
    layout="g3",
    image_dim=768,
    text_dim=768,
    gps_dim=768,
    image_hidden=768,
    text_hidden=768,
    location_hidden=512,
    sigmas=_SIGMAS,
    frequencies=256,
    hidden=1024,
    location_dim=512,
    projection="mercator",
    log_scales=(3.99, 3.99, 3.99),
)

#: GeoCLIP code and its published logit scale (3.6810, a factor of 39.687).
GEOCLIP = AlignConfig(
    name="geoclip",
    layout="geoclip",
    image_dim=768,
    text_dim=None,
    gps_dim=512,
    image_hidden=768,
    text_hidden=768,
    location_hidden=None,
    sigmas=_SIGMAS,
    frequencies=256,
    hidden=1024,
    location_dim=512,
    projection="equal-earth",
    log_scales=(3.681034803390503,),
)


def reduced(
    image_dim: int = 256,
    text_dim: int | None = 256,
    gps_dim: int = 128,
    frequencies: int = 64,
    hidden: int = 256,
) -> AlignConfig:
    """G3's shapes at a smaller width, for data that one processor can train on (heads 256-256-128)."""
    return replace(
        G3,
        name="g3-reduced",
        image_dim=image_dim,
        text_dim=text_dim,
        gps_dim=gps_dim,
        image_hidden=image_dim,
        text_hidden=text_dim or image_dim,
        location_hidden=gps_dim,
        frequencies=frequencies,
        hidden=hidden,
        location_dim=gps_dim,
    )


def to_json(config: AlignConfig) -> str:
    """The text of ``align.json``."""
    plain = to_plain(config) | {"schema": 1, "heads": list(config.heads)}
    return json.dumps(plain, indent=1, sort_keys=True, ensure_ascii=False) + "\n"


def from_json(text: str) -> AlignConfig:
    """The inverse of :func:`to_json`; :class:`PackError` says what does not fit."""
    try:
        plain = json.loads(text)
        if plain.pop("schema") != 1:
            raise ValueError("schema is not 1")
        heads = tuple(plain.pop("heads"))
        config = from_plain(AlignConfig, plain)
        if heads != config.heads:
            raise ValueError(f"heads {', '.join(heads)} do not go with the widths")
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise PackError(f"The description of the aligned model ({CONFIG}) is damaged: {error}.") from error
    return config


def read(folder: Path) -> AlignConfig:
    """The configuration of the model in ``folder``; PackError where there is none."""
    try:
        return from_json((folder / CONFIG).read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise PackError(f"There is no aligned model in {folder.name}: {CONFIG} is missing.") from error
