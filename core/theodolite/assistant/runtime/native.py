"""llama.cpp's own calls on one loaded model: evaluate, rewind, tokenise, keep and restore a sequence."""

from __future__ import annotations

import ctypes
from collections.abc import Sequence
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from theodolite.assistant.runtime import marks
from theodolite.errors import InputError, TheodoliteError
from theodolite.workers import cancelled

ABORTED = 2  # llama_decode: the abort callback said so
_NO_ROOM = 1
_BLANK = "\u2581".encode()  # how vocabularies that write blanks as a sign read it


class Native:
    """The model and its context (llama_cpp.Llama holds and frees them), one sequence, number 0."""

    def __init__(self, llama: Any) -> None:
        import llama_cpp

        self.llama = llama
        self.ctx = llama._ctx.ctx
        self.model = llama._model.model
        self.vocab = llama._model.vocab
        self.size = int(llama.n_ctx())
        self.most = int(llama_cpp.llama_n_batch(self.ctx))
        self._c = llama_cpp
        self._memory = llama_cpp.llama_get_memory(self.ctx)
        self._tokens = (llama_cpp.llama_token * self.most)()
        self._positions = (llama_cpp.llama_pos * self.most)()
        self._logits = (ctypes.c_int8 * self.most)()
        self._counts = (ctypes.c_int32 * self.most)(*[1] * self.most)
        self._zero = (llama_cpp.llama_seq_id * 1)(0)
        first = ctypes.cast(self._zero, ctypes.POINTER(llama_cpp.llama_seq_id))
        self._sequences = (ctypes.POINTER(llama_cpp.llama_seq_id) * self.most)(*[first] * self.most)
        self._batch = llama_cpp.llama_batch(
            n_tokens=0,
            token=self._tokens,
            embd=None,
            pos=self._positions,
            n_seq_id=self._counts,
            seq_id=self._sequences,
            logits=self._logits,
        )
        self._abort = llama_cpp.ggml_abort_callback(lambda _: cancelled())
        self._never = llama_cpp.ggml_abort_callback()
        self._piece = ctypes.create_string_buffer(256)

    # --- evaluation ----------------------------------------------------------------------------------------

    def evaluate(self, tokens: Sequence[int], start: int) -> bool:
        """Evaluate ``tokens`` from position ``start`` on in one batch, logits for the last; False when the
        request was cancelled meanwhile (then what the memory holds from ``start`` on is not whole).

        Raises InputError when they do not fit, TheodoliteError when llama.cpp fails.
        """
        count = len(tokens)
        self._tokens[:count] = list(tokens)
        self._positions[:count] = list(range(start, start + count))
        ctypes.memset(self._logits, 0, count)
        self._logits[count - 1] = 1
        self._batch.n_tokens = count
        return self.done(self._c.llama_decode(self.ctx, self._batch))

    def next(self, token: int, position: int) -> None:
        """Evaluate one token, as :meth:`evaluate` does."""
        self._tokens[0], self._positions[0], self._logits[0] = token, position, 1
        self._batch.n_tokens = 1
        self.done(self._c.llama_decode(self.ctx, self._batch))

    @staticmethod
    def done(code: int) -> bool:
        if code == 0:
            return True
        if code == ABORTED:
            return False
        if code == _NO_ROOM:
            raise InputError("The text is too long for the model: its memory is full.")
        raise TheodoliteError(
            f"The language model could not evaluate the text (llama.cpp error {code}). "
            "Close other programs, choose a smaller model or a smaller context, and try again."
        )

    def abortable(self, on: bool) -> None:
        """Whether a cancel stops an evaluation in its middle. The check costs a few milliseconds each time:
        worth it for a part of a prompt, not for every token written. On a GPU it has no effect."""
        self._c.llama_set_abort_callback(self.ctx, self._abort if on else self._never, None)

    def logits(self) -> NDArray[np.float32]:
        """A copy of the logits after the last token evaluated, [vocabulary]."""
        found = self._c.llama_get_logits_ith(self.ctx, -1)
        return np.ctypeslib.as_array(found, shape=(self.words,)).copy()

    @property
    def words(self) -> int:
        """Size of the vocabulary."""
        return int(self._c.llama_vocab_n_tokens(self.vocab))

    # --- memory --------------------------------------------------------------------------------------------

    def clear(self) -> None:
        self._c.llama_memory_clear(self._memory, True)

    def rewind(self, position: int) -> bool:
        """Forget everything from ``position`` on. False, and everything forgotten, where the architecture
        cannot: a recurrent state holds all that was read."""
        if position <= 0:
            self.clear()
            return True
        if self._removed(position) and self._c.llama_memory_seq_pos_min(self._memory, 0) == 0:
            return True
        self.clear()
        return False

    def _removed(self, position: int) -> bool:
        return bool(self._c.llama_memory_seq_rm(self._memory, 0, position, -1))

    def state_size(self) -> int:
        """Bytes that :meth:`state` would take."""
        return int(self._c.llama_state_seq_get_size(self.ctx, 0))

    def state(self) -> NDArray[np.uint8]:
        """All that is evaluated, to be restored later."""
        data = np.empty(self.state_size(), np.uint8)
        written = self._c.llama_state_seq_get_data(self.ctx, _bytes(data), data.size, 0)
        return data[:written]

    def restore(self, state: NDArray[np.uint8]) -> bool:
        """Put ``state`` back in place of everything; False, and everything forgotten, when that fails."""
        self.clear()
        if self._c.llama_state_seq_set_data(self.ctx, _bytes(state), state.size, 0):
            return True
        self.clear()
        return False

    # --- text ----------------------------------------------------------------------------------------------

    def tokens(self, text: str, *, special: bool) -> tuple[int, ...]:
        """``text`` as tokens; ``special``: whether names of special tokens in it become those tokens.

        llama.cpp itself holds back only control tokens, but many vocabularies call the marks of their turns
        user-defined. So each name in the text is cut behind its first character, and the pieces are
        tokenised on their own.
        """
        data = text.encode("utf-8", "replace")
        if special:
            return self._raw(data, special=True)
        first, *rest = marks.pieces(data.decode(), self._marks)
        found = self._raw(first.encode(), special=False)
        for piece in rest:
            found += self._continued(piece.encode())
        return found

    def _raw(self, data: bytes, *, special: bool) -> tuple[int, ...]:
        if not data:
            return ()
        room = len(data) + 8
        while True:
            found = (self._c.llama_token * room)()
            count = self._c.llama_tokenize(self.vocab, data, len(data), found, room, False, special)
            if count >= 0:
                return tuple(found[:count])
            room = -count

    def _continued(self, data: bytes) -> tuple[int, ...]:
        """Tokens of what stands behind other text. Some vocabularies begin every text with a blank: there it
        is tokenised behind a line feed, which is then taken off."""
        meant = (data, data.replace(_BLANK, b" "))
        plain = self._raw(data, special=False)
        if b"".join(map(self.piece, plain)) in meant:
            return plain
        led = self._raw(b"\n" + data, special=False)
        for count in range(1, min(4, len(led))):
            if b"".join(map(self.piece, led[count:])) in meant:
                return led[count:]
        return plain

    @cached_property
    def _marks(self) -> marks.Marks:
        """Names of tokens that are no plain text."""
        c = self._c
        kinds = c.LLAMA_TOKEN_ATTR_CONTROL | c.LLAMA_TOKEN_ATTR_USER_DEFINED | c.LLAMA_TOKEN_ATTR_UNKNOWN
        return marks.of(
            c.llama_vocab_get_text(self.vocab, token).decode("utf-8", "replace")
            for token in range(self.words)
            if c.llama_vocab_get_attr(self.vocab, token) & kinds
        )

    def beginning(self) -> tuple[int, ...]:
        """The token that the model wants before everything, if any."""
        if not self._c.llama_vocab_get_add_bos(self.vocab):
            return ()
        token = int(self._c.llama_vocab_bos(self.vocab))
        return (token,) if token >= 0 else ()

    def piece(self, token: int) -> bytes:
        """The bytes of a token; special tokens have none."""
        while True:
            buffer = self._piece
            count = self._c.llama_token_to_piece(self.vocab, token, buffer, len(buffer), 0, False)
            if count >= 0:
                return buffer.raw[:count]
            self._piece = ctypes.create_string_buffer(-count)

    def ends(self, token: int) -> bool:
        """Whether a token ends the answer."""
        return bool(self._c.llama_vocab_is_eog(self.vocab, token))


def _bytes(data: NDArray[np.uint8]) -> Any:
    return data.ctypes.data_as(ctypes.POINTER(ctypes.c_uint8))
