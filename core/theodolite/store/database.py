"""sqlite-utils, without the library for tables of numbers that it loads when there is one.

It would take half a second and 60 MB of every process that opens a case, for a use that is not ours.
"""

from __future__ import annotations

import sys

_ABSENT = "pandas" not in sys.modules
if _ABSENT:
    sys.modules["pandas"] = None  # type: ignore[assignment]
try:
    from sqlite_utils import Database, Migrations
finally:
    if _ABSENT:
        del sys.modules["pandas"]

__all__ = ["Database", "Migrations"]
