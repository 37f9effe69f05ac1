"""What runs in the language worker: llama.cpp on one GGUF file, kept loaded between requests.

Called as ``Call("theodolite.assistant.llama:generate", {...})``. The chat template is the one in the file.
The text is streamed token by token; cancellation is checked at every token and every part of the prompt.
The same file, messages, seed and thread count give the same text.
"""

from __future__ import annotations

import hashlib
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from theodolite.errors import InputError, NotFound, PackHashMismatch, TheodoliteError
from theodolite.jobs import Job, Progress
from theodolite.workers import Partial, threads

_MAGIC = b"GGUF"
PROMPT_PART = 128  # tokens read between two cancel checks
_HASH_PART = 16 * 1024 * 1024

Message = dict[str, str]


@dataclass(frozen=True, slots=True)
class Generated:
    """A finished text. Times in seconds; ``load_s`` is 0 when the model was loaded already.

    ``finish``: 'stop' when the model ended by itself, 'length' when ``max_tokens`` cut it off.
    ``gpu_layers``: 0 on the CPU, -1 when all layers were given to a GPU.
    """

    text: str
    model_sha256: str
    prompt_tokens: int
    tokens: int
    load_s: float
    prompt_s: float
    write_s: float
    finish: Literal["stop", "length"]
    gpu_layers: int
    threads: int
    seed: int

    @property
    def tokens_per_s(self) -> float:
        return self.tokens / self.write_s if self.write_s > 0 else 0.0


@dataclass(frozen=True, slots=True)
class Loaded:
    """The model in memory. ``key``: path, size, modification time, context.

    ``kept``: the tokens that :mod:`continuing` has left evaluated, empty when anything else ran since.
    """

    key: tuple[str, int, int, int]
    model: Any
    formatter: Any
    sha256: str
    gpu_layers: int
    kept: list[int] = field(default_factory=list)


# One model a process: this module's state is the worker's, and the worker does one request at a time.
_loaded: Loaded | None = None


def gpu_offload_supported() -> bool:
    """Whether this build of llama.cpp can use a GPU."""
    import llama_cpp

    return bool(llama_cpp.llama_supports_gpu_offload())


def generate(
    model_path: str,
    messages: Sequence[Message],
    max_tokens: int = 256,
    seed: int = 7,
    *,
    temperature: float = 0.2,
    image: bytes | None = None,
    context: int = 4096,
    expected_sha256: str | None = None,
) -> Job[Generated]:
    """Answer ``messages`` ({'role', 'content'}); yields Partial(text piece) while writing.

    Raises what :func:`opened` raises, InputError for an ``image`` or when the messages do not fit.
    """
    refuse_image(model_path, image)
    if max_tokens < 1 or not messages:
        raise InputError("Nothing to write: no messages, or no tokens allowed.")
    started = time.perf_counter()
    fresh = not _is_loaded(Path(model_path), context)
    loaded = yield from opened(model_path, context, expected_sha256)
    load_s = time.perf_counter() - started if fresh else 0.0
    prompt, stops = prompt_tokens(loaded, messages, max_tokens)
    started = time.perf_counter()
    loaded.kept.clear()
    yield from _read(loaded.model, prompt)
    prompt_s = time.perf_counter() - started
    started = time.perf_counter()
    text, count, finish = "", 0, "stop"
    for piece, end in _write(loaded.model, prompt, stops, max_tokens, seed, temperature):
        finish = end or finish
        if piece:
            text, count = text + piece, count + 1
            yield Partial(piece, text="writing", done=count, total=max_tokens)
    return Generated(
        text=text.strip(),
        model_sha256=loaded.sha256,
        prompt_tokens=len(prompt),
        tokens=count,
        load_s=load_s,
        prompt_s=prompt_s,
        write_s=time.perf_counter() - started,
        finish="length" if finish == "length" else "stop",
        gpu_layers=loaded.gpu_layers,
        threads=threads(),
        seed=seed,
    )


def sees(model_path: str) -> bool:
    """Whether the model can be shown a photograph. No: models are given text only, whatever they could do."""
    return False


def refuse_image(model_path: str, image: bytes | None) -> None:
    """InputError for a photograph that the model would not see: no answer may look as if it had."""
    if image is not None and not sees(model_path):
        raise InputError(f"{Path(model_path).name} reads text only: it cannot see the photograph.")


def opened(model_path: str, context: int, expected_sha256: str | None = None) -> Job[Loaded]:
    """The model, loaded if it is not.

    Raises NotFound for no file, TheodoliteError for a file that is no complete GGUF model or has no chat
    template, PackHashMismatch when ``expected_sha256`` differs.
    """
    loaded = yield from _load(Path(model_path), context)
    if expected_sha256 is not None and loaded.sha256 != expected_sha256:
        raise PackHashMismatch(f"{Path(model_path).name} is not the model file that the pack names.")
    return loaded


def prompt_tokens(
    loaded: Loaded, messages: Sequence[Message], max_tokens: int
) -> tuple[list[int], list[str]]:
    """The messages as tokens, and the strings that end an answer; InputError when an answer would not fit."""
    prompt, stops = _prompt(loaded, messages)
    space = loaded.model.n_ctx() - max_tokens
    if len(prompt) > space:
        raise InputError(f"The text is too long for the model: {len(prompt)} tokens, {max(0, space)} fit.")
    return prompt, stops


def unload() -> None:
    """Free the model's memory."""
    global _loaded
    if _loaded is not None:
        _loaded.model.close()
        _loaded = None


def _key(path: Path, context: int) -> tuple[str, int, int, int]:
    try:
        facts = path.stat()
    except OSError as error:
        raise NotFound(f"There is no model file {path.name}.") from error
    return str(path), facts.st_size, facts.st_mtime_ns, context


def _is_loaded(path: Path, context: int) -> bool:
    return _loaded is not None and _loaded.key == _key(path, context)


def _load(path: Path, context: int) -> Job[Loaded]:
    global _loaded
    key = _key(path, context)
    if _loaded is not None and _loaded.key == key:
        return _loaded
    unload()
    sha256 = yield from _hash(path, key[1])
    yield Progress("loading the language model")
    model, gpu_layers = _open(path, context)
    try:
        formatter = _formatter(model, path)
    except BaseException:
        model.close()
        raise
    _loaded = Loaded(key, model, formatter, sha256, gpu_layers)
    return _loaded


def _hash(path: Path, size: int) -> Job[str]:
    """SHA-256 of the file; refuses at once what does not start like a GGUF file."""
    digest, done = hashlib.sha256(), 0
    with path.open("rb") as file:
        if file.read(len(_MAGIC)) != _MAGIC:
            raise TheodoliteError(f"{path.name} is not a GGUF model file.")
        file.seek(0)
        while part := file.read(_HASH_PART):
            digest.update(part)
            done += len(part)
            yield Progress("checking the language model (bytes)", done, size)
    return digest.hexdigest()


def _open(path: Path, context: int) -> tuple[Any, int]:
    """The model and its number of GPU layers; a GPU that refuses it (memory) leaves it to the CPU."""
    import llama_cpp

    choices = (-1, 0) if llama_cpp.llama_supports_gpu_offload() else (0,)
    reason: Exception | None = None
    for gpu_layers in choices:
        try:
            model = llama_cpp.Llama(
                str(path),
                n_ctx=context,
                n_batch=PROMPT_PART,
                n_threads=threads(),
                n_threads_batch=threads(),
                n_gpu_layers=gpu_layers,
                verbose=False,
            )
        except (ValueError, RuntimeError) as error:
            reason = error
        else:
            return model, gpu_layers
    raise TheodoliteError(
        f"{path.name} cannot be loaded: the file is cut short, or it is a model this program does not know. "
        "Install the language pack again."
    ) from reason


def _formatter(model: Any, path: Path) -> Any:
    """The chat template that the file carries. Another model's template would give wrong text silently."""
    from llama_cpp.llama_chat_format import Jinja2ChatFormatter

    template = model.metadata.get("tokenizer.chat_template")
    if not template:
        raise TheodoliteError(f"{path.name} holds no chat template, so it cannot be asked in sentences.")

    def text(token: int) -> str:
        return str(model._model.token_get_text(token)) if token != -1 else ""

    return Jinja2ChatFormatter(
        template=template,
        eos_token=text(model.token_eos()),
        bos_token=text(model.token_bos()),
        stop_token_ids=[model.token_eos()],
    )


def _prompt(loaded: Loaded, messages: Sequence[Message]) -> tuple[list[int], list[str]]:
    """The messages as tokens, and the strings that end an answer."""
    formatted = loaded.formatter(messages=list(messages))
    tokens = loaded.model.tokenize(
        formatted.prompt.encode("utf-8"), add_bos=not formatted.added_special, special=True
    )
    stop = formatted.stop
    stops = [stop] if isinstance(stop, str) else list(stop or ())
    return list(tokens), [item for item in stops if item]


def _read(model: Any, prompt: list[int]) -> Iterator[Progress]:
    """Evaluate the prompt in parts, so that a long one can be cancelled; writing then starts from it."""
    model.reset()
    model._ctx.kv_cache_clear()
    for start in range(0, len(prompt), PROMPT_PART):
        yield Progress("reading the records (tokens)", start, len(prompt))
        model.eval(prompt[start : start + PROMPT_PART])


def _write(
    model: Any, prompt: list[int], stops: list[str], max_tokens: int, seed: int, temperature: float
) -> Iterator[tuple[str, str | None]]:
    """(piece, reason to end or None) until the model stops."""
    stream = model.create_completion(
        prompt,
        max_tokens=max_tokens,
        temperature=temperature,
        top_p=0.95,
        repeat_penalty=1.05,
        seed=seed,
        stop=stops,
        stream=True,
    )
    try:
        for chunk in stream:
            choice = chunk["choices"][0]
            yield choice["text"], choice["finish_reason"]
    finally:
        stream.close()
