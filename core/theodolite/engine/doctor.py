"""What this machine can do: one fact a line, each asked of the machine, none assumed."""

from __future__ import annotations

import os
import platform
from dataclasses import dataclass
from importlib import metadata

from theodolite import __version__, offline, packs, paths
from theodolite.engine import models
from theodolite.engine.engine import Engine
from theodolite.errors import TheodoliteError
from theodolite.jobs import Job, Progress
from theodolite.workers import Call, threads

LIBRARIES = (
    "PySide6",
    "torch",
    "transformers",
    "open_clip_torch",
    "faiss-cpu",
    "onnxruntime",
    "llama-cpp-python",
    "rapidocr",
    "exifread",
    "folium",
    "sqlite-utils",
)


@dataclass(frozen=True, slots=True)
class Fact:
    """``ok`` False: something a user may want to change."""

    name: str
    value: str
    ok: bool = True


def examine(engine: Engine) -> Job[tuple[Fact, ...]]:
    """Ask the machine, the libraries and the workers."""
    yield Progress("Asking this machine")
    facts = [
        Fact("theodolite", __version__),
        Fact("python", f"{platform.python_version()} on {platform.platform()}"),
        Fact("processors", f"{os.cpu_count()} ({threads()} for models)"),
        Fact("memory", _memory()),
        Fact("data folder", str(paths.home())),
    ]
    facts += [_library(name) for name in LIBRARIES]
    facts += [_pack(row.name, row.state) for row in packs.rows() if row.starter]
    for name, call in (
        ("vision worker", Call("theodolite.engine.probes:vision", {})),
        ("language worker", Call("theodolite.engine.probes:language", {})),
    ):
        worker = engine.vision if name.startswith("vision") else engine.language
        try:
            answers: list[tuple[str, str, bool]] = yield from worker.run(call)
            facts += [Fact(f"{name}: {key}", value, ok) for key, value, ok in answers]
        except TheodoliteError as error:
            facts.append(Fact(name, str(error), ok=False))
    facts += [_model(item) for item in (yield from models.fits())]
    facts.append(_sandbox())
    refused = offline.refused()
    facts.append(Fact("connections refused", str(len(refused)), ok=not refused))
    return tuple(facts)


def _library(name: str) -> Fact:
    try:
        return Fact(name, metadata.version(name))
    except metadata.PackageNotFoundError:
        return Fact(name, "not installed", ok=False)


def _pack(name: str, state: str) -> Fact:
    hint = "" if state == "installed" else f"; theodolite packs fetch {name}"
    return Fact(f"pack {name}", f"{state}{hint}", ok=state == "installed")


def _model(item: models.ModelFit) -> Fact:
    """A language model and this machine; one that is not installed is nothing to put right."""
    where = "" if item.installed else "not installed; "
    well = not item.installed or (item.wanted is not None and item.fit != "too large")
    return Fact(f"model {item.name}", f"{where}{item.text}", ok=well)


def _memory() -> str:
    try:
        total = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
        free = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_AVPHYS_PAGES")
    except (ValueError, OSError, AttributeError):
        return "unknown"
    return f"{total / 2**30:.1f} GiB, {free / 2**30:.1f} GiB free"


def _sandbox() -> Fact:
    """Whether the map's browser sandbox can be on (design: off only for root or without namespaces)."""
    on = offline.browser_sandbox_possible()
    return Fact("browser sandbox", "on" if on else "browser sandbox off", ok=on)
