"""Which files belong together, and how a model that sees is asked: by what the files say, never by names.

The language worker drives llama.cpp's multimodal library (mtmd) itself: it renders the model's own chat
template with a mark where the picture stands, and mtmd encodes the picture and adds what its kind of
projector wants around it. So one path serves every projector that mtmd knows; no handler has to be chosen.
``handler`` names the class of llama-cpp-python that would be, for those who compare.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from theodolite.errors import InputError, PackError
from theodolite.jobs import Job
from theodolite.packs.models.facts import ModelFacts
from theodolite.packs.models.reading import NAME, refuse_template, refuse_unaccepted, told
from theodolite.workers import Worker

ANY = "MTMDChatHandler"


@dataclass(frozen=True, slots=True)
class Sight:
    """A kind of projector. ``architectures``: the models whose positions it counts as they do; () for any."""

    family: str
    handler: str = ANY
    architectures: tuple[str, ...] = ()


#: Types as mtmd spells them. A type that is not here is taken when mtmd takes it (reading.refuse_unaccepted).
SIGHTS: dict[str, Sight] = {
    "mlp": Sight("LLaVA 1.5 and its kin", "Llava15ChatHandler"),
    "resampler": Sight("MiniCPM-V", "MiniCPMv26ChatHandler"),
    "qwen2vl_merger": Sight("Qwen2-VL", "Qwen25VLChatHandler", ("qwen2vl",)),
    "qwen2.5vl_merger": Sight("Qwen2.5-VL", "Qwen25VLChatHandler", ("qwen2vl",)),
    "qwen3vl_merger": Sight("Qwen3-VL", ANY, ("qwen3vl", "qwen3vlmoe")),
    "gemma3": Sight("Gemma 3", ANY, ("gemma3",)),
    "gemma3nv": Sight("Gemma 3n", ANY, ("gemma3n",)),
    "gemma4v": Sight("Gemma 4", "Gemma4ChatHandler", ("gemma4",)),
    "llama4": Sight("Llama 4", ANY, ("llama4",)),
    "idefics3": Sight("SmolVLM and Idefics 3"),
    "internvl": Sight("InternVL"),
    "pixtral": Sight("Pixtral and Mistral Small"),
}


@dataclass(frozen=True, slots=True)
class Files:
    """A model and, when it sees, its projector, with what they say about themselves."""

    model: Path
    facts: ModelFacts
    projector: Path | None = None
    sight: ModelFacts | None = None


def pair(found: Sequence[tuple[Path, ModelFacts]]) -> Files:
    """Which of the files is the model and which its projector. PackError says why they are no pair."""
    models = [(path, known) for path, known in found if known.role == "model"]
    projectors = [(path, known) for path, known in found if known.role == "projector"]
    for path, known in found:
        if known.parts > 1:
            raise PackError(
                f"{path.name} is one of {known.parts} parts of a model. Join them first: "
                "llama-gguf-split --merge FIRST-PART WHOLE.gguf"
            )
        if known.role not in ("model", "projector"):
            what = "an adapter (LoRA) for a model" if known.role == "adapter" else "no language model"
            raise PackError(f"{path.name} is {what}; it cannot be asked by itself.")
    if not models:
        only = projectors[0][0].name if projectors else "nothing"
        raise PackError(f"{only} is a projector: the eye of a model. Give the file of the model as well.")
    if len(models) > 1:
        raise PackError(f"{models[0][0].name} and {models[1][0].name} are two models. Import one at a time.")
    if len(projectors) > 1:
        raise PackError(
            f"{projectors[0][0].name} and {projectors[1][0].name} are two projectors. Give the one you want."
        )
    path, known = models[0]
    eye, sight = projectors[0] if projectors else (None, None)
    refuse_misfits(known, sight, model_name=path.name, projector_name=eye.name if eye else "")
    return Files(path, known, eye, sight)


def refuse_misfits(
    model: ModelFacts, projector: ModelFacts | None, *, model_name: str, projector_name: str = ""
) -> None:
    """PackError when the model cannot be asked, or the projector is not made for it."""
    if not model.template.strip():
        raise PackError(f"{model_name} holds no chat template, so it cannot be asked in sentences.")
    if not model.vocabulary or not model.width:
        raise PackError(f"{model_name} does not say what a language model must (its words and its width).")
    if projector is None:
        return
    if not projector.sees:
        takes = "sound only" if projector.hears else "no pictures"
        raise PackError(f"{projector_name} takes {takes}: the model would not see with it.")
    if projector.width and projector.width != model.width:
        raise PackError(
            f"{projector_name} does not fit {model_name}: it gives vectors of {projector.width} numbers, the "
            f"model reads {model.width}. Take the projector that was published with the model."
        )
    sight = SIGHTS.get(projector.projector)
    if sight is not None and sight.architectures and model.architecture not in sight.architectures:
        raise PackError(
            f"{projector_name} does not fit {model_name}: it is the projector of {sight.family}, the "
            f"model is of the architecture {model.architecture}."
        )


def handler(projector: str) -> str:
    """The chat handler of llama-cpp-python that this type of projector corresponds to."""
    return SIGHTS.get(projector, Sight("")).handler


def examined(paths: Sequence[Path]) -> Job[Files]:
    """The files of a model, read, paired and shown to llama.cpp. InputError, NotFound or PackError."""
    if not 0 < len(paths) <= 2:
        raise InputError("A model is one GGUF file, or two: the model and its projector.")
    with Worker(NAME) as worker:
        found = []
        for path in paths:
            found.append((path, (yield from told(worker, path))))
        files = pair(found)
        yield from refuse_template(worker, files.model, files.facts.template)
        yield from refuse_unaccepted(worker, files.model, files.projector)
    return files
