"""The one model that the language worker holds: a GGUF file, its projector, and what is evaluated in it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from theodolite.assistant.offload import open_model
from theodolite.assistant.request import ModelFiles
from theodolite.assistant.runtime.keeping import Store
from theodolite.assistant.runtime.native import Native
from theodolite.assistant.runtime.planning import PROMPT_PART, Step
from theodolite.errors import NotFound, PackHashMismatch, TheodoliteError
from theodolite.jobs import Job, Progress
from theodolite.packs.models.template import ChatTemplate
from theodolite.workers import threads

if TYPE_CHECKING:
    from theodolite.assistant.runtime.pictures import Projector

#: With a projector: some models look at an image as a whole, and then all its tokens must fit one batch.
IMAGE_PART = 512
_MAGIC = b"GGUF"
_HASH_PART = 16 * 2**20

Key = tuple[str, int, int]  # path, size, modification time


@dataclass(slots=True)
class Loaded:
    """The model in memory. ``live``: what is evaluated in its memory, from the beginning, known to be whole.

    ``gpu_layers``: 0 on the CPU; ``note``: what was tried in vain on the way. ``store``: other beginnings.
    """

    key: tuple[Key, Key | None, int]
    native: Native
    template: ChatTemplate
    sha256: str
    gpu_layers: int
    note: str = ""
    projector: Projector | None = None
    live: list[Step] = field(default_factory=list)
    store: Store = field(default_factory=Store)

    def close(self) -> None:
        if self.projector is not None:
            self.projector.close()
            self.projector = None
        self.native.llama.close()


# One model a process: this module's state is the worker's, and the worker does one request at a time.
_loaded: Loaded | None = None
_hashes: dict[Key, str] = {}


def gpu_offload_supported() -> bool:
    """Whether this build of llama.cpp can use a GPU."""
    import llama_cpp

    return bool(llama_cpp.llama_supports_gpu_offload())


def build() -> str:
    """What evaluates: the library, and the processor features that it was built for."""
    import llama_cpp

    features = llama_cpp.llama_print_system_info().decode("utf-8", "replace").strip()
    return f"llama-cpp-python {llama_cpp.__version__}; {features}"


def is_loaded(files: ModelFiles, context: int) -> bool:
    return _loaded is not None and _loaded.key == _key(files, context)


def opened(files: ModelFiles, context: int) -> Job[Loaded]:
    """The model, loaded if it is not.

    Raises NotFound for no file, TheodoliteError for a file that is no complete GGUF model or has no chat
    template, PackHashMismatch when a file is not the one that its pack names.
    """
    global _loaded
    key = _key(files, context)
    path = Path(files.model)
    sha256 = yield from hashed(path, files.model_sha256, "model")
    if _loaded is not None and _loaded.key == key:
        return _loaded
    unload()
    yield Progress("loading the language model")
    batch = IMAGE_PART if files.projector else PROMPT_PART
    found = open_model(
        lambda gpu_layers: _open(path, context, batch, gpu_layers),
        path,
        context=context,
        projector=Path(files.projector) if files.projector else None,
    )
    llama = found.model
    try:
        native = Native(llama)
        template = ChatTemplate(
            llama.metadata.get("tokenizer.chat_template", ""),
            bos=_text(llama, llama.token_bos()),
            eos=_text(llama, llama.token_eos()),
            name=path.name,
        )
    except BaseException:
        llama.close()
        raise
    _loaded = Loaded(key, native, template, sha256, found.gpu_layers, found.note)
    return _loaded


def unload() -> None:
    """Free the model's memory."""
    global _loaded
    if _loaded is not None:
        _loaded.close()
        _loaded = None


def hashed(path: Path, expected: str, what: str) -> Job[str]:
    """SHA-256 of a file, once a process; refuses at once what does not start like a GGUF file."""
    key = _stat(path)
    if key not in _hashes:
        digest, done = hashlib.sha256(), 0
        with path.open("rb") as file:
            if file.read(len(_MAGIC)) != _MAGIC:
                raise TheodoliteError(f"{path.name} is not a GGUF model file.")
            file.seek(0)
            while part := file.read(_HASH_PART):
                digest.update(part)
                done += len(part)
                yield Progress("checking the language model (bytes)", done, key[1])
        _hashes[key] = digest.hexdigest()
    if expected and _hashes[key] != expected:
        raise PackHashMismatch(f"{path.name} is not the {what} file that the pack names.")
    return _hashes[key]


def _key(files: ModelFiles, context: int) -> tuple[Key, Key | None, int]:
    """A projector that is not there matters only when a photograph is shown."""
    try:
        sight = _stat(Path(files.projector)) if files.projector else None
    except NotFound:
        sight = (files.projector, -1, -1)
    return _stat(Path(files.model)), sight, context


def _stat(path: Path) -> Key:
    try:
        facts = path.stat()
    except OSError as error:
        raise NotFound(f"There is no model file {path.name}.") from error
    return str(path), facts.st_size, facts.st_mtime_ns


def _open(path: Path, context: int, batch: int, gpu_layers: int) -> Any:
    """The model with so many layers on a graphics processor; TheodoliteError where that cannot be."""
    import llama_cpp

    try:
        return llama_cpp.Llama(
            str(path),
            n_ctx=context,
            n_batch=batch,
            n_ubatch=batch,
            n_threads=threads(),
            n_threads_batch=threads(),
            n_gpu_layers=gpu_layers,
            verbose=False,
        )
    except (ValueError, RuntimeError, MemoryError) as error:
        if "context" in str(error) or isinstance(error, MemoryError):
            raise TheodoliteError(
                f"There is not enough memory for {path.name} with room for {context} tokens. "
                "Close other programs, or choose a smaller model."
            ) from error
        raise TheodoliteError(
            f"{path.name} cannot be loaded: the file is cut short, or it is a model this program does not "
            "know. Install the language pack again."
        ) from error


def _text(llama: Any, token: int) -> str:
    return str(llama._model.token_get_text(token)) if token != -1 else ""
