"""Photographs for a model that sees: llama.cpp's multimodal part, driven directly.

Each picture is run through the projector once: its vectors stay, by the SHA-256 of its pixels, for as long as
the projector is loaded and memory allows. From the vectors it can be evaluated any number of times.
"""

from __future__ import annotations

import ctypes
import hashlib
import secrets
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from theodolite.assistant.request import ModelFiles, Picture
from theodolite.assistant.runtime.planning import Piece, Shown, Step, Words
from theodolite.errors import InputError, TheodoliteError
from theodolite.jobs import Job, Progress
from theodolite.workers import threads

if TYPE_CHECKING:
    from theodolite.assistant.runtime.loading import Loaded

MOST_BYTES = 256 * 2**20  # of vectors
MOST_SIDE = 16384
MOST_TOKENS = 1024  # of a picture, where a model takes as many as its size asks for: thousands
LOOKING = "looking at the photograph"


@dataclass(frozen=True, slots=True)
class Encoded:
    """A picture as the projector sees it. ``images``: llama.cpp's notes on each, without its pixels, ours to
    free; ``pieces``: text of the model round the images, and the images; ``vectors``: those of each image,
    [tokens, width]."""

    images: tuple[Any, ...]
    pieces: tuple[Piece, ...]
    vectors: tuple[NDArray[np.float32], ...]

    @property
    def bytes(self) -> int:
        return sum(one.nbytes for one in self.vectors)

    def close(self) -> None:
        from llama_cpp import mtmd_cpp

        for image in self.images:
            mtmd_cpp.mtmd_input_chunk_free(image)


@dataclass(slots=True)
class Projector:
    """A loaded projector. ``marker``: random, so that no text of anyone's can be it. ``encodes``: images run
    through it since it was loaded. ``known``: pictures by the SHA-256 of their pixels, oldest first."""

    handle: Any
    sha256: str
    marker: str
    whole: bool
    encodes: int = 0
    known: dict[str, Encoded] = field(default_factory=dict)

    def close(self) -> None:
        from llama_cpp import mtmd_cpp

        for one in self.known.values():
            one.close()
        self.known.clear()
        mtmd_cpp.mtmd_free(self.handle)


def sees(files: ModelFiles) -> bool:
    """Whether the model can be shown a photograph: it comes with a projector."""
    return bool(files.projector)


def refuse(files: ModelFiles) -> None:
    """InputError for a model that would not see the photograph: no answer may look as if it had."""
    if not sees(files):
        raise InputError(
            f"{Path(files.model).name} reads text only: it cannot see the photograph. Choose a model with a "
            "projector (a file with mmproj in its name), or ask without the photograph."
        )


def digest(picture: Picture) -> str:
    """SHA-256 of the pixels: 'width height', a line feed, the packed RGB bytes."""
    found = hashlib.sha256(f"{picture.width} {picture.height}\n".encode())
    found.update(picture.rgb)
    return found.hexdigest()


def projector(loaded: Loaded, files: ModelFiles) -> Job[Projector]:
    """The projector, loaded if it is not.

    Raises NotFound, PackHashMismatch, and TheodoliteError for a file that is no projector for images or is
    one of another model.
    """
    from theodolite.assistant.runtime.loading import hashed

    path = Path(files.projector)
    sha256 = yield from hashed(path, files.projector_sha256, "projector")
    if loaded.projector is not None:
        return loaded.projector
    yield Progress("loading the projector of the language model")
    from llama_cpp import mtmd_cpp

    _quiet()
    given = mtmd_cpp.mtmd_context_params_default()
    marker = f"<{secrets.token_hex(16)}>"
    given.use_gpu = loaded.gpu_layers != 0
    given.print_timings = False
    given.n_threads = threads()
    given.media_marker = marker.encode()
    given.warmup = False
    given.image_max_tokens = MOST_TOKENS
    given.flash_attn_type = 0  # as the model's own
    handle = mtmd_cpp.mtmd_init_from_file(str(path).encode(), loaded.native.model, given)
    if not handle:
        raise TheodoliteError(
            f"{path.name} cannot be loaded: it is cut short, no projector, or that of another model. "
            "Install the model and its projector from the same place."
        )
    if not mtmd_cpp.mtmd_support_vision(handle):
        mtmd_cpp.mtmd_free(handle)
        raise TheodoliteError(f"{path.name} is a projector, but not one for photographs.")
    whole = bool(mtmd_cpp.mtmd_decode_use_non_causal(handle, None))
    loaded.projector = Projector(handle, sha256, marker, whole)
    return loaded.projector


def pieces(loaded: Loaded, picture: Picture) -> Job[tuple[tuple[Piece, ...], int]]:
    """What stands for ``picture`` in the prompt, and whether it was encoded now (1) or before (0)."""
    sight = loaded.projector
    if sight is None:
        raise TheodoliteError("The projector of the language model is not loaded.")
    _check(picture)
    pixels = digest(picture)
    found = sight.known.pop(pixels, None)
    anew = found is None
    if found is None:
        yield Progress(LOOKING)
        found = _encoded(loaded, sight, picture, pixels)
    sight.known[pixels] = found
    return found.pieces, int(anew)


def bound(loaded: Loaded, prompt: Sequence[Piece], most: int = MOST_BYTES) -> None:
    """Forget the vectors of the pictures used longest ago, those in ``prompt`` excepted."""
    if loaded.projector is None:
        return
    known = loaded.projector.known
    wanted = {piece.pixels for piece in prompt if isinstance(piece, Shown)}
    for pixels in [one for one in known if one not in wanted]:
        if sum(one.bytes for one in known.values()) <= most:
            return
        known.pop(pixels).close()


def evaluate(loaded: Loaded, step: Step) -> bool:
    """Evaluate one image from its vectors; False when the request was cancelled meanwhile."""
    from llama_cpp import mtmd_cpp

    sight, shown = loaded.projector, step.piece
    if sight is None or not isinstance(shown, Shown):
        raise TheodoliteError("The projector of the language model is not loaded.")
    one = sight.known[shown.pixels]
    vectors = one.vectors[shown.number]
    after = ctypes.c_int32(0)
    code = mtmd_cpp.mtmd_helper_decode_image_chunk(
        sight.handle,
        loaded.native.ctx,
        one.images[shown.number],
        vectors.ctypes.data_as(ctypes.POINTER(ctypes.c_float)),
        step.batch.start,
        0,
        loaded.native.most,
        ctypes.byref(after),
        mtmd_cpp.mtmd_helper_post_decode_callback(),
        None,
    )
    whole = loaded.native.done(code)
    if whole and after.value != step.end:
        raise TheodoliteError("The language model counts the photograph differently from its projector.")
    return whole


def _check(picture: Picture) -> None:
    sides = (picture.width, picture.height)
    if not all(0 < side <= MOST_SIDE for side in sides) or len(picture.rgb) != 3 * sides[0] * sides[1]:
        raise InputError("The picture for the language model is not packed RGB of the size stated.")


def _encoded(loaded: Loaded, sight: Projector, picture: Picture, pixels: str) -> Encoded:
    from llama_cpp import mtmd_cpp

    chunks = _chunks(sight, picture)
    width = _width(loaded)
    found: list[Piece] = []
    images: list[Any] = []
    vectors: list[NDArray[np.float32]] = []
    try:
        for number in range(mtmd_cpp.mtmd_input_chunks_size(chunks)):
            chunk = mtmd_cpp.mtmd_input_chunks_get(chunks, number)
            if mtmd_cpp.mtmd_input_chunk_get_type(chunk) == mtmd_cpp.MTMD_INPUT_CHUNK_TYPE_TEXT:
                length = ctypes.c_size_t(0)
                tokens = mtmd_cpp.mtmd_input_chunk_get_tokens_text(chunk, ctypes.byref(length))
                found.append(Words(tuple(tokens[: length.value])))
                continue
            count = int(mtmd_cpp.mtmd_input_chunk_get_n_tokens(chunk))
            if sight.whole and count > loaded.native.most:
                raise InputError(
                    f"This model looks at a photograph as a whole, in {count} tokens; this program "
                    f"gives it {loaded.native.most} at a time. Choose another model."
                )
            if mtmd_cpp.mtmd_encode_chunk(sight.handle, chunk):
                raise TheodoliteError("The projector of the language model failed on the photograph.")
            data = mtmd_cpp.mtmd_get_output_embd(sight.handle)
            vectors.append(np.ctypeslib.as_array(data, shape=(count, width)).copy())
            positions = int(mtmd_cpp.mtmd_input_chunk_get_n_pos(chunk))
            found.append(Shown(pixels, len(images), count, positions))
            images.append(mtmd_cpp.mtmd_input_chunk_get_placeholder(chunk))
    except BaseException:
        Encoded(tuple(images), (), ()).close()
        raise
    finally:
        mtmd_cpp.mtmd_input_chunks_free(chunks)
    sight.encodes += 1
    return Encoded(tuple(images), tuple(found), tuple(vectors))


def _chunks(sight: Projector, picture: Picture) -> Any:
    """The picture cut up and scaled as the projector wants it."""
    from llama_cpp import mtmd_cpp

    data = (ctypes.c_uint8 * len(picture.rgb)).from_buffer_copy(picture.rgb)
    bitmap = mtmd_cpp.mtmd_bitmap_init(picture.width, picture.height, data)
    chunks = mtmd_cpp.mtmd_input_chunks_init()
    if not bitmap or not chunks:
        raise TheodoliteError("There is not enough memory for the photograph.")
    marker = sight.marker.encode()
    text = mtmd_cpp.mtmd_input_text(text=marker, text_len=len(marker), add_special=False, parse_special=True)
    bitmaps = (mtmd_cpp.mtmd_bitmap_p_ctypes * 1)(bitmap)
    try:
        code = mtmd_cpp.mtmd_tokenize(sight.handle, chunks, ctypes.byref(text), bitmaps, 1)
    finally:
        mtmd_cpp.mtmd_bitmap_free(bitmap)
    if code:
        mtmd_cpp.mtmd_input_chunks_free(chunks)
        raise TheodoliteError("The projector of the language model cannot read the photograph.")
    return chunks


def _width(loaded: Loaded) -> int:
    import llama_cpp

    return int(llama_cpp.llama_model_n_embd_inp(loaded.native.model))


def _quiet() -> None:
    """llama.cpp's multimodal part writes its load and timing lines to standard error otherwise."""
    from llama_cpp import mtmd_cpp
    from llama_cpp._logger import llama_log_callback

    mtmd_cpp.mtmd_helper_log_set(llama_log_callback, None)
