"""Which files of a pack are the model and its projector."""

from __future__ import annotations

from theodolite.assistant.request import ModelFiles
from theodolite.errors import InputError
from theodolite.packs.library import Pack


def files_of(pack: Pack) -> ModelFiles:
    """The GGUF files of a pack; InputError when it holds no model or more than one."""
    every = [entry for entry in pack.files if entry.name.endswith(".gguf")]
    projectors = [entry for entry in every if "mmproj" in entry.name.casefold()]
    models = [entry for entry in every if entry not in projectors]
    if len(models) != 1 or len(projectors) > 1:
        raise InputError(f"The pack {pack.name} holds {len(models)} models; it cannot be asked.")
    projector = projectors[0] if projectors else None
    return ModelFiles(
        model=str(pack.path / models[0].name),
        projector=str(pack.path / projector.name) if projector else "",
        model_sha256=models[0].sha256,
        projector_sha256=projector.sha256 if projector else "",
    )
