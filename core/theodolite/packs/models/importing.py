"""A GGUF file, or a model and its projector, as a pack of one's own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from theodolite.errors import InputError, NotFound
from theodolite.jobs import Job
from theodolite.packs import own
from theodolite.packs.library import Library, Pack
from theodolite.packs.lock import FILE_NAME
from theodolite.packs.models.facts import ModelFacts
from theodolite.packs.models.pairing import Files, examined

_LONGEST_NAME = 56


def import_models(library: Library, paths: Sequence[Path], *, name: str = "", licence: str = "") -> Job[Pack]:
    """Install the model in ``paths``: one GGUF file, a model and its projector, or a folder with them.

    Name, licence, size and what the model can do come from the file, unless ``name`` and ``licence`` say
    otherwise. Raises InputError, NotFound and PackError; nothing is installed then.
    """
    if name:
        own.check_label(own.Label(name, "language-model"))
    files = yield from examined(_files(paths))
    label = label_of(files, name=name, licence=licence, taken={spec.name for spec in library.lock.packs})
    return (yield from own.install_files(library, _names(files), label))


def _files(paths: Sequence[Path]) -> tuple[Path, ...]:
    found: list[Path] = []
    for path in paths:
        if path.is_dir():
            inside = sorted(item for item in path.iterdir() if item.suffix.lower() == ".gguf")
            if not inside:
                raise NotFound(f"There is no GGUF file in {path}.")
            found += inside
        elif path.is_file():
            found.append(path)
        else:
            raise NotFound(f"There is no file {path}.")
    if len(found) > 2:
        names = ", ".join(path.name for path in found[:4])
        raise InputError(
            f"A model is one GGUF file, or two with its projector; there are more here ({names})."
        )
    return tuple(found)


def label_of(
    files: Files, *, name: str = "", licence: str = "", taken: frozenset[str] | set[str] = frozenset()
) -> own.Label:
    """What the pack says about itself, in the words of the file."""
    known = files.facts
    made = name or _slug(f"{known.name or files.model.stem} {known.quantisation}")
    if not name and made in taken:
        made = f"{made}-own"
    return own.Label(
        name=made,
        kind="vision-language-model" if files.projector else "language-model",
        licence=licence or known.licence or "not stated",
        purpose=purpose(known, files.sight, files.model.stem),
    )


def purpose(known: ModelFacts, sight: ModelFacts | None, stem: str) -> str:
    """One line: 'SmolVLM 500M Instruct: llama, 409 M parameters, Q8_0, 8192 tokens; sees (idefics3)'."""
    ability = f"sees ({sight.projector})" if sight else "reads text only"
    number = known.parameters
    parameters = f"{number / 1e9:.1f} B" if number >= 1e9 else f"{number / 1e6:.0f} M"
    line = (
        f"{known.name or stem}: {known.architecture}, {parameters} parameters, {known.quantisation}, "
        f"context of {known.context} tokens; {ability}"
    )
    return "".join(c for c in line if c.isprintable())[:300]


def _names(files: Files) -> dict[str, Path]:
    """File names in the pack: those of the files where they are fit; a projector begins with mmproj."""
    model = files.model.name if FILE_NAME.fullmatch(files.model.name) else "model.gguf"
    if model.startswith("mmproj"):
        model = f"model-{model}"
    model = _with_suffix(model)
    if files.projector is None:
        return {model: files.model}
    eye = files.projector.name if FILE_NAME.fullmatch(files.projector.name) else "mmproj.gguf"
    eye = _with_suffix(eye if eye.startswith("mmproj") else f"mmproj-{eye}")
    return {model: files.model, eye: files.projector}


def _with_suffix(name: str) -> str:
    return name if name.endswith(".gguf") else f"{Path(name).stem}.gguf"


def _slug(text: str) -> str:
    made = re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")[:_LONGEST_NAME].strip("-")
    return made or "model"
