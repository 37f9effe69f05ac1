"""The façade: open a case, run jobs on it, dispose. Complete without a screen."""

from theodolite.engine.changes import Changes, HintEffect, Pixels
from theodolite.engine.engine import Engine
from theodolite.engine.session import Session

__all__ = ["Changes", "Engine", "HintEffect", "Pixels", "Session"]
