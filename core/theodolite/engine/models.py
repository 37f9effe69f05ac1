"""Which language models fit this machine: those that are here by their files, others by what is known."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from theodolite import packs
from theodolite.errors import TheodoliteError
from theodolite.jobs import Job
from theodolite.packs import Pack, PackSpec
from theodolite.packs.models.memory import CONTEXT, Fit, Machine, Need, described, fit, machine, need, size
from theodolite.packs.models.reading import facts
from theodolite.packs.own import PROJECTOR

KINDS = ("vision-language-model", "language-model")


@dataclass(frozen=True, slots=True)
class ModelFit:
    """``wanted`` None: nothing is known of its size, or (``problem``) its file cannot be read."""

    name: str
    installed: bool
    wanted: Need | None
    fit: Fit | None
    problem: str = ""

    @property
    def text(self) -> str:
        """'fits: needs 0.5 GB with 4096 tokens of context'."""
        if self.wanted is None:
            return self.problem or "how much memory it needs is not known"
        about = "" if self.wanted.exact else "about "
        needs = f"needs {about}{size(self.wanted.total)} with {CONTEXT} tokens of context"
        match self.fit:
            case "fits":
                return f"fits: {needs}"
            case "tight":
                return f"fits once other programs are closed: {needs}"
            case "too large":
                return f"too large for this machine: {needs}"
        return needs


def fits() -> Job[tuple[ModelFit, ...]]:
    """Every installed and every described language model on this machine, in the order of the lock."""
    here = machine()
    found: list[ModelFit] = []
    there = [pack for kind in KINDS for pack in packs.of_kind(kind)]
    for pack in there:
        found.append((yield from of_pack(pack, here)))
    names = {pack.name for pack in there}
    found += [
        of_spec(spec, here) for spec in packs.available() if spec.kind in KINDS and spec.name not in names
    ]
    return tuple(found)


def of_pack(pack: Pack, here: Machine) -> Job[ModelFit]:
    """An installed model by what its files say."""
    try:
        known, sight = None, None
        for entry in pack.files:
            if not entry.name.endswith(".gguf"):
                continue
            told = yield from facts(Path(pack.path) / entry.name)
            if PROJECTOR in entry.name.casefold():
                sight = told
            else:
                known = told
    except TheodoliteError as error:
        return ModelFit(pack.name, True, None, None, str(error))
    if known is None:
        return ModelFit(pack.name, True, None, None, "it holds no model")
    wanted = need(known, sight, min(CONTEXT, known.context or CONTEXT))
    return ModelFit(pack.name, True, wanted, fit(wanted, here))


def of_spec(spec: PackSpec, here: Machine) -> ModelFit:
    """A model that is not here, by its line in the lock."""
    shape, sizes = spec.shape, [member.size or member.about for member in spec.members]
    if shape is None or not all(sizes):
        return ModelFit(spec.name, False, None, None)
    eyes = [number for number, member in enumerate(spec.members) if PROJECTOR in member.name.casefold()]
    projector = sum(sizes[number] for number in eyes)
    wanted = described(sum(sizes) - projector, projector, shape.cache, shape.vocabulary, shape.width, CONTEXT)
    return ModelFit(spec.name, False, wanted, fit(wanted, here))
