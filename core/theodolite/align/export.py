"""``align export``: a trained model becomes a pack that other machines can import."""

from __future__ import annotations

import shutil
import tempfile
from dataclasses import replace
from pathlib import Path

from theodolite.align import config as configs
from theodolite.align import load, train
from theodolite.align.config import CONFIG, KIND, WEIGHTS
from theodolite.errors import NotFound
from theodolite.jobs import Job, Progress
from theodolite.packs import own
from theodolite.packs.own import Label


def export(folder: Path, name: str, target: Path, *, version: str = "1", licence: str = "") -> Job[Path]:
    """Write the model in ``folder`` as the pack file ``target``, called ``name``.

    The weights are read and checked first; the log of the training, which names no file and no place, goes
    along. Raises NotFound, InputError or PackError kinds; an existing file is replaced only by a whole one.
    """
    own.check_label(Label(name, KIND, version, licence or "not stated"))
    if not target.parent.is_dir():
        raise NotFound(f"There is no folder {target.parent}.")
    yield Progress("Checking the model", waiting=True)
    if not (folder / CONFIG).is_file():
        raise NotFound(f"{folder} holds no trained model ({CONFIG} is missing).")
    config, _ = load.read(folder)
    log = train.read_log(folder)
    label = Label(name, KIND, version, licence or "not stated", _purpose(config, log[0] if log else None))
    with tempfile.TemporaryDirectory(prefix=".export-", dir=target.parent) as beside:
        staged = Path(beside)
        (staged / CONFIG).write_text(configs.to_json(replace(config, name=name)), encoding="utf-8")
        shutil.copyfile(folder / WEIGHTS, staged / WEIGHTS)
        files = [CONFIG, WEIGHTS]
        if log is not None:
            shutil.copyfile(folder / train.LOG, staged / train.LOG)
            files.append(train.LOG)
        return (yield from own.write(staged, files, label, target))


def _purpose(config: configs.AlignConfig, result: train.TrainResult | None) -> str:
    what = "places and place names" if config.text_dim is not None else "places"
    how = f", trained on {result.used} photographs" if result is not None else ""
    return f"aligns photographs with {what}{how}"
