"""What the strategies with models need, found among the installed packs, or said to be missing with the next
step. Cheap: manifests are read, no weights."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from theodolite import packs
from theodolite.align import load
from theodolite.align.config import AlignConfig
from theodolite.domain.answer import PackUse
from theodolite.errors import PackMissing
from theodolite.index.layout import G3, PLAIN, Manifest, read_manifest
from theodolite.locate.strategies.signature import Tools
from theodolite.packs.library import Pack
from theodolite.vision import encoder as image_encoder
from theodolite.vision.width import width_of

ALIGNMENT, GALLERY = "alignment", "gallery"
LANGUAGE, SEEING = "language-model", "vision-language-model"
ENCODER = image_encoder.KIND
#: The encoder of both published models, and its width (G3 code, GeoCLIP code).
PUBLISHED_ENCODER, PUBLISHED_DIM = "clip-vit-l14", 768
_BUILD = "theodolite index build FOLDER --out NAME.index"


@dataclass(frozen=True, slots=True)
class Aligned:
    """An aligned model and the image encoder whose vectors it takes."""

    model: Pack
    config: AlignConfig
    encoder: Pack


@dataclass(frozen=True, slots=True)
class Indexes:
    """Indexes that can be searched together. ``align_sha256``: as in their manifests, '' for plain ones."""

    folders: tuple[str, ...]
    layout: str
    align_sha256: str


def use(pack: Pack) -> PackUse:
    return PackUse(pack.name, pack.version, pack.sha256)


def aligned(
    tools: Tools, settings: Mapping[str, str], kind: str, strategy: str, indexes: tuple[str, ...] = ()
) -> Aligned:
    """The aligned model (setting ``model``, else an installed pack of ``kind``: one that made one of the
    ``indexes`` if there is such a one) with its encoder.

    Raises PackMissing for what is not there, PackError for a model that is none.
    """
    named = settings.get("model", "")
    models = every(tools, kind) if not named else [found] if (found := tools.pack(named)) else []
    if not models:
        raise PackMissing(no_model(named, kind, strategy))
    makers = {read_manifest(Path(folder)).align_sha256 for folder in indexes} if len(models) > 1 else set()
    model = next((one for one in models if makers & set(_hashes(one))), models[0])
    config = load.read_config(model.path)
    return Aligned(model, config, _encoder(tools, settings, config))


def no_model(named: str, kind: str, strategy: str) -> str:
    """The sentence for an aligned model that is not installed."""
    if named:
        return f"The aligned model {named} is not installed. Import it with: theodolite packs import FILE"
    if kind == GALLERY:
        return f"{strategy} needs the gallery of places. Get it with: theodolite packs fetch gallery"
    return (
        f"{strategy} needs an aligned model. Import G3's published weights with: theodolite align import "
        "FILE, or train your own with: theodolite align train TABLE"
    )


def every(tools: Tools, kind: str) -> list[Pack]:
    """Every pack of ``kind`` that ``tools`` gives: the lock's and own ones by name, and the one by kind."""
    names = [spec.name for spec in packs.available() if spec.kind == kind]
    names += [pack.name for pack in packs.of_kind(kind)]
    found = (tools.pack(name) for name in (*names, kind))
    return list({pack.sha256: pack for pack in found if pack is not None and pack.kind == kind}.values())


def _encoder(tools: Tools, settings: Mapping[str, str], config: AlignConfig) -> Pack:
    """The encoder that the model was trained on, as far as that is recorded; else one of the right width."""
    named = settings.get("encoder", "")
    installed = every(tools, ENCODER) if not named else [found] if (found := tools.pack(named)) else []
    for pack in installed:
        if pack.sha256 == config.encoder_sha256 if config.encoder_sha256 else _fits(pack, config.image_dim):
            return pack
    known = [spec.name for spec in packs.available() if spec.kind == ENCODER and _is(spec, config)]
    there = ", ".join(f"{pack.name} ({width_of(pack) or '?'})" for pack in installed) or "none"
    way = (
        f"Get it with: theodolite packs fetch {known[0]}"
        if known
        else "Import it: theodolite packs import FILE"
    )
    raise PackMissing(
        f"The aligned model {config.name} takes {config.image_dim} numbers a photograph from the image "
        f"encoder it was trained on{f', {known[0]}' if known else ''}. Installed: {there}. {way}"
    )


def _is(spec: packs.PackSpec, config: AlignConfig) -> bool:
    """Whether a pack of the lock is the encoder; both published models were trained on CLIP ViT-L/14."""
    if config.encoder_sha256:
        return spec.sha256 == config.encoder_sha256
    return spec.name == PUBLISHED_ENCODER and config.image_dim == PUBLISHED_DIM


def _fits(pack: Pack, dim: int) -> bool:
    """A width that its files do not tell counts as fitting: the worker measures it and refuses then."""
    return width_of(pack) in (dim, None)


def language(tools: Tools, settings: Mapping[str, str], strategy: str) -> Pack:
    """The language model (setting ``language``, else an installed one, first one that sees); PackMissing."""
    wanted = [settings["language"]] if "language" in settings else [SEEING, LANGUAGE]
    pack = next((found for name in wanted if (found := tools.pack(name)) is not None), None)
    if pack is None:
        raise PackMissing(
            f"{strategy} needs a language model. Get one with: theodolite packs fetch language-starter"
        )
    return pack


def searchable(
    indexes: tuple[str, ...], model: Aligned | None, encoder: Pack, *, plain: bool, strategy: str
) -> Indexes:
    """The indexes that ``strategy`` can search with these models: those in G3's layout where there are any
    and ``plain`` is not asked for, else those of the encoder's own vectors. Never both: their scores differ.

    Raises PackMissing when none fits, IndexDamaged.
    """
    if not indexes:
        raise PackMissing(f"{strategy} needs an index of photographs. Make one with: {_BUILD}")
    read = [(folder, read_manifest(Path(folder))) for folder in indexes]
    fit = [(folder, one) for folder, one in read if one.pack_sha256 == encoder.sha256]
    if not fit:
        raise PackMissing(
            f"The index {Path(read[0][0]).name} was made with another image encoder "
            f"({read[0][1].pack or '?'}), not with {encoder.name}. "
            f"Build it again with: {_BUILD} --encoder {encoder.name}"
        )
    if model is not None and not plain:
        three = [(folder, one) for folder, one in fit if one.layout == G3 and _made_by(one, model)]
        if three:
            return Indexes(tuple(folder for folder, _ in three), G3, three[0][1].align_sha256)
    alone = tuple(folder for folder, one in fit if one.layout == PLAIN)
    if not alone:
        raise PackMissing(
            f"{strategy} needs an index of the encoder's own vectors here, and there are only indexes of an "
            f"aligned model's. Make one with: {_BUILD} --encoder {encoder.name}"
        )
    return Indexes(alone, PLAIN, "")


def _made_by(manifest: Manifest, model: Aligned) -> bool:
    return manifest.align_sha256 in _hashes(model.model)


def _hashes(model: Pack) -> tuple[str, str]:
    which = load.identity(model.path)
    return which.sha256, which.pack_sha256
