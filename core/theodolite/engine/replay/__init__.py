"""The recorded steps of a case run again, and every number compared with the one on record."""

from theodolite.engine.replay.compare import Difference
from theodolite.engine.replay.run import Replay, Step, replayed

__all__ = ["Difference", "Replay", "Step", "replayed"]
