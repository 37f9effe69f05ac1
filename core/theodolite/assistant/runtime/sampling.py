"""Drawing tokens: the model's probabilities at a temperature, restricted to a grammar where there is one."""

from __future__ import annotations

import ctypes
import math
import re
from typing import Any

import numpy as np

from theodolite.assistant.runtime.native import Native
from theodolite.errors import InputError, TheodoliteError

#: For free text, as llama-cpp-python's chat has them; a form or a distribution is sampled plainly.
TOP_K, TOP_P, MIN_P, REPEAT_PENALTY, REPEAT_LAST = 40, 0.95, 0.05, 1.05, 64
HOTTEST = 5.0


class Sampler:
    """Asking the grammar about the whole vocabulary costs ten times as much as a draw. So a token is drawn
    without it, and only when the grammar refuses that one it is drawn again from what the grammar allows:
    p(x) + P(refused) p(x) / P(allowed) = p(x) / P(allowed), the restricted distribution.

    ``plain``: temperature only. Raises InputError for a temperature outside 0..5, TheodoliteError for a
    grammar that llama.cpp refuses.
    """

    def __init__(
        self, native: Native, gbnf: str | None, temperature: float, seed: int, *, plain: bool
    ) -> None:
        import llama_cpp

        if not 0.0 <= temperature <= HOTTEST:
            raise InputError(f"A temperature lies between 0 and {HOTTEST:g}, not at {temperature:g}.")
        self._native, self._c, self._rule = native, llama_cpp, None
        self._last = b""
        self._chain = llama_cpp.llama_sampler_chain_init(llama_cpp.llama_sampler_chain_default_params())
        for one in self._parts(temperature, seed, plain):
            llama_cpp.llama_sampler_chain_add(self._chain, one)
        if gbnf is None:
            return
        self._rule = llama_cpp.llama_sampler_init_grammar(native.vocab, gbnf.encode(), b"root")
        if not self._rule:
            self.close()
            raise TheodoliteError("llama.cpp does not accept the grammar of the answer.")
        count = native.words
        self._ids = np.arange(count, dtype=np.int32)
        self._all = np.empty(count, dtype=_DATUM)
        self._one = (llama_cpp.llama_token_data * 1)()

    def _parts(self, temperature: float, seed: int, plain: bool) -> list[Any]:
        c = self._c
        if not plain:
            words = self._native.words
            parts = [c.llama_sampler_init_penalties(words, REPEAT_LAST, REPEAT_PENALTY, 0.0, 0.0)]
        else:
            parts = []
        if temperature == 0.0:
            return [*parts, c.llama_sampler_init_greedy()]
        if not plain:
            parts += [
                c.llama_sampler_init_top_k(TOP_K),
                c.llama_sampler_init_top_p(TOP_P, 1),
                c.llama_sampler_init_min_p(MIN_P, 1),
            ]
        seed %= 2**32 - 1  # the last one means: any seed
        return [*parts, c.llama_sampler_init_temp(temperature), c.llama_sampler_init_dist(seed)]

    def draw(self) -> int:
        """The next token after the one evaluated last."""
        token = int(self._c.llama_sampler_sample(self._chain, self._native.ctx, -1))
        if self._rule is None:
            return token
        if not self._allowed(token) or self._misspelt(token):
            token = self._restricted()
        if not self._native.ends(token):
            self._c.llama_sampler_accept(self._rule, token)
            self._last = self._native.piece(token)[-1:]
        return token

    def _misspelt(self, token: int) -> bool:
        """Whether a character would be written in more bytes than it has, which is no UTF-8. llama.cpp's
        grammar takes the character for what it stands for; vocabularies with single bytes can draw it."""
        return not self._native.ends(token) and bool(_OVERLONG.search(self._last + self._native.piece(token)))

    def _allowed(self, token: int) -> bool:
        one = self._one
        one[0] = self._c.llama_token_data(token, 0.0, 0.0)
        array = self._c.llama_token_data_array(data=one, size=1, selected=-1, sorted=False)
        self._c.llama_sampler_apply(self._rule, ctypes.byref(array))
        return bool(one[0].logit > -math.inf)

    def _restricted(self) -> int:
        self._all["id"], self._all["logit"], self._all["p"] = self._ids, self._native.logits(), 0.0
        data = self._all.ctypes.data_as(ctypes.POINTER(self._c.llama_token_data))
        array = self._c.llama_token_data_array(data=data, size=len(self._all), selected=-1, sorted=False)
        self._c.llama_sampler_apply(self._rule, ctypes.byref(array))
        if self._last in (b"\xe0", b"\xf0"):
            for at in np.flatnonzero(self._all["logit"] > -np.inf):
                if self._misspelt(int(self._all["id"][at])):
                    self._all["logit"][at] = -np.inf
        self._c.llama_sampler_apply(self._chain, ctypes.byref(array))
        if array.selected < 0:
            raise TheodoliteError("The language model has no word left that fits the form of the answer.")
        return int(array.data[array.selected].id)

    def close(self) -> None:
        if self._chain is not None:
            self._c.llama_sampler_free(self._chain)
            self._chain = None
        if self._rule:
            self._c.llama_sampler_free(self._rule)
            self._rule = None


_OVERLONG = re.compile(rb"[\xc0\xc1]|\xe0[\x80-\x9f]|\xf0[\x80-\x8f]")
_DATUM = np.dtype([("id", np.int32), ("logit", np.float32), ("p", np.float32)])  # llama_token_data
