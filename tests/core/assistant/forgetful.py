"""A language worker whose model cannot forget tokens, as recurrent architectures cannot."""

from __future__ import annotations

from typing import Any
from unittest import mock

from theodolite.assistant import llama
from theodolite.assistant.continuing import Continuations, continuations
from theodolite.jobs import Job


def asked(**kwargs: Any) -> Job[Continuations]:
    """:func:`continuations` on a fresh model; removing tokens is refused, and nothing is removed."""
    from llama_cpp._internals import LlamaContext

    llama.unload()
    with mock.patch.object(LlamaContext, "kv_cache_seq_rm", return_value=False):
        found = yield from continuations(**kwargs)
    llama.unload()
    return found
