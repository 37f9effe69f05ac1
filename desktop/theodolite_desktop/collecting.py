"""When Python looks for garbage: not in the middle of loading what stays.

A full collection looks at every object while no other thread runs, the window's included: with borders and
places loaded that is a tenth of a second. What was loaded inside :func:`held` is never looked at again.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def held() -> Iterator[None]:
    """No collection while something large and lasting is loaded; afterwards it counts as permanent."""
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()
