"""The façade: open a case, run jobs on it, dispose. Complete without a screen.

What it offers is imported at its first use: the map of the world is drawn before store and models are here.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from theodolite.engine.changes import Changes, HintEffect, Pixels
    from theodolite.engine.engine import Engine
    from theodolite.engine.session import Session

__all__ = ["Changes", "Engine", "HintEffect", "Pixels", "Session"]
_HOME = {"Engine": "engine", "Session": "session"}


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f"{__name__}.{_HOME.get(name, 'changes')}"), name)
