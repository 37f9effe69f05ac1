"""The child's side: the header of a GGUF file through ggml's own reader, and llama.cpp's word on the file.

Runs in a process of its own (``reading``), with little memory allowed, and is killed when it takes long. ggml
asserts on some lies of a file and ends the process; that must be nobody else's. Only ``libggml-base`` is
loaded for the header, so it takes some hundredths of a second.

The functions are those of ``ggml/include/gguf.h`` (llama.cpp, MIT).
"""

from __future__ import annotations

import ctypes
import importlib.util
import math
import os
import re
import resource
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from theodolite.errors import PackError

Value = str | int | float | bool | tuple[int | float, ...]

MOST_KEYS = 4096
MOST_TENSORS = 1 << 16
LONGEST_TEXT = 1 << 20
_LONGEST_ARRAY = 1024  # numbers kept of an array: one a layer
_MEMORY = 8 << 30
_MAGIC = b"GGUF"
_VERSIONS = (2, 3)
_ERROR = 4  # enum ggml_log_level

# enum gguf_type: the getter and its C type
_SCALARS: dict[int, tuple[str, Any]] = {
    0: ("u8", ctypes.c_uint8),
    1: ("i8", ctypes.c_int8),
    2: ("u16", ctypes.c_uint16),
    3: ("i16", ctypes.c_int16),
    4: ("u32", ctypes.c_uint32),
    5: ("i32", ctypes.c_int32),
    6: ("f32", ctypes.c_float),
    7: ("bool", ctypes.c_bool),
    10: ("u64", ctypes.c_uint64),
    11: ("i64", ctypes.c_int64),
    12: ("f64", ctypes.c_double),
}
_TEXT, _ARRAY = 8, 9


@dataclass(frozen=True, slots=True)
class Tensor:
    """``shape``: ggml's order, the fastest first. ``start``: bytes from the beginning of the tensor data."""

    name: str
    type: str
    shape: tuple[int, ...]
    start: int
    size: int

    @property
    def elements(self) -> int:
        return math.prod(self.shape)


@dataclass(frozen=True, slots=True)
class Header:
    """What stands in front of the weights. Of arrays only short ones of numbers are kept; ``lengths`` has
    the length of all. ``data``: where the weights begin. ``size``: of the whole file."""

    keys: dict[str, Value]
    lengths: dict[str, int]
    tensors: tuple[Tensor, ...]
    data: int
    size: int


def header(path: str, limited: bool = True) -> Header:
    """The header of the file; :class:`PackError` when it is none or the file is cut short.

    ``limited``: this process may have little memory from now on (it is a child for this alone).
    """
    if limited:
        _little_memory()
    file = Path(path)
    size = file.stat().st_size
    with file.open("rb") as stream:
        head = stream.read(24)
    if head[:4] != _MAGIC:
        raise PackError(f"{file.name} is not a GGUF model file.")
    version = int.from_bytes(head[4:8], "little")
    if version not in _VERSIONS:
        raise PackError(f"{file.name} is a GGUF file of version {version}, which is not read.")
    if len(head) < 24 or _count(head[16:24]) > MOST_KEYS or _count(head[8:16]) > MOST_TENSORS:
        raise PackError(f"{file.name} is cut short, or its header is damaged.")
    library = _library("ggml-base")
    with _opened(library, file) as context:
        keys, lengths = _keys(library, context)
        tensors = tuple(_tensors(library, context))
        data = int(_function(library, "gguf_get_data_offset", ctypes.c_size_t, 1)(context))
    end = max((tensor.start + tensor.size for tensor in tensors), default=0)
    if data + end > size:
        raise PackError(
            f"{file.name} is cut short: it has {size} bytes, its weights end at {data + end}. "
            "Copy or download it again."
        )
    return Header(keys, lengths, tensors, data, size)


def accepted(path: str, projector: str = "") -> str:
    """Why llama.cpp as installed here does not take the file, or "".

    Every tensor of the model is looked for with its shape, without its weights. The projector is opened on it
    with its weights, as the language worker would: its type, its tensors and its width must fit the model.
    """
    _little_memory()
    for variable in ("CUDA_VISIBLE_DEVICES", "HIP_VISIBLE_DEVICES", "GGML_VK_VISIBLE_DEVICES"):
        os.environ[variable] = ""  # graphics drivers want more address space than is allowed here
    said: list[str] = []
    import llama_cpp
    from llama_cpp import llama_cpp as bindings

    def listen(level: int, text: bytes | None, _: object) -> None:
        if level == _ERROR:
            said.append(_decoded(text))

    callback = bindings.llama_log_callback(listen)
    bindings.llama_log_set(callback, ctypes.c_void_p(0))
    params = bindings.llama_model_default_params()
    params.no_alloc = True
    params.load_mode = bindings.LLAMA_LOAD_MODE_NONE
    params.n_gpu_layers = 0
    model = bindings.llama_model_load_from_file(os.fsencode(path), params)
    if not model:
        return _why(said, path) or f"llama.cpp {llama_cpp.__version__} refuses it"
    try:
        return _projected(model, projector, callback, said) if projector else ""
    finally:
        bindings.llama_model_free(model)


def _projected(model: Any, projector: str, callback: Any, said: list[str]) -> str:
    """Why the projector does not open on the model, or ""."""
    from llama_cpp import mtmd_cpp

    mtmd_cpp.mtmd_log_set(callback, ctypes.c_void_p(0))
    said.clear()
    params = mtmd_cpp.mtmd_context_params_default()
    params.use_gpu = params.warmup = params.print_timings = False
    params.n_threads = 1
    context = mtmd_cpp.mtmd_init_from_file(os.fsencode(projector), model, params)
    if not context:
        return _why(said, projector) or "the two do not fit"
    sees = mtmd_cpp.mtmd_support_vision(context)
    mtmd_cpp.mtmd_free(context)
    return "" if sees else "it takes no pictures"


def tried_template(name: str, template: str) -> None:
    """Raises TemplateRefused unless the chat template can be used (:mod:`template`)."""
    from theodolite.packs.models.template import ChatTemplate

    _little_memory()
    ChatTemplate(template, bos="<s>", eos="</s>", name=name)


def _why(said: list[str], *paths: str) -> str:
    """The first error that the library logged, in one printable line; files by their names."""
    if not said:
        return ""
    line = re.sub(r"^.*?(error loading model|failed to load model '[^']*'|rror): ", "", said[0])
    line = re.sub(r"^[\w()]+: ", "", " ".join(line.split()))  # the function that says it
    for path in paths:
        line = line.replace(path, Path(path).name)
    return "".join(c for c in line if c.isprintable()).strip()[:300].rstrip(". ")


def _decoded(text: bytes | None) -> str:
    return (text or b"").decode("utf-8", "replace")


def _count(data: bytes) -> int:
    return int.from_bytes(data, "little")


def _little_memory() -> None:
    os.environ["GGML_NO_BACKTRACE"] = "1"  # an assertion would start a debugger to print a trace
    soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    limit = _MEMORY if hard == resource.RLIM_INFINITY else min(_MEMORY, hard)
    if soft == resource.RLIM_INFINITY or soft > limit:
        resource.setrlimit(resource.RLIMIT_AS, (limit, hard))


def _library(name: str) -> ctypes.CDLL:
    """ggml's library as llama-cpp-python ships it; its Python module (slow) is not imported."""
    found = importlib.util.find_spec("llama_cpp")
    if found is None or found.origin is None:
        raise PackError("llama-cpp-python is not installed, so model files cannot be read.")
    suffix, prefix = {"darwin": (".dylib", "lib"), "win32": (".dll", "")}.get(sys.platform, (".so", "lib"))
    place = Path(found.origin).parent / "lib" / f"{prefix}{name}{suffix}"
    try:
        return ctypes.CDLL(str(place))
    except OSError as error:
        raise PackError(f"llama-cpp-python has no library {place.name} ({error}).") from error


def _function(library: ctypes.CDLL, name: str, result: Any, numbers: int = 0) -> Callable[..., Any]:
    """The C function of a gguf context and, from the second argument on, int64 indices."""
    function = getattr(library, name)
    function.restype = result
    function.argtypes = [ctypes.c_void_p, *([ctypes.c_int64] * (numbers - 1))]
    found: Callable[..., Any] = function
    return found


class _InitParams(ctypes.Structure):
    _fields_ = (("no_alloc", ctypes.c_bool), ("ctx", ctypes.c_void_p))


@contextmanager
def _opened(library: ctypes.CDLL, file: Path) -> Iterator[int]:
    init = library.gguf_init_from_file
    init.restype, init.argtypes = ctypes.c_void_p, [ctypes.c_char_p, _InitParams]
    context = init(os.fsencode(file), _InitParams(True, None))
    if not context:
        raise PackError(f"{file.name} cannot be read: it is cut short, or its header is damaged.")
    try:
        yield context
    finally:
        _function(library, "gguf_free", None, 1)(context)


def _keys(library: ctypes.CDLL, context: int) -> tuple[dict[str, Value], dict[str, int]]:
    count = int(_function(library, "gguf_get_n_kv", ctypes.c_int64, 1)(context))
    name_of = _function(library, "gguf_get_key", ctypes.c_char_p, 2)
    type_of = _function(library, "gguf_get_kv_type", ctypes.c_int, 2)
    text_of = _function(library, "gguf_get_val_str", ctypes.c_char_p, 2)
    array_type = _function(library, "gguf_get_arr_type", ctypes.c_int, 2)
    array_size = _function(library, "gguf_get_arr_n", ctypes.c_size_t, 2)
    array_data = _function(library, "gguf_get_arr_data", ctypes.c_void_p, 2)
    keys: dict[str, Value] = {}
    lengths: dict[str, int] = {}
    for index in range(min(count, MOST_KEYS)):
        name, kind = _decoded(name_of(context, index)), int(type_of(context, index))
        if kind == _TEXT:
            keys[name] = _decoded(text_of(context, index)[:LONGEST_TEXT])
        elif kind == _ARRAY:
            size, inner = int(array_size(context, index)), int(array_type(context, index))
            lengths[name] = size
            if inner in _SCALARS and 0 < size <= _LONGEST_ARRAY:
                c_type = _SCALARS[inner][1]
                data = ctypes.cast(array_data(context, index), ctypes.POINTER(c_type))
                keys[name] = tuple(data[i] for i in range(size))
        elif kind in _SCALARS:
            getter, c_type = _SCALARS[kind]
            keys[name] = _function(library, f"gguf_get_val_{getter}", c_type, 2)(context, index)
    return keys, lengths


def _tensors(library: ctypes.CDLL, context: int) -> Iterator[Tensor]:
    count = int(_function(library, "gguf_get_n_tensors", ctypes.c_int64, 1)(context))
    name_of = _function(library, "gguf_get_tensor_name", ctypes.c_char_p, 2)
    type_of = _function(library, "gguf_get_tensor_type", ctypes.c_int, 2)
    size_of = _function(library, "gguf_get_tensor_size", ctypes.c_size_t, 2)
    start_of = _function(library, "gguf_get_tensor_offset", ctypes.c_size_t, 2)
    shape_of = _function(library, "gguf_get_tensor_ne", ctypes.POINTER(ctypes.c_int64), 2)
    type_name = library.ggml_type_name
    type_name.restype, type_name.argtypes = ctypes.c_char_p, [ctypes.c_int]
    for index in range(min(count, MOST_TENSORS)):
        shape = shape_of(context, index)
        yield Tensor(
            name=_decoded(name_of(context, index)),
            type=_decoded(type_name(type_of(context, index))).upper(),
            shape=tuple(int(shape[i]) for i in range(4)),
            start=int(start_of(context, index)),
            size=int(size_of(context, index)),
        )
