"""How many tokens texts are for a language model; runs in the language worker."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from theodolite.errors import TheodoliteError


def count(model: str, texts: list[str]) -> list[int]:
    """Tokens of each text by the vocabulary of the GGUF file ``model``, none added at either end.

    Raises TheodoliteError for a file that cannot be loaded.
    """
    vocabulary = _vocabulary(model)
    return [len(vocabulary.tokenize(text.encode(), add_bos=False, special=False)) for text in texts]


@lru_cache(maxsize=1)
def _vocabulary(model: str) -> Any:
    import llama_cpp

    try:
        return llama_cpp.Llama(model, vocab_only=True, verbose=False)
    except (ValueError, RuntimeError) as error:
        raise TheodoliteError(
            f"{model} cannot be loaded ({error}). Install the language pack again."
        ) from error
