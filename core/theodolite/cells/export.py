"""``cells export``: a folder of trained geocells becomes a pack that other machines can import."""

from __future__ import annotations

from pathlib import Path

from theodolite.cells import folder
from theodolite.jobs import Job, Progress
from theodolite.packs import own
from theodolite.packs.own import Label


def export(source: Path, name: str, target: Path, *, version: str = "1", licence: str = "") -> Job[Path]:
    """Write the geocells in ``source`` as the pack file ``target``, called ``name``; everything is read and
    checked first. Raises NotFound, InputError or PackError kinds."""
    own.check_label(Label(name, folder.KIND, version, licence or "not stated"))
    yield Progress("Checking the geocells", waiting=True)
    model = folder.read_model(source)
    purpose = (
        f"{len(model.scheme)} geocells in the style of {model.about.config.name}, trained on "
        f"{model.trained.used} photographs"
    )
    label = Label(name, folder.KIND, version, licence or "not stated", purpose)
    return (yield from own.write(source, folder.files(source), label, target))
