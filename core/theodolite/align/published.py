"""Published weights into packs: an aligned model, and CLIP's image tower where the checkpoint carries it."""

from __future__ import annotations

import shutil
import tempfile
import time
from dataclasses import dataclass, replace
from pathlib import Path

from theodolite.align import config as configs
from theodolite.align import convert
from theodolite.align.config import CONFIG, KIND, WEIGHTS
from theodolite.errors import InputError, PackError
from theodolite.jobs import Job, Progress
from theodolite.packs import own
from theodolite.packs.disk import storage_errors
from theodolite.packs.library import Library, Pack

TOWER_KIND = "image-encoder"
_TOWER_FILES = (
    "config.json",
    "model.safetensors",
    "preprocessor_config.json",
    "vocab.json",
    "merges.txt",
    "open_clip_config.json",
    "open_clip_model.safetensors",
)
_STAGE = ".align-"
_LEFT_OVER_S = 86_400.0


@dataclass(frozen=True, slots=True)
class Imported:
    """The packs that were made of one checkpoint.

    ``unexpected``: tensors that the published layout does not have, left out; ``left_out``: tensors that it
    has and that nothing here reads (the text tower of G3's checkpoint, GeoCLIP's training queue).
    """

    model: Pack
    tower: Pack | None
    layout: str
    unexpected: tuple[str, ...]
    left_out: tuple[str, ...]


def import_checkpoint(
    library: Library,
    source: Path,
    *,
    name: str = "",
    licence: str = "not stated",
    tower: bool = True,
) -> Job[Imported]:
    """Make own packs of a published checkpoint of G3 or GeoCLIP (see :mod:`theodolite.align.convert`).

    The model is called ``name`` ('g3-weights' or 'geoclip-weights' if it is empty); CLIP's image tower, where
    the file holds it and ``tower`` is set, becomes the pack 'NAME-clip', and the model then takes no other's
    vectors. Raises NotFound, InputError, PackError, StorageFailed; what fails installs nothing.
    """
    if name:
        own.check_label(own.Label(f"{name}-clip", KIND))
    with storage_errors(library.root):
        library.root.mkdir(parents=True, exist_ok=True)
        _sweep(library.root)
        staging = Path(tempfile.mkdtemp(prefix=_STAGE, dir=library.root))
    try:
        found = yield from convert.convert(source, staging)
        name = name or f"{found.config.name}-weights"
        label = own.Label(name, KIND, "1", licence, _purpose(found.config.layout))
        refuse_taken(library, label)
        made: Pack | None = None
        if found.tower is not None and tower:
            yield Progress("Installing the image tower")
            words = f"the image tower of {name}: CLIP with OpenAI's activation"
            made_label = own.Label(f"{name}-clip", TOWER_KIND, "1", licence, words)
            refuse_taken(library, made_label)
            files = tuple(path.name for path in sorted(found.tower.iterdir()))
            made = yield from own.install_folder(library, found.tower, files, made_label)
            bound = replace(found.config, encoder_sha256=made.sha256, name=name)
        else:
            bound = replace(found.config, name=name)
        (staging / CONFIG).write_text(configs.to_json(bound), encoding="utf-8")
        model = yield from own.install_folder(library, staging, (CONFIG, WEIGHTS), label)
    finally:
        shutil.rmtree(staging, ignore_errors=True)
    return Imported(model, made, found.config.layout, found.unexpected, found.left_out)


def import_tower(library: Library, folder: Path, *, name: str, licence: str = "not stated") -> Job[Pack]:
    """Make an image-encoder pack of a folder that transformers or open_clip saved a CLIP in.

    Takes the descriptions, weights in safetensors and the tokenizer's two files; opens the tower once, so
    that what does not fit is said now. Raises NotFound, InputError, PackError, StorageFailed.
    """
    if not folder.is_dir():
        raise InputError(f"{folder} is no folder.")
    files = tuple(entry for entry in _TOWER_FILES if (folder / entry).is_file())
    if not any(entry.endswith(".safetensors") for entry in files):
        raise PackError(
            f"{folder.name} holds no weights in the safetensors format (model.safetensors). "
            "Pickled weights are not taken: save them as safetensors first."
        )
    label = own.Label(name, TOWER_KIND, "1", licence, "an image encoder of your own")
    own.check_label(label)
    refuse_taken(library, label)
    pack = yield from own.install_folder(library, folder, files, label)
    yield Progress("Opening the image tower")
    try:
        from theodolite.vision import encoder

        encoder.load(pack.path)
    except PackError:
        yield from own.remove(library, name)
        raise
    return pack


def refuse_taken(library: Library, label: own.Label) -> None:
    """InputError where an own pack of another kind has that name: it would be replaced without a word."""
    there = library.own_pack(label.name)
    if there is not None and there.kind != label.kind:
        raise InputError(
            f"“{label.name}” is already the name of a pack of the kind {there.kind}. Use --name."
        )


def _purpose(layout: str) -> str:
    whose = "G3: four heads and a Mercator location encoder" if layout == "g3" else "GeoCLIP"
    return f"published weights of {whose}"


def _sweep(root: Path) -> None:
    """What an import that was killed has left behind."""
    for folder in root.glob(f"{_STAGE}*"):
        if time.time() - folder.stat().st_mtime > _LEFT_OVER_S:
            shutil.rmtree(folder, ignore_errors=True)
