"""The posterior over the places of the world, exactly as docs and posterior.md define it.

``support.build`` makes or opens the places, :class:`Locator` ranks them. Pure numpy: no model runs here.
"""

from theodolite.locate import support
from theodolite.locate.effects import Effect
from theodolite.locate.places import Support
from theodolite.locate.rank import Locator, rank

__all__ = ["Effect", "Locator", "Support", "rank", "support"]
