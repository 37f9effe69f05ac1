"""What runs in the language worker: llama.cpp on one GGUF file and its projector, kept loaded.

``speak`` answers a request, ``continuations`` answers one many times. ``planning`` says in which batches
a prompt is evaluated, which is what makes an answer repeatable; ``rendering`` makes a prompt of turns;
``loading`` holds the model, ``native`` calls it, ``pictures`` shows it photographs, ``evaluating`` brings a
prompt into its memory, ``keeping`` keeps the beginnings of other conversations, ``sampling`` draws words.
"""

from theodolite.assistant.runtime.continuing import Continuations, Continued, continuations
from theodolite.assistant.runtime.loading import gpu_offload_supported, unload
from theodolite.assistant.runtime.pictures import refuse, sees
from theodolite.assistant.runtime.speaking import speak

__all__ = [
    "Continuations",
    "Continued",
    "continuations",
    "gpu_offload_supported",
    "refuse",
    "sees",
    "speak",
    "unload",
]
