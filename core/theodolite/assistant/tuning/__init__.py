"""LoRA adapters of a language model: a recipe, a training on pairs of question and answer, and GGUF.

An adapter is a few small matrices beside a model's own; the model stays as it is. Training runs in a worker
of its own through transformers and peft, which the optional extra ``tune`` installs; llama.cpp loads what
comes out beside the GGUF of the same model.
"""
