"""Pictures made from an original by a recipe: a list of steps that gives the same bytes each time.

``apply`` and ``png`` use whole numbers and single IEEE 754 operations only, never a library's resampling,
font renderer or compressor, so that a recipe made today gives the same SHA-256 on another machine and with
other versions of the libraries. What a step does is fixed by its name and version.
"""

from theodolite.evidence.recipes.geometry import MAX_PIXELS
from theodolite.evidence.recipes.operations import MAX_STEPS, apply, check
from theodolite.evidence.recipes.packing import png
from theodolite.evidence.recipes.parameters import cover_step
from theodolite.evidence.recipes.wording import describe

__all__ = ["MAX_PIXELS", "MAX_STEPS", "apply", "check", "cover_step", "describe", "png"]
